package id.dukcapil.portal.documents.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.staff.Office;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters are numbered without gaps and without doubles, whoever writes them at the same time. */
@IntegrationTest
class DocumentNumbersTest {

    private static final NumberPattern PATTERN = new NumberPattern("{n}/{office}/{year}");
    private static final Office DINAS = office("DINAS", "Asia/Jakarta");
    private static final Office MPP = office("MPP", "Asia/Jakarta");

    @Autowired
    DocumentNumbers numbers;

    @Autowired
    NumberSettings settings;

    @Autowired
    ObjectProvider<NumberKind> kinds;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DataSource dataSource;

    @Autowired
    SettableClock clock;

    /** A series of its own for every test. */
    private final NumberKind letters =
            new NumberKind("uji-" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "x", PATTERN, false);

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void daysThatAreOverAreNumberedAtOnceEachInTheSeriesOfItsYear() {
        var newYearsEve = LocalDate.of(2025, 12, 31);
        var newYear = LocalDate.of(2026, 1, 1);

        List<String> given = transaction.execute(
                status -> numbers.next(letters, DINAS, List.of(newYearsEve, newYearsEve, newYear, newYear)));

        assertThat(given).containsExactly("1/DINAS/2025", "2/DINAS/2025", "1/DINAS/2026", "2/DINAS/2026");
        assertThat(take(numbers, transaction, 1)).containsExactly("3/DINAS/2026");
    }

    @Test
    void sixtyFourWritersOverTwoPoolsGetEveryNumberOnce() throws Exception {
        try (var second = new HikariDataSource()) {
            second.setJdbcUrl(dataSource.unwrap(HikariDataSource.class).getJdbcUrl());
            second.setUsername("root");
            second.setPassword("");
            second.setMaximumPoolSize(12);
            second.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
            var there = new DocumentNumbers(JdbcClient.create(second), settings, clock, kinds);
            var thereInTransaction = new TransactionTemplate(new DataSourceTransactionManager(second));
            var calls = new ArrayList<Callable<List<String>>>();
            for (int i = 0; i < 32; i++) {
                calls.add(() -> take(numbers, transaction, 5));
                calls.add(() -> take(there, thereInTransaction, 5));
            }

            assertThat(atOnce(calls).stream().flatMap(List::stream))
                    .containsExactlyInAnyOrderElementsOf(expected(DINAS, 2026, 64 * 5));
        }
    }

    private List<String> take(DocumentNumbers from, TransactionTemplate in, int times) {
        return IntStream.range(0, times).mapToObj(i -> next(from, in, DINAS)).toList();
    }

    @Test
    void anUndoneLetterGivesItsNumberBack() {
        assertThat(next(DINAS)).isEqualTo("1/DINAS/2026");
        transaction.executeWithoutResult(status -> {
            assertThat(numbers.next(letters, DINAS)).isEqualTo("2/DINAS/2026");
            status.setRollbackOnly();
        });
        assertThat(next(DINAS)).isEqualTo("2/DINAS/2026");
    }

    @Test
    void writersWhoGiveUpInBetweenLeaveNoGap() throws Exception {
        next(DINAS);
        var calls = new ArrayList<Callable<List<String>>>();
        for (int i = 0; i < 16; i++) {
            boolean givesUp = i % 3 == 0;
            calls.add(() -> transaction.execute(status -> {
                String taken = numbers.next(letters, DINAS);
                if (givesUp) {
                    status.setRollbackOnly();
                    return List.of();
                }
                return List.of(taken);
            }));
        }
        List<String> kept = atOnce(calls).stream().flatMap(List::stream).toList();
        assertThat(kept)
                .containsExactlyInAnyOrderElementsOf(expected(DINAS, 2026, 11).subList(1, 11));
        assertThat(next(DINAS)).isEqualTo("12/DINAS/2026");
    }

    @Test
    void everyOfficeCountsForItself() {
        assertThat(List.of(next(DINAS), next(DINAS), next(MPP)))
                .containsExactly("1/DINAS/2026", "2/DINAS/2026", "1/MPP/2026");
    }

    @Test
    void theYearBeginsWithTheMidnightOfTheOffice() {
        clock.set(Instant.parse("2026-12-31T16:30:00Z"));
        Office inWita = office("MPP", "Asia/Makassar");
        assertThat(next(DINAS)).as("23.30 WIB").isEqualTo("1/DINAS/2026");
        assertThat(next(inWita)).as("00.30 WITA").isEqualTo("1/MPP/2027");
        clock.set(Instant.parse("2026-12-31T17:00:00Z"));
        assertThat(List.of(next(DINAS), next(DINAS))).as("00.00 WIB").containsExactly("1/DINAS/2027", "2/DINAS/2027");
    }

    @Test
    void aNumberIsTakenOnlyTogetherWithWhatItIsFor() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> numbers.next(letters, DINAS));
    }

    private String next(Office office) {
        return next(numbers, transaction, office);
    }

    @SuppressWarnings("NullAway") // A number is never null
    private String next(DocumentNumbers from, TransactionTemplate in, Office office) {
        return in.execute(status -> from.next(letters, office));
    }

    private static List<String> expected(Office office, int year, int upTo) {
        return IntStream.rangeClosed(1, upTo)
                .mapToObj(n -> "%d/%s/%d".formatted(n, office.code().value(), year))
                .toList();
    }

    private static <T> List<T> atOnce(List<? extends Callable<T>> calls) throws Exception {
        var answers = new ArrayList<T>();
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            for (Future<T> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private static Office office(String code, String zone) {
        return new Office(new OfficeCode(code), code, Office.Kind.DINAS, ZoneId.of(zone), null, null, null, null, null);
    }
}
