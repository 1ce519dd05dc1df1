package id.dukcapil.portal.cards.ui.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.Screen;
import id.dukcapil.portal.cards.order.OrderAction;
import id.dukcapil.portal.cards.order.OrderDetails;
import id.dukcapil.portal.cards.order.OrderStatus;
import id.dukcapil.portal.cards.order.PrintScenario;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.ScanField;
import id.dukcapil.portal.counter.HallScenario;
import id.dukcapil.portal.counter.ServiceCode;
import id.dukcapil.portal.counter.Ticket;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

/** The counter of the hand-over. */
@WithUserDetails("operator")
class HandoverViewTest extends Screen {

    private static final OfficeCode DINAS = new OfficeCode("DINAS");

    @Autowired
    PrintScenario given;

    @Autowired
    HallScenario hall;

    private UUID printer = UUID.randomUUID();

    @BeforeEach
    void blanks() {
        given.blanks(DINAS, 30);
        printer = given.printer(DINAS, 50);
    }

    private void scan(String text) {
        find(ScanField.class).single().scan(text);
    }

    @Test
    void thePacketIsScannedAndTheCardGoesToItsHolder() {
        OrderDetails order = given.ready(DINAS, printer);
        open(HandoverView.class, Map.of());
        scan(order.number());
        assertThat(page())
                .contains("Cocok: " + order.name(), "Rak B-14", order.nik().masked());
        type("Empat angka terakhir NIK di kartu", "12");
        click("Serahkan, buat tanda terima");
        assertThat(find(TextField.class)
                        .withLabel("Empat angka terakhir NIK di kartu")
                        .single()
                        .getErrorMessage())
                .contains("Isi empat angka terakhir");
        type("Empat angka terakhir NIK di kartu", order.nik().value().substring(12));
        test(find(Checkbox.class)
                        .withLabel("Ditandatangani di kertas tanda terima")
                        .single())
                .click();
        click("Serahkan, buat tanda terima");
        assertThat(notice()).contains("KTP-el " + order.name() + " diserahkan");
        assertThat(given.now(DINAS, order.number()).status()).isEqualTo(OrderStatus.HANDED_OVER);
    }

    @Test
    void theTicketOfTheHallFindsTheShelfAndOnlyItsPacketGoesOn() {
        OrderDetails order = given.ready(DINAS, printer);
        OrderDetails other = given.ready(DINAS, printer);
        Ticket ticket = hall.of(DINAS, ServiceCode.PENGAMBILAN, order.nik());
        open(HandoverView.class, Map.of());
        scan("https://portal.contoh.id/antrean/tiket/" + ticket.code());
        assertThat(page()).contains("Tiket %s: %s, rak B-14".formatted(ticket.label(), order.name()));
        scan(other.number());
        assertThat(page()).contains("Berhenti: paket " + other.number());
        scan(order.number());
        assertThat(page()).contains("Cocok: " + order.name());
        hall.nobodyWaitsAt(DINAS);
        Ticket unknown = hall.walkIn(DINAS, ServiceCode.PENGAMBILAN);
        scan(unknown.code());
        assertThat(page()).contains("tidak ada kartu yang siap diambil");
        hall.nobodyWaitsAt(DINAS);
    }

    @Test
    void aPacketOfSomebodyElseStops() {
        OrderDetails mine = given.ready(DINAS, printer);
        OrderDetails other = given.ready(DINAS, printer);
        open(HandoverView.class, Map.of());
        scan(mine.number());
        scan(other.number());
        assertThat(page()).contains("Berhenti: paket " + other.number());
        assertThat(given.now(DINAS, other.number()).last().action()).isEqualTo(OrderAction.HOLD_BACK);
    }

    @Test
    void aCardThatIsNotPrintedYetIsExplained() {
        OrderDetails order = given.ordered(DINAS);
        open(HandoverView.class, Map.of("pesanan", order.number()));
        assertThat(page()).contains("Kartu belum dicetak.");
        assertThat(buttons()).doesNotContain("Serahkan, buat tanda terima");
    }
}
