package id.dukcapil.portal.population.importing;

import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.Snapshot;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether an import is under way, and how many stopped halfway and wait for somebody. */
@Component
class ImportMetrics implements MeterBinder {

    private static final Duration KEPT = Duration.ofSeconds(10);

    private record Imports(int underWay, int stopped) {}

    private static final RowMapper<Imports> IMPORTS = RecordRow.of(Imports.class);

    private final JdbcClient jdbc;
    private final Snapshot<Imports> imports;

    ImportMetrics(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.imports = new Snapshot<>(this::read, KEPT, clock);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "portal.import.under.way", "Imports of residents that wait or run", Imports::underWay);
        gauge(registry, "portal.import.stopped", "Imports that failed halfway and can be resumed", Imports::stopped);
    }

    private void gauge(MeterRegistry registry, String name, String meaning, ToIntFunction<Imports> figure) {
        Gauge.builder(
                        name,
                        () -> imports.latest()
                                .map(now -> (double) figure.applyAsInt(now))
                                .orElse(Double.NaN))
                .description(meaning)
                .register(registry);
    }

    private Imports read() {
        return jdbc.sql("""
                        SELECT COUNT(active) AS under_way,
                          COUNT(IF(status = 'FAILED' AND phase IS NOT NULL AND purged_at IS NULL, 1, NULL)) AS stopped
                        FROM population_import""").query(IMPORTS).single();
    }
}
