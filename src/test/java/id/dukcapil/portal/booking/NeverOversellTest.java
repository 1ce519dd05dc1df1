package id.dukcapil.portal.booking;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.PortalApplication;
import id.dukcapil.portal.TestClockConfiguration;
import id.dukcapil.portal.booking.BookingScenario.Someone;
import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/** DESIGN rule 4, with two portals on one database. */
@IntegrationTest
class NeverOversellTest {

    private static final OfficeCode OFFICE = new OfficeCode("320405");
    private static final LocalDate DAY = LocalDate.of(2026, 12, 10);
    private static final int QUOTA = 150;
    private static final int THREADS = 64;

    @Autowired
    ApplicationContext applicationContext;

    @Autowired
    BookingScenario given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    @Test
    void sixtyFourCallersOfTwoPortalsShareOutExactly150Seats() throws Exception {
        given.quotaOf(OFFICE, DAY, QUOTA, 0);
        List<Someone> people = given.crowd(220);
        assertThat(people).hasSize(220);

        try (var otherContext = new SpringApplicationBuilder(PortalApplication.class, TestClockConfiguration.class)
                .profiles("demo", "test")
                .properties(
                        "server.port=0",
                        "management.server.port=-1",
                        "spring.datasource.url=" + environment.getProperty("spring.datasource.url"),
                        "spring.datasource.username=root",
                        "spring.datasource.password=")
                .run()) {
            List<BookingDecision> answers = stampede(people, List.of(portal(applicationContext), portal(otherContext)));

            assertThat(accepted(answers)).hasSize(QUOTA);
            assertThat(accepted(answers).stream().map(BookingDetails::queueNumber))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.rangeClosed(1, QUOTA).boxed().toList());
            assertThat(accepted(answers).stream().map(BookingDetails::nik)).doesNotHaveDuplicates();
            assertThat(refusals(answers)).isSubsetOf(Refusal.Kind.QUOTA_FULL, Refusal.Kind.ALREADY_BOOKED);
        }
        assertThat(count("SELECT booked FROM booking_quota_day WHERE office_code = ? AND service_date = ?"))
                .isEqualTo(QUOTA);
        assertThat(count("SELECT COUNT(*) FROM booking_booking WHERE office_code = ? AND service_date = ?"))
                .isEqualTo(QUOTA);
        assertThat(count("SELECT MAX(queue_number) FROM booking_booking WHERE office_code = ? AND service_date = ?"))
                .isEqualTo(QUOTA);
    }

    private record Portal(BookingService bookings, SecurityContextHolderStrategy security) {}

    private static Portal portal(ApplicationContext context) {
        return new Portal(context.getBean(BookingService.class), context.getBean(SecurityContextHolderStrategy.class));
    }

    /** Everyone asks once and every third asks twice, in random order, half of them through each portal. */
    private List<BookingDecision> stampede(List<Someone> people, List<Portal> portals) throws Exception {
        var requests = new ArrayList<>(people);
        requests.addAll(people.subList(0, people.size() / 3));
        Collections.shuffle(requests, new Random(42));
        var calls = new ArrayList<Callable<BookingDecision>>();
        for (int i = 0; i < requests.size(); i++) {
            Portal portal = portals.get(i % portals.size());
            NewBooking request = given.requestFor(requests.get(i), OFFICE, DAY);
            calls.add(() -> BookingScenario.asBds(
                    portal.security(), () -> portal.bookings().book(request)));
        }
        var answers = new ArrayList<BookingDecision>();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (Future<BookingDecision> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private static List<BookingDetails> accepted(List<BookingDecision> answers) {
        return answers.stream()
                .filter(BookingDecision.Accepted.class::isInstance)
                .map(answer -> ((BookingDecision.Accepted) answer).booking())
                .toList();
    }

    private static List<Refusal.Kind> refusals(List<BookingDecision> answers) {
        return answers.stream()
                .filter(BookingDecision.Refused.class::isInstance)
                .map(answer -> ((BookingDecision.Refused) answer).refusal().kind())
                .toList();
    }

    private int count(String sql) {
        return jdbc.sql(sql)
                .params(OFFICE.value(), DAY)
                .query((row, number) -> row.getInt(1))
                .single();
    }
}
