package id.dukcapil.portal.cards.order;

import id.dukcapil.portal.booking.BookingScenario;
import id.dukcapil.portal.cards.CardEntryKind;
import id.dukcapil.portal.cards.PrintAnswer;
import id.dukcapil.portal.cards.PrintOrders;
import id.dukcapil.portal.cards.PrintReason;
import id.dukcapil.portal.cards.PrintRequest;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tests of the print room start from: an office with blanks and a printer of its own, and people who may have a card. */
@TestComponent
public class PrintScenario {

    private static final AtomicInteger PRINTERS = new AtomicInteger();

    private final BookingScenario given;
    private final PrintOrders orders;
    private final PrintDesk desk;
    private final OrderLists lists;
    private final JdbcClient jdbc;

    PrintScenario(BookingScenario given, PrintOrders orders, PrintDesk desk, OrderLists lists, JdbcClient jdbc) {
        this.given = given;
        this.orders = orders;
        this.desk = desk;
        this.lists = lists;
        this.jdbc = jdbc;
    }

    /** The office has that many blanks and nothing waits there. */
    public void blanks(OfficeCode office, int cards) {
        jdbc.sql(
                        "UPDATE card_order SET status = 'CANCELLED' WHERE office_code = ? AND status IN ('WAITING', 'PRINTING')")
                .param(office.value())
                .update();
        given.withoutLedger(office);
        given.cards(office, CardEntryKind.RECEIPT, cards);
    }

    public UUID printer(OfficeCode office, int ceiling) {
        UUID id = UUID.randomUUID();
        jdbc.sql("INSERT INTO card_printer (id, office_code, name, daily_ceiling, active) VALUES (?, ?, ?, ?, TRUE)")
                .params(id, office.value(), "Pencetak uji " + PRINTERS.incrementAndGet(), ceiling)
                .update();
        return id;
    }

    /** A different adult at every call whose record is ready and who has no order. */
    public Nik somebody() {
        Nik nik = given.somebodyReadyToPrint().nik();
        return jdbc.sql("SELECT COUNT(*) FROM card_order WHERE person_nik = ?")
                                .param(nik.value())
                                .query(Integer.class)
                                .single()
                        == 0
                ? nik
                : somebody();
    }

    public PrintAnswer request(Nik nik, OfficeCode office, PrintReason reason, String letter) {
        return at(office, () -> orders.request(new PrintRequest(nik, office, reason, letter, null, null)));
    }

    public OrderDetails ordered(OfficeCode office) {
        return ordered(somebody(), office, PrintReason.FIRST);
    }

    public OrderDetails ordered(Nik nik, OfficeCode office, PrintReason reason) {
        var answer = (PrintAnswer.Ordered) request(nik, office, reason, "");
        return now(office, answer.number());
    }

    public OrderDetails printing(OfficeCode office, UUID printer) {
        OrderDetails order = ordered(office);
        return at(office, () -> desk.start(order.number(), order.version(), printer))
                .orElseThrow();
    }

    public OrderDetails printed(OfficeCode office, UUID printer, String serial) {
        OrderDetails order = printing(office, printer);
        return at(office, () -> desk.printedWell(order.number(), order.version(), serial))
                .orElseThrow();
    }

    public OrderDetails ready(OfficeCode office, UUID printer) {
        OrderDetails order = printed(office, printer, "");
        return at(office, () -> {
                    long version = desk.passed(order.number(), order.version())
                            .orElseThrow()
                            .version();
                    return desk.shelve(order.number(), version, "B-14");
                })
                .orElseThrow();
    }

    public OrderDetails now(OfficeCode office, String number) {
        return at(office, () -> lists.find(number)).orElseThrow();
    }

    public <T> T at(OfficeCode office, Supplier<T> work) {
        return given.asPrinterAt(office, work);
    }

    public Optional<String> statusOf(Nik nik) {
        return jdbc.sql("SELECT recording_status FROM population_person WHERE nik = ?")
                .param(nik.value())
                .query(String.class)
                .optional();
    }
}
