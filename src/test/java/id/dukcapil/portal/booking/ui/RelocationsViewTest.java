package id.dukcapil.portal.booking.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Aside;
import id.dukcapil.portal.booking.Relocation;
import id.dukcapil.portal.booking.RelocationWish;
import id.dukcapil.portal.booking.RelocationWish.Kind;
import id.dukcapil.portal.booking.Relocations;
import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

/** What was moved together, for those who look at it afterwards; the day was Monday 30 November 2026. */
class RelocationsViewTest extends BookingScreen {

    private static final OfficeCode OFFICE = new OfficeCode("320444");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);

    @Autowired
    Relocations relocations;

    @BeforeEach
    void nothingWasMoved() {
        given.withoutBookings(OFFICE);
    }

    @Test
    @WithUserDetails("perencana")
    void anOfficeThatMovedNobodyIsToldFromWhereItIsDone() {
        open(RelocationsView.class, Map.of("kantor", OFFICE.value()));
        assertThat(page()).contains("Belum ada pemindahan", "dari kalender kuota");
    }

    @Test
    @WithUserDetails("perencana")
    void whoPlansTheQuotaMayTakeItBack() {
        open(
                RelocationsView.class,
                Map.of("kantor", OFFICE.value(), "pemindahan", moved().id().toString()));
        assertThat(textOf(find(Aside.class).single())).contains("2 orang dipindahkan", "Rapat koordinasi", "Berlaku");
        assertThat(find(Button.class).withText("Batalkan pemindahan").all()).hasSize(1);
    }

    @Test
    @WithUserDetails("manajer")
    void whoLooksOnSeesItWithoutTheButton() {
        open(
                RelocationsView.class,
                Map.of("kantor", OFFICE.value(), "pemindahan", moved().id().toString()));
        assertThat(textOf(find(Aside.class).single())).contains("2 orang dipindahkan");
        assertThat(find(Button.class).withText("Batalkan pemindahan").all()).isEmpty();
    }

    @Test
    @WithUserDetails("perencana")
    void anAddressOfAMoveThatDoesNotExistSaysSo() {
        open(
                RelocationsView.class,
                Map.of("kantor", OFFICE.value(), "pemindahan", UUID.randomUUID().toString()));
        assertThat(notice()).contains("Pemindahan itu tidak ada, atau bukan dari kantor Anda.");
    }

    private Relocation moved() {
        given.booked(OFFICE, MONDAY);
        given.booked(OFFICE, MONDAY);
        return given.asStaff("perencana", () -> {
            RelocationWish wish =
                    relocations.wish(OFFICE, MONDAY, MONDAY, Kind.CLOSE, 0, MONDAY.plusDays(1), "Rapat koordinasi");
            return relocations.apply(wish, relocations.plan(wish, Map.of()), UUID.randomUUID());
        });
    }
}
