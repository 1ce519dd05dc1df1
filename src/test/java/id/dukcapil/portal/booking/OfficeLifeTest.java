package id.dukcapil.portal.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.calendar.Period;
import id.dukcapil.portal.calendar.ServiceHours;
import id.dukcapil.portal.calendar.ServiceWeek;
import id.dukcapil.portal.calendar.ServiceWeeks;
import id.dukcapil.portal.common.Appointments;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.OfficeAdministration;
import id.dukcapil.portal.staff.OfficeFacts;
import id.dukcapil.portal.staff.Offices;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.transaction.annotation.Transactional;

/** What opening, changing and closing an office means for its bookings; undone after each test. */
@IntegrationTest
@Transactional
@WithUserDetails("admin")
class OfficeLifeTest {

    private static final OfficeCode KERTASARI = new OfficeCode("320431");
    private static final LocalDate MONDAY = LocalDate.of(2026, 12, 7);

    @Autowired
    OfficeAdministration administration;

    @Autowired
    ServiceWeeks weeks;

    @Autowired
    Offices offices;

    @Autowired
    BookingScenario given;

    @Autowired
    QuotaCalendar quota;

    @Test
    void aNewSubDistrictOfficeIsBookableFromItsFirstDayOn() {
        OfficeCode office = administration.open(
                "320498",
                new OfficeFacts("UKL Kecamatan Uji", Office.Kind.UKL, ZoneId.of("Asia/Jakarta"), null, null, MONDAY));

        assertThat(day(office, MONDAY).available()).isEqualTo(18);
        assertThat(reasonOn(office, MONDAY.minusDays(3))).contains("Kantor mulai melayani 7 Desember 2026");
        assertThat(given.booked(office, MONDAY).office()).isEqualTo(office);
    }

    @Test
    void anOfficeIsNotClosedAsLongAsPeopleAreToCome() {
        given.booked(KERTASARI, MONDAY);
        Office office = offices.find(KERTASARI).orElseThrow();

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> administration.close(office, MONDAY, "Digabung"))
                .withMessageContaining("1 pemesanan pada 1 hari");

        administration.close(office, MONDAY.plusDays(1), "Digabung");
        assertThat(reasonOn(KERTASARI, MONDAY.plusDays(1))).contains("Kantor ditutup: Digabung");
    }

    @Test
    void theDaysThatNewHoursWouldTakeFromPeopleAreNamedBeforehand() {
        given.booked(KERTASARI, MONDAY);
        var onlyTuesdays = new ServiceWeek(
                Period.NORMAL,
                MONDAY.minusDays(7),
                null,
                Map.of(DayOfWeek.TUESDAY, new ServiceHours(LocalTime.of(8, 0), LocalTime.of(12, 0))));

        assertThat(weeks.lostDays(KERTASARI, onlyTuesdays))
                .containsExactly(new Appointments.Held(KERTASARI, MONDAY, 1));
    }

    private String reasonOn(OfficeCode office, LocalDate date) {
        return String.valueOf(day(office, date).reason());
    }

    private QuotaDay day(OfficeCode office, LocalDate date) {
        return given.asStaff("perencana", () -> quota.day(office, date));
    }
}
