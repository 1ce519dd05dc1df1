package id.dukcapil.portal.sla.stay;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Facts in the heap of each process. They are read once in the background, by the key in pages, and before every answer what has
 * come since; so a process also sees what others have written.
 */
@Component
@ConditionalOnProperty(name = "portal.sla.facts", havingValue = "heap", matchIfMissing = true)
class HeapFacts implements StayFacts {

    private static final Logger log = LoggerFactory.getLogger(HeapFacts.class);
    private static final int PAGE = 100_000;

    /** How long ids that were passed over are looked for: no transaction takes longer, and what is missing then was rolled back. */
    private static final long PATIENCE = TimeUnit.HOURS.toNanos(1);

    /** Of the first reading, gaps further below the end than this are old. */
    private static final int RECENT = 10_000;

    private static final String ROWS = """
            SELECT id, standard, step, office_code, officer, path, for_office, DATEDIFF(ended, '2000-01-01'),
                   DATEDIFF(began, '2000-01-01'), HOUR(began), worked, target, late, sign
            FROM sla_stay WHERE %s ORDER BY id LIMIT\s""" + PAGE;

    private final JdbcClient jdbc;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Held held = new Held();
    private volatile boolean ready;

    HeapFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is replaced as one when it turns out to be wrong. */
    private static final class Held {
        final StayColumns columns = new StayColumns();
        final StayNames names = new StayNames();
        final BitSet seen = new BitSet();
        final List<Gap> gaps = new ArrayList<>();
        volatile long highest;
        volatile long expected;
    }

    /** Ids below some that were seen, of transactions that commit later than those that began after them, or never. */
    private record Gap(int from, int to, long since) {

        Gap without(BitSet seen) {
            return new Gap(seen.nextClearBit(from), to, since);
        }

        boolean isOver() {
            return from > to || System.nanoTime() - since > PATIENCE;
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void loadInBackground() {
        Thread.ofPlatform().daemon().name("stay-facts").start(this::load);
    }

    private void load() {
        long begun = System.nanoTime();
        try {
            catchUp();
            log.info("Read {} ended stays in {} ms", held.columns.size(), (System.nanoTime() - begun) / 1_000_000);
        } catch (DataAccessException away) {
            log.warn("The ended stays cannot be read now; the next question tries again", away);
        }
    }

    @Override
    public Answer answer(Question question) {
        catchUp();
        return new Reckoning(held.columns, held.names, question).answer();
    }

    @Override
    public int loadedPercent() {
        if (ready) {
            return 100;
        }
        Held now = held;
        return now.expected == 0 ? 0 : (int) Math.min(99, now.highest * 100 / now.expected);
    }

    @Override
    public boolean tellsDetails() {
        return true;
    }

    /** Reads everything anew, because it is not what the database says. */
    void reload() {
        reading.lock();
        try {
            held = new Held();
            ready = false;
            catchUp();
        } finally {
            reading.unlock();
        }
    }

    private void catchUp() {
        if (!acquire()) {
            return;
        }
        try {
            Held now = held;
            if (!ready) {
                now.expected = jdbc.sql("SELECT COALESCE(MAX(id), 0) FROM sla_stay")
                        .query(Long.class)
                        .single();
            }
            readGaps(now);
            while (read(now, "id > ?", List.of(now.highest)) == PAGE) {
                log.debug("Read ended stays up to {}", now.highest);
            }
            ready = true;
        } finally {
            reading.unlock();
        }
    }

    /** While the first reading goes on, nobody waits for it. */
    private boolean acquire() {
        if (ready) {
            reading.lock();
            return true;
        }
        return reading.tryLock();
    }

    private void readGaps(Held now) {
        now.gaps.replaceAll(gap -> gap.without(now.seen));
        now.gaps.removeIf(Gap::isOver);
        if (!now.gaps.isEmpty()) {
            String ranges = now.gaps.stream().map(gap -> "id BETWEEN ? AND ?").collect(joining(" OR "));
            read(
                    now,
                    ranges,
                    now.gaps.stream()
                            .flatMap(gap -> Stream.of(gap.from(), gap.to()))
                            .toList());
        }
    }

    private int read(Held now, String which, List<? extends Number> ids) {
        int[] rows = {0};
        jdbc.sql(ROWS.formatted(which)).params(ids).query(row -> {
            rows[0]++;
            take(now, row);
        });
        return rows[0];
    }

    private static void take(Held now, ResultSet row) throws SQLException {
        int id = row.getInt(1);
        if (now.seen.get(id)) {
            return;
        }
        now.seen.set(id);
        if (id > now.highest + 1 && id > now.expected - RECENT) {
            now.gaps.add(new Gap((int) now.highest + 1, id - 1, System.nanoTime()));
        }
        int step = row.getInt(3);
        String standard = row.getString(2);
        int target = row.getInt(12);
        var taken = new StayColumns.Row(
                now.names.standard(standard),
                (byte) step,
                now.names.office(row.getString(4)),
                step == Stay.WHOLE_CASE ? now.names.path(standard, text(row.getString(6))) : officer(now, row),
                row.getShort(8),
                row.getShort(9),
                row.getByte(10),
                (byte) ((row.getBoolean(7) ? StayColumns.FOR_OFFICE : 0) | (row.getBoolean(13) ? StayColumns.LATE : 0)),
                row.getInt(11),
                target == 0 ? StayColumns.NO_TARGET : target);
        if (row.getInt(14) > 0) {
            now.columns.add(taken);
        } else {
            now.columns.remove(taken);
        }
        now.highest = Math.max(now.highest, id);
    }

    private static short officer(Held now, ResultSet row) throws SQLException {
        return now.names.officer(row.getString(5));
    }

    private static String text(@Nullable String path) {
        return path == null ? "" : path;
    }
}
