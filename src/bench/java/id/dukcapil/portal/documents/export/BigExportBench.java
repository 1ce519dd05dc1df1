package id.dukcapil.portal.documents.export;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.ExportId;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.documents.Csv;
import id.dukcapil.portal.documents.Spreadsheet;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.OnBehalf;
import id.dukcapil.portal.staff.StaffScenario;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two hundred thousand rows out of the database into a file, and how much of the heap lives on while that goes on: measured after a
 * collection before every fiftieth page, so garbage does not count.
 */
@IntegrationTest
class BigExportBench {

    private static final int ROWS = 200_000;
    private static final long MOST_GROWTH = 24L << 20;
    private static final RowMapper<Integer> NUMBER = (row, number) -> row.getInt(1);

    @Autowired
    ExportRecords records;

    @Autowired
    ExportFiles files;

    @Autowired
    Spreadsheet spreadsheet;

    @Autowired
    Csv csv;

    @Autowired
    OnBehalf onBehalf;

    @Autowired
    CurrentStaff staff;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StaffScenario given;

    @Autowired
    SettableClock clock;

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void theHeapDoesNotGrowWithTheList(ExportFormat format) {
        var heap = new AtomicLong();
        long before = used();
        var kind =
                new Lines(line -> {
                    if (line % 50_000 == 0) {
                        heap.accumulateAndGet(used(), Math::max);
                    }
                }) {
                    @Override
                    public List<Integer> page(Filter filter, @Nullable Integer after, int limit) {
                        super.page(filter, after, 0);
                        return jdbc.sql("SELECT seq FROM seq_1_to_200000 WHERE seq > ? ORDER BY seq LIMIT ?")
                                .param(after == null ? 0 : after)
                                .param(limit)
                                .query(NUMBER)
                                .list();
                    }
                };
        var id = new ExportId(TimeOrderedId.at(clock.instant()));
        records.enter(
                id,
                new ExportRecords.Request(
                        given.account("pdp").id(),
                        "uji",
                        format,
                        ExportRun.JSON.writeValueAsString(new Lines.Filter(ROWS, "A")),
                        "semua",
                        null,
                        UUID.randomUUID().toString()));
        long start = System.nanoTime();
        new ExportRun(
                        records,
                        new ExportKinds(List.of(kind)),
                        files,
                        spreadsheet,
                        csv,
                        onBehalf,
                        staff,
                        Duration.ofMillis(400),
                        1_000)
                .run(id, 0, () -> false);
        double seconds = (System.nanoTime() - start) / 1e9;
        ExportEntry ready = records.find(id).orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "BENCH big-export format=%s rows=%d seconds=%.1f heap_growth_mb=%.1f size=%d%n",
                format,
                ready.rows(),
                seconds,
                (heap.get() - before) / 1048576.0,
                ready.size());
        files.remove(id);
        assertThat(ready.rows()).isEqualTo(ROWS);
        assertThat(heap.get() - before).isLessThan(MOST_GROWTH);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
