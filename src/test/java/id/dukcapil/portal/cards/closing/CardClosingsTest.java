package id.dukcapil.portal.cards.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.booking.BookingScenario;
import id.dukcapil.portal.cards.CardEntry;
import id.dukcapil.portal.cards.CardEntryKind;
import id.dukcapil.portal.cards.CardFilter;
import id.dukcapil.portal.cards.CardLedger;
import id.dukcapil.portal.cards.CardLists;
import id.dukcapil.portal.cards.CardStocks;
import id.dukcapil.portal.cards.NewCardEntry;
import id.dukcapil.portal.cards.closing.PrinterSupplies.PrinterDay;
import id.dukcapil.portal.cards.order.OrderDetails;
import id.dukcapil.portal.cards.order.PrintDesk;
import id.dukcapil.portal.cards.order.PrintOutcome;
import id.dukcapil.portal.cards.order.PrintScenario;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** The evening of Monday 23 November 2026 in an office that began its ledger on Friday. */
@IntegrationTest
class CardClosingsTest {

    private static final OfficeCode OFFICE = new OfficeCode("320427");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    @Autowired
    CardClosings closings;

    @Autowired
    PrinterSupplies supplies;

    @Autowired
    CardLedger ledger;

    @Autowired
    CardLists lists;

    @Autowired
    CardStocks stocks;

    @Autowired
    BookingScenario given;

    @Autowired
    PrintScenario print;

    @Autowired
    PrintDesk desk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @AfterEach
    void asBefore() {
        clock.reset();
    }

    @BeforeEach
    void aMorningWithFiveHundredCards() {
        for (String table : List.of("cards_closing", "cards_supply", "cards_box")) {
            jdbc.sql("DELETE FROM " + table + " WHERE office_code = ?")
                    .param(OFFICE.value())
                    .update();
        }
        given.withoutLedger(OFFICE);
        enter(CardEntryKind.RECEIPT, 500, TODAY);
    }

    @Test
    void aDayThatAgreesIsClosedByOnePersonAndLocked() {
        enter(CardEntryKind.USE, 80, TODAY);
        enter(CardEntryKind.MISPRINT, 5, TODAY);
        enter(CardEntryKind.DAMAGE, 1, TODAY);
        enter(CardEntryKind.RETURN, 14, TODAY);
        Closing counted = count(400, 6);
        assertThat(counted.balance()).isEqualTo(new DayBalance(0, 500, 0, 80, 5, 1, 0, 14, 0));
        assertThat(counted.agrees()).isTrue();
        Closing closed = close(counted, "");
        assertThat(closed.isClosed()).isTrue();
        assertThat(closed.intact()).isTrue();
        assertThat(closed.number()).contains("TH-BLANGKO");
        assertThat(given.asPrinterAt(OFFICE, () -> closings.dayToClose(OFFICE))).isEmpty();
        assertThatExceptionOfType(ChangedMeanwhile.class).isThrownBy(() -> close(counted, ""));
        assertThatExceptionOfType(ChangedMeanwhile.class).isThrownBy(() -> count(400, 6));
    }

    @Test
    void oneCardMissingNeedsAnotherPersonAndAReasonAndBecomesALine() {
        enter(CardEntryKind.USE, 80, TODAY);
        Closing counted = count(419, 0);
        assertThat(counted.difference()).isEqualTo(-1);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> close(counted, "Kartu tidak ditemukan"))
                .withMessageContaining("orang kedua");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given.asPrinterAt(OFFICE, () -> closings.countAgain(counted.id(), 419, 0)));
        given.asOperatorAt(OFFICE, () -> closings.countAgain(counted.id(), 419, 0));
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> close(counted, " "));
        Closing closed = close(counted, "Kartu tidak ditemukan");
        CardEntry line = lines().getFirst();
        assertThat(line.kind()).isEqualTo(CardEntryKind.CORRECTION);
        assertThat(line.quantity()).isEqualTo(-1);
        assertThat(line.reference()).isEqualTo(closed.number());
        assertThat(stock()).isEqualTo(419);
        assertThat(closed.intact()).isTrue();
    }

    @Test
    void theSecondPersonWhoFindsTheCardEndsTheDifference() {
        Closing counted = count(499, 0);
        Closing again = given.asOperatorAt(OFFICE, () -> closings.countAgain(counted.id(), 500, 0));
        assertThat(again.agrees()).isTrue();
        close(again, "");
        assertThat(stock()).isEqualTo(500);
    }

    @Test
    void whatIsPrintedWhileTheDayIsClosedBelongsToTheNextDay() {
        enter(CardEntryKind.USE, 80, TODAY);
        Closing counted = count(420, 0);
        enter(CardEntryKind.USE, 3, TODAY);
        Closing closed = close(counted, "");
        assertThat(closed.counted()).isEqualTo(420);
        assertThat(closed.balance().printed()).isEqualTo(80);
        jdbc.sql("UPDATE cards_closing SET day = ? WHERE id = ?")
                .params(FRIDAY, closed.id())
                .update();
        Closing next = count(417, 0);
        assertThat(next.balance()).isEqualTo(new DayBalance(420, 0, 0, 3, 0, 0, 0, 0, 0));
        assertThat(next.agrees()).isTrue();
    }

    @Test
    void aClosedDayStaysAndItsCorrectionIsALineThatNamesIt() {
        CardEntry used = enter(CardEntryKind.USE, 80, TODAY);
        Closing closed = close(count(420, 0), "");
        CardEntry correction =
                given.asPrinterAt(OFFICE, () -> ledger.correct(used, 79, "Satu belum dicetak", UUID.randomUUID()));
        assertThat(correction.reference()).isEqualTo(closed.number());
        assertThat(given.asPrinterAt(OFFICE, () -> closings.latest(OFFICE)).getFirst())
                .isEqualTo(closed);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> enter(CardEntryKind.USE, 1, FRIDAY))
                .withMessageContaining("sudah ditutup");
        assertThat(given.asPrinterAt(OFFICE, () -> stocks.of(OFFICE))
                        .orElseThrow()
                        .closedOn())
                .isEqualTo(TODAY);
    }

    @Test
    void aChangeBySqlIsSeen() {
        Closing closed = close(count(500, 0), "");
        jdbc.sql("UPDATE cards_closing SET counted = 400 WHERE id = ?")
                .param(closed.id())
                .update();
        assertThat(given.asPrinterAt(OFFICE, () -> closings.latest(OFFICE))
                        .getFirst()
                        .intact())
                .isFalse();
    }

    @Test
    void daysThatWereNotClosedAreListedAndStopNothing() {
        enter(CardEntryKind.USE, 2, FRIDAY);
        assertThat(given.asPrinterAt(OFFICE, () -> closings.openDays(OFFICE))).containsExactly(FRIDAY);
        enter(CardEntryKind.USE, 1, TODAY);
        close(count(497, 0), "");
        assertThat(given.asPrinterAt(OFFICE, () -> closings.openDays(OFFICE))).isEmpty();
    }

    @Test
    void aPrinterGetsNoMoreThanItsCap() {
        give(0, 50);
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> give(11, 30));
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> give(10, 41));
        give(10, 40);
        assertThat(given.asPrinterAt(OFFICE, () -> supplies.of(OFFICE, TODAY)))
                .containsExactly(new PrinterSupplies.Supply("Printer 1", 90));
    }

    @Test
    void aDifferenceIsFoundAtThePrinterThatGaveBackTooFew() {
        UUID printer = print.printer(OFFICE, 50);
        String name = jdbc.sql("SELECT name FROM card_printer WHERE id = ?")
                .param(printer)
                .query(String.class)
                .single();
        given.asPrinterAt(OFFICE, () -> {
            supplies.give(OFFICE, name, 0, 10, UUID.randomUUID());
            return true;
        });
        print.printed(OFFICE, printer, "");
        OrderDetails spoilt = print.printing(OFFICE, printer);
        given.asPrinterAt(
                OFFICE, () -> desk.misprinted(spoilt.number(), spoilt.version(), PrintOutcome.ENCODE_FAILED, ""));
        var places = List.of(new PlaceCount(PlaceCount.SAFE, 490), new PlaceCount(name, 7));
        Closing counted = given.asPrinterAt(OFFICE, () -> closings.count(UUID.randomUUID(), OFFICE, places, 1));
        assertThat(counted.difference()).isEqualTo(-1);
        clock.advance(Duration.ofMinutes(1));
        print.printed(OFFICE, printer, "");
        assertThat(given.asPrinterAt(OFFICE, () -> supplies.compared(counted)))
                .containsExactly(new PrinterDay(name, 10, 1, 1, 7))
                .allSatisfy(day -> assertThat(day.difference()).isEqualTo(-1));
    }

    @Test
    void anOfficeThatStartsWithPaperClosesItsFirstDayFromTheStockItTookOver() {
        given.withoutLedger(OFFICE);
        given.asPrinterAt(OFFICE, () -> ledger.open(OFFICE, 340, "Buku kertas halaman 41", UUID.randomUUID()));
        assertThatExceptionOfType(InvalidInput.class)
                .as("a second take-over")
                .isThrownBy(() ->
                        given.asPrinterAt(OFFICE, () -> ledger.open(OFFICE, 340, "Buku kertas", UUID.randomUUID())))
                .withMessageContaining("sudah dimulai");
        assertThatExceptionOfType(InvalidInput.class)
                .as("what the paper had used already is in the stock that was taken over")
                .isThrownBy(() -> enter(CardEntryKind.USE, 341, FRIDAY));
        enter(CardEntryKind.USE, 40, TODAY);
        Closing closed = close(count(300, 0), "");
        assertThat(closed.balance()).isEqualTo(new DayBalance(0, 340, 0, 40, 0, 0, 0, 0, 0));
        assertThat(given.asPrinterAt(OFFICE, () -> closings.openDays(OFFICE))).isEmpty();
    }

    @Test
    void whoOnlyWitnessesNeitherClosesNorCountsFirst() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() ->
                        given.asOperatorAt(OFFICE, () -> closings.count(UUID.randomUUID(), OFFICE, List.of(), 0)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> given.asStaff("cetak", () -> closings.latest(OFFICE)));
    }

    private void give(int left, int cards) {
        given.asPrinterAt(OFFICE, () -> {
            supplies.give(OFFICE, "Printer 1", left, cards, UUID.randomUUID());
            return true;
        });
    }

    private Closing count(int safe, int box) {
        return given.asPrinterAt(
                OFFICE,
                () -> closings.count(UUID.randomUUID(), OFFICE, List.of(new PlaceCount(PlaceCount.SAFE, safe)), box));
    }

    private Closing close(Closing closing, String reason) {
        return given.asPrinterAt(OFFICE, () -> closings.close(closing.id(), reason));
    }

    private CardEntry enter(CardEntryKind kind, int cards, LocalDate day) {
        return given.asPrinterAt(
                OFFICE,
                () -> ledger.enter(new NewCardEntry(OFFICE, kind, cards, day, "BAST-1", "Uji", UUID.randomUUID())));
    }

    private int stock() {
        return given.asPrinterAt(OFFICE, () -> stocks.of(OFFICE)).orElseThrow().stock();
    }

    private List<CardEntry> lines() {
        return given.asPrinterAt(OFFICE, () -> lists.page(new CardFilter(OFFICE, null, null, null, ""), null, 0, 50));
    }
}
