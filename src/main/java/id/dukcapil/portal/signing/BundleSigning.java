package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.DiskFull;
import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.common.procedure.CurrentActor;
import id.dukcapil.portal.documents.DocumentStore;
import id.dukcapil.portal.documents.DocumentUnavailable;
import id.dukcapil.portal.documents.HashedContent;
import id.dukcapil.portal.signing.SignOutcome.DocumentRejected;
import id.dukcapil.portal.signing.SignOutcome.NotSent;
import id.dukcapil.portal.signing.SignOutcome.Signed;
import id.dukcapil.portal.signing.SignOutcome.SignerCannotSign;
import id.dukcapil.portal.signing.SignOutcome.Unknown;
import id.dukcapil.portal.signing.SignOutcome.Unreachable;
import id.dukcapil.portal.signing.SignOutcome.WrongPassphrase;
import id.dukcapil.portal.staff.Organisation;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Some documents of a batch, step by step: note that they are sent, have them signed, note under which digests, store,
 * examine, enter. They share the commit of each note, and each note is committed before the next step begins. No
 * transaction is open while the provider thinks. So whoever comes after a crash knows what may have happened.
 */
@Component
class BundleSigning {

    private static final Logger log = LoggerFactory.getLogger(BundleSigning.class);

    private final SigningItems items;
    private final SigningDocuments documents;
    private final SigningBatches batches;
    private final SignedItem signedItem;
    private final ItemRelease release;
    private final SignerOfTheMoment signers;
    private final DocumentStore store;
    private final Organisation organisation;
    private final CurrentActor actors;
    private final Retry retry;
    private final Clock clock;

    BundleSigning(
            SigningItems items,
            SigningDocuments documents,
            SigningBatches batches,
            SignedItem signedItem,
            ItemRelease release,
            SignerOfTheMoment signers,
            DocumentStore store,
            Organisation organisation,
            CurrentActor actors,
            Retry retry,
            Clock clock) {
        this.items = items;
        this.documents = documents;
        this.batches = batches;
        this.signedItem = signedItem;
        this.release = release;
        this.signers = signers;
        this.store = store;
        this.organisation = organisation;
        this.actors = actors;
        this.retry = retry;
        this.clock = clock;
    }

    private record Pinned(SigningItem item, PdfToSign pdf) {}

    private record Returned(SigningItems.Ahead ahead, HashedContent before, HashedContent pdf) {

        SigningItem item() {
            return ahead.item();
        }
    }

    void sign(List<SigningItem> bundle, BatchCourse course) {
        if (!maySignNow(course)) {
            return;
        }
        List<Pinned> sent = sent(pinned(bundle, course), course);
        List<SignOutcome> outcomes = course.send(sent.stream().map(Pinned::pdf).toList());
        List<Returned> signed = IntStream.range(0, sent.size())
                .mapToObj(each -> settled(sent.get(each), outcomes.get(each), course))
                .flatMap(Optional::stream)
                .toList();
        keep(signed, course);
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

    private List<Pinned> pinned(List<SigningItem> bundle, BatchCourse course) {
        Map<SigningDocumentId, SigningDocument> known =
                documents
                        .findAllById(bundle.stream()
                                .map(item -> item.document().value())
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(SigningDocument::id, Function.identity()));
        var pinned = new ArrayList<Pinned>();
        for (SigningItem item : bundle) {
            pdf(item, Objects.requireNonNull(known.get(item.document())), course)
                    .ifPresent(pdf -> pinned.add(new Pinned(item, pdf)));
        }
        return pinned;
    }

    private Optional<PdfToSign> pdf(SigningItem item, SigningDocument document, BatchCourse course) {
        try {
            return Optional.of(new PdfToSign(
                    store.readHashed(item.digest()),
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

    /** Those of which the note is committed that they are sent; none once the batch has to stop. */
    private List<Pinned> sent(List<Pinned> bundle, BatchCourse course) {
        if (course.stopped().isPresent()) {
            return List.of();
        }
        boolean[] moved = retry.inTransaction(
                () -> items.send(bundle.stream().map(Pinned::item).toList(), course.runner(), clock.instant()));
        List<Pinned> sent = chosen(bundle, moved);
        sent.forEach(each -> course.turned(each.item(), ItemState.WAITING, ItemState.SENT, null));
        if (sent.size() < bundle.size()) {
            stopOrGiveWay(course);
        }
        return sent;
    }

    private void stopOrGiveWay(BatchCourse course) {
        if (batches.isStopAsked(course.batch())) {
            course.stop(BatchEnding.STOPPED, "Dihentikan oleh penanda tangan.");
        } else {
            giveWay(course);
        }
    }

    private static void giveWay(BatchCourse course) {
        course.stop(BatchEnding.INTERRUPTED, "Sesi ini sudah diambil alih oleh proses lain.");
    }

    private Optional<Returned> settled(Pinned sent, SignOutcome outcome, BatchCourse course) {
        SigningItem item = sent.item();
        switch (outcome) {
            case Signed signed -> {
                course.accepted();
                return Optional.of(new Returned(
                        new SigningItems.Ahead(item, signed.pdf().hash(), signed.documentId()),
                        sent.pdf().content(),
                        signed.pdf()));
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
            case NotSent not -> letGo(item, ItemState.SENT, ItemState.NOT_DONE, not.explanation(), course);
            case Unknown unknown -> {
                leaveOpen(item, unknown.explanation(), course);
                course.silent(unknown.explanation());
            }
        }
        return Optional.empty();
    }

    private void keep(List<Returned> signed, BatchCourse course) {
        List<Returned> noted = noted(signed, course);
        boolean allStored = areStored(noted);
        List<SigningItems.Ahead> sound = noted.stream()
                .filter(returned -> (allStored || isStored(returned, course)) && isSound(returned, course))
                .map(Returned::ahead)
                .toList();
        signedItem
                .enter(sound, ItemState.SENT, course.signer().signer().account(), actors.now())
                .forEach(item -> course.turned(item, ItemState.SENT, ItemState.SIGNED, null));
    }

    private List<Returned> noted(List<Returned> signed, BatchCourse course) {
        boolean[] written = retry.inTransaction(
                () -> items.writeAhead(signed.stream().map(Returned::ahead).toList(), course.runner()));
        List<Returned> noted = chosen(signed, written);
        if (noted.size() < signed.size()) {
            giveWay(course);
        }
        return noted;
    }

    private static <T> List<T> chosen(List<T> all, boolean[] which) {
        return IntStream.range(0, all.size())
                .filter(each -> which[each])
                .mapToObj(all::get)
                .toList();
    }

    /** @return false when one of them could not be stored; then each has to be tried alone */
    private boolean areStored(List<Returned> noted) {
        try {
            store.putAll(noted.stream().map(Returned::pdf).toList());
            return true;
        } catch (UncheckedIOException lost) {
            log.error("Of {} signed documents one cannot be stored", noted.size(), lost);
            return false;
        }
    }

    private boolean isStored(Returned returned, BatchCourse course) {
        try {
            store.put(returned.pdf().bytes());
            return true;
        } catch (UncheckedIOException lost) {
            lost(returned.item(), lost, course);
            return false;
        }
    }

    private boolean isSound(Returned returned, BatchCourse course) {
        try {
            Optional<String> fault =
                    signedItem.fault(returned.before(), returned.pdf(), course.claim(), course.equipment());
            fault.ifPresent(why -> fail(returned.item(), ItemState.SENT, why, course));
            return fault.isEmpty();
        } catch (DocumentUnavailable | UncheckedIOException lost) {
            lost(returned.item(), lost, course);
            return false;
        }
    }

    private void lost(SigningItem item, RuntimeException lost, BatchCourse course) {
        log.error("A signed document cannot be stored", lost);
        String why = DiskFull.isBehind(lost)
                ? "Ditandatangani, tetapi ruang penyimpanan penuh."
                : "Ditandatangani, tetapi tidak dapat disimpan.";
        leaveOpen(item, why, course);
        course.stop(BatchEnding.STORAGE_FAILED, why);
    }

    private void leaveOpen(SigningItem item, String why, BatchCourse course) {
        if (items.move(item, ItemState.SENT, ItemState.UNKNOWN, why, clock.instant())) {
            course.turned(item, ItemState.SENT, ItemState.UNKNOWN, why);
        }
    }

    private void fail(SigningItem item, ItemState from, String why, BatchCourse course) {
        letGo(item, from, ItemState.FAILED, why, course);
    }

    private void letGo(SigningItem item, ItemState from, ItemState to, String why, BatchCourse course) {
        if (release.release(item, from, to, why, actors.now())) {
            course.turned(item, from, to, why);
        }
    }
}
