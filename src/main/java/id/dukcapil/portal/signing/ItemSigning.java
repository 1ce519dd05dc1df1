package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.DiskFull;
import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentStore;
import id.dukcapil.portal.documents.DocumentUnavailable;
import id.dukcapil.portal.signing.SignOutcome.DocumentRejected;
import id.dukcapil.portal.signing.SignOutcome.Signed;
import id.dukcapil.portal.signing.SignOutcome.SignerCannotSign;
import id.dukcapil.portal.signing.SignOutcome.Unknown;
import id.dukcapil.portal.signing.SignOutcome.Unreachable;
import id.dukcapil.portal.signing.SignOutcome.WrongPassphrase;
import id.dukcapil.portal.staff.Organisation;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * One document of a batch, step by step: note that it is sent, have it signed, note under which digest, store, examine,
 * enter. Each note is committed before the next step begins, and no transaction is open while the provider thinks, so
 * whoever comes after a crash knows what may have happened.
 */
@Component
class ItemSigning {

    private static final Logger log = LoggerFactory.getLogger(ItemSigning.class);

    private final SigningItems items;
    private final SigningDocuments documents;
    private final SigningBatches batches;
    private final SignedItem signedItem;
    private final SignerOfTheMoment signers;
    private final DocumentStore store;
    private final Organisation organisation;
    private final Actors actors;
    private final Retry retry;
    private final Clock clock;

    ItemSigning(
            SigningItems items,
            SigningDocuments documents,
            SigningBatches batches,
            SignedItem signedItem,
            SignerOfTheMoment signers,
            DocumentStore store,
            Organisation organisation,
            Actors actors,
            Retry retry,
            Clock clock) {
        this.items = items;
        this.documents = documents;
        this.batches = batches;
        this.signedItem = signedItem;
        this.signers = signers;
        this.store = store;
        this.organisation = organisation;
        this.actors = actors;
        this.retry = retry;
        this.clock = clock;
    }

    void sign(SigningItem item, BatchCourse course) {
        if (!maySignNow(course)) {
            return;
        }
        Optional<PdfToSign> pdf = pinned(item, course);
        if (pdf.isEmpty()) {
            return;
        }
        if (!items.send(item, course.runner(), clock.instant())) {
            stopOrGiveWay(course);
            return;
        }
        course.turned(item, ItemState.WAITING, ItemState.SENT, null);
        switch (sent(pdf.get(), course)) {
            case Signed signed -> {
                course.accepted();
                keep(item, signed, course);
            }
            case WrongPassphrase wrong -> {
                fail(item, ItemState.SENT, wrong.explanation(), course);
                course.stop(BatchEnding.WRONG_PASSPHRASE, wrong.explanation());
            }
            case SignerCannotSign cannot -> {
                fail(item, ItemState.SENT, cannot.explanation(), course);
                course.stop(BatchEnding.SIGNER_CANNOT_SIGN, cannot.explanation());
            }
            case DocumentRejected rejected -> {
                course.answered();
                fail(item, ItemState.SENT, rejected.explanation(), course);
            }
            case Unreachable away -> {
                fail(item, ItemState.SENT, away.explanation(), course);
                course.silent(away.explanation());
            }
            case Unknown unknown -> {
                leaveOpen(item, unknown.explanation(), course);
                course.silent(unknown.explanation());
            }
        }
    }

    /** A mandate can end, and a certificate too, while a long batch is being signed. */
    private boolean maySignNow(BatchCourse course) {
        Instant now = clock.instant();
        if (!course.signer().isStill(signers.at(now, course.equipment()))) {
            course.stop(
                    BatchEnding.MANDATE_ENDED,
                    "%s bukan lagi penanda tangan dinas; sisanya tidak dikerjakan."
                            .formatted(course.signer().signer().fullName()));
            return false;
        }
        if (course.isCertificateOver(now)) {
            course.stop(BatchEnding.SIGNER_CANNOT_SIGN, "Sertifikat kedaluwarsa; sisanya tidak dikerjakan.");
            return false;
        }
        return true;
    }

    private Optional<PdfToSign> pinned(SigningItem item, BatchCourse course) {
        try {
            SigningDocument document =
                    documents.findById(item.document().value()).orElseThrow();
            byte[] bytes = store.read(item.digest());
            return Optional.of(new PdfToSign(
                    bytes,
                    item.digest(),
                    course.equipment().appearance(course.signer().signer(), document.code(), document.place()),
                    "Penerbitan " + document.title(),
                    organisation.regency()));
        } catch (DocumentUnavailable gone) {
            log.error("A document that waits for its signature is not what it was: {}", gone.getMessage());
            fail(item, ItemState.WAITING, sentence(gone), course);
        } catch (UncheckedIOException broken) {
            log.error("The document store cannot be read", broken);
            fail(item, ItemState.WAITING, "Berkas dokumen tidak dapat dibaca.", course);
            course.stop(BatchEnding.STORAGE_FAILED, "Penyimpanan dokumen tidak dapat dibaca.");
        }
        return Optional.empty();
    }

    static String sentence(DocumentUnavailable gone) {
        return switch (gone) {
            case DocumentUnavailable.Missing missing -> "Berkas dokumen hilang dari penyimpanan.";
            case DocumentUnavailable.Damaged damaged -> "Berkas dokumen berubah sejak diverifikasi.";
        };
    }

    /** Whatever a provider does that it should not: the document was sent, so a signature may exist. */
    private SignOutcome sent(PdfToSign pdf, BatchCourse course) {
        try {
            return course.send(pdf);
        } catch (RuntimeException unexpected) {
            log.error("The TTE provider failed in an unexpected way", unexpected);
            return new Unknown(
                    "Penyedia TTE gagal dengan cara yang tidak terduga.",
                    new ProviderAnswer("-", null, null, Duration.ZERO, Map.of()));
        }
    }

    private void stopOrGiveWay(BatchCourse course) {
        if (batches.isStopAsked(course.batch())) {
            course.stop(BatchEnding.STOPPED, "Dihentikan oleh penanda tangan.");
        } else {
            course.stop(BatchEnding.INTERRUPTED, "Sesi ini sudah diambil alih oleh proses lain.");
        }
    }

    private void keep(SigningItem item, Signed outcome, BatchCourse course) {
        ContentHash digest = ContentHash.of(outcome.pdf());
        if (!items.writeAhead(item, course.runner(), digest, outcome.documentId())) {
            course.stop(BatchEnding.INTERRUPTED, "Sesi ini sudah diambil alih oleh proses lain.");
            return;
        }
        try {
            store.put(outcome.pdf());
            Optional<String> fault = signedItem.fault(item, digest, course.equipment());
            if (fault.isPresent()) {
                fail(item, ItemState.SENT, fault.get(), course);
            } else if (signedItem.enter(
                    item, ItemState.SENT, digest, course.signer().signer().account(), actors.now())) {
                course.turned(item, ItemState.SENT, ItemState.SIGNED, null);
            }
        } catch (DocumentUnavailable | UncheckedIOException lost) {
            log.error("A signed document cannot be stored", lost);
            String why = DiskFull.isBehind(lost)
                    ? "Ditandatangani, tetapi ruang penyimpanan penuh."
                    : "Ditandatangani, tetapi tidak dapat disimpan.";
            leaveOpen(item, why, course);
            course.stop(BatchEnding.STORAGE_FAILED, why);
        }
    }

    private void leaveOpen(SigningItem item, String why, BatchCourse course) {
        if (items.move(item, ItemState.SENT, ItemState.UNKNOWN, why, clock.instant())) {
            course.turned(item, ItemState.SENT, ItemState.UNKNOWN, why);
        }
    }

    private void fail(SigningItem item, ItemState from, String why, BatchCourse course) {
        if (release(item, from, ItemState.FAILED, why, actors.now())) {
            course.turned(item, from, ItemState.FAILED, why);
        }
    }

    /** The document waits again. @return false when somebody else has settled the item meanwhile */
    boolean release(SigningItem item, ItemState from, ItemState to, String why, Act by) {
        return retry.inTransaction(() -> {
            SigningDocument document =
                    documents.lockById(item.document().value()).orElseThrow();
            if (!items.move(item, from, to, why, by.at())) {
                return false;
            }
            document.leaveBatch(shortened(why), by);
            documents.flush();
            return true;
        });
    }

    private static String shortened(String why) {
        return why.length() <= 500 ? why : why.substring(0, 500);
    }
}
