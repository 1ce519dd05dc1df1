package id.dukcapil.portal.activation.report;

import id.dukcapil.portal.activation.process.ActivationCounter;
import id.dukcapil.portal.activation.process.ActivationLists;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.MailRequested;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.documents.numbers.DocumentNumbers;
import id.dukcapil.portal.documents.numbers.NumberKind;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Step 6: the day's report. It is counted from the acts whenever it is looked at, until the day is closed; from then on it
 * is what was closed. There is no re-opening: what turns out to be wrong is listed beside it.
 */
@Service
@PreAuthorize("hasAuthority('ACTIVATION_READ')")
public class DailyReports {

    static final String MAIL = "activation/report";
    private static final int LONGEST_CORRECTION = 500;

    private final DayRows rows;
    private final ReportArchive archive;
    private final TargetTable targets;
    private final ActivationLists lists;
    private final ActivationCounter counter;
    private final CurrentStaff staff;
    private final Offices offices;
    private final Organisation organisation;
    private final DocumentNumbers numbers;
    private final NumberKind activationReports;
    private final ReportSettings settings;
    private final Retry retry;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DailyReports(
            DayRows rows,
            ReportArchive archive,
            TargetTable targets,
            ActivationLists lists,
            ActivationCounter counter,
            CurrentStaff staff,
            Offices offices,
            Organisation organisation,
            DocumentNumbers numbers,
            NumberKind activationReports,
            ReportSettings settings,
            Retry retry,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.archive = archive;
        this.targets = targets;
        this.lists = lists;
        this.counter = counter;
        this.staff = staff;
        this.offices = offices;
        this.organisation = organisation;
        this.numbers = numbers;
        this.activationReports = activationReports;
        this.settings = settings;
        this.retry = retry;
        this.events = events;
        this.clock = clock;
    }

    /** As the acts stand now, closed or not; without the target. */
    @PreAuthorize("hasAnyAuthority('ACTIVATION_READ', 'ACTIVATION_SERVE')")
    public DayReport counted(OfficeCode office, LocalDate day) {
        requireScope(office);
        return count(offices.find(office).orElseThrow(), day);
    }

    private DayReport count(Office office, LocalDate day) {
        return DayCounting.of(office.name(), day, rows.of(office.code(), day));
    }

    /** The day as it is closed; empty while it is not. What came after the closing is among the corrections. */
    @PreAuthorize("hasAnyAuthority('ACTIVATION_READ', 'ACTIVATION_SERVE')")
    public Optional<ClosedReport> closed(OfficeCode office, LocalDate day) {
        requireScope(office);
        return retry.inTransaction(() -> archive.find(office, day).map(this::withLateActs));
    }

    @PreAuthorize("hasAuthority('ACTIVATION_READ')")
    public Optional<ClosedReport> closed(String number) {
        return retry.inTransaction(() -> archive.find(number).map(this::withLateActs));
    }

    private ClosedReport withLateActs(ClosedReport report) {
        List<ClosedReport.Correction> all = new ArrayList<>(report.corrections());
        rows.after(report.office(), report.day(), report.closedAt())
                .forEach(act -> all.add(new ClosedReport.Correction(
                        act.at(),
                        act.officer() == null ? "Portal" : act.officer(),
                        "Sesudah penutupan: %s (%s), tidak masuk angka laporan"
                                .formatted(act.action().label(), act.purpose().label()))));
        return new ClosedReport(
                report.id(),
                report.number(),
                report.office(),
                report.day(),
                report.report(),
                report.hash(),
                report.closedAt(),
                report.closedBy(),
                report.closedByNip(),
                report.intact(),
                all);
    }

    /** All offices of that day together, as the acts stand now. */
    public DayReport regency(LocalDate day) {
        return DayCounting.of(organisation.regency(), day, rows.of(null, day)).with(targets.districts(day));
    }

    /** The days of a month with at least one act, each as the acts stand now. @param office null for the regency */
    public List<DayReport> month(@Nullable OfficeCode office, YearMonth month) {
        if (office != null) {
            requireScope(office);
        }
        String scope = office == null
                ? organisation.regency()
                : offices.find(office).orElseThrow().name();
        return month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .map(day -> DayCounting.of(scope, day, rows.of(office, day)))
                .filter(report -> report.served() > 0)
                .toList();
    }

    /** An event outside the office, as the acts stand now. */
    public DayReport campaign(UUID id, String place, LocalDate day) {
        return DayCounting.of(place, day, rows.ofCampaign(id));
    }

    public List<DayReport.Target> districts(LocalDate day) {
        return targets.districts(day);
    }

    /** @param district six digits */
    public List<DayReport.Target> villages(String district, LocalDate day) {
        return targets.villages(district, day);
    }

    /**
     * Files what became active up to that day, closes the day of that office and locks it. Activations that are under way
     * go on and count on the day on which they end.
     *
     * @throws InvalidInput when the day is closed already, or has not begun
     */
    @PreAuthorize("hasAuthority('ACTIVATION_SERVE')")
    public ClosedReport close(OfficeCode code, LocalDate day) {
        staff.requireScope(code);
        StaffMember officer = staff.require();
        Office office = offices.find(code).orElseThrow();
        if (day.isAfter(LocalDate.ofInstant(clock.instant(), office.timeZone()))) {
            throw new InvalidInput("day", "Hari itu belum dimulai.");
        }
        return closed(office, day, officer);
    }

    private ClosedReport closed(Office office, LocalDate day, @Nullable StaffMember officer) {
        try {
            return retry.inTransaction(() -> {
                if (archive.isClosed(office.code(), day)) {
                    throw alreadyClosed();
                }
                Instant end = day.plusDays(1).atStartOfDay(office.timeZone()).toInstant();
                lists.unfiled(office.code(), end).forEach(counter::archive);
                return store(office, day, closing(officer));
            });
        } catch (DuplicateKeyException faster) {
            throw alreadyClosed();
        }
    }

    private static InvalidInput alreadyClosed() {
        return new InvalidInput(
                "day", "Hari ini sudah ditutup. Laporan tidak dapat dibuka lagi; catat koreksi bila ada yang keliru.");
    }

    private ReportArchive.Closing closing(@Nullable StaffMember officer) {
        Instant now = clock.instant();
        return officer == null
                ? new ReportArchive.Closing(now, "Portal", null, true)
                : new ReportArchive.Closing(now, officer.fullName(), lists.nipOf(officer.id()), false);
    }

    /** In the caller's transaction. */
    ClosedReport store(Office office, LocalDate day, ReportArchive.Closing closing) {
        DayReport report = count(office, day).with(targets.districts(day));
        String number = numbers.next(activationReports, office);
        String hash = archive.put(List.of(new ReportArchive.Closed(number, office.code(), report, closing)))
                .getFirst();
        events.publishEvent(AuditEvent.of(ReportArchive.RECORD, number, "Ditutup dan dikunci")
                .at(office.code())
                .changing("SHA-256", null, hash)
                .changing("Orang dilayani", null, report.served())
                .changing("Aktif baru", null, report.fresh()));
        settings.recipients().forEach(address -> events.publishEvent(letter(address, office, number, report)));
        return archive.find(number).orElseThrow();
    }

    private static MailRequested letter(String address, Office office, String number, DayReport report) {
        return new MailRequested(
                MAIL,
                address,
                "Penerima laporan",
                Map.of(
                        "number", number,
                        "office", office.name(),
                        "day", Formats.longDate(report.day()),
                        "served", Formats.number(report.served()),
                        "fresh", Formats.number(report.fresh()),
                        "dropOuts", Formats.number(report.dropOuts())),
                ReportArchive.RECORD,
                number,
                ReportAttachment.KIND);
    }

    /** Closes days that are over, or whose hour has come; files what is active as the portal. @return how many */
    int closeDue() {
        int closed = 0;
        for (Office office : offices.all()) {
            Instant now = clock.instant();
            LocalDate today = LocalDate.ofInstant(now, office.timeZone());
            boolean hour = !now.atZone(office.timeZone()).toLocalTime().isBefore(settings.closesAt());
            for (LocalDate day : lists.unclosedDays(office.code(), hour ? today : today.minusDays(1))) {
                closed(office, day, null);
                closed++;
            }
        }
        return closed;
    }

    /** Appends what turned out to be wrong; the report stays. @throws InvalidInput without words, or too many */
    @PreAuthorize("hasAuthority('ACTIVATION_SERVE')")
    public void correct(ClosedReport report, String text) {
        staff.requireScope(report.office());
        String words = text.strip();
        if (words.isEmpty() || words.length() > LONGEST_CORRECTION) {
            throw new InvalidInput(
                    "reason", "Koreksi harus diisi, paling banyak %d huruf.".formatted(LONGEST_CORRECTION));
        }
        Instant now = clock.instant();
        retry.inTransaction(() -> {
            archive.correct(
                    report.id(),
                    TimeOrderedId.at(now),
                    new ClosedReport.Correction(now, staff.require().fullName(), words));
            events.publishEvent(AuditEvent.of(ReportArchive.RECORD, report.number(), "Dikoreksi")
                    .at(report.office())
                    .because(words));
        });
    }

    private void requireScope(OfficeCode office) {
        if (staff.find().isPresent()) {
            staff.requireScope(office);
        }
    }
}
