package id.dukcapil.portal.operations;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the portal runs on, as it is at one moment. Nothing in it is secret. */
public record SystemFacts(
        Program program,
        Database database,
        Storage storage,
        @Nullable Backup backup,
        Duration clockAhead,
        Instant takenAt) {

    /**
     * @param builtAt none when it was not built as a package
     * @param sessions people who are signed in at this process
     */
    public record Program(
            String version,
            @Nullable Instant builtAt,
            String java,
            Duration uptime,
            int sessions,
            boolean demonstration) {}

    /**
     * @param embedded whether the portal brings it along
     * @param schemaVersion the last change of the schema
     * @param bytes data and indexes together
     * @param connectionsInUse of the pool of this process
     * @param waiting requests that wait for a connection
     */
    public record Database(
            String product,
            boolean embedded,
            String schema,
            String schemaVersion,
            Instant schemaChangedAt,
            long bytes,
            int connectionsInUse,
            int connectionsAtMost,
            int waiting) {}

    /** @param free bytes that are left on the disk of PORTAL_HOME */
    public record Storage(String home, long free, long total) {

        /** Below this the portal may soon be unable to store a document or to write its database. */
        public boolean isLow() {
            return free < 5L << 30 || free < total / 20;
        }
    }

    /**
     * The last backup that was finished.
     *
     * @param place where it lies, in the words of whoever made it
     */
    public record Backup(Instant finishedAt, String place, long bytes) {

        /** A day and a half: one nightly run may be late, none may be missing. */
        static final Duration FRESH = Duration.ofHours(36);

        public boolean isOldAt(Instant now) {
            return finishedAt.plus(FRESH).isBefore(now);
        }
    }

    /** Times of the portal and of its database should agree; beyond this, times on paper are doubtful. */
    public boolean clocksDisagree() {
        return clockAhead.abs().compareTo(Duration.ofSeconds(5)) > 0;
    }
}
