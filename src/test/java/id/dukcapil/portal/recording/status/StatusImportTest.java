package id.dukcapil.portal.recording.status;

import static id.dukcapil.portal.recording.process.RecordingScenario.REGISTRATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.population.CardStatuses.CardStatus;
import id.dukcapil.portal.population.RecordingStatus;
import id.dukcapil.portal.recording.process.RecordingDetails;
import id.dukcapil.portal.recording.process.RecordingScenario;
import id.dukcapil.portal.recording.process.Recordings;
import id.dukcapil.portal.recording.status.StatusImports.RefusedRow;
import id.dukcapil.portal.recording.status.StatusImports.StatusImport;
import id.dukcapil.portal.recording.status.StatusRow.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Exports of the centre come in row by row; what cannot be is refused with a sentence. */
@IntegrationTest
class StatusImportTest {

    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

    @Autowired
    RecordingScenario given;

    @Autowired
    Recordings recordings;

    @Autowired
    StatusImports imports;

    @Autowired
    StatusImportJob job;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aStatusRunsForwardAndOutOfTroubleBack() {
        assertThat(judged(RecordingStatus.BIO_CAPTURED, "SENT_FOR_ENROLLMENT")).isInstanceOf(Verdict.Changed.class);
        assertThat(judged(RecordingStatus.SENT_FOR_ENROLLMENT, "prr")).isInstanceOf(Verdict.Changed.class);
        assertThat(judged(RecordingStatus.ENROLL_FAILURE_AT_CENTRAL, "BIO_CAPTURED"))
                .isInstanceOf(Verdict.Changed.class);
        assertThat(judged(RecordingStatus.DUPLICATE_RECORD, "Rekaman ganda")).isInstanceOf(Verdict.Same.class);
        assertThat(judged(RecordingStatus.PRINT_READY_RECORD, "SFE"))
                .isEqualTo(
                        new Verdict.Refused("Status mundur: data penduduk sudah \"Siap cetak (PRR)\", berkas menyebut"
                                + " \"Dikirim untuk penunggalan\"."));
        assertThat(judged(RecordingStatus.CARD_ISSUED, "UNREGISTERED")).isInstanceOf(Verdict.Refused.class);
        assertThat(judged(RecordingStatus.BIO_CAPTURED, "SUDAH")).isInstanceOf(Verdict.Refused.class);
    }

    private static Verdict judged(RecordingStatus before, String status) {
        var nik = new Nik("3204375509090001");
        return new StatusRow(2, nik.value(), status, "").judge(new CardStatus(nik, before, null), NOW, WIB);
    }

    @Test
    void aDateOlderThanTheRegisterOrYetToComeIsRefused() {
        var nik = new Nik("3204375509090001");
        var before = new CardStatus(nik, RecordingStatus.BIO_CAPTURED, Instant.parse("2026-11-20T02:00:00Z"));
        assertThat(new StatusRow(2, nik.value(), "SFE", "19-11-2026").judge(before, NOW, WIB))
                .isInstanceOf(Verdict.Refused.class);
        assertThat(new StatusRow(2, nik.value(), "SFE", "2026-11-25").judge(before, NOW, WIB))
                .isInstanceOf(Verdict.Refused.class);
        assertThat(new StatusRow(2, nik.value(), "SFE", "kemarin").judge(before, NOW, WIB))
                .isInstanceOf(Verdict.Refused.class);
        assertThat(new StatusRow(2, nik.value(), "SFE", "21/11/2026").judge(before, NOW, WIB))
                .isInstanceOf(Verdict.Changed.class);
        assertThat(new StatusRow(2, nik.value(), "SFE", "2026-11-20").judge(before, NOW, WIB))
                .isInstanceOf(Verdict.Changed.class);
    }

    @Test
    void rowsAreTakenOrRefusedOneByOneAndWhoGaveAnAddressIsTold() {
        RecordingDetails recorded = recordedWithAddress();
        Nik issued = given.somebodyWho(
                "recording_status = 'CARD_ISSUED' AND standing IS NULL AND birth_date < '1980-01-01'");
        StatusImport done = imported("""
                Ekspor status per 24 November 2026
                NIK;STATUS;TANGGAL
                %s;PRINT_READY_RECORD;
                3204371203900999;SENT_FOR_ENROLLMENT;
                %s;PROCESSING;
                12;PRR;
                """.formatted(recorded.nik().value(), issued.value()));
        assertThat(done.changed()).isEqualTo(1);
        assertThat(done.ready()).isEqualTo(1);
        assertThat(done.refused()).isEqualTo(3);
        assertThat(done.endedAt()).isNotNull();
        assertThat(given.as(REGISTRATION, () -> imports.refused(done.id(), 10)))
                .extracting(RefusedRow::line)
                .containsExactly(4, 5, 6);
        assertThat(given.as(REGISTRATION, () -> imports.refused(done.id(), 10)))
                .extracting(RefusedRow::finding)
                .satisfies(findings -> {
                    assertThat(findings.get(0)).contains("tidak ada dalam data penduduk");
                    assertThat(findings.get(1)).startsWith("Status mundur");
                    assertThat(findings.get(2)).contains("NIK tidak sah");
                });
        assertThat(given.statusOf(recorded.nik())).isEqualTo("PRINT_READY_RECORD");
        assertThat(given.statusOf(issued)).isEqualTo("CARD_ISSUED");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM notification_mail WHERE template = ? AND reference = ?")
                        .params(ReadyLetters.TEMPLATE, recorded.number())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aSecondRunOfAnEndedImportChangesNothing() {
        StatusImport done =
                imported("NIK,STATUS\n%s,SFE\n".formatted(given.recorded().nik().value()));
        job.carryOut(done.id().toString(), () -> false);
        assertThat(given.as(REGISTRATION, () -> imports.latest(50)))
                .filteredOn(one -> one.id().equals(done.id()))
                .containsExactly(done);
    }

    @Test
    void anInterruptedImportGoesOnBehindItsLastStep() {
        var rows = new StringBuilder("NIK,STATUS\n");
        for (int i = 0; i < 1_500; i++) {
            rows.append("32043712039%05d,SFE\n".formatted(i));
        }
        UUID id = received(rows.toString()).id();
        assertThat(job.carryOut(id.toString(), () -> true)).isPresent();
        assertThat(find(id).readTo()).isEqualTo(1_001);
        assertThat(job.carryOut(id.toString(), () -> false)).isEmpty();
        assertThat(find(id).refused()).isEqualTo(1_500);
    }

    @Test
    void aFileWithoutTheColumnsIsRefusedAndReadersDoNotImport() {
        assertThatThrownBy(() -> received("NAMA,ALAMAT\nA,B\n"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("Kolom NIK dan STATUS");
        assertThatThrownBy(() -> given.as("operator", () -> receive("NIK,STATUS\n")))
                .isInstanceOf(AccessDeniedException.class);
    }

    private RecordingDetails recordedWithAddress() {
        RecordingDetails opened = given.opened(given.somebody());
        RecordingDetails forwarded = given.as(REGISTRATION, () -> {
            long version = recordings
                    .receive(opened.number(), opened.version(), "KTP lama", "pemohon@contoh.id")
                    .orElseThrow()
                    .version();
            version = recordings
                    .accept(opened.number(), version, Set.copyOf(RecordingScenario.papers()))
                    .orElseThrow()
                    .version();
            return recordings.notYet(opened.number(), version).orElseThrow();
        });
        return given.as(RecordingScenario.RECORDING, () -> {
            long version = recordings
                    .takeOver(forwarded.number(), forwarded.version())
                    .orElseThrow()
                    .version();
            return recordings.succeed(forwarded.number(), version).orElseThrow();
        });
    }

    private StatusImport imported(String content) {
        StatusImport begun = received(content);
        job.carryOut(begun.id().toString(), () -> false);
        return find(begun.id());
    }

    private StatusImport find(UUID id) {
        return given.as(REGISTRATION, () -> imports.latest(50)).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private StatusImport received(String content) {
        return given.as(REGISTRATION, () -> receive(content));
    }

    private StatusImport receive(String content) {
        try {
            return imports.receive("status.csv", new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
