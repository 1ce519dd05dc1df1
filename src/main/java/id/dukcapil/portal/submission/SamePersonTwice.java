package id.dukcapil.portal.submission;

/** Operator, verifier and signatory of one request have to be three different people. */
public class SamePersonTwice extends RuntimeException {

    SamePersonTwice(SubmissionNumber number, Desk earlier, Desk now) {
        super(("Anda sudah menangani permohonan %s sebagai %s, sehingga tidak dapat menanganinya sebagai %s. "
                        + "Serahkan kepada petugas lain.")
                .formatted(number, earlier.label(), now.label()));
    }
}
