package id.dukcapil.portal.population.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dukcapil.portal.population.importing.ImportLine.Effect;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whatever happens in the middle of an import: nothing is lost, nothing counts twice, and it goes on where it stopped. */
class ImportCrashTest extends ImportInSteps {

    @Autowired
    JdbcTemplate template;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void anImportStoppedBetweenAnyTwoStepsGoesOnWhereItStopped(int steps) throws IOException {
        ImportEntry entry = started();
        assertThat(run.goOn(entry.id(), after(steps))).isFalse();
        assertThat(records.find(entry.id()).orElseThrow().status()).isEqualTo(ImportStatus.RUNNING);
        assertThat(run.goOn(entry.id(), () -> false)).isTrue();
        assertComplete(entry);
    }

    @Test
    void anImportThatStopsAfterEveryStepStillArrives() throws IOException {
        ImportEntry entry = started();
        int runs = 1;
        while (!run.goOn(entry.id(), after(1))) {
            runs++;
        }
        assertThat(runs).isGreaterThan(4);
        assertComplete(entry);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aConnectionKilledInTheMiddleOfReadingTakesItsStepBack(int steps) throws IOException {
        ImportEntry entry = started();
        var dying = new ImportStaging(template) {
            private int left = steps;

            @Override
            void lay(ImportId id, List<JudgedRow> rows) {
                super.lay(id, rows);
                if (left-- == 0) {
                    killOwnConnection();
                }
            }
        };
        assertThatThrownBy(() -> runWith(dying, register).goOn(entry.id(), () -> false))
                .isInstanceOf(RuntimeException.class);
        assertThat(records.find(entry.id()).orElseThrow().counts().read()).isEqualTo(steps * STEP);
        assertThat(run.goOn(entry.id(), () -> false)).isTrue();
        assertComplete(entry);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aConnectionKilledInTheMiddleOfWritingTakesItsStepBack(int steps) throws IOException {
        ImportEntry entry = started();
        var dying = new RegisterMerge(jdbc) {
            private int left = steps;

            @Override
            Map<Effect, Integer> merge(ImportId id, int from, int to, boolean dryRun, Instant now) {
                Map<Effect, Integer> effects = super.merge(id, from, to, dryRun, now);
                if (left-- == 0) {
                    killOwnConnection();
                }
                return effects;
            }
        };
        assertThatThrownBy(() -> runWith(staging, dying).goOn(entry.id(), () -> false))
                .isInstanceOf(RuntimeException.class);
        assertThat(people()).isLessThan(10);
        assertThat(run.goOn(entry.id(), () -> false)).isTrue();
        assertComplete(entry);
    }

    @Test
    void twoProcessesThatBelieveTheImportIsTheirsCountEveryRowOnce() throws Exception {
        ImportEntry entry = started();
        var barrier = new CyclicBarrier(2);
        Callable<Boolean> process = () -> {
            barrier.await();
            return finishedByOneOfSeveral(entry.id());
        };
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var outcome : threads.invokeAll(List.of(process, process))) {
                outcome.get();
            }
        }
        run.goOn(entry.id(), () -> false);
        assertComplete(entry);
    }

    /** Whoever comes second finds its step done, or waits for the lock and loses; both are no harm. */
    private boolean finishedByOneOfSeveral(ImportId id) {
        try {
            return run.goOn(id, () -> false);
        } catch (RuntimeException lost) {
            return false;
        }
    }

    @Test
    void whatFailedIsResumedByHand() throws IOException {
        ImportEntry entry = started();
        run.goOn(entry.id(), after(2));
        run.giveUp(entry.id(), Trouble.sentence(new IOException("No space left on device")));
        ImportEntry failed = records.find(entry.id()).orElseThrow();
        assertThat(failed.resumable()).isTrue();
        assertThat(failed.trouble()).isEqualTo("Penyimpanan penuh; bebaskan ruang pada peladen.");
        imports.resume(entry.id());
        assertThat(run.goOn(entry.id(), () -> false)).isTrue();
        assertComplete(entry);
    }

    private void killOwnConnection() {
        jdbc.sql("KILL CONNECTION_ID()").update();
    }
}
