package id.dukcapil.portal.operations;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import id.dukcapil.portal.common.AlertMeasure;
import id.dukcapil.portal.common.BackgroundJob;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.Snapshot;
import id.dukcapil.portal.staff.ActingSystem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** How far the background jobs are behind, which of them are in trouble, and how often each has failed. */
@Component
class JobMetrics extends AbstractSchedulerListener {

    private static final Duration KEPT = Duration.ofSeconds(10);

    private final Jobs jobs;
    private final ActingSystem system;
    private final Clock clock;
    private final Snapshot<List<JobStatus>> latest;
    private final Map<String, Counter> failures = new HashMap<>();

    JobMetrics(MeterRegistry registry, List<BackgroundJob> known, Jobs jobs, ActingSystem system, Clock clock) {
        this.jobs = jobs;
        this.system = system;
        this.clock = clock;
        this.latest = new Snapshot<>(this::read, KEPT, clock);
        known.forEach(job -> failures.put(job.task(), failuresOf(job, registry)));
        gauge("portal.jobs.lag", "How late the job is that should have begun longest ago", this::lag)
                .baseUnit("seconds")
                .register(registry);
        gauge("portal.jobs.troubled", "Jobs that have failed, are late or were not heard of", JobMetrics::troubled)
                .register(registry);
        gauge("portal.jobs.failed.rows", "Rows that a job could not deal with and tries again", JobMetrics::failedRows)
                .register(registry);
    }

    @Override
    public void onExecutionComplete(ExecutionComplete run) {
        if (run.getResult() == ExecutionComplete.Result.FAILED) {
            Optional.ofNullable(failures.get(run.getExecution().taskInstance.getTaskName()))
                    .ifPresent(Counter::increment);
        }
    }

    /** Static, because the job that asks the measures is itself one of the jobs. */
    @Bean
    static AlertMeasure troubledJobs(Jobs jobs) {
        return new AlertMeasure(
                "jobs-troubled",
                "Pekerjaan latar bermasalah",
                "pekerjaan",
                false,
                0,
                Permission.SYSTEM_READ,
                Permission.SYSTEM_READ,
                () -> {
                    int jobsInTrouble = (int) troubled(jobs.all());
                    return List.of(new AlertMeasure.Reading(
                            null,
                            jobsInTrouble,
                            "%d pekerjaan gagal, sebagian gagal, terlambat atau macet.".formatted(jobsInTrouble),
                            "pekerjaan-latar"));
                });
    }

    private List<JobStatus> read() {
        var all = new ArrayList<JobStatus>();
        system.with(Set.of(Permission.SYSTEM_READ), () -> all.addAll(jobs.all()));
        return all;
    }

    private double lag(List<JobStatus> all) {
        return all.stream().mapToDouble(job -> late(job.nextRun())).max().orElse(0);
    }

    private double late(@Nullable Instant due) {
        return due == null
                ? 0
                : Math.max(0, Duration.between(due, clock.instant()).toMillis()) / 1_000.0;
    }

    private static double troubled(List<JobStatus> all) {
        return all.stream().filter(job -> job.state().isTrouble()).count();
    }

    private static double failedRows(List<JobStatus> all) {
        return all.stream().mapToInt(JobStatus::failedRows).sum();
    }

    private Gauge.Builder<?> gauge(String name, String meaning, ToDoubleFunction<List<JobStatus>> figure) {
        return Gauge.builder(
                        name, () -> latest.latest().map(figure::applyAsDouble).orElse(Double.NaN))
                .description(meaning);
    }

    private static Counter failuresOf(BackgroundJob job, MeterRegistry registry) {
        return Counter.builder("portal.job.failures")
                .description("Runs of background jobs that failed")
                .tag("task", job.task())
                .register(registry);
    }
}
