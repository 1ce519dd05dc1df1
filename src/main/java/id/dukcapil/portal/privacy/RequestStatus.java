package id.dukcapil.portal.privacy;

import id.dukcapil.portal.common.procedure.CaseStatus;

/** Where a request of a data subject stands. */
public enum RequestStatus implements CaseStatus<RequestStatus> {
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

    @Override
    public String label() {
        return label;
    }

    /** Whether the person waits for an answer. */
    boolean owesAnswer() {
        return switch (this) {
            case RECEIVED, IN_PROGRESS -> true;
            case ANSWERED, DONE, WITHDRAWN -> false;
        };
    }

    boolean hasEnded() {
        return switch (this) {
            case DONE, WITHDRAWN -> true;
            case RECEIVED, IN_PROGRESS, ANSWERED -> false;
        };
    }

    @Override
    public boolean canBecome(RequestStatus next) {
        return switch (this) {
            case RECEIVED -> next == IN_PROGRESS || next == ANSWERED || next == WITHDRAWN;
            case IN_PROGRESS -> next == ANSWERED || next == WITHDRAWN;
            case ANSWERED -> next == DONE || next == IN_PROGRESS;
            case DONE, WITHDRAWN -> false;
        };
    }
}
