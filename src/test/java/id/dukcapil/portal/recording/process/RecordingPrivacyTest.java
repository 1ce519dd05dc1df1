package id.dukcapil.portal.recording.process;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.common.Retention;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What a data subject is told of recordings, and that they end. */
@IntegrationTest
class RecordingPrivacyTest {

    @Autowired
    RecordingScenario given;

    @Autowired
    Recordings recordings;

    @Autowired
    RecordingsOfPerson answer;

    @Autowired
    Retention recordingRetention;

    @Autowired
    Retention diaryRetention;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aDataSubjectIsToldEveryStepAndThatNoBiometricsAreStored() {
        RecordingDetails recorded = given.recorded();
        assertThat(answer.about(recorded.nik()))
                .singleElement()
                .satisfies(item -> assertThat(item.values())
                        .containsEntry("Nama", recorded.name())
                        .containsEntry("Tanda bukti", String.valueOf(recorded.receipt())));
        assertThat(answer.describe().toString()).contains("tanpa sidik jari");
    }

    @Test
    @Transactional
    void anEndedRecordingLosesItsPersonAndAnOpenOneDoesNot() {
        RecordingDetails recorded = given.recorded();
        RecordingDetails ended = given.as(
                        RecordingScenario.RECORDING, () -> recordings.finish(recorded.number(), recorded.version()))
                .orElseThrow();
        RecordingDetails open = given.forwarded();
        var later = ended.phaseSince().plus(Duration.ofSeconds(1));
        assertThat(recordingRetention.removeEndedBefore(later, 1_000)).isPositive();
        assertThat(diaryRetention.removeEndedBefore(later, 1_000)).isPositive();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM recording_case WHERE number = ? AND person_nik IS NULL")
                        .param(ended.number())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql(
                                "SELECT COUNT(*) FROM recording_book_line WHERE recording_number = ? AND person_nik IS NOT NULL")
                        .param(ended.number())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(given.now(open.number()).name()).isEqualTo(open.name());
    }
}
