package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.delivery.Releases;
import id.dukcapil.portal.delivery.Releases.NewRelease;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.signing.SigningDocumentDetails;
import id.dukcapil.portal.signing.SigningDocumentStatus;
import id.dukcapil.portal.signing.SigningRegister;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Releases signed Kartu Keluarga for printing (SOP Bandung 31/2023, step 9). */
@Component
public class SignedCards {

    /** How the register of documents to be signed calls them. */
    public static final String KIND = "KARTU_KELUARGA";

    /** How the delivery calls the case that a document comes from. */
    public static final String CASE = "Permohonan KK";

    /** What is printed. */
    public static final String TITLE = "Kartu Keluarga";

    private final Submissions submissions;
    private final SigningRegister register;
    private final Releases releases;
    private final Retry retry;

    SignedCards(Submissions submissions, SigningRegister register, Releases releases, Retry retry) {
        this.submissions = submissions;
        this.register = register;
        this.releases = releases;
        this.retry = retry;
    }

    /** Issues QR code and PIN, unless that is done or the document must not be printed any more. */
    void release(SubmissionNumber number) {
        release(number, List::of);
    }

    /**
     * The same for several, or for none of them.
     *
     * @param others which are released in the same transaction, in which they are asked for
     */
    void release(SubmissionNumber number, Supplier<List<SubmissionNumber>> others) {
        retry.inTransaction(() -> releases.issueAll(Stream.concat(Stream.of(number), others.get().stream())
                .flatMap(each -> wanted(each).stream())
                .toList()));
    }

    private Optional<NewRelease> wanted(SubmissionNumber number) {
        return submissions
                .lockByNumber(number.value())
                .filter(request -> request.status() == SubmissionStatus.SIGNED)
                .flatMap(request -> signed(number).map(document -> wanted(request, document)));
    }

    private Optional<ContentHash> signed(SubmissionNumber number) {
        return register.of(KIND, number.value()).stream()
                .filter(document -> document.status() == SigningDocumentStatus.SIGNED)
                .reduce((earlier, later) -> later)
                .map(SigningDocumentDetails::signature)
                .map(SigningDocumentDetails.Signature::digest);
    }

    private static NewRelease wanted(Submission request, ContentHash document) {
        Applicant applicant = request.applicant();
        return new NewRelease(
                CASE,
                request.number().value(),
                request.office(),
                TITLE,
                document,
                applicant.fullName(),
                applicant.nik(),
                applicant.email());
    }
}
