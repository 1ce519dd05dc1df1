package id.dukcapil.portal.submission.attachment;

import id.dukcapil.portal.submission.SubmissionStatus;
import id.dukcapil.portal.submission.attachment.AttachmentDecision.Kind;
import id.dukcapil.portal.submission.attachment.AttachmentDecision.Refused;
import java.util.List;
import java.util.Optional;

/** How much a request may carry, and when more may be added. */
final class AttachmentLimits {

    static final int LARGEST_FILE = 5 << 20;

    /** The sixteen kinds of the form, and some of them with two sides. */
    static final int MOST_FILES = 24;

    static final int MOST_BYTES = 60 << 20;

    private AttachmentLimits() {}

    /**
     * Whether papers may come and go: before the operator has looked, while the applicant has to complete, and for the
     * counter also when the verifier has sent it back there.
     */
    static boolean isOpen(SubmissionStatus status, boolean counter) {
        return switch (status) {
            case SUBMITTED, RETURNED_TO_APPLICANT -> true;
            case RETURNED_TO_OPERATOR -> counter;
            case CHECKED,
                    RETURNED_TO_VERIFIER,
                    AWAITING_SIGNATURE,
                    SIGNED,
                    DELIVERED,
                    PRINTED,
                    NOT_COLLECTED,
                    REVOKED,
                    REJECTED,
                    CANCELLED,
                    LAPSED -> false;
        };
    }

    static Optional<Refused> refusal(List<Attachment> present, int more) {
        if (present.size() >= MOST_FILES) {
            return tooMuch(
                    "Permohonan ini sudah berisi %d lampiran, jumlah paling banyak. Gabungkan beberapa halaman dalam satu PDF."
                            .formatted(MOST_FILES));
        }
        long together = more + present.stream().mapToLong(Attachment::size).sum();
        if (together > MOST_BYTES) {
            return tooMuch("Lampiran permohonan ini bersama-sama melebihi %d MB. Perkecil berkasnya lalu unggah lagi."
                    .formatted(MOST_BYTES >> 20));
        }
        return Optional.empty();
    }

    private static Optional<Refused> tooMuch(String message) {
        return Optional.of(new Refused(Kind.TOO_MUCH, "file", message));
    }
}
