package id.dukcapil.portal.submission;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.OfficeCode;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.repository.support.JpaRepositoryFactory;
import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long a page of the inbox takes among five million requests, through {@link SubmissionInbox} with its permissions and
 * mapping: every pair of filter and order it offers, at the beginning, after 1 %, in the middle and after 99 %; searches; and
 * the counts of the tabs. Beside it, in the same run, the usual way: a Spring Data {@link Page} with OFFSET and COUNT, which
 * gets an index of its own for it. A quick run ({@code make bench QUICK=1}) has a tenth of the requests.
 */
@IntegrationTest
class InboxBench {

    private static final int REQUESTS = Boolean.getBoolean("bench.quick") ? 500_000 : 5_000_000;
    private static final double[] DEPTHS = {0, 0.01, 0.5, 0.99};
    private static final int PAGE = 50;
    private static final int ROUNDS = 60;
    private static final int WARM_UP = 15;
    private static final int SEARCHES = 700;
    private static final int OFFSET_PAGES = 3;
    private static final int POOL_MB = 8_192;

    @Autowired
    SubmissionInbox inbox;

    @Autowired
    SubmissionScenario given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    EntityManager entities;

    @Autowired
    SettableClock clock;

    /** What an office usually writes; no repository of the portal. */
    @NoRepositoryBean
    interface OffsetPages extends Repository<Submission, UUID> {

        Page<Submission> findByStatus(SubmissionStatus status, Pageable page);
    }

    /** Times of one pair of filter and order, by depth. */
    private record Pair(InboxFilter filter, double[][] times) {

        double steepness() {
            double flat = quantile(times[0], 0.5);
            return Arrays.stream(times)
                    .mapToDouble(depth -> quantile(depth, 0.5) / flat)
                    .max()
                    .orElseThrow();
        }

        double[] all() {
            return Arrays.stream(times).flatMapToDouble(Arrays::stream).toArray();
        }
    }

    @Test
    void pagesStayAsFastAtAnyDepthAmongMillions() {
        // As the operations manual tells an office of this size to set it; the embedded server starts with 256 MB
        jdbc.sql("SET GLOBAL innodb_buffer_pool_size = " + POOL_MB + " * 1024 * 1024")
                .update();
        // Filling writes more than the server's log holds, and would wait for its pages over and over
        jdbc.sql("SET GLOBAL innodb_log_file_size = 2147483648").update();
        var history = new InboxHistory(jdbc, transaction, REQUESTS);
        double filling = millis(history::fill) / 1_000;

        List<Pair> pairs = given.asStaff("manajer", () -> measuredPairs(history));
        pairs.forEach(InboxBench::print);
        double[] pages =
                pairs.stream().map(Pair::all).flatMapToDouble(Arrays::stream).toArray();
        double steepest = pairs.stream().mapToDouble(Pair::steepness).max().orElseThrow();
        List<String> texts = history.texts(SEARCHES + SEARCHES / 3);
        double[] searches = given.asStaff("manajer", () -> {
            times(texts.subList(SEARCHES, texts.size()));
            return times(texts.subList(0, SEARCHES));
        });
        double[] counts = given.asStaff("manajer", () -> {
            repeated(inbox::counts);
            return repeated(inbox::counts);
        });
        double[] offset = offsetPages();
        double keyset = middle(pairs);
        System.out.printf(
                Locale.ROOT,
                "BENCH inbox requests=%d pool_mb=%d pairs=%d page_p50_ms=%.2f page_p99_ms=%.2f worst_pair_p99_ms=%.2f"
                        + " steepness=%.2f search_p50_ms=%.2f search_p99_ms=%.2f counts_p50_ms=%.2f counts_p99_ms=%.2f"
                        + " offset_first_ms=%.1f offset_half_ms=%.1f ratio_half=%.0f filling_s=%.0f%n",
                REQUESTS,
                POOL_MB,
                pairs.size(),
                quantile(pages, 0.5),
                quantile(pages, 0.99),
                pairs.stream()
                        .mapToDouble(pair -> quantile(pair.all(), 0.99))
                        .max()
                        .orElseThrow(),
                steepest,
                quantile(searches, 0.5),
                quantile(searches, 0.99),
                quantile(counts, 0.5),
                quantile(counts, 0.99),
                offset[0],
                offset[1],
                offset[1] / keyset,
                filling);
        assertThat(quantile(pages, 0.99)).isLessThanOrEqualTo(10);
        assertThat(steepest).isLessThanOrEqualTo(2);
        assertThat(offset[1] / keyset).isGreaterThanOrEqualTo(100);
    }

    private List<Pair> measuredPairs(InboxHistory history) {
        var pairs = new ArrayList<Pair>();
        for (InboxQueue queue : List.of(InboxQueue.NEW, InboxQueue.RETURNED, InboxQueue.ALL)) {
            for (InboxOrder order : InboxOrder.values()) {
                for (OfficeCode office : Arrays.asList(null, history.office(1))) {
                    for (String reason : Arrays.asList(null, history.reason(1))) {
                        var filter = new InboxFilter(queue, office, reason, InboxWindow.ANY, "", order);
                        pairs.add(new Pair(filter, atAllDepths(history, filter)));
                    }
                }
            }
        }
        return pairs;
    }

    private double[][] atAllDepths(InboxHistory history, InboxFilter filter) {
        List<InboxRow.Cursor> cursors = Arrays.stream(DEPTHS)
                .mapToObj(depth -> history.at(filter.order(), filter.queue(), depth))
                .toList();
        var times = new double[DEPTHS.length][ROUNDS];
        // All depths take turns, so that what slows the machine slows all of them
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int depth = 0; depth < DEPTHS.length; depth++) {
                InboxRow.Cursor after = DEPTHS[depth] == 0 ? null : cursors.get(depth);
                // A rare reason fills less than a page, and deep in the queue there may be none of it
                int least = DEPTHS[depth] > 0 ? 0 : 1;
                double time = millis(
                        () -> assertThat(inbox.page(filter, after, 0, PAGE)).hasSizeBetween(least, PAGE));
                if (round >= 0) {
                    times[depth][round] = time;
                }
            }
        }
        return times;
    }

    /** The median of the pair that the usual way is compared with: what lies in a lane, the oldest first, in the middle. */
    private static double middle(List<Pair> pairs) {
        return pairs.stream()
                .filter(pair -> pair.filter()
                        .equals(new InboxFilter(InboxQueue.NEW, null, null, InboxWindow.ANY, "", InboxOrder.OLDEST)))
                .mapToDouble(pair -> quantile(pair.times()[2], 0.5))
                .findFirst()
                .orElseThrow();
    }

    private double[] times(List<String> texts) {
        return texts.stream()
                .mapToDouble(text -> millis(() -> inbox.page(
                        new InboxFilter(InboxQueue.NEW, null, null, InboxWindow.ANY, text, InboxOrder.DUE),
                        null,
                        0,
                        PAGE)))
                .toArray();
    }

    private double[] repeated(Runnable work) {
        var times = new double[ROUNDS * 4];
        for (int round = 0; round < times.length; round++) {
            times[round] = millis(work);
        }
        return times;
    }

    /** The first page and one in the middle, the fastest of a few each. */
    private double[] offsetPages() {
        jdbc.sql("ALTER TABLE submission_request ADD INDEX bench_offset (status, created_at, id)")
                .update();
        return new double[] {offsetPage(0), offsetPage(REQUESTS / 10 / 2 / PAGE)};
    }

    private double offsetPage(int page) {
        var pages = new JpaRepositoryFactory(entities).getRepository(OffsetPages.class);
        double best = Double.MAX_VALUE;
        for (int i = 0; i < OFFSET_PAGES; i++) {
            best = Math.min(
                    best,
                    millis(() -> transaction.executeWithoutResult(status -> {
                        var wanted = PageRequest.of(page, PAGE, Sort.by("createdAt", "id"));
                        assertThat(pages.findByStatus(SubmissionStatus.SUBMITTED, wanted)
                                        .getContent())
                                .hasSize(PAGE)
                                .allSatisfy(submission ->
                                        assertThat(submission.number()).isNotNull());
                    })));
        }
        return best;
    }

    private static void print(Pair pair) {
        InboxFilter filter = pair.filter();
        System.out.printf(
                Locale.ROOT,
                "  %s%s%s %s: %s%n",
                filter.queue(),
                filter.office() == null ? "" : " office",
                filter.reasonCode() == null ? "" : " reason",
                filter.order(),
                Arrays.stream(pair.times())
                        .map(times -> "%.2f/%.2f".formatted(quantile(times, 0.5), quantile(times, 0.99)))
                        .collect(Collectors.joining(" ", "p50/p99 ms ", "")));
    }

    private static double millis(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double quantile(double[] times, double share) {
        double[] sorted = Arrays.stream(times).sorted().toArray();
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)))];
    }
}
