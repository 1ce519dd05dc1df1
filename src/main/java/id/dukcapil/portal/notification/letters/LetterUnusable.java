package id.dukcapil.portal.notification.letters;

/** The letter cannot be made: no such template, or a placeholder without a value. */
public class LetterUnusable extends RuntimeException {

    public LetterUnusable(String explanation) {
        super(explanation);
    }

    LetterUnusable(String explanation, Throwable cause) {
        super(explanation, cause);
    }
}
