package id.dukcapil.portal.submission;

/** Somebody else is working on the request; the message names that person and the way out. */
public class HeldBySomebodyElse extends RuntimeException {

    HeldBySomebodyElse(SubmissionNumber number, String holder) {
        super(("Permohonan %s sedang dikerjakan %s. Minta %s melepasnya, tunggu sampai waktunya habis, "
                        + "atau minta atasan mengambil alih.")
                .formatted(number, holder, holder));
    }
}
