package id.dukcapil.portal.privacy;

import id.dukcapil.portal.common.procedure.CaseAction;

/** The verbs of an incident; the label says what was done, for the timeline. */
public enum IncidentAction implements CaseAction {
    REPORT("Dicatat", "dicatat lagi"),
    DESCRIBE("Uraian dilengkapi", "diubah"),
    NOTIFY_AUTHORITY("Lembaga diberi tahu", "diberitahukan kepada lembaga"),
    NOTIFY_SUBJECTS("Subjek data diberi tahu", "diberitahukan kepada subjek data"),
    CLOSE("Ditutup", "ditutup"),
    DISMISS("Dinyatakan bukan insiden", "dinyatakan bukan insiden");

    private final String label;
    private final String verb;

    IncidentAction(String label, String verb) {
        this.label = label;
        this.verb = verb;
    }

    @Override
    public String label() {
        return label;
    }

    String verb() {
        return verb;
    }
}
