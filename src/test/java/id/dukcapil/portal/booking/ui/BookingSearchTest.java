package id.dukcapil.portal.booking.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dukcapil.portal.booking.BookingDetails;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.SearchSource.Hit;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithUserDetails;

/** Bookings as the search box finds them; the operator works for the head office only. */
@WithUserDetails("operator")
class BookingSearchTest extends BookingScreen {

    private static final OfficeCode DINAS = new OfficeCode("DINAS");
    private static final LocalDate DAY = LocalDate.of(2026, 12, 14);

    @Autowired
    BookingSearch search;

    @Test
    void aCodeOrItsBeginningLeadsToTheBooking() {
        BookingDetails booking = given.booked(DINAS, DAY);
        String code = booking.code().value();
        assertThat(search.find(code.toLowerCase().replace("-", ""), 5))
                .singleElement()
                .satisfies(hit -> {
                    assertThat(hit.title()).isEqualTo(code + " · " + booking.fullName());
                    assertThat(hit.detail()).contains("Dinas Dukcapil, Soreang", "Terpesan");
                    assertThat(hit.path()).isEqualTo("pemesanan?dari=&kode=" + code);
                });
        assertThat(search.find(code.substring(0, 6), 5))
                .extracting(Hit::path)
                .contains(BookingNavigation.booking(booking.code()));
    }

    @Test
    void aNikAndTheBeginningOfANameFindTheBookingWithoutShowingTheNik() {
        BookingDetails booking = given.booked(DINAS, DAY);
        assertThat(search.find(booking.nik().value(), 5)).singleElement().satisfies(hit -> {
            assertThat(hit.toString()).doesNotContain(booking.nik().value());
            assertThat(hit.path()).endsWith(booking.code().value());
        });
        assertThat(search.find(booking.fullName().toLowerCase(), 20))
                .extracting(Hit::path)
                .contains(BookingNavigation.booking(booking.code()));
    }

    @Test
    void aShortNumberIsAQueueNumberOfToday() {
        BookingDetails booking = given.booked(DINAS, DAY);
        String number = "%03d".formatted(booking.queueNumber());
        assertThat(search.find(number, 50))
                .extracting(Hit::path)
                .doesNotContain(BookingNavigation.booking(booking.code()));
        clock.set(DAY.atTime(LocalTime.of(2, 0)).toInstant(ZoneOffset.UTC));
        assertThat(search.find(number, 50)).extracting(Hit::path).contains(BookingNavigation.booking(booking.code()));
    }

    @Test
    void theHitOpensTheBookingInItsList() {
        BookingDetails booking = given.booked(DINAS, DAY);
        open(BookingsView.class, Map.of("dari", "", "kode", booking.code().value()));
        assertThat(page()).contains(booking.fullName());
    }

    @Test
    @WithUserDetails("registrasi")
    void whoMayNotSeeBookingsIsNotAskedForThem() {
        assertThat(search.available()).isFalse();
        assertThatThrownBy(() -> search.find("siti", 5)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whoWorksForOneOfficeFindsOnlyItsBookings() {
        BookingDetails elsewhere = given.booked(new OfficeCode("320426"), DAY);
        for (String text : List.of(
                elsewhere.nik().value(), elsewhere.fullName(), elsewhere.code().value())) {
            assertThat(paths(text)).doesNotContain(BookingNavigation.booking(elsewhere.code()));
            assertThat(given.asStaff("manajer", () -> paths(text)))
                    .contains(BookingNavigation.booking(elsewhere.code()));
        }
    }

    private List<String> paths(String text) {
        return search.find(text, 100).stream().map(Hit::path).toList();
    }
}
