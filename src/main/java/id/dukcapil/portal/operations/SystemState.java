package id.dukcapil.portal.operations;

import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.operations.SystemFacts.Backup;
import id.dukcapil.portal.operations.SystemFacts.Database;
import id.dukcapil.portal.operations.SystemFacts.Program;
import id.dukcapil.portal.operations.SystemFacts.Storage;
import id.dukcapil.portal.platform.PortalHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.core.env.Environment;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Collects what the portal runs on, and says what about it should not stay as it is. */
@Service
@PreAuthorize("hasAuthority('SYSTEM_READ')")
public class SystemState {

    private final DatabaseFacts database;
    private final BackupMarker backup;
    private final SessionCount sessions;
    private final PortalHome home;
    private final Environment environment;
    private final ObjectProvider<BuildProperties> build;
    private final Clock clock;

    SystemState(
            DatabaseFacts database,
            BackupMarker backup,
            SessionCount sessions,
            PortalHome home,
            Environment environment,
            ObjectProvider<BuildProperties> build,
            Clock clock) {
        this.database = database;
        this.backup = backup;
        this.sessions = sessions;
        this.home = home;
        this.environment = environment;
        this.build = build;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public SystemFacts facts() {
        return new SystemFacts(
                program(),
                database.read(),
                storage(),
                backup.read().orElse(null),
                database.clockAhead(),
                clock.instant());
    }

    /** The urgent ones first. */
    public List<Warning> warnings(SystemFacts facts) {
        var warnings = new ArrayList<Warning>();
        warnAboutLoss(facts, warnings);
        warnAboutSetUp(facts, warnings);
        return warnings;
    }

    private static void warnAboutLoss(SystemFacts facts, List<Warning> warnings) {
        Storage storage = facts.storage();
        if (storage.isLow()) {
            warnings.add(new Warning(
                    true,
                    "Ruang disk PORTAL_HOME hampir habis: sisa %s dari %s."
                            .formatted(Bytes.text(storage.free()), Bytes.text(storage.total()))));
        }
        Backup last = facts.backup();
        if (last == null) {
            warnings.add(new Warning(true, "Belum pernah ada cadangan yang selesai. Jadwalkan perintah pencadangan."));
        } else if (last.isOldAt(facts.takenAt())) {
            warnings.add(new Warning(
                    true,
                    "Cadangan terakhir sudah %s yang lalu."
                            .formatted(Formats.duration(Duration.between(last.finishedAt(), facts.takenAt())))));
        }
        if (facts.clocksDisagree()) {
            warnings.add(new Warning(
                    true,
                    "Jam portal dan jam basis data berselisih %s detik. Selaraskan keduanya dengan NTP."
                            .formatted(Formats.number(facts.clockAhead().abs().toSeconds()))));
        }
    }

    private void warnAboutSetUp(SystemFacts facts, List<Warning> warnings) {
        Database data = facts.database();
        if (facts.program().demonstration()) {
            warnings.add(
                    new Warning(
                            false,
                            "Mode demonstrasi: akun, kata sandi dan kunci API-nya diketahui umum, datanya buatan. Jangan dipakai untuk pelayanan."));
        } else if (environment.containsProperty("portal.accounts[0].password")) {
            warnings.add(
                    new Warning(
                            false,
                            "Kata sandi akun pertama masih tertulis dalam konfigurasi (portal.accounts). Hapus setelah akun itu masuk."));
        }
        if (data.embedded()) {
            warnings.add(
                    new Warning(
                            false,
                            "Basis data bawaan dipakai. Untuk pelayanan gunakan server MariaDB sendiri (spring.datasource.url)."));
        }
        if (data.waiting() > 0) {
            warnings.add(new Warning(
                    false, "%d permintaan sedang menunggu sambungan basis data.".formatted(data.waiting())));
        }
    }

    private Program program() {
        BuildProperties built = build.getIfAvailable();
        return new Program(
                environment.getProperty("portal.version", "–"),
                built == null ? null : built.getTime(),
                Runtime.version().toString(),
                Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime()),
                sessions.count(),
                environment.getProperty("portal.demonstration", Boolean.class, false));
    }

    private Storage storage() {
        Path folder = home.home().toAbsolutePath();
        try {
            FileStore disk = Files.getFileStore(folder);
            return new Storage(folder.toString(), disk.getUsableSpace(), disk.getTotalSpace());
        } catch (IOException e) {
            throw new UncheckedIOException("The disk of PORTAL_HOME cannot be asked", e);
        }
    }
}
