package id.dukcapil.portal.cards.ui;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.booking.BookingScenario;
import id.dukcapil.portal.cards.CardEntryKind;
import id.dukcapil.portal.cards.CardLedger;
import id.dukcapil.portal.cards.NewCardEntry;
import id.dukcapil.portal.cards.closing.CardClosings;
import id.dukcapil.portal.cards.closing.PlaceCount;
import id.dukcapil.portal.cards.order.PrintScenario;
import id.dukcapil.portal.cards.shipment.CardReceipts;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.parts.Desk;
import id.dukcapil.portal.common.ui.parts.DeskContribution;
import id.dukcapil.portal.common.ui.parts.UrgentWork;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the print room and its colleagues find on their home pages on Monday 23 November 2026. */
@IntegrationTest
class CardsOnTheDeskTest {

    private static final OfficeCode OFFICE = new OfficeCode("320429");

    @Autowired
    ObjectProvider<DeskContribution> rooms;

    @Autowired
    BookingScenario given;

    @Autowired
    PrintScenario print;

    @Autowired
    CardLedger ledger;

    @Autowired
    CardClosings closings;

    @Autowired
    CardReceipts receipts;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aLedgerSinceFriday() {
        given.withoutLedger(OFFICE);
        jdbc.sql("DELETE FROM cards_receipt WHERE office_code = ?")
                .param(OFFICE.value())
                .update();
        var receipt = new NewCardEntry(
                OFFICE, CardEntryKind.RECEIPT, 500, LocalDate.of(2026, 11, 20), "BAST-1", "", UUID.randomUUID());
        given.asPrinterAt(OFFICE, () -> ledger.enter(receipt));
    }

    @Test
    void aDayThatWasNotClosedIsOnTheDeskOfAllWhoSeeCardsAndTheActOfWhoClosesIt() {
        assertThat(given.asPrinterAt(OFFICE, this::desk)).anySatisfy(work -> {
            assertThat(work.title()).isEqualTo("Blangko 1 hari belum ditutup");
            assertThat(work.action()).isEqualTo("Tutup hari");
            assertThat(work.link()).isEqualTo("blangko/penutupan?kantor=" + OFFICE);
        });
        assertThat(given.asOperatorAt(OFFICE, this::desk))
                .anySatisfy(work -> assertThat(work.action()).isEqualTo("Lihat penutupan"));
    }

    @Test
    void aCountWithADifferenceWaitsForAnotherPersonWhoIsNotToldTheFigure() {
        given.asPrinterAt(
                OFFICE,
                () -> closings.count(UUID.randomUUID(), OFFICE, List.of(new PlaceCount(PlaceCount.SAFE, 499)), 0));
        assertThat(titles(given.asPrinterAt(OFFICE, this::desk))).contains("Selisih blangko Sen, 23 Nov");
        assertThat(given.asOperatorAt(OFFICE, this::desk))
                .extracting(UrgentWork::title)
                .contains("Hitungan kedua blangko Sen, 23 Nov")
                .noneMatch(title -> title.contains("1") && title.contains("Selisih"));
    }

    @Test
    void aDeliveryWaitsForTheSecondCountAndThenForItsExplanation() {
        UUID id = UUID.randomUUID();
        given.asPrinterAt(OFFICE, () -> receipts.begin(id, OFFICE, "BAST-9", 200, 198));
        assertThat(titles(given.asPrinterAt(OFFICE, this::desk)))
                .as("nobody counts twice")
                .doesNotContain("Kiriman BAST-9");
        assertThat(given.asOperatorAt(OFFICE, this::desk))
                .anySatisfy(work -> assertThat(work.reason()).isEqualTo("menunggu hitungan kedua"));
        given.asOperatorAt(OFFICE, () -> receipts.countAgain(id, 198));
        assertThat(given.asPrinterAt(OFFICE, this::desk))
                .anySatisfy(work -> assertThat(work.reason()).isEqualTo("selisih belum diterangkan"));
    }

    @Test
    void theQueueAndCardsThatNobodyFetchedForAMonthAreThereForThePrintRoom() {
        UUID printer = print.printer(OFFICE, 50);
        String shelved = print.ready(OFFICE, printer).number();
        print.ordered(OFFICE);
        jdbc.sql("UPDATE card_order SET ready_at = ready_at - INTERVAL 31 DAY WHERE number = ?")
                .param(shelved)
                .update();
        List<String> titles = titles(given.asPrinterAt(OFFICE, this::desk));
        assertThat(titles).anyMatch(title -> title.endsWith("kartu menunggu cetak"));
        assertThat(titles).anyMatch(title -> title.contains("belum diambil 31–90 hari"));
        assertThat(titles(given.asOperatorAt(OFFICE, this::desk))).noneMatch(title -> title.contains("menunggu cetak"));
    }

    private List<UrgentWork> desk() {
        var desk = new Desk();
        rooms.orderedStream().forEach(room -> room.fill(desk));
        return desk.work();
    }

    private static List<String> titles(List<UrgentWork> work) {
        return work.stream().map(UrgentWork::title).toList();
    }
}
