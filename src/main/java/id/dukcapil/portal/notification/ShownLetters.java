package id.dukcapil.portal.notification;

import id.dukcapil.portal.common.LetterText;
import id.dukcapil.portal.common.MailRequested;
import id.dukcapil.portal.notification.letters.Letter;
import org.springframework.stereotype.Component;

/** Shows letters to members of staff before they are promised. */
@Component
class ShownLetters implements LetterText {

    private final MailComposer composer;

    ShownLetters(MailComposer composer) {
        this.composer = composer;
    }

    @Override
    public String of(MailRequested mail) {
        Letter letter = composer.covered(mail);
        return letter.subject() + "\n\n" + letter.text();
    }
}
