package id.dukcapil.portal.sla;

import static java.util.stream.Collectors.toSet;

import id.dukcapil.portal.calendar.WorkingTime;
import id.dukcapil.portal.calendar.WorkingTimes;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.platform.RecurringJob;
import id.dukcapil.portal.platform.RecurringWork;
import id.dukcapil.portal.platform.Rhythm;
import id.dukcapil.portal.sla.stay.CalendarMonths;
import id.dukcapil.portal.staff.Organisation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Works out anew when open cases are due, because holidays, hours and exceptions can be entered or taken away at any
 * time. Each case is its own transaction, so that nobody who works on another one has to wait.
 */
@Component
class CaseRecalculation {

    static final String TASK = "sla-recalculate";
    static final String STAYS = "sla-stays-again";
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final CaseBook book;
    private final CaseDues dues;
    private final WorkingTimes workingTimes;
    private final CaseFollowing following;
    private final CalendarMonths months;
    private final RecurringWork work;
    private final Clock clock;

    CaseRecalculation(
            CaseBook book,
            CaseDues dues,
            WorkingTimes workingTimes,
            CaseFollowing following,
            CalendarMonths months,
            RecurringWork work,
            Clock clock) {
        this.book = book;
        this.dues = dues;
        this.workingTimes = workingTimes;
        this.following = following;
        this.months = months;
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

    /**
     * Stays that are over: of cases from before the ledger, and of offices and months whose days or hours were changed
     * afterwards.
     */
    void workOutStaysAgain() {
        work.rows(STAYS, "Mencatat langkah dari masa sebelum buku kinerja", UUID::toString, months::withoutStays)
                .each(following::workOutAgain);
        for (CalendarMonths.Month month : months.changed()) {
            int failed = work.rows(
                            STAYS,
                            "Menghitung ulang langkah %s %s".formatted(month.office(), month.month()),
                            UUID::toString,
                            limit -> months.cases(month))
                    .each(following::workOutAgain);
            if (failed == 0) {
                months.keep(month);
            }
        }
    }

    @Bean
    RecurringJob workOutStays(Organisation organisation) {
        return new RecurringJob(
                STAYS,
                "Menghitung ulang waktu kerja langkah yang sudah selesai bila kalendernya berubah",
                Rhythm.daily(LocalTime.of(3, 15), organisation.timeZone()),
                this::workOutStaysAgain);
    }

    @Bean
    RecurringJob recalculateCases() {
        return new RecurringJob(TASK, "Menghitung ulang jatuh tempo berkas", Rhythm.every(EVERY), this::run);
    }
}
