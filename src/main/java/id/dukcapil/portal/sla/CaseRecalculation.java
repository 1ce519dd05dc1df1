package id.dukcapil.portal.sla;

import static java.util.stream.Collectors.toSet;

import id.dukcapil.portal.calendar.WorkingTime;
import id.dukcapil.portal.calendar.WorkingTimes;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.platform.RecurringJob;
import id.dukcapil.portal.platform.RecurringWork;
import id.dukcapil.portal.platform.Rhythm;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Works out anew when open cases are due, because holidays, hours and exceptions can be entered or taken away at any
 * time. Each case is its own transaction, so that nobody who works on another one has to wait.
 */
@Component
class CaseRecalculation {

    static final String TASK = "sla-recalculate";
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final CaseBook book;
    private final CaseDues dues;
    private final WorkingTimes workingTimes;
    private final RecurringWork work;
    private final Clock clock;

    CaseRecalculation(CaseBook book, CaseDues dues, WorkingTimes workingTimes, RecurringWork work, Clock clock) {
        this.book = book;
        this.dues = dues;
        this.workingTimes = workingTimes;
        this.work = work;
        this.clock = clock;
    }

    void run() {
        run(book.openCases());
    }

    /** The same for one office, at once. */
    void run(OfficeCode office) {
        run(book.openCases().stream().filter(one -> one.office().equals(office)).toList());
    }

    private void run(List<CaseBook.OpenCase> open) {
        Instant now = clock.instant();
        Map<OfficeCode, WorkingTime> offices =
                workingTimes.of(open.stream().map(CaseBook.OpenCase::office).collect(toSet()), now, now);
        work.rows(TASK, "Menghitung ulang jatuh tempo", one -> one.id().toString(), limit -> open)
                .each(one -> recalculate(one, offices, now));
    }

    private void recalculate(CaseBook.OpenCase one, Map<OfficeCode, WorkingTime> offices, Instant now) {
        WorkingTime office = offices.get(one.office());
        if (office != null && book.lock(one.id())) {
            dues.workOut(one.id(), one.office(), office, now);
        }
    }

    @Bean
    RecurringJob recalculateCases() {
        return new RecurringJob(TASK, "Menghitung ulang jatuh tempo berkas", Rhythm.every(EVERY), this::run);
    }
}
