package id.dukcapil.portal.cards.ui.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.select.Select;
import id.dukcapil.portal.Screen;
import id.dukcapil.portal.booking.BookingDetails;
import id.dukcapil.portal.booking.BookingScenario;
import id.dukcapil.portal.booking.Reception;
import id.dukcapil.portal.cards.PrintOrders;
import id.dukcapil.portal.cards.PrintReason;
import id.dukcapil.portal.cards.order.OrderDetails;
import id.dukcapil.portal.cards.order.OrderStatus;
import id.dukcapil.portal.cards.order.PrintScenario;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.ScanField;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

/** The print room of the head office; the printing operator has hands for scanner and keys alone. */
@WithUserDetails("cetak")
class QueueViewTest extends Screen {

    private static final OfficeCode DINAS = new OfficeCode("DINAS");

    @Autowired
    PrintScenario given;

    @Autowired
    BookingScenario bookings;

    @Autowired
    Reception reception;

    @Autowired
    PrintOrders orders;

    @Autowired
    OrderSearch search;

    @BeforeEach
    void blanks() {
        given.blanks(DINAS, 30);
        given.printer(DINAS, 50);
    }

    private void scan(String text) {
        find(ScanField.class).single().scan(text);
    }

    @Test
    void fromTheQueueToTheShelfByScannerAndKeys() {
        OrderDetails order = given.ordered(DINAS);
        open(QueueView.class, Map.of());
        scan("1");
        assertThat(page()).contains("2  Gagal encode", "Sedang dicetak");
        scan("2");
        assertThat(notice()).contains("Gagal dicatat");
        scan("1");
        scan("A" + System.nanoTime());
        assertThat(notice()).contains("Tercetak baik");
        scan("1");
        assertThat(notice()).contains("Lulus periksa");
        scan("B-14");
        assertThat(notice()).contains("Di rak B-14");
        OrderDetails ready = given.now(DINAS, order.number());
        assertThat(ready.status()).isEqualTo(OrderStatus.READY);
        assertThat(ready.misprints()).isEqualTo(1);
    }

    @Test
    void anArrivalAsksForTheCardAndItsPageShowsIt() {
        LocalDate today = LocalDate.of(2026, 11, 23);
        bookings.quotaOf(DINAS, today, 500, 0);
        BookingDetails booking = bookings.booked(DINAS, today);
        bookings.asStaff("operator", () -> reception.checkIn(booking.code(), DINAS));
        var card = bookings.asStaff(
                "operator", () -> orders.ofReference(booking.code().value()));
        assertThat(card).hasValueSatisfying(shown -> assertThat(shown.status()).isEqualTo("Menunggu cetak"));
    }

    @Test
    void aLostCardNeedsTheLetterOfThePolice() {
        open(QueueView.class, Map.of());
        click("Penggantian …");
        type("NIK", given.somebody().value());
        find(Select.class).withLabel("Alasan").from(dialog()).single().setValue(PrintReason.LOST);
        clickLast("Pesan");
        assertThat(noDialogIsOpen()).isFalse();
        type("Nomor surat kehilangan dari kepolisian", "STPLK/118/XI/2026");
        clickLast("Pesan");
        assertThat(notice()).contains("Pesanan CTK-DINAS-2026-");
    }

    @Test
    @WithUserDetails("operator")
    void whoDoesNotPrintSeesTheQueueWithoutButtons() {
        given.ordered(DINAS);
        open(QueueView.class, Map.of());
        assertThat(buttons()).doesNotContain("Cetak berikutnya", "Penggantian …");
    }

    @Test
    void anOrderIsFoundByItsNumberAndOpensInTheQueue() {
        OrderDetails order = given.ordered(DINAS);
        assertThat(search.find(order.number().toLowerCase(Locale.ROOT), 5))
                .singleElement()
                .satisfies(hit -> {
                    assertThat(hit.title()).contains(order.number(), order.name());
                    assertThat(hit.path()).isEqualTo("antrean-cetak?pesanan=" + order.number());
                });
        open(QueueView.class, Map.of("pesanan", order.number()));
        assertThat(page()).contains(order.number());
        assertThat(search.find("budi", 5)).isEmpty();
        assertThat(search.find("CTK-DINAS-2026-99999", 5)).isEmpty();
    }
}
