package id.dukcapil.portal.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.booking.BookingScenario;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Today is Monday 23 November 2026; the office has served every weekday. */
@IntegrationTest
@RecordApplicationEvents
class CardLedgerTest {

    private static final OfficeCode OFFICE = new OfficeCode("320412");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    CardLedger ledger;

    @Autowired
    CardStocks stocks;

    @Autowired
    CardLists lists;

    @Autowired
    BookingScenario given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    @BeforeEach
    void anOfficeWithoutLedger() {
        given.withoutLedger(OFFICE);
    }

    @Test
    void theStockIsTheSumOfTheLines() {
        assertThat(stock()).isZero();
        receive(500);
        enter(CardEntryKind.USE, 80);
        enter(CardEntryKind.MISPRINT, 3);
        enter(CardEntryKind.DAMAGE, 2);
        enter(CardEntryKind.RETURN, 100);
        assertThat(stock()).isEqualTo(315);
        assertThat(page())
                .extracting(CardEntry::number, CardEntry::quantity, CardEntry::stockAfter)
                .containsExactly(
                        tuple(5, -100, 315),
                        tuple(4, -2, 415),
                        tuple(3, -3, 417),
                        tuple(2, -80, 420),
                        tuple(1, 500, 500));
    }

    @Test
    void moreThanThereIsCannotGoAndNothingIsStored() {
        receive(10);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> enter(CardEntryKind.USE, 11))
                .withMessageContaining("Stok hanya 10 blangko");
        assertThat(page()).hasSize(1);
    }

    @Test
    void anEmptyFormIsToldEverythingAtOnce() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> enter(CardEntryKind.RETURN, null, null, " ", " ", UUID.randomUUID()))
                .satisfies(invalid -> assertThat(invalid.findings())
                        .extracting(Finding::field)
                        .containsExactly("cards", "happenedOn", "reference", "reason"));
    }

    @ParameterizedTest
    @CsvSource({"0, 2026-11-23", "-1, 2026-11-23", "100001, 2026-11-23", "5, 2026-11-24", "5, 2026-10-22"})
    void whatCannotHaveHappenedIsRefused(int cards, LocalDate day) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> enter(CardEntryKind.RECEIPT, cards, day, "BAST-1", "", UUID.randomUUID()));
        assertThat(page()).isEmpty();
    }

    @Test
    void aCorrectionIsAFurtherLineAndTheOldOneStays() {
        receive(500);
        CardEntry used = enter(CardEntryKind.USE, 80);
        CardEntry correction = correct(used, 75, "Salah hitung");
        assertThat(correction.quantity()).isEqualTo(5);
        assertThat(correction.correctsNumber()).isEqualTo(used.number());
        assertThat(stock()).isEqualTo(425);
        CardEntry now = line(used.number());
        assertThat(now.quantity()).isEqualTo(-80);
        assertThat(now.cards()).isEqualTo(75);

        correct(now, 0, "Hari lain");
        assertThat(stock()).isEqualTo(500);
        assertThat(line(used.number()).cards()).isZero();
    }

    @Test
    void aReceiptIsNotCorrectedBelowWhatHasBeenUsedSince() {
        CardEntry receipt = receive(500);
        enter(CardEntryKind.USE, 480);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> correct(receipt, 400, "Salah tulis"))
                .withMessageContaining("Stok hanya 20");
        assertThat(stock()).isEqualTo(20);
    }

    @Test
    void whoeverCorrectsALineThatWasCorrectedMeanwhileIsTold() {
        CardEntry receipt = receive(500);
        correct(receipt, 510, "Dihitung ulang");
        assertThatExceptionOfType(ChangedMeanwhile.class).isThrownBy(() -> correct(receipt, 505, "Dihitung ulang"));
        assertThat(stock()).isEqualTo(510);
    }

    @Test
    void aCorrectionIsNotCorrectedAndOneThatChangesNothingIsNone() {
        CardEntry receipt = receive(500);
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> correct(receipt, 500, "Sama"));
        CardEntry correction = correct(receipt, 510, "Dihitung ulang");
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> correct(correction, 3, "Lagi"));
    }

    @Test
    void aStockTakeSetsTheStockToWhatWasCounted() {
        receive(500);
        assertThat(count(500, 497).quantity()).isEqualTo(-3);
        assertThat(stock()).isEqualTo(497);
        assertThatExceptionOfType(ChangedMeanwhile.class)
                .isThrownBy(() -> count(500, 490))
                .withMessageContaining("497");
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> count(497, 497));
    }

    @Test
    void aSecondClickEntersNothing() throws Exception {
        receive(500);
        UUID token = UUID.randomUUID();
        List<CardEntry> answers = atOnce(6, () -> enter(CardEntryKind.USE, 80, TODAY, "", "", token));
        assertThat(answers).extracting(CardEntry::number).containsOnly(2);
        assertThat(stock()).isEqualTo(420);
    }

    @Test
    void manyAtOnceNeverTakeMoreThanThereIsAndEveryLineAddsUp() throws Exception {
        receive(100);
        List<Integer> taken = atOnce(16, () -> {
            try {
                return -enter(CardEntryKind.USE, 15).quantity();
            } catch (InvalidInput tooMany) {
                return 0;
            }
        });
        assertThat(taken.stream().mapToInt(cards -> cards).sum()).isEqualTo(90);
        assertThat(stock()).isEqualTo(10);
        List<CardEntry> lines = page().reversed();
        int expected = 0;
        for (CardEntry line : lines) {
            expected += line.quantity();
            assertThat(line.stockAfter()).isEqualTo(expected);
            assertThat(line.number()).isEqualTo(lines.indexOf(line) + 1);
        }
    }

    @Test
    void theDatabaseItselfKeepsTheStockFromFallingBelowZero() {
        receive(5);
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql("UPDATE cards_stock SET stock = -1 WHERE office_code = ?")
                        .param(OFFICE.value())
                        .update());
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql("UPDATE cards_entry SET quantity = -5 WHERE office_code = ?")
                        .param(OFFICE.value())
                        .update());
    }

    @Test
    void theRateCountsWhatLeftTheStockOnTheDaysOfServiceBeforeToday() {
        enter(CardEntryKind.RECEIPT, 500, LocalDate.of(2026, 11, 16), "BAST-1", "", UUID.randomUUID());
        CardEntry used = enter(CardEntryKind.USE, 40, LocalDate.of(2026, 11, 17), "", "", UUID.randomUUID());
        enter(CardEntryKind.USE, 50, LocalDate.of(2026, 11, 20), "", "", UUID.randomUUID());
        enter(CardEntryKind.MISPRINT, 5, LocalDate.of(2026, 11, 20), "", "Gagal encode", UUID.randomUUID());
        enter(CardEntryKind.USE, 33, TODAY, "", "", UUID.randomUUID());
        correct(used, 45, "Salah hitung");

        CardSupply supply = supply();
        // Monday to Friday of the week before, and the correction counts on the day of its line
        assertThat(supply.rate()).isEqualTo(new CardRate(95, 5, 5, LocalDate.of(2026, 11, 16)));
        assertThat(supply.rate().perDay()).isEqualTo(20);
        assertThat(supply.usedToday()).isEqualTo(33);
        assertThat(supply.stock()).isEqualTo(367);
    }

    @Test
    void aLedgerThatBeginsTodayKnowsNoRate() {
        receive(50);
        assertThat(supply().rate().isKnown()).isFalse();
        assertThat(given.asPrinterAt(
                                OFFICE, () -> stocks.forecast(stocks.of(OFFICE).orElseThrow()))
                        .runsOutOn())
                .isEmpty();
    }

    @Test
    void theForecastPassesOverDaysWithoutService() {
        enter(CardEntryKind.RECEIPT, 100, LocalDate.of(2026, 11, 20), "BAST-1", "", UUID.randomUUID());
        enter(CardEntryKind.USE, 20, LocalDate.of(2026, 11, 20), "", "", UUID.randomUUID());
        // 80 are left, 20 a day: Monday, Tuesday, Wednesday, Thursday
        assertThat(given.asPrinterAt(
                                OFFICE, () -> stocks.forecast(stocks.of(OFFICE).orElseThrow()))
                        .runsOutOn())
                .contains(LocalDate.of(2026, 11, 26));
    }

    @Test
    void thePlannerHoldsCardsBackWithAReason() {
        receive(100);
        given.asStaff("perencana", () -> {
            stocks.holdBack(OFFICE, 0, 30, "Perekaman di sekolah");
            return true;
        });
        assertThat(supply().usable()).isEqualTo(70);
        assertThatExceptionOfType(ChangedMeanwhile.class)
                .isThrownBy(() -> given.asStaff("perencana", () -> {
                    stocks.holdBack(OFFICE, 0, 40, "Perekaman di sekolah");
                    return true;
                }));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given.asStaff("perencana", () -> {
                    stocks.holdBack(OFFICE, 30, null, "Perekaman di sekolah");
                    return true;
                }));
    }

    @Test
    void everyLineIsToldToTheAuditTrail() {
        receive(100);
        assertThat(events.stream(AuditEvent.class))
                .filteredOn(event -> event.kind().equals("Buku blangko"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.action()).isEqualTo("Penerimaan dicatat");
                    assertThat(event.reference()).isEqualTo("320412 nomor 1");
                    assertThat(event.office()).isEqualTo(OFFICE);
                    assertThat(event.changes()).contains(new AuditEvent.Change("Stok", "0", "100"));
                });
    }

    @Test
    void nobodyKeepsTheLedgerOfAnotherOfficeOrWithoutPermission() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> given.asStaff(
                        "cetak", () -> ledger.enter(entry(CardEntryKind.USE, 1, TODAY, "", "", UUID.randomUUID()))));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> given.asStaff("cetak", () -> stocks.of(OFFICE)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> given.asStaff(
                        "perencana",
                        () -> ledger.enter(entry(CardEntryKind.USE, 1, TODAY, "", "", UUID.randomUUID()))));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> given.asPrinterAt(OFFICE, () -> stocks.safetyStock(OFFICE)));
    }

    @Test
    void aListIsReadFromKeyToKeyAndFiltered() {
        receive(500);
        IntStream.range(0, 5).forEach(i -> enter(CardEntryKind.USE, 10 + i));
        var all = new CardFilter(OFFICE, null, null, null, "");
        List<CardEntry> first = given.asPrinterAt(OFFICE, () -> lists.page(all, null, 0, 4));
        List<CardEntry> rest =
                given.asPrinterAt(OFFICE, () -> lists.page(all, first.getLast().number(), 0, 4));
        assertThat(first).extracting(CardEntry::number).containsExactly(6, 5, 4, 3);
        assertThat(rest).extracting(CardEntry::number).containsExactly(2, 1);
        var receipts = new CardFilter(OFFICE, CardEntryKind.RECEIPT, TODAY, TODAY, "BAST");
        assertThat(given.asPrinterAt(OFFICE, () -> lists.count(receipts))).isEqualTo(1);
    }

    private CardEntry receive(int cards) {
        return enter(CardEntryKind.RECEIPT, cards, TODAY, "BAST-2026/11/1", "", UUID.randomUUID());
    }

    private CardEntry enter(CardEntryKind kind, int cards) {
        return enter(kind, cards, TODAY, kind.needsReference() ? "ST-1" : "", "Uji", UUID.randomUUID());
    }

    private CardEntry enter(
            CardEntryKind kind,
            @Nullable Integer cards,
            @Nullable LocalDate day,
            String reference,
            String reason,
            UUID token) {
        return given.asPrinterAt(OFFICE, () -> ledger.enter(entry(kind, cards, day, reference, reason, token)));
    }

    private static NewCardEntry entry(
            CardEntryKind kind,
            @Nullable Integer cards,
            @Nullable LocalDate day,
            String reference,
            String reason,
            UUID token) {
        return new NewCardEntry(OFFICE, kind, cards, day, reference, reason, token);
    }

    private CardEntry correct(CardEntry seen, int cards, String reason) {
        return given.asPrinterAt(OFFICE, () -> ledger.correct(seen, cards, reason, UUID.randomUUID()));
    }

    private CardEntry count(int expected, int counted) {
        return given.asPrinterAt(OFFICE, () -> ledger.count(OFFICE, expected, counted, "Opname", UUID.randomUUID()));
    }

    private CardEntry line(int number) {
        return given.asPrinterAt(OFFICE, () -> lists.find(OFFICE, number)).orElseThrow();
    }

    private CardSupply supply() {
        return given.asPrinterAt(OFFICE, () -> stocks.of(OFFICE)).orElseThrow();
    }

    private int stock() {
        return given.asPrinterAt(OFFICE, () -> stocks.of(OFFICE))
                .map(CardSupply::stock)
                .orElse(0);
    }

    private List<CardEntry> page() {
        return given.asPrinterAt(OFFICE, () -> lists.page(new CardFilter(OFFICE, null, null, null, ""), null, 0, 100));
    }

    private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
        try (var threads = Executors.newFixedThreadPool(times)) {
            List<Future<T>> running = threads.invokeAll(
                    IntStream.range(0, times).mapToObj(i -> call).toList());
            var answers = new ArrayList<T>();
            for (Future<T> answer : running) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
