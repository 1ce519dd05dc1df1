package id.dukcapil.portal.sla.stay;

/** Answers questions about what is over. Whoever asks has checked that the person may see these offices. */
public interface StayFacts {

    /** Waits for nothing: while facts are loaded, the figures are those of what has been. */
    Answer answer(Question question);

    /** Between 0 and 100. */
    int loadedPercent();

    /** Whether officers, hours and paths are answered too. */
    boolean tellsDetails();
}
