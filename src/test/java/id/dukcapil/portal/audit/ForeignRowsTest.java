package id.dukcapil.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.audit.Damage.Kind;
import id.dukcapil.portal.audit.TrailIntegrity.Seal;
import id.dukcapil.portal.common.AuditEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.test.context.support.WithUserDetails;

/** The administrator of the database writes rows of the trail, or has triggers do it, on a real database. */
@WithUserDetails("pdp")
class ForeignRowsTest extends TrailTest {

    private static final String COLUMNS = "id, at, actor_kind, actor_name, roles, kind, reference, action, changes";
    private static final String VALUES =
            "UUID(), NOW(6), 'STAFF', 'Tita Wulandari', '', 'Pemesanan', 'ASING-%s', 'Dibatalkan', '[]'";

    @TempDir
    Path folder;

    @Autowired
    AuditTrail trail;

    @Autowired
    TrailIntegrity integrity;

    @Autowired
    TrailRetention retention;

    @BeforeEach
    void sealWhatWaits() {
        sealer.sealWaiting();
        assertThat(verified().damages()).isEmpty();
    }

    /** What was sealed as foreign stays so, but goes with its batch. */
    @AfterEach
    void letEverythingGo() {
        sealer.sealWaiting();
        while (retention.removeEndedBefore(clock.instant().plus(Duration.ofDays(4_000)), 5_000) > 0) {
            // Batch by batch
        }
        assertThat(verified().damages()).isEmpty();
    }

    @Test
    void aRowPutIntoTheInboxIsSealedAsForeignAndTheOthersAreNot() {
        write("ASING-SEBELUM");
        insertIntoInbox("1");
        write("ASING-SESUDAH");
        assertThat(sealer.sealWaiting()).isEqualTo(3);
        assertThat(kinds()).containsExactly(Kind.ROW_FOREIGN);
        assertThat(sealOf("ASING-1")).isEqualTo(Seal.FOREIGN);
        assertThat(sealOf("ASING-SEBELUM")).isEqualTo(Seal.INTACT);
        assertThat(sealOf("ASING-SESUDAH")).isEqualTo(Seal.INTACT);
    }

    @Test
    void aForeignRowThatIsCalledThePortalsLaterIsAnEditedRow() {
        insertIntoInbox("1");
        sealer.sealWaiting();
        String undo = "UPDATE audit_trail SET origin = %s WHERE reference = 'ASING-1'";
        jdbc.sql(undo.formatted("NULL")).update();
        assertThat(kinds()).containsExactly(Kind.ROW_EDITED);
        assertThat(sealOf("ASING-1")).isEqualTo(Seal.BROKEN);
        jdbc.sql(undo.formatted("'FOREIGN'")).update();
    }

    @Test
    void aWaitingRowThatIsChangedIsForeign() {
        for (String edit : List.of("actor_name = 'Orang lain'", "at = at - INTERVAL 1 MICROSECOND", "reason = ''")) {
            write("ASING-DIUBAH");
            jdbc.sql("UPDATE audit_inbox SET " + edit).update();
        }
        sealer.sealWaiting();
        assertThat(foreign()).isEqualTo(3);
    }

    @Test
    void aTriggerOnTheInboxGivesItselfAway() {
        withTrigger(
                "BEFORE INSERT ON audit_inbox FOR EACH ROW SET NEW.actor_name = 'Orang lain'",
                () -> write("ASING-PEMICU"));
        sealer.sealWaiting();
        assertThat(kinds()).containsExactly(Kind.ROW_FOREIGN);
    }

    @Test
    void aTriggerElsewhereThatWritesIntoTheInboxGivesItselfAway() {
        withTrigger(
                "AFTER INSERT ON audit_batch FOR EACH ROW INSERT INTO audit_inbox (%s) VALUES (%s)"
                        .formatted(COLUMNS, VALUES.formatted("PEMICU")),
                () -> {
                    write("ASING-BIASA");
                    sealer.sealWaiting();
                });
        sealer.sealWaiting();
        assertThat(foreign()).isEqualTo(1);
        assertThat(sealOf("ASING-BIASA")).isEqualTo(Seal.INTACT);
    }

    @Test
    void aTriggerOnTheTrailGivesItselfAway() {
        write("ASING-JEJAK");
        withTrigger("BEFORE INSERT ON audit_trail FOR EACH ROW SET NEW.action = 'Dibaca'", () -> sealer.sealWaiting());
        assertThat(kinds()).containsExactly(Kind.ROW_EDITED);
        jdbc.sql("UPDATE audit_trail SET action = 'Diubah' WHERE reference = 'ASING-JEJAK'")
                .update();
    }

    @Test
    void aSealedRowThatIsPutIntoTheInboxAgainIsARepetition() {
        write("ASING-ULANG");
        jdbc.sql("CREATE TABLE audit_drill AS SELECT * FROM audit_inbox").update();
        try {
            sealer.sealWaiting();
            jdbc.sql("INSERT INTO audit_inbox SELECT * FROM audit_drill").update();
            sealer.sealWaiting();
        } finally {
            jdbc.sql("DROP TABLE audit_drill").update();
        }
        assertThat(kinds()).containsExactly(Kind.ROW_REPEATED);
    }

    @Test
    void aForeignRowThatCannotBeReadHidesNoOther() {
        write("ASING-TERBACA");
        jdbc.sql("INSERT INTO audit_inbox (%s, office) VALUES (%s, 'bukan kantor')"
                        .formatted(
                                COLUMNS,
                                VALUES.formatted("RUSAK").replace("'[]'", "'{'").replace("STAFF", "HANTU")))
                .update();
        sealer.sealWaiting();
        TrailEntry unreadable = entry("ASING-RUSAK");
        assertThat(unreadable.party()).isEqualTo(Party.UNKNOWN);
        assertThat(unreadable.changes()).containsExactly(new AuditEvent.Change("Tidak terbaca", null, "{"));
        assertThat(entry("ASING-TERBACA").party()).isEqualTo(Party.STAFF);
    }

    @Test
    void whateverTheTextTheDatabaseGivesBackWhatWasProved() {
        for (String text : List.of("", " ", "é👍", "a\u0000b", "\ud83d", "baris\r\nbaru", "'\"\\")) {
            events.publishEvent(AuditEvent.of("Uji", "ASING-TEKS " + text, text)
                    .changing(text, text, null)
                    .because(text));
        }
        assertThat(sealer.sealWaiting()).isEqualTo(7);
        assertThat(verified().damages()).isEmpty();
    }

    @Test
    void rowsBeforeTheBeginningAreRefusedAndFoundWhenTheRuleIsGone() {
        for (long number : new long[] {0, -1, Long.MIN_VALUE}) {
            assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> insertIntoTrail(number));
        }
        jdbc.sql("ALTER TABLE audit_trail DROP CONSTRAINT audit_trail_number").update();
        try {
            insertIntoTrail(0);
            insertIntoTrail(-7);
            assertThat(verified().damages())
                    .containsExactly(Damage.row(Kind.ROW_INSERTED, -7, 0), Damage.row(Kind.ROW_INSERTED, 0, 0));
        } finally {
            jdbc.sql("DELETE FROM audit_trail WHERE number <= 0").update();
            jdbc.sql("ALTER TABLE audit_trail ADD CONSTRAINT audit_trail_number CHECK (number > 0)")
                    .update();
        }
    }

    @Test
    void aRowWhereOldOnesWerePrunedIsFoundAndIsNotPrunedWithOthers() {
        write("ASING-LAMA");
        sealer.sealWaiting();
        long pruned = rows.lastBatch().orElseThrow().lastRow();
        letEverythingGo();
        insertIntoTrail(pruned);
        try {
            write("ASING-MUDA");
            sealer.sealWaiting();
            retention.removeEndedBefore(clock.instant().plus(Duration.ofDays(4_000)), 5_000);
            assertThat(verified().damages()).containsExactly(Damage.row(Kind.ROW_INSERTED, pruned, 0));
        } finally {
            jdbc.sql("DELETE FROM audit_trail WHERE number = ?").param(pruned).update();
        }
    }

    @Test
    void aRowPutAtTheHighestNumberDoesNotStopTheSealer() {
        insertIntoTrail(Long.MAX_VALUE);
        try {
            write("ASING-LANJUT");
            assertThat(sealer.sealWaiting()).isEqualTo(1);
            assertThat(verified().damages()).containsExactly(Damage.row(Kind.ROW_INSERTED, Long.MAX_VALUE, 0));
        } finally {
            jdbc.sql("DELETE FROM audit_trail WHERE number = ?")
                    .param(Long.MAX_VALUE)
                    .update();
        }
    }

    @Test
    void whatAnEarlierVersionLeftWaitingIsTakenOverOnce() {
        insertIntoInbox("VERSI-LAMA");
        var firstStart = new InboxProof(new Secrets(folder));
        new WaitingRowsAreProved(rows, firstStart, clock).enter();
        assertThat(firstStart.isNew()).isFalse();
        assertThat(rows.waiting(10))
                .singleElement()
                .satisfies(row ->
                        assertThat(firstStart.holds(row.content(), row.proof())).isTrue());
        insertIntoInbox("SESUDAHNYA");
        new WaitingRowsAreProved(rows, firstStart, clock).enter();
        assertThat(rows.waiting(10).stream().filter(row -> firstStart.holds(row.content(), row.proof())))
                .hasSize(1);
    }

    private void write(String reference) {
        events.publishEvent(AuditEvent.of("Uji", reference, "Diubah"));
    }

    private void insertIntoInbox(String reference) {
        jdbc.sql("INSERT INTO audit_inbox (%s) VALUES (%s)".formatted(COLUMNS, VALUES.formatted(reference)))
                .update();
    }

    private void insertIntoTrail(long number) {
        jdbc.sql("INSERT INTO audit_trail (number, hash, %s) VALUES (%d, '', %s)"
                        .formatted(COLUMNS, number, VALUES.formatted("JEJAK")))
                .update();
    }

    private void withTrigger(String trigger, Runnable deed) {
        jdbc.sql("CREATE TRIGGER audit_drill " + trigger).update();
        try {
            deed.run();
        } finally {
            jdbc.sql("DROP TRIGGER audit_drill").update();
        }
    }

    private List<Kind> kinds() {
        return verified().damages().stream().map(Damage::kind).toList();
    }

    private long foreign() {
        return verified().damages().stream()
                .filter(damage -> damage.kind() == Kind.ROW_FOREIGN)
                .mapToLong(damage -> damage.lastRow() - damage.firstRow() + 1)
                .sum();
    }

    private Seal sealOf(String reference) {
        return integrity.sealOf(entry(reference));
    }

    private TrailEntry entry(String reference) {
        return trail.page(new TrailFilter(null, null, reference, null, null, null, null, null), null, 0, 1)
                .getFirst();
    }
}
