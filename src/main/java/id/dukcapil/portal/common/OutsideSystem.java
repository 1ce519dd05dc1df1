package id.dukcapil.portal.common;

/** A system outside the portal that it depends on or can be connected to, as the system page shows it. */
public interface OutsideSystem {

    /** "Server e-mail (SMTP)" */
    String name();

    /** Asks the system whether it is there; takes a few seconds at most and changes nothing. */
    Answer probe();

    enum State {
        NOT_CONFIGURED,
        ANSWERS,
        SILENT
    }

    /** @param explanation one sentence in Indonesian for the administrator, without secrets */
    record Answer(State state, String explanation) {}
}
