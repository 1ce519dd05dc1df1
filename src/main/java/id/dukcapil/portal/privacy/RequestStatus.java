package id.dukcapil.portal.privacy;

/** Where a request of a data subject stands. */
public enum RequestStatus {
    /** Written into the register; who asks is not yet proven. */
    RECEIVED("Diterima"),
    /** The identity is checked, the request is being worked on. */
    IN_PROGRESS("Dikerjakan"),
    /** Decided, with reasons; the clock has stopped. */
    ANSWERED("Dijawab"),
    /** The answer has reached the person. */
    DONE("Selesai"),
    /** The person has taken it back. */
    WITHDRAWN("Ditarik");

    private final String label;

    RequestStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean canBecome(RequestStatus next) {
        return switch (this) {
            case RECEIVED -> next == IN_PROGRESS || next == ANSWERED || next == WITHDRAWN;
            case IN_PROGRESS -> next == ANSWERED || next == WITHDRAWN;
            case ANSWERED -> next == DONE || next == IN_PROGRESS;
            case DONE, WITHDRAWN -> false;
        };
    }
}
