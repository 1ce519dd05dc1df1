package id.dukcapil.portal.privacy;

import id.dukcapil.portal.common.procedure.CaseStatus;

/** Where an incident stands. Both notices are owed; they may go out in either order. */
public enum IncidentStatus implements CaseStatus<IncidentStatus> {
    /** Written down; nobody outside has been told. */
    DISCOVERED("Ditangani"),
    /** The authority (lembaga) has been told, the people not yet. */
    AUTHORITY_NOTIFIED("Lembaga diberi tahu"),
    /** The people have been told, the authority not yet. */
    SUBJECTS_NOTIFIED("Subjek data diberi tahu"),
    /** Both have been told; recovery goes on. */
    NOTIFIED("Sudah diberitahukan"),
    /** Recovered and learned from. */
    CLOSED("Ditutup"),
    /** Looked into, and no failure of protection. */
    DISMISSED("Bukan insiden");

    private final String label;

    IncidentStatus(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public boolean canBecome(IncidentStatus next) {
        return switch (this) {
            case DISCOVERED -> next == AUTHORITY_NOTIFIED || next == SUBJECTS_NOTIFIED || next == DISMISSED;
            case AUTHORITY_NOTIFIED, SUBJECTS_NOTIFIED -> next == NOTIFIED;
            case NOTIFIED -> next == CLOSED;
            case CLOSED, DISMISSED -> false;
        };
    }

    /** Whether a notice to the authority or to the people is still owed. */
    boolean owesNotice() {
        return switch (this) {
            case DISCOVERED, AUTHORITY_NOTIFIED, SUBJECTS_NOTIFIED -> true;
            case NOTIFIED, CLOSED, DISMISSED -> false;
        };
    }

    /** Whether what is known of the incident can still be completed. */
    public boolean canBeDescribed() {
        return switch (this) {
            case DISCOVERED, AUTHORITY_NOTIFIED, SUBJECTS_NOTIFIED, NOTIFIED -> true;
            case CLOSED, DISMISSED -> false;
        };
    }
}
