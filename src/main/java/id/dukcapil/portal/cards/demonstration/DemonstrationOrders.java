package id.dukcapil.portal.cards.demonstration;

import id.dukcapil.portal.calendar.WorkingTime;
import id.dukcapil.portal.calendar.WorkingTimes;
import id.dukcapil.portal.cards.InventedParcels.Holder;
import id.dukcapil.portal.cards.PrintReason;
import id.dukcapil.portal.cards.order.OrderStatus;
import id.dukcapil.portal.common.InventedYear;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.SetUpStep;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.population.PersonRow;
import id.dukcapil.portal.population.RecordingStatus;
import id.dukcapil.portal.population.SandboxPeople;
import id.dukcapil.portal.staff.ActingSystem;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A queue, a shelf with cards of every age and the hand-overs of a year. Entered once, into an empty table. */
@Component
@Order(65)
@ConditionalOnBooleanProperty({"portal.demonstration", "portal.booking.demonstration"})
class DemonstrationOrders implements SetUpStep {

    /** The first of the order are those whom programmers try the API with. */
    private static final int LEFT_TO_PROGRAMMERS = 60;

    private static final int SEARCHED = 20_000;

    /** So far back goes the last month, in which more was handed over. */
    private static final int HOURS = 700;

    private static final double A_DAY_OF_THE_YEAR = 1.8;
    private static final int BROKEN = 6;

    /** Of the office, in the queue, at the printer, twice for the check, and on the shelf; half of the orders take less. */
    private static final double[] MINUTES = {55, 5.5, 2, 2.5, 420};

    private static final PrintReason[] REASONS = {
        PrintReason.FIRST, PrintReason.FIRST, PrintReason.DAMAGED, PrintReason.CHANGED_DATA, PrintReason.LOST
    };

    /**
     * @param waiting orders in the queue
     * @param shelf cards that nobody has fetched
     * @param fetched in the last month
     * @param held people below 17; of cards in the safe there are half as many
     */
    private record Story(String office, int printers, int waiting, int shelf, int fetched, int held) {}

    private static final List<Story> STORIES = List.of(
            new Story("DINAS", 2, 14, 46, 90, 8),
            new Story("MPP", 1, 6, 15, 30, 4),
            new Story("320437", 1, 3, 8, 12, 2));

    /** An office that prints, with its working time. */
    private record Site(Office office, WorkingTime working) {

        /** Moves a time outside working hours back by whole hours, until the office is open. */
        private Instant whileOpen(Instant at) {
            return Stream.iterate(at, later -> later.minus(Duration.ofHours(1)))
                    .filter(working::includes)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private final OrderWriter writer;
    private final SandboxPeople people;
    private final Offices offices;
    private final WorkingTimes workingTimes;
    private final ActingSystem system;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Random dice = new Random(11_176);

    DemonstrationOrders(
            OrderWriter writer,
            SandboxPeople people,
            Offices offices,
            WorkingTimes workingTimes,
            ActingSystem system,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.writer = writer;
        this.people = people;
        this.offices = offices;
        this.workingTimes = workingTimes;
        this.system = system;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void enter() {
        boolean used = jdbc.sql("SELECT EXISTS (SELECT 1 FROM card_order)")
                .query(Boolean.class)
                .single();
        if (!used) {
            system.with(Set.of(), () -> transaction.executeWithoutResult(status -> invent()));
        }
    }

    void invent() {
        Deque<PersonRow> young = young();
        Deque<PersonRow> ready = some(RecordingStatus.PRINT_READY_RECORD, 20, 40);
        Deque<PersonRow> printed = some(RecordingStatus.CARD_PRINTED, 17, 90);
        Deque<PersonRow> issued = some(RecordingStatus.CARD_ISSUED, 20, 2_400);
        Instant now = clock.instant();
        var sites = new ArrayList<Site>();
        for (Story story : STORIES) {
            Site site = site(story);
            sites.add(site);
            writer.printers(site.office(), story.printers());
            for (int i = 0; i < story.fetched(); i++) {
                add(
                        site,
                        issued,
                        OrderStatus.HANDED_OVER,
                        now.minus(Duration.ofHours(3 + i * (long) HOURS / story.fetched())));
            }
            for (int i = 0; i < story.shelf(); i++) {
                // Most are fetched soon; a few lie there for months
                long days = (long) (Math.pow((double) i / story.shelf(), 3) * 125);
                add(site, printed, OrderStatus.READY, now.minus(Duration.ofHours(days * 24 + 2)));
            }
            for (int i = 0; i < story.held(); i++) {
                add(site, young, OrderStatus.HELD, now.minus(Duration.ofDays(3 + 5L * i)));
                if (i % 2 == 0) {
                    add(site, printed, OrderStatus.RECALLED, now.minus(Duration.ofDays(2 + 6L * i)));
                }
            }
            add(site, printed, OrderStatus.CHECKED, now.minus(Duration.ofMinutes(18)));
            add(site, printed, OrderStatus.PRINTED, now.minus(Duration.ofMinutes(9)));
            for (int i = 0; i < story.waiting(); i++) {
                add(site, ready, OrderStatus.WAITING, now.minus(Duration.ofMinutes(10 + 11L * (story.waiting() - i))));
            }
        }
        sites.forEach(site -> aYear(site, issued, now.minus(Duration.ofHours(HOURS))));
        writer.flush();
        sites.forEach(site -> writer.enterUsed(site.office(), now));
    }

    private Site site(Story story) {
        Office office = offices.find(new OfficeCode(story.office())).orElseThrow();
        return new Site(office, workingTimes.of(office.code()));
    }

    private void aYear(Site site, Deque<PersonRow> issued, Instant until) {
        Office office = site.office();
        WorkingTime working = site.working();
        var year = new InventedYear(LocalDate.ofInstant(clock.instant(), office.timeZone()));
        year.arrivals(
                        office.timeZone(),
                        working::includes,
                        LocalDate.ofInstant(until, office.timeZone()),
                        A_DAY_OF_THE_YEAR,
                        dice)
                .forEach(begun -> add(
                        office,
                        issued,
                        OrderStatus.HANDED_OVER,
                        course(
                                working,
                                begun,
                                year.printerIsBroken(LocalDate.ofInstant(begun, office.timeZone())) ? BROKEN : 1)));
    }

    private List<Instant> course(WorkingTime working, Instant begun, int slower) {
        var times = new ArrayList<Instant>();
        times.add(begun);
        for (double minutes : MINUTES) {
            double spread = Math.exp(0.55 * dice.nextGaussian()) * (times.size() < 3 ? slower : 1);
            Duration stay = Duration.ofSeconds(Math.round(60 * minutes * spread));
            times.add(working.after(times.getLast(), stay).orElseThrow());
        }
        return times;
    }

    /** People who were recorded before their 17th birthday. */
    private Deque<PersonRow> young() {
        LocalDate grown = LocalDate.now(clock).minusYears(Person.CARD_AGE).plusDays(2);
        return people.some(RecordingStatus.PRINT_READY_RECORD, Person.CARD_AGE - 1, SEARCHED).stream()
                .filter(person -> person.birthDate().isAfter(grown))
                .collect(Collectors.toCollection(ArrayDeque::new));
    }

    private Deque<PersonRow> some(RecordingStatus status, int age, int limit) {
        List<PersonRow> found = people.some(status, age, limit + LEFT_TO_PROGRAMMERS);
        return new ArrayDeque<>(found.subList(Math.min(LEFT_TO_PROGRAMMERS, found.size() / 2), found.size()));
    }

    private void add(Site site, Deque<PersonRow> from, OrderStatus status, Instant at) {
        add(site.office(), from, status, Past.quick(status, site.whileOpen(at)));
    }

    private void add(Office office, Deque<PersonRow> from, OrderStatus status, List<Instant> times) {
        PersonRow person = from.poll();
        if (person != null) {
            PrintReason reason =
                    status == OrderStatus.HANDED_OVER ? REASONS[dice.nextInt(REASONS.length)] : PrintReason.FIRST;
            writer.add(new Draft(
                    office,
                    new Holder(person.nik(), person.fullName(), person.birthDate()),
                    new Past(status, reason, times, dice.nextInt(100)),
                    null));
        }
    }
}
