package id.dukcapil.portal.counter.queue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import id.dukcapil.portal.calendar.OfficeCalendar;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.counter.Ticket;
import id.dukcapil.portal.counter.hall.Desk;
import id.dukcapil.portal.counter.hall.Hall;
import id.dukcapil.portal.counter.waiting.Expectation;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Half of the counters of an office in a process of their own, without the rest of the portal. Prints a line for each call:
 * number and microseconds.
 */
final class HallCaller {

    /** Calls of each counter before the measurement: a portal has been running for hours when people are called. */
    private static final int WARM_UP = 10;

    private HallCaller() {}

    /** Not marked as a configuration, so that the portal itself does not find it. */
    @ComponentScan(
            basePackageClasses = {CallDesk.class, Hall.class, Expectation.class, OfficeCalendar.class},
            lazyInit = true)
    @Import({Offices.class, Retry.class})
    static class Bare {

        @Bean
        DataSource dataSource() {
            var pool = new com.zaxxer.hikari.HikariDataSource();
            pool.setJdbcUrl(System.getProperty("bench.url"));
            pool.setUsername("root");
            pool.setMaximumPoolSize(10);
            pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
            return pool;
        }

        @Bean
        JdbcClient jdbcClient(DataSource data) {
            return JdbcClient.create(data);
        }

        @Bean
        PlatformTransactionManager transactions(DataSource data) {
            return new JdbcTransactionManager(data);
        }

        /** Time runs on from that of the test. */
        @Bean
        Clock clock() {
            Instant start = Instant.parse(System.getProperty("bench.now"));
            return Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), start));
        }
    }

    /** @param arguments office, first and last counter, calls a second (0: as fast as it goes), seconds */
    public static void main(String[] arguments) throws Exception {
        // Without a configuration every statement would be logged into the lines that the test reads, inside its
        // transaction
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        try (var context = new AnnotationConfigApplicationContext(Bare.class)) {
            var office = new OfficeCode(arguments[0]);
            int first = Integer.parseInt(arguments[1]);
            int last = Integer.parseInt(arguments[2]);
            List<Desk> desks = context.getBean(Hall.class).desks(office).stream()
                    .filter(desk -> desk.number() >= first && desk.number() <= last)
                    .toList();
            var calling = new Calling(context.getBean(CallDesk.class), context.getBean(Clock.class));
            for (int round = 0; round < WARM_UP; round++) {
                desks.forEach(calling::next);
            }
            System.out.println("READY");
            System.in.read();
            int rate = Integer.parseInt(arguments[3]);
            Duration time = Duration.ofSeconds(Integer.parseInt(arguments[4]));
            if (rate == 0) {
                calling.asFastAsItGoes(desks, time);
            } else {
                calling.openLoop(desks, rate, time);
            }
        }
    }

    private record Calling(CallDesk desk, Clock clock) {

        /** Calls the next person and lets the one before go; the call alone is timed. */
        boolean next(Desk counter) {
            var by = new ActedBy(new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "Petugas"), "", clock.instant());
            long begun = System.nanoTime();
            Optional<Ticket> called = desk.next(counter, by);
            long micros = (System.nanoTime() - begun) / 1_000;
            called.ifPresent(ticket -> {
                System.out.println("CALL " + ticket.number() + " " + micros);
                desk.finish(ticket.id(), by);
            });
            return called.isPresent();
        }

        void asFastAsItGoes(List<Desk> counters, Duration time) {
            long end = System.nanoTime() + time.toNanos();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                counters.forEach(counter -> threads.submit(() -> {
                    while (System.nanoTime() < end && next(counter)) {
                        // until nobody waits
                    }
                    return true;
                }));
            }
        }

        void openLoop(List<Desk> counters, int rate, Duration time) throws InterruptedException {
            BlockingQueue<Desk> free = new LinkedBlockingQueue<>(counters);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                long begun = System.nanoTime();
                for (long i = 0; i < rate * time.toSeconds(); i++) {
                    TimeUnit.NANOSECONDS.sleep(begun + i * 1_000_000_000L / rate - System.nanoTime());
                    Desk counter = free.take();
                    threads.submit(() -> {
                        try {
                            return next(counter);
                        } finally {
                            free.add(counter);
                        }
                    });
                }
            }
        }
    }
}
