package id.dukcapil.portal.activation.process;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The code that is mailed: which generation counts and until when, wrong ones typed, what became of its letter. */
@Embeddable
class MailedCode {

    private int codeGeneration;
    private @Nullable Instant codeValidUntil;
    private int wrongCodes;
    private int resent;

    @Enumerated(EnumType.STRING)
    private MailState mail = MailState.NONE;

    private @Nullable String mailNote;

    /** Voids the one before; wrong ones are counted anew. */
    void renew(Duration lifetime, Instant at) {
        codeGeneration++;
        codeValidUntil = at.plus(lifetime);
        wrongCodes = 0;
        mail = MailState.WAITING;
        mailNote = null;
    }

    void resend(Duration lifetime, Instant at) {
        resent++;
        renew(lifetime, at);
    }

    void wrong() {
        wrongCodes++;
    }

    void mailed() {
        mail = MailState.SENT;
    }

    void bounced(MailState how, String explanation) {
        mail = how;
        mailNote = explanation;
    }

    boolean isOverAt(Instant moment) {
        return codeValidUntil == null || !codeValidUntil.isAfter(moment);
    }

    int generation() {
        return codeGeneration;
    }

    @Nullable
    Instant validUntil() {
        return codeValidUntil;
    }

    int wrongCodes() {
        return wrongCodes;
    }

    int resent() {
        return resent;
    }

    MailState mail() {
        return mail;
    }

    @Nullable
    String mailNote() {
        return mailNote;
    }
}
