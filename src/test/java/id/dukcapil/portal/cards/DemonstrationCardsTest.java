package id.dukcapil.portal.cards;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.booking.BookingScenario;
import id.dukcapil.portal.calendar.OfficeCalendar;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The invented ledger of the demonstration; undone after each test, for other tests have ledgers of their own. */
@IntegrationTest
@WithMockUser
@Transactional
class DemonstrationCardsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    LedgerRows rows;

    @Autowired
    OfficeCalendar calendar;

    @Autowired
    Offices offices;

    @Autowired
    BookingScenario given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @ParameterizedTest
    @CsvSource({"DINAS,480,40", "MPP,150,15", "320437,38,5"})
    void theStockOfThisMorningIsWhatTheLinesAddUpTo(OfficeCode office, int left, int safety) {
        enterIntoEmptyTables();

        assertThat(number("SELECT SUM(quantity) FROM cards_entry WHERE office_code = ?", office))
                .isEqualTo(left);
        assertThat(number("SELECT stock FROM cards_stock WHERE office_code = ?", office))
                .isEqualTo(left);
        assertThat(number("SELECT safety_stock FROM cards_stock WHERE office_code = ?", office))
                .isEqualTo(safety);
        assertThat(number("SELECT COUNT(*) FROM cards_entry WHERE office_code = ? AND kind = 'USE'", office))
                .isGreaterThan(20);
    }

    @Test
    void itTellsOfDaysOfServiceBeforeToday() {
        enterIntoEmptyTables();

        List<LocalDate> days = jdbc.sql("SELECT DISTINCT happened_on FROM cards_entry WHERE office_code = 'DINAS'")
                .query((row, number) -> row.getObject(1, LocalDate.class))
                .list();
        assertThat(days).hasSizeGreaterThan(230).allSatisfy(day -> {
            assertThat(day).isBefore(TODAY);
            assertThat(calendar.day(new OfficeCode("DINAS"), day).isOpen()).isTrue();
        });
    }

    @Test
    void aYearBeginsWithAReserveAndEveryMonthWithADelivery() {
        enterIntoEmptyTables();
        var office = new OfficeCode("DINAS");

        assertThat(number("SELECT MIN(stock_after) FROM cards_entry WHERE office_code = ?", office))
                .isEqualTo(80);
        assertThat(number(
                        "SELECT COUNT(DISTINCT LEFT(happened_on, 7)) FROM cards_entry WHERE office_code = ? AND kind = 'RECEIPT'",
                        office))
                .isGreaterThanOrEqualTo(12);
    }

    @Test
    void whereALedgerIsKeptNothingIsInvented() {
        enterIntoEmptyTables();
        var office = new OfficeCode("MPP");
        String lines = "SELECT COUNT(*) FROM cards_entry WHERE office_code = ?";
        int before = number(lines, office);

        story().enter();

        assertThat(number(lines, office)).isEqualTo(before);
    }

    private void enterIntoEmptyTables() {
        offices.all().forEach(office -> given.withoutLedger(office.code()));
        story().enter();
    }

    private DemonstrationCards story() {
        return new DemonstrationCards(rows, calendar, offices, jdbc, transaction, clock);
    }

    private int number(String sql, OfficeCode office) {
        return jdbc.sql(sql).param(office.value()).query(Integer.class).single();
    }
}
