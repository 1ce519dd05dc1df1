package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.documents.PdfRenderer;
import id.dukcapil.portal.documents.Template;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What has become of every number of a day, while it goes on and when it is over; no people, only numbers. */
@Service
@PreAuthorize("hasAuthority('BOOKING_READ')")
public class DayAccounts {

    private static final Template TEMPLATE = new Template("booking/day-account");

    private static final RowMapper<DayAccount.Number> NUMBER = (row, number) -> new DayAccount.Number(
            row.getInt("queue_number"),
            DayEnding.of(BookingStatus.valueOf(row.getString("status")), row.getBoolean("released")),
            UtcDateTime.readNullable(row, "checked_in_at"),
            UtcDateTime.readNullable(row, "served_at"));

    private final JdbcClient jdbc;
    private final CurrentStaff currentStaff;
    private final Offices offices;
    private final PdfRenderer pdf;
    private final Clock clock;

    DayAccounts(JdbcClient jdbc, CurrentStaff currentStaff, Offices offices, PdfRenderer pdf, Clock clock) {
        this.jdbc = jdbc;
        this.currentStaff = currentStaff;
        this.offices = offices;
        this.pdf = pdf;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public DayAccount of(OfficeCode office, LocalDate date) {
        currentStaff.requireScope(office);
        List<DayAccount.Number> numbers = jdbc.sql("""
                        SELECT queue_number, status, released_at IS NOT NULL AS released, checked_in_at, served_at
                        FROM booking_booking WHERE office_code = :office AND service_date = :date
                        ORDER BY queue_number""")
                .param("office", office.value())
                .param("date", date)
                .query(NUMBER)
                .list();
        int issued = jdbc.sql("""
                        SELECT last_number FROM booking_quota_day
                        WHERE office_code = :office AND service_date = :date""")
                .param("office", office.value())
                .param("date", date)
                .query(Integer.class)
                .optional()
                .orElse(0);
        return new DayAccount(issued, numbers);
    }

    /** On paper, with the sum held against the numbers that were given out. */
    @PreAuthorize("hasAuthority('BOOKING_READ') and hasAuthority('BOOKING_EXPORT')")
    public byte[] pdf(OfficeCode code, LocalDate date) {
        Office office = offices.find(code).orElseThrow();
        DayAccount account = of(code, date);
        return pdf.render(
                TEMPLATE,
                Map.of(
                        "OFFICE_NAME", office.name(),
                        "DATE_TEXT", Formats.longDate(date),
                        "SUMMARY", summary(account),
                        "PRINTED_AT", Formats.dateTime(clock.instant(), office.timeZone())),
                lines(account));
    }

    private static List<Map<String, String>> lines(DayAccount account) {
        return Arrays.stream(DayEnding.values())
                .map(ending -> Map.of(
                        "ending", ending.label(),
                        "count", Formats.number(account.count(ending)),
                        "numbers", account.numbersOf(ending)))
                .toList();
    }

    private static String summary(DayAccount account) {
        long open = account.numbers().stream()
                .filter(number -> !number.ending().isFinal())
                .count();
        String sum = "Nomor dikeluarkan: %d. Jumlah di atas: %d. Selisih: %d."
                .formatted(
                        account.issued(),
                        account.numbers().size(),
                        account.issued() - account.numbers().size());
        String wait = account.averageWait()
                .map(average -> " Rata-rata menunggu: %s.".formatted(Formats.duration(average)))
                .orElse("");
        return sum + wait + (open == 0 ? " Semua nomor sudah berakhir." : " Belum berakhir: %d.".formatted(open));
    }
}
