package id.dukcapil.portal.recording.process;

import static id.dukcapil.portal.recording.process.RecordingScenario.RECORDING;
import static id.dukcapil.portal.recording.process.RecordingScenario.REGISTRATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.procedure.IllegalMove;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Two operators and a person at one UKL, on the real database. */
@IntegrationTest
class RecordingsTest {

    @Autowired
    RecordingScenario given;

    @Autowired
    Recordings recordings;

    @Autowired
    RecordingLists lists;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Test
    void aPersonIsRegisteredRecordedAndLeavesWithTheProof() {
        RecordingDetails recorded = given.recorded();
        assertThat(recorded.number()).startsWith("PRK-320437-");
        assertThat(recorded.receipt()).startsWith("400.12.2.2/");
        assertThat(given.statusOf(recorded.nik())).isEqualTo("BIO_CAPTURED");
        RecordingDetails finished = given.as(RECORDING, () -> recordings.finish(recorded.number(), recorded.version()))
                .orElseThrow();
        assertThat(finished.phase()).isEqualTo(RecordingPhase.FINISHED);
        assertThat(finished.history()).extracting(step -> step.actor()).contains("Deden Suryana", "Yayah Rokayah");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM sla_interval WHERE case_id = ? AND to_at IS NOT NULL")
                        .param(finished.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
    }

    @Test
    void theSearchBoxFindsARecordingByItsNumberAndByAWholeNikHoweverItIsTyped() {
        RecordingDetails recorded = given.recorded();
        String spaced = recorded.nik().value().replaceAll("(\\d{4})", "$1 ").strip();
        for (String text : List.of(recorded.number(), recorded.number().toLowerCase(Locale.ROOT), spaced)) {
            assertThat(given.as(RECORDING, () -> lists.lookUp(text, 5)))
                    .extracting(row -> row.number())
                    .containsExactly(recorded.number());
        }
        assertThat(given.as(RECORDING, () -> lists.lookUp(recorded.name(), 5))).isEmpty();
    }

    @Test
    void aPersonWhoWasRecordedBeforeKeepsTheStatusOfTheCard() {
        Nik nik = given.somebodyWho(
                "recording_status = 'CARD_ISSUED' AND standing IS NULL AND birth_date < '1990-01-01'");
        RecordingDetails opened = given.opened(nik);
        given.as(REGISTRATION, () -> {
            long version = recordings
                    .receive(opened.number(), opened.version(), "KTP-el lama", "")
                    .orElseThrow()
                    .version();
            version = recordings
                    .accept(opened.number(), version, RecordingScenario.papers())
                    .orElseThrow()
                    .version();
            return recordings.already(opened.number(), version, "Kartu sudah diserahkan 2020.", NextStop.PRINT);
        });
        assertThat(given.statusOf(nik)).isEqualTo("CARD_ISSUED");
        assertThat(given.now(opened.number()).phase()).isEqualTo(RecordingPhase.ALREADY_RECORDED);
        assertThat(given.now(opened.number()).last().reason())
                .isEqualTo("Kartu sudah diserahkan 2020. Diarahkan ke pencetakan KTP-el.");
    }

    @Test
    void whoCannotBeRecordedHereIsToldWhy() {
        assertThat(refusal(given.somebodyWho("birth_date > '2015-01-01'"), "")).startsWith("Belum 16 tahun");
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        String sixteen = "marital_status = 1 AND birth_date BETWEEN '%s' AND '%s'"
                .formatted(
                        today.minusYears(17).plusDays(5), today.minusYears(16).minusDays(5));
        assertThat(refusal(given.somebodyWho(sixteen), "")).startsWith("Belum 17 tahun dan belum pernah kawin");
        assertThat(refusal(given.nowStanding("DECEASED"), "")).contains("sudah meninggal");
        assertThat(refusal(given.nowStanding("MOVED_AWAY"), "")).contains("pindah keluar kabupaten");
        assertThat(refusal(new Nik("3273061203900001"), ""))
                .startsWith("Penduduk ")
                .contains("bukan Kabupaten Bandung");
        assertThat(refusal(new Nik("3204371203900999"), "")).contains("tidak ada dalam data penduduk");
    }

    @Test
    void aMarriageThatOnlyThePaperKnowsIsEnoughAtSixteen() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Nik nik = given.somebodyWho("marital_status = 1 AND birth_date BETWEEN '%s' AND '%s'"
                .formatted(
                        today.minusYears(17).plusDays(5), today.minusYears(16).minusDays(5)));
        var opened = given.as(REGISTRATION, () -> recordings.open(nik, "Kutipan akta nikah"));
        assertThat(((OpeningDecision.Opened) opened).recording().underAge()).isTrue();
        given.as(REGISTRATION, () -> {
            var recording = ((OpeningDecision.Opened) opened).recording();
            return recordings.leave(recording.number(), recording.version(), "Pulang");
        });
    }

    private String refusal(Nik nik, String paper) {
        return given.as(REGISTRATION, () -> ((OpeningDecision.Refused) recordings.open(nik, paper)).sentence());
    }

    @Test
    void twoOperatorsWhoOpenTheSamePersonAtOnceShareOneRecording() throws Exception {
        Nik nik = given.somebody();
        String colleague = given.operator("registrasi", "320437");
        List<OpeningDecision> both = together(
                () -> given.as(REGISTRATION, () -> recordings.open(nik, "")),
                () -> given.as(colleague, () -> recordings.open(nik, "")));
        assertThat(both).filteredOn(OpeningDecision.Opened.class::isInstance).hasSize(1);
        assertThat(both)
                .filteredOn(OpeningDecision.AlreadyOpen.class::isInstance)
                .hasSize(1);
    }

    @Test
    void aDoubleClickRecordsOnce() throws Exception {
        RecordingDetails recording = given.recording();
        Callable<String> click = () -> {
            try {
                return given.as(RECORDING, () -> recordings.succeed(recording.number(), recording.version()))
                        .orElseThrow()
                        .receipt();
            } catch (ChangedMeanwhile late) {
                return late.getMessage();
            }
        };
        List<String> both = together(click, click);
        assertThat(both).filteredOn(answer -> answer.startsWith("400.12.2.2/")).hasSize(1);
        assertThat(both)
                .filteredOn(answer -> answer.contains("baru saja diubah"))
                .hasSize(1);
        assertThat(given.now(recording.number()).history())
                .filteredOn(step -> step.action() == RecordingAction.SUCCEED)
                .hasSize(1);
    }

    @Test
    void registrationAndRecordingAreTwoPeopleAndTwoPermissions() {
        RecordingDetails forwarded = given.forwarded();
        assertThatThrownBy(() ->
                        given.as(REGISTRATION, () -> recordings.takeOver(forwarded.number(), forwarded.version())))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> given.as(RECORDING, () -> recordings.notYet(forwarded.number(), forwarded.version())))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void theSamePersonWithBothRolesIsRefused() {
        String both = given.operator("registrasi", "320437");
        jdbc.sql("INSERT INTO staff_account_role (account_id, role_code)"
                        + " SELECT id, 'perekaman' FROM staff_account WHERE username = ?")
                .param(both)
                .update();
        Nik nik = given.somebody();
        RecordingDetails forwarded = given.as(both, () -> {
            var opened = ((OpeningDecision.Opened) recordings.open(nik, "")).recording();
            long version = recordings
                    .receive(opened.number(), opened.version(), "Paspor", "")
                    .orElseThrow()
                    .version();
            version = recordings
                    .accept(opened.number(), version, RecordingScenario.papers())
                    .orElseThrow()
                    .version();
            return recordings.notYet(opened.number(), version).orElseThrow();
        });
        assertThatThrownBy(() -> given.as(both, () -> recordings.takeOver(forwarded.number(), forwarded.version())))
                .isInstanceOf(IllegalMove.class)
                .hasMessageContaining("dua petugas yang berbeda");
    }

    @Test
    void theSameFileScannedAtTwoDesksAtOnceIsReceivedAtOne() throws Exception {
        RecordingDetails forwarded = given.forwarded();
        String colleague = given.operator("perekaman", "320437");
        List<String> both = together(scan(forwarded, RECORDING), scan(forwarded, colleague));
        assertThat(both).filteredOn("berkas diterima"::equals).hasSize(1);
        assertThat(both)
                .filteredOn(answer -> answer.contains("baru saja diubah"))
                .hasSize(1);
        assertThat(given.now(forwarded.number()).history())
                .filteredOn(step -> step.action() == RecordingAction.TAKE_OVER)
                .hasSize(1);
    }

    private Callable<String> scan(RecordingDetails file, String operator) {
        return () -> {
            try {
                given.as(operator, () -> recordings.takeOver(file.number(), file.version()));
                return "berkas diterima";
            } catch (ChangedMeanwhile late) {
                return String.valueOf(late.getMessage());
            }
        };
    }

    @Test
    void theOutcomeOfAnotherOperatorsFileIsRefused() {
        RecordingDetails recording = given.recording();
        String colleague = given.operator("perekaman", "320437");
        assertThatThrownBy(() -> given.as(colleague, () -> recordings.succeed(recording.number(), recording.version())))
                .isInstanceOf(IllegalMove.class)
                .hasMessageContaining("dipegang Yayah Rokayah");
        assertThat(given.now(recording.number()).phase()).isEqualTo(RecordingPhase.RECORDING);
    }

    @Test
    void anotherOfficeDoesNotReachTheFile() {
        RecordingDetails forwarded = given.forwarded();
        String elsewhere = given.operator("perekaman", "320408");
        assertThat(given.as(elsewhere, () -> recordings.takeOver(forwarded.number(), forwarded.version())))
                .isEmpty();
        assertThat(given.as(elsewhere, () -> recordings.find(forwarded.number())))
                .isEmpty();
    }

    @Test
    void technicalTroubleIsAPauseOfTheOffice() {
        String office = "320408";
        String operator = given.operator("registrasi", office);
        Nik nik = given.somebody();
        given.as(operator, () -> {
            var opened = ((OpeningDecision.Opened) recordings.open(nik, "")).recording();
            var troubled = recordings
                    .trouble(opened.number(), opened.version(), "Listrik padam")
                    .orElseThrow();
            recordings.trouble(opened.number(), troubled.version(), "Masih padam");
            return true;
        });
        assertThat(jdbc.sql("SELECT reason FROM sla_pause WHERE office_code = ? AND to_at IS NULL")
                        .param(office)
                        .query(String.class)
                        .list())
                .containsExactly("Listrik padam");
        jdbc.sql("UPDATE sla_pause SET to_at = from_at + INTERVAL 1 SECOND WHERE office_code = ? AND to_at IS NULL")
                .param(office)
                .update();
    }

    private static <T> List<T> together(Callable<T> one, Callable<T> other) throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<T>> answers = threads.invokeAll(List.of(one, other));
            return List.of(answers.get(0).get(), answers.get(1).get());
        }
    }
}
