package id.dukcapil.portal.booking.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Div;
import id.dukcapil.portal.booking.BookingDetails;
import id.dukcapil.portal.booking.Reception;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.Pulse;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

/** The head of the office looks at Monday 23 November 2026. */
@WithUserDetails("kadis")
class DayBoardViewTest extends BookingScreen {

    private static final OfficeCode DINAS = new OfficeCode("DINAS");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    Reception reception;

    @Autowired
    Pulse pulse;

    @BeforeEach
    void onTheDay() {
        clock.reset();
    }

    @Test
    void whatHappensAtTheCounterShowsWithTheNextBeat() {
        BookingDetails booking = given.booked(DINAS, TODAY);
        open(DayBoardView.class, Map.of());
        assertThat(page()).contains("Dinas Dukcapil, Soreang · Senin, 23 November 2026", "Belum hadir", "Jumlah nomor");
        int came = figure("Hadir");
        given.asStaff("operator", () -> reception.checkIn(booking.code(), DINAS));
        pulse.beat();
        roundTrip();
        assertThat(figure("Hadir")).isEqualTo(came + 1);
    }

    private int figure(String caption) {
        String text = find(Div.class).withClassName("figure").all().stream()
                .map(BookingScreen::textOf)
                .filter(figure -> figure.startsWith(caption))
                .findFirst()
                .orElseThrow();
        return Integer.parseInt(text.substring(caption.length()).replaceAll("(?s)^(\\d+).*", "$1"));
    }
}
