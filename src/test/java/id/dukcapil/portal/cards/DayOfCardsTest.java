package id.dukcapil.portal.cards;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.booking.BookingDetails;
import id.dukcapil.portal.booking.BookingScenario;
import id.dukcapil.portal.booking.BookingScenario.Someone;
import id.dukcapil.portal.booking.Reception;
import id.dukcapil.portal.booking.StockOutlook;
import id.dukcapil.portal.booking.StockPlanning;
import id.dukcapil.portal.cards.closing.CardClosings;
import id.dukcapil.portal.cards.closing.Closing;
import id.dukcapil.portal.cards.closing.DayBalance;
import id.dukcapil.portal.cards.closing.PlaceCount;
import id.dukcapil.portal.cards.closing.PrinterSupplies;
import id.dukcapil.portal.cards.closing.PrinterSupplies.PrinterDay;
import id.dukcapil.portal.cards.closing.StockCards;
import id.dukcapil.portal.cards.destruction.Destruction;
import id.dukcapil.portal.cards.destruction.Destruction.Witness;
import id.dukcapil.portal.cards.destruction.Destructions;
import id.dukcapil.portal.cards.destruction.SpoiltCause;
import id.dukcapil.portal.cards.handover.GivenCard;
import id.dukcapil.portal.cards.handover.Handovers;
import id.dukcapil.portal.cards.handover.OldCard;
import id.dukcapil.portal.cards.handover.ReceiverKind;
import id.dukcapil.portal.cards.order.OrderDetails;
import id.dukcapil.portal.cards.order.PrintDesk;
import id.dukcapil.portal.cards.order.PrintOutcome;
import id.dukcapil.portal.cards.order.PrintScenario;
import id.dukcapil.portal.cards.shipment.CardReceipts;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.OneColumn;
import id.dukcapil.portal.recording.process.RecordingScenario;
import id.dukcapil.portal.recording.status.ReadyOrders;
import id.dukcapil.portal.staff.Offices;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One day of one office: 500 cards come, 60 people who booked and 20 from recording get theirs on two printers. Five cards are
 * misprinted, two go to proxies, one holder has lost the old card and one gives it back, and in the evening a blank is missing.
 */
@IntegrationTest
class DayOfCardsTest {

    private static final OfficeCode OFFICE = new OfficeCode("320434");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate TOMORROW = TODAY.plusDays(1);
    private static final int BOOKED = 60;
    private static final int RECORDED = 18;

    /** Of the blanks in the order of printing. */
    private static final Set<Integer> MISPRINTED = Set.of(7, 21, 38, 55, 70);

    private static final Set<Integer> BY_PROXY = Set.of(11, 64);

    @Autowired
    BookingScenario given;

    @Autowired
    PrintScenario print;

    @Autowired
    RecordingScenario recording;

    @Autowired
    Reception reception;

    @Autowired
    ReadyOrders ready;

    @Autowired
    PrintDesk desk;

    @Autowired
    Handovers handovers;

    @Autowired
    CardReceipts receipts;

    @Autowired
    PrinterSupplies supplies;

    @Autowired
    CardClosings closings;

    @Autowired
    StockCards stockCards;

    @Autowired
    Destructions destructions;

    @Autowired
    StockPlanning planning;

    @Autowired
    Offices offices;

    @Autowired
    JdbcClient jdbc;

    @Test
    void supplyClosingStockCardDestructionAndTheQuotaOfTomorrowAgree() throws Exception {
        given.withoutBookings(OFFICE);
        UUID lorry = UUID.randomUUID();
        asPrinter(() -> receipts.begin(lorry, OFFICE, "BAST-HARI-KARTU", 500, 500));
        given.asOperatorAt(OFFICE, () -> receipts.countAgain(lorry, 500));
        UUID one = print.printer(OFFICE, 50);
        UUID other = print.printer(OFFICE, 50);
        supply(one);
        supply(other);
        everybodyAsks();

        printEverything(one, other);
        handEverythingOver();

        Closing closed = close(one, other);
        assertThat(closed.balance()).isEqualTo(new DayBalance(0, 500, 0, 80, 5, 0, 0, 0, 0));
        assertThat(closed.difference()).isEqualTo(-1);
        assertThat(asPrinter(() -> given.stocks().of(OFFICE)).orElseThrow().stock())
                .isEqualTo(414);
        assertThat(theStockCard()).containsExactly(0, 500, 0, 80, 5, 0, 0, 0, 0, 415, 414, -1);
        assertThat(count("card_printed")).isEqualTo(85);
        assertThat(count("card_handover")).isEqualTo(80);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM booking_booking WHERE office_code = ? AND status = 'HANDED_OVER'")
                        .param(OFFICE.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(BOOKED);
        theBoxIsBurned();
        theQuotaFollows();
    }

    private void supply(UUID printer) {
        asPrinter(() -> {
            supplies.give(OFFICE, nameOf(printer), 0, 50, UUID.randomUUID());
            return true;
        });
    }

    private String nameOf(UUID printer) {
        return jdbc.sql("SELECT name FROM card_printer WHERE id = ?")
                .param(printer)
                .query(String.class)
                .single();
    }

    private void everybodyAsks() {
        List<Someone> people = people();
        given.quotaOf(OFFICE, TODAY, BOOKED, 0);
        for (Someone someone : people.subList(0, BOOKED)) {
            BookingDetails booking = given.booked(someone, OFFICE, TODAY);
            given.asOperatorAt(OFFICE, () -> reception.checkIn(booking.code(), OFFICE));
        }
        String registrar = recording.operator("registrasi", OFFICE.value());
        for (Someone someone : people.subList(BOOKED, BOOKED + RECORDED)) {
            recording.as(registrar, () -> ready.order(someone.nik()));
        }
        print.request(people.get(BOOKED + RECORDED).nik(), OFFICE, PrintReason.LOST, "STPLK/118/XI/2026");
        print.request(people.get(BOOKED + RECORDED + 1).nik(), OFFICE, PrintReason.CHANGED_DATA, "");
    }

    /** The register of the tests is small; other tests have ordered for some. */
    private List<Someone> people() {
        List<Someone> free = given.crowd(200).stream()
                .filter(someone -> jdbc.sql("SELECT COUNT(*) FROM card_order WHERE person_nik = ?")
                                .param(someone.nik().value())
                                .query(Integer.class)
                                .single()
                        == 0)
                .toList();
        assertThat(free).hasSizeGreaterThanOrEqualTo(BOOKED + RECORDED + 2);
        return free;
    }

    private void printEverything(UUID one, UUID other) {
        for (int blank = 0; ; blank++) {
            UUID printer = blank < 50 ? one : other;
            Optional<OrderDetails> next = asPrinter(() -> desk.startNext(OFFICE, printer));
            if (next.isEmpty()) {
                assertThat(blank).isEqualTo(85);
                return;
            }
            OrderDetails order = next.get();
            if (MISPRINTED.contains(blank)) {
                asPrinter(() -> desk.misprinted(order.number(), order.version(), PrintOutcome.ENCODE_FAILED, ""));
            } else {
                shelve(order, "HK%08d".formatted(blank));
            }
        }
    }

    private void shelve(OrderDetails order, String serial) {
        asPrinter(() -> {
            String number = order.number();
            long version = version(desk.printedWell(number, order.version(), serial));
            version = version(desk.passed(number, version));
            return desk.shelve(number, version, "A-01");
        });
    }

    private static long version(Optional<OrderDetails> order) {
        return order.orElseThrow().version();
    }

    private void handEverythingOver() {
        List<String> shelf = jdbc.sql(
                        "SELECT number FROM card_order WHERE office_code = ? AND status = 'READY' ORDER BY created_at, id")
                .param(OFFICE.value())
                .query(OneColumn.TEXT)
                .list();
        assertThat(shelf).hasSize(80);
        for (int i = 0; i < shelf.size(); i++) {
            OrderDetails order = print.now(OFFICE, shelf.get(i));
            GivenCard card = card(order, BY_PROXY.contains(i));
            given.asOperatorAt(OFFICE, () -> handovers.handOver(order.number(), order.version(), card));
        }
    }

    private static GivenCard card(OrderDetails order, boolean byProxy) {
        Nik nik = order.nik();
        OldCard old = switch (order.reason()) {
            case FIRST -> OldCard.NONE;
            case LOST -> OldCard.LOST;
            case DAMAGED, CHANGED_DATA -> OldCard.RECEIVED;
        };
        return new GivenCard(
                nik.value().substring(12),
                byProxy ? ReceiverKind.PROXY : ReceiverKind.SELF,
                null,
                byProxy ? "DEDE SUNARYA" : "",
                byProxy ? "tetangga" : "",
                byProxy ? "04/SK/XI/2026" : "",
                byProxy ? TODAY : null,
                null,
                old,
                old == OldCard.NONE ? "Kartu pertama" : "STPLK/118/XI/2026",
                "12,30 14,33 20,41",
                false);
    }

    /** A blank is missing at the second printer: 35 of its 50 went through it, and 14 come back. */
    private Closing close(UUID one, UUID other) {
        var places = List.of(
                new PlaceCount(PlaceCount.SAFE, 400),
                new PlaceCount(nameOf(one), 0),
                new PlaceCount(nameOf(other), 14));
        Closing counted = asPrinter(() -> closings.count(UUID.randomUUID(), OFFICE, places, 6));
        List<PrinterDay> printers = asPrinter(() -> supplies.compared(counted));
        assertThat(printers).extracting(PrinterDay::difference).containsExactlyInAnyOrder(0, -1);
        assertThat(printers.stream().collect(Collectors.summingInt(PrinterDay::good)))
                .isEqualTo(80);
        assertThat(printers.stream().collect(Collectors.summingInt(PrinterDay::spoilt)))
                .isEqualTo(5);
        given.asOperatorAt(OFFICE, () -> closings.countAgain(counted.id(), 414, 6));
        return asPrinter(() -> closings.close(counted.id(), "Satu blangko tidak ditemukan"));
    }

    /** The figures of the only line of the workbook. */
    private List<Integer> theStockCard() throws Exception {
        byte[] workbook = asPrinter(() -> stockCards.xlsx(offices.find(OFFICE).orElseThrow()));
        try (var book = WorkbookFactory.create(new ByteArrayInputStream(workbook))) {
            var sheet = book.getSheetAt(0);
            var line = sheet.getRow(sheet.getLastRowNum());
            var figures = new ArrayList<Integer>();
            for (int cell = 2; cell < 14; cell++) {
                figures.add((int) line.getCell(cell).getNumericCellValue());
            }
            return figures;
        }
    }

    private int count(String table) {
        return jdbc.sql("SELECT COUNT(*) FROM " + table + " WHERE office_code = ?")
                .param(OFFICE.value())
                .query(Integer.class)
                .single();
    }

    private void theBoxIsBurned() {
        Destruction batch = asPrinter(() -> destructions.begin(UUID.randomUUID(), OFFICE, 6));
        given.asOperatorAt(OFFICE, () -> destructions.countAgain(batch.id(), 6));
        Destruction burned = asPrinter(() -> destructions.finish(
                batch.id(),
                "dibakar",
                List.of(
                        new Witness("Rudi Hartono", "Kasi Penegakan", "Satpol PP"),
                        new Witness("Sri Lestari", "Auditor", "Inspektorat"))));
        assertThat(burned.lines().stream()
                        .collect(Collectors.groupingBy(
                                Destruction.Line::cause, Collectors.summingInt(Destruction.Line::cards))))
                .containsEntry(SpoiltCause.ENCODE_FAILED, 5)
                .containsEntry(SpoiltCause.CHANGED_DATA, 1)
                .hasSize(2);
        assertThat(burned.lines())
                .as("the kecamatan of every holder is known")
                .noneMatch(line -> line.district() == null);
        assertThat(asPrinter(() -> destructions.waiting(OFFICE))).isEmpty();
    }

    /** 414 blanks, 400 of them held back: fourteen people can be promised a card, although printers and rule allow more. */
    private void theQuotaFollows() {
        StockOutlook outlook = given.asStaff("perencana", () -> {
            given.stocks().holdBack(OFFICE, 0, 400, "Perekaman di sekolah");
            return planning.outlook(OFFICE, TOMORROW).orElseThrow();
        });
        assertThat(outlook.supply().closedOn()).isEqualTo(TODAY);
        assertThat(outlook.supply().usedToday()).isEqualTo(85);
        assertThat(outlook.proposal().usable()).isEqualTo(14);
        assertThat(outlook.proposal().day(TOMORROW).orElseThrow().proposed().capacity())
                .isEqualTo(14);
    }

    private <T> T asPrinter(Supplier<T> work) {
        return given.asPrinterAt(OFFICE, work);
    }
}
