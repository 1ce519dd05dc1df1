package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import id.dukcapil.portal.booking.BookingCode;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.counter.ServiceCode;
import id.dukcapil.portal.counter.ServicePage;
import id.dukcapil.portal.counter.Ticket;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Addresses of the booking views with their filters, for links from anywhere. Never carries personal data. */
public final class BookingNavigation {

    static final String CALENDAR = "kuota";
    static final String BOOKINGS = "pemesanan";
    static final String BOARD = "papan-hari";
    static final String RECEPTION = "kedatangan";
    static final String RELOCATIONS = "pemindahan";

    private BookingNavigation() {}

    public static String calendar(OfficeCode office) {
        return CALENDAR + "?kantor=" + office;
    }

    static void openRelocations(UI ui, OfficeCode office) {
        ui.navigate(RELOCATIONS, QueryParameters.simple(Map.of("kantor", office.value())));
    }

    public static String calendarDay(OfficeCode office, LocalDate day) {
        return calendar(office) + "&hari=" + day;
    }

    public static String bookingsOf(OfficeCode office, LocalDate day) {
        return BOOKINGS + "?kantor=" + office + "&dari=" + day + "&sampai=" + day;
    }

    public static String bookingsOf(OfficeCode office, LocalDate day, String status) {
        return bookingsOf(office, day) + "&status=" + status;
    }

    public static String booking(BookingCode code) {
        return BOOKINGS + "?dari=&kode=" + code;
    }

    /** The booking of the person at the counter. */
    @Component
    static class CounterPage implements ServicePage {

        @Override
        public boolean serves(ServiceCode service) {
            return service.equals(ServiceCode.CETAK_KTP);
        }

        @Override
        public Permission permission() {
            return Permission.BOOKING_READ;
        }

        @Override
        public String label() {
            return "Buka pemesanan";
        }

        @Override
        public Optional<String> address(Ticket ticket) {
            return Optional.ofNullable(ticket.bookingCode()).map(code -> booking(new BookingCode(code)));
        }
    }

    static QueryParameters chosen(BookingCode code) {
        return QueryParameters.simple(Map.of("dari", "", "kode", code.value()));
    }
}
