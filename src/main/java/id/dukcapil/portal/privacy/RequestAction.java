package id.dukcapil.portal.privacy;

import id.dukcapil.portal.common.procedure.CaseAction;

/** The verbs of a request; the label says what was done, for the timeline. */
public enum RequestAction implements CaseAction {
    REGISTER("Dicatat", "dicatat lagi"),
    BEGIN("Identitas diperiksa", "dikerjakan"),
    ANSWER("Dijawab", "dijawab"),
    REOPEN("Dikerjakan lagi", "dikerjakan lagi"),
    FINISH("Jawaban disampaikan", "diselesaikan"),
    WITHDRAW("Ditarik pemohon", "ditarik");

    private final String label;
    private final String verb;

    RequestAction(String label, String verb) {
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
