package id.dukcapil.portal.cards.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.booking.BookingScenario;
import id.dukcapil.portal.cards.CardEntry;
import id.dukcapil.portal.cards.CardEntryKind;
import id.dukcapil.portal.cards.CardFilter;
import id.dukcapil.portal.cards.CardLedger;
import id.dukcapil.portal.cards.CardLists;
import id.dukcapil.portal.cards.CardStocks;
import id.dukcapil.portal.cards.CardSupply;
import id.dukcapil.portal.cards.NewCardEntry;
import id.dukcapil.portal.cards.destruction.SpoiltCard;
import id.dukcapil.portal.cards.destruction.SpoiltCause;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** The lorry comes, and cards go on to another office. Today is Monday 23 November 2026. */
@IntegrationTest
class ShipmentsTest {

    private static final OfficeCode HERE = new OfficeCode("320425");
    private static final OfficeCode THERE = new OfficeCode("320426");

    @Autowired
    CardReceipts receipts;

    @Autowired
    CardTransfers transfers;

    @Autowired
    CardLedger ledger;

    @Autowired
    CardLists lists;

    @Autowired
    CardStocks stocks;

    @Autowired
    BookingScenario given;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void officesWithoutLedger() {
        for (OfficeCode office : List.of(HERE, THERE)) {
            given.withoutLedger(office);
            jdbc.sql("DELETE FROM cards_receipt WHERE office_code = ?")
                    .param(office.value())
                    .update();
            jdbc.sql("DELETE FROM cards_transfer WHERE from_office = ?")
                    .param(office.value())
                    .update();
            jdbc.sql("DELETE FROM cards_box WHERE office_code = ?")
                    .param(office.value())
                    .update();
        }
    }

    @Test
    void whatTheLorryBroughtIsStockOnceTwoPeopleCountedTheSame() {
        Receipt first = came(500, 500);
        assertThat(stock(HERE)).isZero();
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given.asPrinterAt(HERE, () -> receipts.countAgain(first.id(), 500)))
                .withMessageContaining("orang lain");
        Receipt both = given.asOperatorAt(HERE, () -> receipts.countAgain(first.id(), 500));
        assertThat(both.isConfirmed()).isTrue();
        assertThat(both.needsExplanation()).isFalse();
        assertThat(stock(HERE)).isEqualTo(500);
        assertThat(lines(HERE))
                .singleElement()
                .satisfies(line -> assertThat(line.reference()).isEqualTo("SJ-1"));
        assertThatExceptionOfType(ChangedMeanwhile.class)
                .isThrownBy(() -> given.asOperatorAt(HERE, () -> receipts.countAgain(first.id(), 500)));
    }

    @Test
    void twoDifferentCountsAreNoStockUntilAnotherPersonFindsTheSame() {
        Receipt first = came(500, 500);
        Receipt second = given.asOperatorAt(HERE, () -> receipts.countAgain(first.id(), 498));
        assertThat(second.isConfirmed()).isFalse();
        assertThat(stock(HERE)).isZero();
        given.asPrinterAt(HERE, () -> receipts.countAgain(first.id(), 498));
        assertThat(stock(HERE)).isEqualTo(498);
    }

    @Test
    void aDiscrepancyWithTheDeliveryNoteHasToBeExplained() {
        Receipt first = came(500, 498);
        Receipt counted = given.asOperatorAt(HERE, () -> receipts.countAgain(first.id(), 498));
        assertThat(counted.difference()).isEqualTo(-2);
        assertThat(counted.needsExplanation()).isTrue();
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given.asPrinterAt(HERE, () -> receipts.explain(first.id(), " ")));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> given.asOperatorAt(HERE, () -> receipts.explain(first.id(), "Salah")));
        assertThat(given.asPrinterAt(HERE, () -> receipts.explain(first.id(), "Boks 5 kurang 2, dilaporkan ke pusat"))
                        .needsExplanation())
                .isFalse();
        assertThat(stock(HERE)).isEqualTo(498);
    }

    @Test
    void aSecondClickAndTheSameNoteTwiceAreNoSecondDelivery() {
        Receipt first = came(500, 500);
        assertThat(given.asPrinterAt(HERE, () -> receipts.begin(first.id(), HERE, "SJ-1", 500, 500))
                        .id())
                .isEqualTo(first.id());
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> came(500, 500))
                .withMessageContaining("sudah dicatat");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() ->
                        given.asPrinterAt(HERE, () -> receipts.begin(UUID.randomUUID(), HERE, "SJ-2", 500, null)));
    }

    @Test
    void cardsOnTheWayAreInNeitherStock() {
        stocked(300);
        UUID click = UUID.randomUUID();
        Transfer sent = given.asPrinterAt(HERE, () -> transfers.send(HERE, THERE, 100, click));
        assertThat(given.asPrinterAt(HERE, () -> transfers.send(HERE, THERE, 100, click))
                        .number())
                .isEqualTo(sent.number());
        assertThat(stock(HERE)).isEqualTo(200);
        assertThat(stock(THERE)).isZero();
        assertThat(given.asPrinterAt(THERE, () -> transfers.onTheWayTo(THERE))).isEqualTo(100);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given.asPrinterAt(HERE, () -> transfers.send(HERE, THERE, 201, UUID.randomUUID())))
                .withMessageContaining("Stok hanya 200");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given.asPrinterAt(HERE, () -> transfers.send(HERE, HERE, 1, UUID.randomUUID())));
        given.asPrinterAt(THERE, () -> transfers.receive(sent.id(), 100));
        assertThat(stock(THERE)).isEqualTo(100);
        assertThat(given.asPrinterAt(THERE, () -> transfers.onTheWayTo(THERE))).isZero();
        CardEntry line = lines(HERE).getFirst();
        assertThat(line.kind()).isEqualTo(CardEntryKind.TRANSFER_OUT);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given.asPrinterAt(HERE, () -> ledger.correct(line, 99, "Salah", UUID.randomUUID())));
    }

    @Test
    void twoOfficesThatCountDifferentlyKeepTheirLinesAndTheDifferenceIsExplainedByAnother() {
        stocked(300);
        Transfer sent = given.asPrinterAt(HERE, () -> transfers.send(HERE, THERE, 100, UUID.randomUUID()));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> given.asPrinterAt(HERE, () -> transfers.receive(sent.id(), 100)));
        Transfer got = given.asPrinterAt(THERE, () -> transfers.receive(sent.id(), 99));
        assertThat(got.difference()).isEqualTo(-1);
        assertThat(stock(HERE)).isEqualTo(200);
        assertThat(stock(THERE)).isEqualTo(99);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given.asPrinterAt(THERE, () -> transfers.explain(sent.id(), "Hilang")))
                .withMessageContaining("Yang menerima");
        assertThat(given.asPrinterAt(HERE, () -> transfers.explain(sent.id(), "Satu kartu jatuh di mobil"))
                        .needsExplanation())
                .isFalse();
    }

    @Test
    void ofTwoWhoReceiveAtOnceOneIsToldWhatTheOtherCounted() throws Exception {
        stocked(300);
        Transfer sent = given.asPrinterAt(HERE, () -> transfers.send(HERE, THERE, 100, UUID.randomUUID()));
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Boolean> done =
                    threads
                            .invokeAll(List.<Callable<Boolean>>of(() -> receives(sent, 100), () -> receives(sent, 99)))
                            .stream()
                            .map(answer -> answer.resultNow())
                            .toList();
            assertThat(done).containsExactlyInAnyOrder(true, false);
        }
        assertThat(lines(THERE)).hasSize(1);
    }

    private boolean receives(Transfer transfer, int cards) {
        try {
            given.asPrinterAt(THERE, () -> transfers.receive(transfer.id(), cards));
            return true;
        } catch (ChangedMeanwhile faster) {
            return false;
        }
    }

    @Test
    void whatIsSpoiltAndWhatIsGivenBackWaitsInTheBox() {
        stocked(100);
        CardEntry spoilt = enter(CardEntryKind.MISPRINT, 3);
        enter(CardEntryKind.DAMAGE, 1);
        var old = new SpoiltCard(SpoiltCause.CHANGED_DATA, "320426");
        UUID click = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            given.asPrinterAt(HERE, () -> {
                ledger.takeBack(HERE, old, "CETAK-1", click);
                return true;
            });
        }
        given.asPrinterAt(HERE, () -> ledger.correct(spoilt, 2, "Salah hitung", UUID.randomUUID()));
        assertThat(stock(HERE)).isEqualTo(97);
        assertThat(box("PRINT_FAILED")).isEqualTo(2);
        assertThat(box("DAMAGED")).isEqualTo(1);
        assertThat(box("CHANGED_DATA")).isEqualTo(1);
    }

    private int box(String cause) {
        return jdbc.sql("SELECT COALESCE(SUM(cards), 0) FROM cards_box WHERE office_code = ? AND cause = ?")
                .params(HERE.value(), cause)
                .query(Integer.class)
                .single();
    }

    private Receipt came(int declared, int counted) {
        return given.asPrinterAt(HERE, () -> receipts.begin(UUID.randomUUID(), HERE, "SJ-1", declared, counted));
    }

    private void stocked(int cards) {
        Receipt first = came(cards, cards);
        given.asOperatorAt(HERE, () -> receipts.countAgain(first.id(), cards));
    }

    private CardEntry enter(CardEntryKind kind, int cards) {
        return given.asPrinterAt(
                HERE,
                () -> ledger.enter(
                        new NewCardEntry(HERE, kind, cards, LocalDate.of(2026, 11, 23), "", "Uji", UUID.randomUUID())));
    }

    private int stock(OfficeCode office) {
        return given.asPrinterAt(office, () -> stocks.of(office))
                .map(CardSupply::stock)
                .orElse(0);
    }

    private List<CardEntry> lines(OfficeCode office) {
        return given.asPrinterAt(office, () -> lists.page(new CardFilter(office, null, null, null, ""), null, 0, 100));
    }
}
