package id.dukcapil.portal.operations;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.operations.SystemFacts.Backup;
import id.dukcapil.portal.operations.SystemFacts.Database;
import id.dukcapil.portal.operations.SystemFacts.Program;
import id.dukcapil.portal.operations.SystemFacts.Storage;
import id.dukcapil.portal.platform.PortalHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

@IntegrationTest
@WithUserDetails("admin")
class SystemStateTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final long GIGABYTE = 1L << 30;

    @Autowired
    SystemState state;

    @TempDir
    Path home;

    @Test
    void theDatabaseSaysWhatItIs() {
        SystemFacts facts = state.facts();
        assertThat(facts.database()).satisfies(data -> {
            assertThat(data.product()).matches("MariaDB \\d+\\.\\d+\\.\\d+");
            assertThat(data.schemaVersion()).contains(":");
            assertThat(data.bytes()).isPositive();
            assertThat(data.connectionsAtMost()).isPositive();
            assertThat(data.embedded()).isFalse();
        });
        assertThat(facts.storage().free())
                .isPositive()
                .isLessThanOrEqualTo(facts.storage().total());
    }

    @Test
    void whatMayLoseDataIsSaidFirst() {
        List<Warning> warnings = state.warnings(facts(2 * GIGABYTE, null, Duration.ofSeconds(-90), false));
        assertThat(warnings)
                .filteredOn(Warning::urgent)
                .extracting(Warning::sentence)
                .satisfiesExactly(
                        disk -> assertThat(disk).contains("sisa 2 GB dari 100 GB"),
                        backup -> assertThat(backup).contains("Belum pernah"),
                        clock -> assertThat(clock).contains("90 detik"));
    }

    @Test
    void aBackupIsOldAfterADayAndAHalf() {
        assertThat(urgent(backupOf(Duration.ofHours(36)))).isEmpty();
        assertThat(urgent(backupOf(Duration.ofHours(37))))
                .singleElement()
                .asString()
                .contains("1 hari 13 jam");
    }

    @Test
    void theDemonstrationSaysThatItIsOne() {
        assertThat(state.warnings(facts(50 * GIGABYTE, backupOf(Duration.ZERO), Duration.ZERO, true)))
                .extracting(Warning::sentence)
                .anySatisfy(sentence -> assertThat(sentence).contains("Mode demonstrasi"));
    }

    @Test
    void theNoteOfTheLastBackupIsRead() throws IOException {
        var marker = new BackupMarker(new PortalHome(home));
        assertThat(marker.read()).isEmpty();

        Files.writeString(
                home.resolve("backup.properties"),
                "finishedAt=2026-11-22T17:00:00Z\nplace=/mnt/cadangan\nbytes=1048576\n");
        assertThat(marker.read()).contains(new Backup(Instant.parse("2026-11-22T17:00:00Z"), "/mnt/cadangan", 1048576));

        Files.writeString(home.resolve("backup.properties"), "finishedAt=kemarin\n");
        assertThat(marker.read()).isEmpty();
    }

    private List<String> urgent(Backup backup) {
        return state.warnings(facts(50 * GIGABYTE, backup, Duration.ZERO, false)).stream()
                .filter(Warning::urgent)
                .map(Warning::sentence)
                .toList();
    }

    private static Backup backupOf(Duration ago) {
        return new Backup(NOW.minus(ago), "/mnt/cadangan", GIGABYTE);
    }

    private static SystemFacts facts(long free, @Nullable Backup backup, Duration clockAhead, boolean demonstration) {
        return new SystemFacts(
                new Program("1", null, "25", Duration.ofHours(1), 3, demonstration),
                new Database("MariaDB 11.4.5", false, "portal", "x:1", NOW, GIGABYTE, 1, 24, 0),
                new Storage("/srv", free, 100 * GIGABYTE),
                backup,
                clockAhead,
                NOW);
    }
}
