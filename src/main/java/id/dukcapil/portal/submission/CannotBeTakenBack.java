package id.dukcapil.portal.submission;

import java.time.Duration;

/** A decision that stands: too much time has passed, or somebody else has gone on from it. */
public class CannotBeTakenBack extends RuntimeException {

    private CannotBeTakenBack(SubmissionNumber number, String why) {
        super("Keputusan atas permohonan %s tidak dapat ditarik kembali: %s".formatted(number, why));
    }

    static CannotBeTakenBack tooLate(SubmissionNumber number, Duration within) {
        return new CannotBeTakenBack(number, "waktunya hanya %d detik dan sudah lewat.".formatted(within.toSeconds()));
    }

    static CannotBeTakenBack notYours(SubmissionNumber number, String last) {
        return new CannotBeTakenBack(number, "yang terakhir terjadi adalah %s.".formatted(last));
    }

    static CannotBeTakenBack told(SubmissionNumber number) {
        return new CannotBeTakenBack(number, "suratnya sudah dikirim kepada pemohon.");
    }

    static CannotBeTakenBack beingSigned(SubmissionNumber number) {
        return new CannotBeTakenBack(number, "dokumennya sedang ditandatangani.");
    }

    /** After a rejection the family was free to ask again, and has done so. */
    static CannotBeTakenBack askedAgain(SubmissionNumber number) {
        return new CannotBeTakenBack(number, "keluarga ini sudah mengajukan permohonan baru dengan alasan yang sama.");
    }
}
