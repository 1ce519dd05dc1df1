package id.dukcapil.portal.notification;

import java.util.Arrays;
import java.util.List;

/** Where a mail of the outbox stands. */
public enum MailStatus {
    /** To be delivered as soon as it is due. */
    WAITING("Menunggu"),
    /** A process has claimed it and is about to hand it to the mail server. */
    IN_DELIVERY("Sedang dikirim"),
    /** The mail server has taken it over. */
    SENT("Terkirim"),
    /** Refused for good, or tried for too long. */
    FAILED("Gagal"),
    /** Taken over, and later sent back by a server further on. */
    BOUNCED("Dipentalkan"),
    /** Kept, because there was no mail server to hand it to; leaves only when somebody sends it. */
    HELD("Ditahan"),
    /** Taken out by a person before it was sent. */
    CANCELLED("Dibatalkan");

    private final String label;

    MailStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean canBecome(MailStatus next) {
        return switch (this) {
            case WAITING -> next == IN_DELIVERY || next == CANCELLED;
            case IN_DELIVERY -> next == WAITING || next == SENT || next == FAILED;
            case SENT -> next == WAITING || next == BOUNCED;
            case FAILED -> next == WAITING || next == CANCELLED;
            case HELD -> next == WAITING || next == CANCELLED;
            case BOUNCED -> next == WAITING;
            case CANCELLED -> next == WAITING;
        };
    }

    /** The states from which that one can be reached, by name for a condition. */
    static List<String> before(MailStatus next) {
        return Arrays.stream(values())
                .filter(status -> status.canBecome(next))
                .map(Enum::name)
                .toList();
    }

    /** Given back by its claim or asked for again by a person: those in delivery belong to their process. */
    static List<String> resendable() {
        return before(WAITING).stream()
                .filter(name -> !name.equals(IN_DELIVERY.name()))
                .toList();
    }
}
