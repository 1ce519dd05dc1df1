package id.dukcapil.portal.cards.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.booking.BookingScenario;
import id.dukcapil.portal.cards.PrintAnswer;
import id.dukcapil.portal.cards.PrintOrders;
import id.dukcapil.portal.cards.PrintReason;
import id.dukcapil.portal.cards.order.OrderLists.Group;
import id.dukcapil.portal.cards.order.OrderLists.OrderFilter;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.procedure.IllegalMove;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** The print room of one kecamatan on Monday 23 November 2026. */
@IntegrationTest
class PrintRoomTest {

    private static final OfficeCode OFFICE = new OfficeCode("320413");
    private static final OfficeCode ELSEWHERE = new OfficeCode("320412");

    @Autowired
    PrintScenario given;

    @Autowired
    BookingScenario people;

    @Autowired
    PrintDesk desk;

    @Autowired
    PrintOrders orders;

    @Autowired
    OrderPapers papers;

    @Autowired
    OrderLists lists;

    @Autowired
    HeldOrders held;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private UUID printer = UUID.randomUUID();

    @BeforeEach
    void aPrinterAndBlanks() {
        given.blanks(OFFICE, 20);
        printer = given.printer(OFFICE, 50);
    }

    @AfterEach
    void asBefore() {
        clock.reset();
    }

    @Test
    void fromTheRequestToTheShelfWithOneBlank() throws Exception {
        OrderDetails ready = given.ready(OFFICE, printer);
        assertThat(ready.history())
                .extracting(step -> step.action())
                .containsExactly(
                        OrderAction.REQUEST,
                        OrderAction.START,
                        OrderAction.PRINT_WELL,
                        OrderAction.CHECK,
                        OrderAction.SHELVE);
        assertThat(ready.shelf()).isEqualTo("B-14");
        assertThat(ledger()).containsExactly(tuple("RECEIPT", 20), tuple("USE", -1));
        byte[] label = given.at(OFFICE, () -> papers.label(ready.number())).orElseThrow();
        assertThat(text(label))
                .contains(ready.number(), "NIK berakhir " + ready.nik().value().substring(12))
                .doesNotContain(ready.nik().value());
    }

    @Test
    void anOrderReservesABlankUntilOneHasBeenPrinted() {
        OrderDetails order = given.ordered(OFFICE);
        assertThat(usable()).isEqualTo(19);
        given.at(OFFICE, () -> desk.start(order.number(), order.version(), printer));
        assertThat(usable()).isEqualTo(19);
        long version = given.now(OFFICE, order.number()).version();
        given.at(OFFICE, () -> desk.printedWell(order.number(), version, ""));
        assertThat(usable())
                .as("it has left the stock and is not promised twice")
                .isEqualTo(19);
    }

    private int usable() {
        return given.at(OFFICE, () -> people.stocks().of(OFFICE)).orElseThrow().usable();
    }

    @Test
    void theStandardOfTheOfficeMeasuresQueuePrintingAndCheckButNotTheShelf() {
        OrderDetails order = given.ordered(OFFICE);
        clock.advance(Duration.ofMinutes(30));
        given.at(OFFICE, () -> desk.start(order.number(), order.version(), printer));
        clock.advance(Duration.ofMinutes(6));
        long version = given.now(OFFICE, order.number()).version();
        given.at(OFFICE, () -> desk.misprinted(order.number(), version, PrintOutcome.ENCODE_FAILED, ""));
        given.at(OFFICE, () -> desk.startNext(OFFICE, printer));
        clock.advance(Duration.ofMinutes(5));
        given.at(OFFICE, () -> {
            long next = given.now(OFFICE, order.number()).version();
            next = desk.printedWell(order.number(), next, "").orElseThrow().version();
            next = desk.passed(order.number(), next).orElseThrow().version();
            return desk.shelve(order.number(), next, "B-14");
        });
        assertThat(jdbc.sql("""
                        SELECT i.step, i.waiting_for, TIMESTAMPDIFF(MINUTE, i.from_at, i.to_at) AS minutes FROM sla_interval i
                        WHERE i.case_id = ? ORDER BY i.ordinal""")
                        .param(order.id())
                        .query((row, number) -> tuple(row.getInt(1), row.getString(2), row.getObject(3, Integer.class)))
                        .list())
                .containsExactly(
                        tuple(1, "OFFICE", 30),
                        tuple(2, "OFFICE", 6),
                        tuple(1, "OFFICE", 0),
                        tuple(2, "OFFICE", 5),
                        tuple(3, "OFFICE", 0),
                        tuple(4, "APPLICANT", null));
    }

    @Test
    void aSerialIsUsedOnceInTheRegency() {
        String serial = "A" + System.nanoTime();
        given.printed(OFFICE, printer, serial.substring(0, 3) + " " + serial.substring(3));
        OrderDetails second = given.printing(OFFICE, printer);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given.at(
                        OFFICE, () -> desk.printedWell(second.number(), second.version(), serial.toLowerCase())))
                .withMessageContaining("sudah pernah dipakai");
        assertThat(given.now(OFFICE, second.number()).status()).isEqualTo(OrderStatus.PRINTING);
        assertThat(ledger()).as("nothing half-done").hasSize(2);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given.at(OFFICE, () -> desk.printedWell(second.number(), second.version(), "12")))
                .withMessageContaining("4 sampai 20");
    }

    @Test
    void aMisprintIsCountedAndTheOrderWaitsAgain() {
        OrderDetails order = given.printing(OFFICE, printer);
        OrderDetails waiting = given.at(
                        OFFICE, () -> desk.misprinted(order.number(), order.version(), PrintOutcome.DAMAGED, ""))
                .orElseThrow();
        assertThat(waiting.status()).isEqualTo(OrderStatus.WAITING);
        assertThat(ledger()).containsExactly(tuple("RECEIPT", 20), tuple("DAMAGE", -1));
    }

    @Test
    void aCardThatFailsTheCheckIsAMisprintAndNoUse() {
        OrderDetails printed = given.printed(OFFICE, printer, "");
        OrderDetails waiting = given.at(
                        OFFICE, () -> desk.rejected(printed.number(), printed.version(), PrintOutcome.PRINT_FAILED))
                .orElseThrow();
        assertThat(waiting.misprints()).isEqualTo(1);
        assertThat(ledger())
                .containsExactly(tuple("RECEIPT", 20), tuple("USE", -1), tuple("CORRECTION", 1), tuple("MISPRINT", -1));
    }

    @Test
    void twoOperatorsDoNotPrintOneOrder() throws Exception {
        OrderDetails order = given.ordered(OFFICE);
        Callable<String> start = () -> {
            try {
                return given.at(OFFICE, () -> desk.start(order.number(), order.version(), printer))
                        .orElseThrow()
                        .status()
                        .name();
            } catch (ChangedMeanwhile | IllegalMove late) {
                return String.valueOf(late.getMessage());
            }
        };
        List<String> both = together(start, start);
        assertThat(both).filteredOn("PRINTING"::equals).hasSize(1);
        assertThat(both).filteredOn(answer -> answer.contains(order.number())).hasSize(1);
    }

    @Test
    void twoOperatorsWhoTakeTheNextGetDifferentOnes() throws Exception {
        given.ordered(OFFICE);
        given.ordered(OFFICE);
        Callable<String> next = () -> given.at(OFFICE, () -> desk.startNext(OFFICE, printer))
                .orElseThrow()
                .number();
        assertThat(together(next, next)).doesNotHaveDuplicates();
    }

    @Test
    void aPersonHasOneOpenOrderHoweverManyAskAtOnce() throws Exception {
        Nik nik = given.somebody();
        Callable<PrintAnswer> ask = () -> given.request(nik, OFFICE, PrintReason.FIRST, "");
        List<PrintAnswer> both = together(ask, ask);
        assertThat(both)
                .extracting(answer -> ((PrintAnswer.Ordered) answer).number())
                .containsOnly(((PrintAnswer.Ordered) both.getFirst()).number());
        assertThat(both)
                .extracting(answer -> ((PrintAnswer.Ordered) answer).known())
                .containsExactlyInAnyOrder(true, false);
    }

    @Test
    void onlyARecordThatIsReadyIsPrinted() {
        Nik issued = people.people(
                        "recording_status = 'CARD_ISSUED' AND birth_date < '1990-01-01' AND standing IS NULL", 1)
                .getFirst()
                .nik();
        assertThat(given.request(issued, OFFICE, PrintReason.FIRST, ""))
                .isInstanceOfSatisfying(
                        PrintAnswer.Refused.class,
                        refused -> assertThat(refused.sentence()).contains("PRR"));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given.request(issued, OFFICE, PrintReason.LOST, " "))
                .withMessageContaining("kepolisian");
        assertThat(given.request(issued, OFFICE, PrintReason.LOST, "STPLK/118/XI/2026"))
                .isInstanceOf(PrintAnswer.Ordered.class);
    }

    @Test
    void whoIsBornOnLeapDayGetsTheCardOnTheFirstOfMarchAndOnce() {
        clock.set(Instant.parse("2026-01-15T02:00:00Z"));
        Nik nik = given.somebody();
        jdbc.sql("UPDATE population_person SET birth_date = '2012-02-29', marital_status = 1 WHERE nik = ?")
                .param(nik.value())
                .update();
        OrderDetails order = given.ordered(nik, OFFICE, PrintReason.FIRST);
        assertThat(order.status()).isEqualTo(OrderStatus.HELD);
        assertThat(order.heldUntil()).hasToString("2029-03-01");
        // 1 March at the office begins at 17.00 UTC of 28 February
        clock.set(Instant.parse("2029-02-28T16:59:00Z"));
        held.release();
        assertThat(given.now(OFFICE, order.number()).status()).isEqualTo(OrderStatus.HELD);
        clock.set(Instant.parse("2029-02-28T17:01:00Z"));
        held.release();
        held.release();
        assertThat(given.now(OFFICE, order.number()).history())
                .extracting(step -> step.action())
                .containsExactly(OrderAction.REQUEST, OrderAction.RELEASE);
    }

    @Test
    void aPrinterStopsAtItsCeiling() {
        UUID small = given.printer(OFFICE, 1);
        given.printed(OFFICE, small, "");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given.printing(OFFICE, small))
                .withMessageContaining("sudah mencapai batas 1 kartu");
    }

    @Test
    void firstCardsGoBeforeReplacementsWhenBlanksAreShort() {
        given.blanks(OFFICE, 1);
        OrderDetails replacement = given.ordered(given.somebody(), OFFICE, PrintReason.DAMAGED);
        OrderDetails first = given.ordered(OFFICE);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(
                        () -> given.at(OFFICE, () -> desk.start(replacement.number(), replacement.version(), printer)))
                .withMessageContaining("kartu pertama");
        assertThat(given.at(OFFICE, () -> desk.startNext(OFFICE, printer))
                        .orElseThrow()
                        .number())
                .isEqualTo(first.number());
    }

    @Test
    void withoutABlankNothingCanHaveBeenPrinted() {
        given.blanks(OFFICE, 1);
        OrderDetails order = given.printing(OFFICE, printer);
        given.printed(OFFICE, printer, "");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given.at(OFFICE, () -> desk.printedWell(order.number(), order.version(), "")))
                .withMessageContaining("Stok hanya 0 blangko");
    }

    @Test
    void anOrderIsMovedWithAReasonAndBothPlacesSeeIt() {
        OrderDetails order = given.ordered(OFFICE);
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(
                        () -> given.at(OFFICE, () -> desk.move(order.number(), order.version(), ELSEWHERE, "Dekat")));
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> move(order, ELSEWHERE, " "));
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> move(order, OFFICE, "Dekat"));
        OrderDetails moved = move(order, ELSEWHERE, "Pemohon pindah kerja");
        assertThat(moved.office()).isEqualTo(ELSEWHERE);
        assertThat(moved.last().reason()).contains("Pemohon pindah kerja");
        assertThat(given.now(OFFICE, order.number()).movedFrom()).isEqualTo(OFFICE);
        assertThat(given.now(ELSEWHERE, order.number()).status()).isEqualTo(OrderStatus.WAITING);
        var gone = new OrderFilter(Group.MOVED, OFFICE, null, null, order.number());
        assertThat(given.at(OFFICE, () -> lists.count(gone))).isEqualTo(1);
        assertThat(given.at(OFFICE, () -> desk.start(order.number(), moved.version(), printer)))
                .as("the place before only looks on")
                .isEmpty();
        OrderDetails started = given.printing(OFFICE, printer);
        assertThatExceptionOfType(IllegalMove.class).isThrownBy(() -> move(started, ELSEWHERE, "Dekat"));
    }

    private OrderDetails move(OrderDetails order, OfficeCode place, String why) {
        return people.asStaff("perencana", () -> desk.move(order.number(), order.version(), place, why))
                .orElseThrow();
    }

    @Test
    void whoDiedIsNotPrinted() {
        OrderDetails order = given.ordered(OFFICE);
        standing(order, "DECEASED");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given.at(OFFICE, () -> desk.start(order.number(), order.version(), printer)))
                .withMessageContaining("sudah meninggal");
        standing(order, null);
    }

    /** Other tests book for the same people. */
    private void standing(OrderDetails order, @Nullable String standing) {
        jdbc.sql("UPDATE population_person SET standing = :standing WHERE nik = :nik")
                .param("standing", standing)
                .param("nik", order.nik().value())
                .update();
    }

    @Test
    void theBatchListNamesWhatWaits() throws Exception {
        OrderDetails order = given.ordered(OFFICE);
        assertThat(text(given.at(OFFICE, () -> papers.batch(OFFICE))))
                .contains("DAFTAR CETAK KTP-EL", order.number(), order.name());
    }

    @Test
    void whoDoesNotPrintChangesNothing() {
        OrderDetails order = given.ordered(OFFICE);
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(
                        () -> people.asOperatorAt(OFFICE, () -> desk.start(order.number(), order.version(), printer)));
        assertThat(given.at(new OfficeCode("320412"), () -> desk.start(order.number(), order.version(), printer)))
                .as("another office")
                .isEmpty();
    }

    private List<Tuple> ledger() {
        return jdbc.sql("SELECT kind, quantity FROM cards_entry WHERE office_code = ? ORDER BY number")
                .param(OFFICE.value())
                .query((row, number) -> tuple(row.getString(1), row.getInt(2)))
                .list();
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static <T> List<T> together(Callable<T> one, Callable<T> other) throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<T>> both = threads.invokeAll(List.of(one, other));
            return List.of(both.get(0).get(), both.get(1).get());
        }
    }
}
