package id.dukcapil.portal.signing;

import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tests of the signing room start from: documents of a kind of their own that wait, and batches that went wrong. */
@TestComponent
public class RoomScenario {

    private static final RowMapper<UUID> ID = (row, number) -> row.getObject(1, UUID.class);

    private final SigningScenario given;
    private final SigningRig rig;
    private final DocumentStore store;
    private final SettableClock clock;
    private final JdbcClient jdbc;

    RoomScenario(SigningScenario given, SigningRig rig, DocumentStore store, SettableClock clock, JdbcClient jdbc) {
        this.given = given;
        this.rig = rig;
        this.store = store;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** A kind that no other test has. */
    public static String aKind() {
        return "UJI_"
                + UUID.randomUUID()
                        .toString()
                        .replace("-", "")
                        .substring(0, 12)
                        .chars()
                        .mapToObj(digit -> String.valueOf((char) ('A' + Character.digit(digit, 16))))
                        .reduce("", String::concat);
    }

    /** Verified a minute after the one before. */
    public SigningDocumentId waiting(String kind) {
        return registered(kind, null, "DINAS");
    }

    public List<SigningDocumentId> waiting(String kind, int count) {
        var documents = new ArrayList<SigningDocumentId>();
        for (int each = 0; each < count; each++) {
            documents.add(waiting(kind));
        }
        return documents;
    }

    public SigningDocumentId waitingAt(String kind, String office) {
        return registered(kind, null, office);
    }

    /** One that this person has worked on. */
    public SigningDocumentId checkedBy(String kind, String username) {
        return registered(kind, given.account(username), "DINAS");
    }

    private SigningDocumentId registered(String kind, @Nullable UUID worker, String office) {
        clock.advance(Duration.ofMinutes(1));
        String reference = SomeDocuments.aReference();
        ContentHash digest = store.put(Pdfs.page(reference));
        Set<StaffId> workedOn = worker == null
                ? Set.of(SomeDocuments.OPERATOR, SomeDocuments.VERIFIER)
                : Set.of(SomeDocuments.OPERATOR, SomeDocuments.VERIFIER, new StaffId(worker));
        return given.registered(new NewSigningDocument(
                kind,
                reference,
                new OfficeCode(office),
                "Surat uji",
                "RINA KARLINA",
                null,
                VerificationCode.random(),
                digest,
                SomeDocuments.PLACE,
                new Imprint(SomeDocuments.HEAD, clock.instant(), true),
                new NewSigningDocument.Verifier(SomeDocuments.VERIFIER, "Neneng Aisyah", clock.instant()),
                workedOn));
    }

    /** The bytes are no longer in the store. */
    public void lose(SigningDocumentId document) {
        store.remove(details(document).unsigned());
    }

    public SigningDocumentDetails details(SigningDocumentId document) {
        return given.details(document);
    }

    public <T> T as(String username, Supplier<T> work) {
        return given.as(username, work);
    }

    /** A batch of the head's in another process, of which nothing was sent yet. */
    public Elsewhere batchElsewhere(List<SigningDocumentId> documents) {
        SigningRig.Portal portal = rig.portal(1);
        return new Elsewhere(
                portal, given.as("kadis", () -> portal.open(documents)).batch());
    }

    /** @param call the how manieth document is answered so */
    public SigningBatchId batchWith(List<SigningDocumentId> documents, int call, SignOutcome answer) {
        SigningRig.Portal portal = rig.portal(1).answering(number -> number == call ? answer : null);
        OpenedBatch batch = given.as("kadis", () -> portal.open(documents)).batch();
        return new Elsewhere(portal, batch).ends();
    }

    public static SignOutcome rejected(String why) {
        return new SignOutcome.DocumentRejected(why, SigningRig.answer());
    }

    public static SignOutcome unknown(String why) {
        return new SignOutcome.Unknown(why, SigningRig.answer());
    }

    /** A batch that another process has. */
    public final class Elsewhere {

        private final SigningRig.Portal portal;
        private final OpenedBatch batch;

        private Elsewhere(SigningRig.Portal portal, OpenedBatch batch) {
            this.portal = portal;
            this.batch = batch;
        }

        public SigningBatchId id() {
            return batch.id();
        }

        /** The other process signs until it is over. */
        public SigningBatchId ends() {
            portal.runner.run(batch, Passphrase.of("rahasia".toCharArray()), new Silent());
            return batch.id();
        }
    }

    public int batchesOf(SigningDocumentId document) {
        return jdbc.sql("SELECT batch_id FROM signing_item WHERE document_id = ?")
                .param(document.value())
                .query(ID)
                .list()
                .size();
    }

    /** Tests that kill a portal leave batches behind that nobody works on; the room would show them. */
    public void nothingIsBeingSigned() {
        jdbc.sql("UPDATE signing_batch SET state = 'ENDED', ending = 'INTERRUPTED', ended_at = started_at"
                        + " WHERE state = 'RUNNING'")
                .update();
    }
}
