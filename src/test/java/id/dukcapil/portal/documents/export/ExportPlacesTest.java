package id.dukcapil.portal.documents.export;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.common.ExportId;
import id.dukcapil.portal.documents.export.ExportRun.Result;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** How many exports run at the same time. */
class ExportPlacesTest extends ExportRunning {

    @Test
    void onePersonHasOneRunningAndTheNextWaits() {
        ExportId first = asked(ExportFormat.CSV);
        ExportId second = asked(ExportFormat.XLSX);
        var waited = new AtomicBoolean();
        run(line -> {
                    if (line == 10) {
                        waited.set(run(other -> {}).run(second, 0, () -> false) == Result.NO_PLACE);
                    }
                })
                .run(first, 0, () -> false);
        assertThat(waited).isTrue();
        assertThat(entry(second).status()).isEqualTo(ExportStatus.QUEUED);
        assertThat(run(line -> {}).run(second, 0, () -> false)).isEqualTo(Result.OVER);
        assertThat(entry(second).status()).isEqualTo(ExportStatus.READY);
    }

    @Test
    void allTogetherHaveThreeRunning() {
        var running = new ArrayList<ExportId>();
        for (int i = 0; i < 3; i++) {
            person = given.account("pdp");
            ExportId id = asked(ExportFormat.CSV);
            assertThat(records.begin(id, 0)).isEqualTo(ExportRecords.Start.BEGUN);
            running.add(id);
        }
        person = given.account("pdp");
        ExportId fourth = asked(ExportFormat.CSV);
        assertThat(records.begin(fourth, 0)).isEqualTo(ExportRecords.Start.NO_PLACE);
        records.fail(running.getFirst(), "uji");
        assertThat(records.begin(fourth, 0)).isEqualTo(ExportRecords.Start.BEGUN);
        running.forEach(id -> records.fail(id, "uji"));
        records.fail(fourth, "uji");
    }

    @Test
    void ofManyWhoBeginAtTheSameMomentThreeFindAPlace() throws Exception {
        var barrier = new CyclicBarrier(8);
        var begins = new ArrayList<Callable<ExportRecords.Start>>();
        var ids = new ArrayList<ExportId>();
        for (int i = 0; i < 8; i++) {
            person = given.account("pdp");
            ExportId id = asked(ExportFormat.CSV);
            ids.add(id);
            begins.add(() -> {
                barrier.await();
                return records.begin(id, 0);
            });
        }
        var starts = new ArrayList<ExportRecords.Start>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var outcome : threads.invokeAll(begins)) {
                starts.add(outcome.get());
            }
        }
        ids.forEach(id -> records.fail(id, "uji"));
        assertThat(Collections.frequency(starts, ExportRecords.Start.BEGUN)).isEqualTo(3);
        assertThat(Collections.frequency(starts, ExportRecords.Start.NO_PLACE)).isEqualTo(5);
    }
}
