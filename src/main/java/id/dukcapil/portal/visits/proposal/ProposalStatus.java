package id.dukcapil.portal.visits.proposal;

/** How far a proposal is. */
public enum ProposalStatus {
    WAITING,
    SOLVING,
    DONE,
    FAILED,
    DISCARDED;

    public boolean isRunning() {
        return this == WAITING || this == SOLVING;
    }
}
