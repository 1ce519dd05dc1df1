package id.dukcapil.portal.visits.visit;

import id.dukcapil.portal.common.procedure.CaseStatus;

/** Where a visit stands between office and school. */
public enum VisitStatus implements CaseStatus<VisitStatus> {
    DRAFT("Draf"),
    INVITED("Menunggu jawaban sekolah"),
    ANSWERED("Dijawab sekolah"),
    AGREED("Disepakati"),
    PUBLISHED("Terbit"),
    DONE("Selesai"),
    CANCELLED("Batal");

    private final String label;

    VisitStatus(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public boolean canBecome(VisitStatus next) {
        return switch (this) {
            case DRAFT -> next == DRAFT || next == INVITED || next == AGREED || next == CANCELLED;
            // The letter may be sent again as a reminder
            case INVITED -> next == INVITED || next == ANSWERED || next == AGREED || next == CANCELLED;
            case ANSWERED -> next == ANSWERED || next == AGREED || next == CANCELLED;
            // Moved visits stay agreed
            case AGREED -> next == AGREED || next == PUBLISHED || next == CANCELLED;
            // What is published and moved has to be published again
            case PUBLISHED -> next == AGREED || next == DONE || next == CANCELLED;
            case DONE, CANCELLED -> false;
        };
    }

    public boolean isOpen() {
        return this != DONE && this != CANCELLED;
    }

    /** Whether the school may still answer. */
    public boolean takesAnswers() {
        return this == INVITED || this == ANSWERED;
    }
}
