package id.dukcapil.portal.cards.closing;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.booking.BookingScenario;
import id.dukcapil.portal.cards.CardEntryKind;
import id.dukcapil.portal.cards.CardLedger;
import id.dukcapil.portal.cards.NewCardEntry;
import id.dukcapil.portal.cards.destruction.Destruction;
import id.dukcapil.portal.cards.destruction.DestructionPapers;
import id.dukcapil.portal.cards.destruction.SpoiltCause;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A day of 2,000 lines by 20 writers in one ledger, its closing, and a berita acara of 300 lines. */
@IntegrationTest
class CardDayBench {

    private static final int WRITERS = 20;
    private static final int ENTRIES = 2_000;
    private static final long CLOSING_MS = 1_000;
    private static final long PAPER_MS = 1_000;
    private static final OfficeCode OFFICE = new OfficeCode("320429");
    private static final OfficeCode ELSEWHERE = new OfficeCode("320430");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    CardLedger ledger;

    @Autowired
    CardClosings closings;

    @Autowired
    DestructionPapers papers;

    @Autowired
    BookingScenario given;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aDayOfTwoThousandLinesAddsUpAndIsClosed() throws Exception {
        given.withoutLedger(OFFICE);
        // Fewer cards than are wanted, so that the last ones are refused
        enter(CardEntryKind.RECEIPT, ENTRIES - ENTRIES / 10);
        long begun = System.nanoTime();
        int written = 0;
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            Callable<Integer> writer = () -> {
                int done = 0;
                for (int i = 0; i < ENTRIES / WRITERS; i++) {
                    done += written(i % 20 == 19 ? CardEntryKind.MISPRINT : CardEntryKind.USE);
                }
                return done;
            };
            for (Future<Integer> one : threads.invokeAll(
                    IntStream.range(0, WRITERS).mapToObj(i -> writer).toList())) {
                written += one.get();
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "BENCH card-day writers=%d asked=%d written=%d total=%.1f s rate=%.0f/s (aim >= 500)%n",
                WRITERS,
                ENTRIES,
                written,
                seconds,
                ENTRIES / seconds);
        assertThat(written).isEqualTo(ENTRIES - ENTRIES / 10);
        assertThat(number("SELECT SUM(quantity) FROM cards_entry WHERE office_code = ?"))
                .isZero();
        assertThat(number("SELECT MIN(stock_after) FROM cards_entry WHERE office_code = ?"))
                .isZero();
        assertThat(number("SELECT stock FROM cards_stock WHERE office_code = ?"))
                .isZero();
        int waste = number("SELECT SUM(cards) FROM cards_box WHERE office_code = ?");
        assertThat(waste)
                .isEqualTo(
                        number("SELECT -SUM(quantity) FROM cards_entry WHERE kind = 'MISPRINT' AND office_code = ?"));
        closeSomewhereElse();
        long closing = System.nanoTime();
        Closing counted = given.asPrinterAt(
                OFFICE,
                () -> closings.count(UUID.randomUUID(), OFFICE, List.of(new PlaceCount(PlaceCount.SAFE, 0)), waste));
        Closing closed = given.asPrinterAt(OFFICE, () -> closings.close(counted.id(), ""));
        long closedMs = (System.nanoTime() - closing) / 1_000_000;
        System.out.printf(Locale.ROOT, "BENCH card-day closing=%d ms (must <= %d)%n", closedMs, CLOSING_MS);
        assertThat(closed.isClosed()).isTrue();
        assertThat(closedMs).isLessThanOrEqualTo(CLOSING_MS);
    }

    /** So that what is measured is a closing and not the first one of a portal that has just been started. */
    private void closeSomewhereElse() {
        given.withoutLedger(ELSEWHERE);
        enter(ELSEWHERE, CardEntryKind.RECEIPT, 1);
        Closing counted = given.asPrinterAt(
                ELSEWHERE,
                () -> closings.count(UUID.randomUUID(), ELSEWHERE, List.of(new PlaceCount(PlaceCount.SAFE, 1)), 0));
        given.asPrinterAt(ELSEWHERE, () -> closings.close(counted.id(), ""));
    }

    @Test
    void aBeritaAcaraOfThreeHundredLinesIsPrintedInASecond() {
        var lines = new ArrayList<Destruction.Line>();
        for (int i = 0; i < 300; i++) {
            lines.add(new Destruction.Line(SpoiltCause.values()[i % 4], String.valueOf(100_000 + i), 1 + i % 7));
        }
        var batch = new Destruction(
                UUID.randomUUID(),
                "1",
                OFFICE,
                lines,
                null,
                "A",
                Instant.EPOCH.plusSeconds(1_795_000_000L),
                "B",
                List.of(),
                "dibakar",
                null,
                null,
                true);
        given.asPrinterAt(OFFICE, () -> papers.pdf(batch));
        long begun = System.nanoTime();
        byte[] pdf = given.asPrinterAt(OFFICE, () -> papers.pdf(batch));
        long took = (System.nanoTime() - begun) / 1_000_000;
        System.out.printf(
                Locale.ROOT,
                "BENCH card-day paper lines=300 bytes=%d %d ms (must <= %d)%n",
                pdf.length,
                took,
                PAPER_MS);
        assertThat(took).isLessThanOrEqualTo(PAPER_MS);
    }

    private int written(CardEntryKind kind) {
        try {
            enter(kind, 1);
            return 1;
        } catch (InvalidInput none) {
            return 0;
        }
    }

    private void enter(CardEntryKind kind, int cards) {
        enter(OFFICE, kind, cards);
    }

    private void enter(OfficeCode office, CardEntryKind kind, int cards) {
        given.asPrinterAt(
                office,
                () -> ledger.enter(new NewCardEntry(office, kind, cards, TODAY, "BAST-1", "Uji", UUID.randomUUID())));
    }

    private int number(String sql) {
        return jdbc.sql(sql).param(OFFICE.value()).query(Integer.class).single();
    }
}
