package id.dukcapil.portal.cards.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.InventedPast;
import id.dukcapil.portal.calendar.WorkingTimes;
import id.dukcapil.portal.cards.CardHandedOver;
import id.dukcapil.portal.cards.InventedParcels.Entered;
import id.dukcapil.portal.cards.InventedParcels.Holder;
import id.dukcapil.portal.cards.InventedParcels.Parcel;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.documents.numbers.DocumentNumbers;
import id.dukcapil.portal.documents.numbers.NumberKind;
import id.dukcapil.portal.population.SandboxPeople;
import id.dukcapil.portal.staff.ActingSystem;
import id.dukcapil.portal.staff.DemonstrationStaff;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The print orders with which a demonstration begins; what they enter is rolled back. */
@IntegrationTest
@Transactional
class YearOfOrdersTest {

    private static final OfficeCode DINAS = new OfficeCode("DINAS");

    /** Before the days of which other tests tell. */
    private static final String LONG_AGO =
            "card_order c WHERE c.created_at < '2026-10-01' AND c.status = 'HANDED_OVER'";

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    SandboxPeople people;

    @Autowired
    Offices offices;

    @Autowired
    WorkingTimes workingTimes;

    @Autowired
    DocumentNumbers numbers;

    @Autowired
    NumberKind packingNumbers;

    @Autowired
    ActingSystem system;

    @Autowired
    DemonstrationStaff staff;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    private OrderWriter writer;

    @BeforeEach
    void aYearIsInvented() {
        jdbc.sql("UPDATE card_order SET status = 'CANCELLED'").update();
        jdbc.sql("UPDATE card_printer SET name = CONCAT('lama ', name)").update();
        jdbc.sql("UPDATE cards_stock SET stock = 1000").update();
        // The register of the tests is small
        jdbc.sql(
                        "UPDATE population_person SET recording_status = 'CARD_ISSUED', birth_date = '1990-01-01', standing = NULL"
                                + " WHERE recording_status NOT IN ('PRINT_READY_RECORD', 'CARD_PRINTED')")
                .update();
        writer = beans.createBean(OrderWriter.class);
        var orders = new DemonstrationOrders(writer, people, offices, workingTimes, system, jdbc, transaction, clock);
        system.with(Set.of(Permission.CARDS_READ), orders::invent);
    }

    @Test
    void ordersOfManyMonthsAreNumberedInTheirYear() {
        // As far as there are people: other tests leave more or fewer of them with a card
        assertThat(past().months()).isBetween(2, 11);
        assertThat(past().numberedInAnotherYear()).isZero();
    }

    @Test
    void theClockOfTheStandardKnowsEachUnderItsNumber() {
        assertThat(past().unknownToTheClock()).isZero();
    }

    @Test
    void cardsArePrintedAndGivenWhileTheOfficeWorks() {
        var working = workingTimes.of(DINAS);
        assertThat(jdbc.sql(
                                "SELECT c.status_since FROM card_order c WHERE c.status <> 'CANCELLED' AND c.office_code = 'DINAS'")
                        .query((row, number) -> UtcDateTime.read(row, "status_since"))
                        .list())
                .isNotEmpty()
                .allMatch(at -> working.includes(at) || working.includes(at.minusSeconds(1)));
    }

    @Test
    void cardsOfASchoolArePackedAndTakenThere() {
        Entered entered = enter("2026-11-02T08:05:00Z").orElseThrow();

        assertThat(entered.numbers()).hasSize(2);
        assertThat(entered.delivered()).extracting(CardHandedOver::reference).containsOnly("KJS-DINAS-2026-90001");
        assertThat(count("""
                        SELECT COUNT(*) FROM card_packing p JOIN card_packing_line l ON l.packing_id = p.id
                        JOIN card_order o ON o.id = l.print_order_id JOIN card_handover h ON h.print_order_id = o.id
                        WHERE p.institution = 'SMAN 1 UJI' AND p.delivered_at = o.status_since AND l.accepted
                          AND h.receiver = 'COLLECTIVE' AND h.letter = p.number""")).isEqualTo(2);
    }

    @Test
    void cardsOfYesterdaysVisitAreLeftToThePrintRoom() {
        assertThat(enter("2026-11-22T08:05:00Z")).isEmpty();
    }

    private Optional<Entered> enter(String asked) {
        return new ParcelWriter(writer, offices, workingTimes, numbers, packingNumbers, staff, jdbc, clock)
                .enter(new Parcel(
                        DINAS,
                        "KJS-DINAS-2026-90001",
                        Instant.parse(asked),
                        "SMAN 1 UJI",
                        "Wawan",
                        "Wakil kepala sekolah",
                        List.of(holder("3204010101090001"), holder("3204010101090002")),
                        true));
    }

    private static Holder holder(String nik) {
        return new Holder(new Nik(nik), "SISWA", LocalDate.of(2009, 1, 1));
    }

    private InventedPast past() {
        return new InventedPast(jdbc, LONG_AGO, "person_nik");
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
