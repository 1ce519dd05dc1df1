package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.CurrentActor;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentStore;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Prints a document anew when another signs than the one whose name it carries, or when it is marked as a specimen and
 * will be signed for real, or the other way round. That is allowed only when printing it with the old name, time and mark
 * still gives the very bytes that the verifier saw: then nothing else has changed. Otherwise it goes back to the verifier.
 */
@Component
class Reprinting {

    static final String CHANGED = "Data berubah sejak diverifikasi.";

    private static final Logger log = LoggerFactory.getLogger(Reprinting.class);

    private final ObjectProvider<SigningSource> sources;
    private final SigningDocuments documents;
    private final DocumentCommands commands;
    private final DocumentStore store;
    private final CurrentActor actors;
    private final Retry retry;
    private final Clock clock;

    Reprinting(
            ObjectProvider<SigningSource> sources,
            SigningDocuments documents,
            DocumentCommands commands,
            DocumentStore store,
            CurrentActor actors,
            Retry retry,
            Clock clock) {
        this.sources = sources;
        this.documents = documents;
        this.commands = commands;
        this.store = store;
        this.actors = actors;
        this.retry = retry;
        this.clock = clock;
    }

    /** @return why it cannot be signed by that one now, in a sentence; empty when it now carries the signer's lines and the mark */
    Optional<String> forSigner(SigningDocument document, SignatoryLines lines, boolean specimen) {
        SigningSource source = byKind().get(document.kind());
        if (source == null) {
            return Optional.of("Tidak ada yang dapat mencetak ulang dokumen ini atas nama Anda.");
        }
        PrintedDocument now;
        var imprint = new Imprint(lines, clock.instant(), specimen);
        try {
            PrintedDocument again = source.print(document.reference(), document.imprint(), document.code());
            if (!ContentHash.of(again.pdf()).equals(document.unsigned())) {
                change(document, (waiting, by) -> commands.refuse(waiting, CHANGED, by));
                return Optional.of(CHANGED + " Dikembalikan ke verifikator.");
            }
            now = source.print(document.reference(), imprint, document.code());
        } catch (RuntimeException failed) {
            log.error("A document cannot be printed anew for another signatory", failed);
            return Optional.of("Dokumen tidak dapat dicetak ulang atas nama Anda.");
        }
        ContentHash digest = store.put(now.pdf());
        change(document, (waiting, by) -> {
            waiting.reprint(digest, now.place(), imprint, by);
            commands.told(waiting);
        });
        return Optional.empty();
    }

    private Map<String, SigningSource> byKind() {
        try (Stream<SigningSource> all = sources.stream()) {
            return all.collect(Collectors.toMap(SigningSource::kind, Function.identity()));
        }
    }

    /** Unless somebody else has done something with it meanwhile: then it is looked at again anyway. */
    private void change(SigningDocument seen, BiConsumer<SigningDocument, ActedBy> verb) {
        retry.inTransaction(() -> documents
                .lockById(seen.id().value())
                .filter(now -> now.status() == SigningDocumentStatus.AWAITING
                        && now.unsigned().equals(seen.unsigned()))
                .ifPresent(now -> verb.accept(now, actors.now())));
    }
}
