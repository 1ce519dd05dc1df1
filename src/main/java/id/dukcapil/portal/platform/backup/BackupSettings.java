package id.dukcapil.portal.platform.backup;

import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where and when backups are made.
 *
 * @param directory a folder outside PORTAL_HOME, best on another disk; without it there is no nightly backup
 * @param keep how many backups are kept there
 * @param passphrase encrypts the keys and seals the list of what is in the backup; without it the keys are left out
 * @param at when the nightly backup begins, in {@code zone}
 */
@ConfigurationProperties("portal.backup")
public record BackupSettings(
        @Nullable Path directory,
        @DefaultValue("14") int keep,
        @Nullable String passphrase,
        @DefaultValue("01:30") LocalTime at,
        @DefaultValue("Asia/Jakarta") ZoneId zone) {

    public BackupSettings {
        if (keep < 1) {
            throw new IllegalArgumentException("portal.backup.keep must be at least 1");
        }
    }

    /** The record would write the passphrase. */
    @Override
    public String toString() {
        return "BackupSettings[directory=%s, keep=%d, at=%s %s]".formatted(directory, keep, at, zone);
    }
}
