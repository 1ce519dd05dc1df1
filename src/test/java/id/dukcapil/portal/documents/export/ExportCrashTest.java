package id.dukcapil.portal.documents.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dukcapil.portal.common.ExportId;
import id.dukcapil.portal.documents.export.ExportRun.Result;
import id.dukcapil.portal.platform.FailedRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What can come between the first row of an export and its last: a crash, a second process, trouble with the disk. */
class ExportCrashTest extends ExportRunning {

    @Autowired
    ExportJob job;

    @Test
    void afterACrashInTheMiddleItIsWrittenAnewAndNothingOfTheFirstAttemptStays() throws IOException {
        ExportId id = asked(ExportFormat.CSV);
        assertThatThrownBy(() -> run(crashAfter(20)).run(id, 0, () -> false)).hasMessage("the machine is gone");
        assertThat(entry(id).status()).isEqualTo(ExportStatus.RUNNING);
        assertThat(Files.exists(files.of(id, 1))).isTrue();

        assertThat(run(line -> {}).run(id, 0, () -> false)).isEqualTo(Result.OVER);
        ExportEntry ready = entry(id);
        assertThat(ready.attempt()).isEqualTo(2);
        assertThat(new String(content(ready), StandardCharsets.UTF_8).lines()).hasSize(LINES + 1);
        assertThat(Files.exists(files.of(id, 1))).isFalse();
    }

    @Test
    void aProcessThatWasThoughtDeadDoesNotDisturbTheOneThatTookOver() {
        ExportId id = asked(ExportFormat.CSV);
        var taken = new AtomicBoolean();
        Result slow = run(line -> {
                    if (line == 20 && taken.compareAndSet(false, true)) {
                        assertThat(run(other -> {}).run(id, 0, () -> false)).isEqualTo(Result.OVER);
                    }
                })
                .run(id, 0, () -> false);
        assertThat(slow).isEqualTo(Result.OVER);
        ExportEntry ready = entry(id);
        assertThat(ready.status()).isEqualTo(ExportStatus.READY);
        assertThat(new String(content(ready), StandardCharsets.UTF_8).lines()).hasSize(LINES + 1);
        assertThat(Files.exists(files.of(id, 1))).isFalse();
    }

    @Test
    void aPortalThatIsBeingStoppedLeavesItToTheNextStart() {
        ExportId id = asked(ExportFormat.CSV);
        assertThat(run(line -> {}).run(id, 0, () -> true)).isEqualTo(Result.STOPPED);
        assertThat(entry(id).status()).isEqualTo(ExportStatus.RUNNING);
        assertThat(run(line -> {}).run(id, 0, () -> false)).isEqualTo(Result.OVER);
        assertThat(entry(id).status()).isEqualTo(ExportStatus.READY);
    }

    @Test
    void whatWasCancelledAfterItsProcessDiedIsNotTakenUpAgain() {
        ExportId id = asked(ExportFormat.CSV);
        assertThatThrownBy(() -> run(crashAfter(10)).run(id, 0, () -> false)).isInstanceOf(RuntimeException.class);
        records.askToCancel(id);
        assertThat(run(line -> {}).run(id, 0, () -> false)).isEqualTo(Result.OVER);
        assertThat(entry(id).status()).isEqualTo(ExportStatus.CANCELLED);
    }

    @Test
    void troubleIsToldAndTriedAgainAndAtLastGivenUp() {
        ExportId id = asked(ExportFormat.CSV);
        assertThatThrownBy(() -> run(crashAfter(10)).run(id, 0, () -> false)).isInstanceOf(RuntimeException.class);
        var full = new UncheckedIOException(new IOException("No space left on device"));
        assertThat(afterFailure(id, full, 1)).contains(clock.instant().plusSeconds(20));
        assertThat(entry(id).trouble())
                .isEqualTo("Penyimpanan portal penuh; hubungi administrator. Dicoba lagi otomatis.");
        assertThat(afterFailure(id, full, 3)).isEmpty();
        assertThat(entry(id).status()).isEqualTo(ExportStatus.FAILED);
        assertThat(entry(id).retryable()).isTrue();
        assertThat(files.present()).doesNotContain(id);
    }

    private Optional<Instant> afterFailure(ExportId id, Throwable cause, int attempt) {
        return FailedRun.of(job, id + "-0", attempt, cause, clock.instant());
    }
}
