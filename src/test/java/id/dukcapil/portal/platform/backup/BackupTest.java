package id.dukcapil.portal.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.platform.PortalHome;
import id.dukcapil.portal.platform.TestDatabase;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The whole way: a portal with data, its backup, and an empty machine on which yesterday comes back. */
@IntegrationTest
class BackupTest {

    private static final String PASSPHRASE = "kalimat sandi cadangan";

    @Autowired
    JdbcConnectionDetails connection;

    @Autowired
    SettableClock clock;

    @TempDir
    Path machine;

    private PortalHome home;
    private Path place;

    @BeforeEach
    void anOfficeWithDocumentsAndKeys() throws IOException {
        home = newHome("kantor");
        place = machine.resolve("cadangan");
        document(home, "Tiket antrean pertama");
        Files.writeString(home.home().resolve("emblem.png"), "lambang");
        Files.writeString(Files.createDirectories(home.home().resolve("keys")).resolve("seal.key"), "rahasia");
    }

    @AfterEach
    void tidyUp() throws IOException {
        clock.reset();
        for (String name : List.of("kantor", "mesin-baru")) {
            Files.deleteIfExists(machine.resolve(name).resolve("mariadb"));
        }
    }

    @Test
    void yesterdayComesBackOnAnEmptyMachine() throws Exception {
        Path backup = backup(PASSPHRASE);
        PortalHome empty = newHome("mesin-baru");
        DatabaseAddress database = emptyDatabase();

        Restoration.of(backup, PASSPHRASE).into(database, empty);

        assertThat(contents(database)).hasSizeGreaterThan(20).isEqualTo(contents(portal()));
        assertThat(new DocumentCopies(empty.folder("documents")).hashes())
                .isEqualTo(new DocumentCopies(home.folder("documents")).hashes())
                .hasSize(1);
        assertThat(empty.home().resolve("emblem.png")).hasContent("lambang");
        assertThat(empty.home().resolve("keys/seal.key")).hasContent("rahasia");
    }

    @Test
    void withoutAPassphraseTheKeysAreLeftOutAndEverythingElseComesBack() throws Exception {
        Path backup = backup(null);
        PortalHome empty = newHome("mesin-baru");
        DatabaseAddress database = emptyDatabase();

        Restoration.of(backup, null).into(database, empty);

        assertThat(contents(database)).isEqualTo(contents(portal()));
        assertThat(empty.home().resolve("keys")).doesNotExist();
    }

    @Test
    void theNoteInTheHomeSaysWhenAndWhere() throws IOException {
        Path backup = backup(null);
        var note = new Properties();
        try (var reader = Files.newBufferedReader(home.home().resolve("backup.properties"))) {
            note.load(reader);
        }
        assertThat(note)
                .containsEntry("finishedAt", clock.instant().toString())
                .containsEntry("place", backup.toString())
                .hasEntrySatisfying(
                        "bytes",
                        bytes -> assertThat(Long.parseLong(bytes.toString())).isPositive());
    }

    @Test
    void neitherTheKeysNorThePassphraseStandReadableInTheBackup() throws IOException {
        Path backup = backup(PASSPHRASE);
        try (Stream<Path> files = Files.walk(place)) {
            assertThat(files.filter(Files::isRegularFile))
                    .noneMatch(file -> contains(file, "rahasia") || contains(file, PASSPHRASE));
        }
        assertThat(backup.resolve("keys.enc")).isNotEmptyFile();
    }

    @Test
    void aChangedDumpIsRefusedBeforeAnythingIsWritten() throws Exception {
        Path backup = backup(PASSPHRASE);
        try (var dump = new RandomAccessFile(backup.resolve("database.sql.gz").toFile(), "rw")) {
            dump.seek(dump.length() / 2);
            int octet = dump.read();
            dump.seek(dump.length() / 2);
            dump.write(octet ^ 1);
        }
        assertThatThrownBy(() -> Restoration.of(backup, PASSPHRASE))
                .isInstanceOf(BackupFailed.class)
                .hasMessageContaining("database.sql.gz");
    }

    @Test
    void aListChangedToFitAChangedFileBreaksTheSeal() throws IOException {
        Path backup = backup(PASSPHRASE);
        Path list = backup.resolve("manifest.txt");
        Path emblem = backup.resolve("home.zip");
        Files.writeString(emblem, "lain");
        Files.writeString(
                list, Files.readString(list).replaceAll("home.zip.sha256=.*", "home.zip.sha256=" + Digests.of(emblem)));
        assertThatThrownBy(() -> Restoration.of(backup, PASSPHRASE)).hasMessageContaining("seal is broken");
        assertThatThrownBy(() -> Restoration.of(backup, "sandi lain")).hasMessageContaining("seal is broken");
        assertThatThrownBy(() -> Restoration.of(backup, null)).hasMessageContaining("sealed");
    }

    @Test
    void aSealCutOffIsNoticed() throws IOException {
        Path backup = backup(PASSPHRASE);
        Path list = backup.resolve("manifest.txt");
        Files.writeString(list, Files.readString(list).replaceAll("(?m)^seal.*\n", ""));
        assertThatThrownBy(() -> Restoration.of(backup, PASSPHRASE)).hasMessageContaining("no seal");
    }

    @Test
    void aChangedOrMissingDocumentIsRefused() throws IOException {
        Path backup = backup(null);
        Path document = onlyDocument(place.resolve("documents"));
        Files.writeString(document, "Tiket antrean palsu");
        assertThatThrownBy(() -> Restoration.of(backup, null)).hasMessageContaining("damaged");
        Files.delete(document);
        assertThatThrownBy(() -> Restoration.of(backup, null)).hasMessageContaining("missing");
    }

    @Test
    void aDatabaseThatIsInUseIsNeverOverwritten() throws Exception {
        Path backup = backup(null);
        Map<String, String> before = contents(portal());
        assertThatThrownBy(() -> Restoration.of(backup, null).into(portal(), newHome("mesin-baru")))
                .hasMessageContaining("is not empty");
        assertThat(contents(portal())).isEqualTo(before);
    }

    @Test
    void aDamagedDocumentOfTheOfficeDoesNotStopTheBackupOfTheOthers() throws IOException {
        Files.writeString(onlyDocument(home.home().resolve("documents")), "rusak");
        document(home, "Tiket yang utuh");
        Path backup = backup(null);
        assertThat(Files.readAllLines(backup.resolve("documents.txt"))).hasSize(1);
        assertThat(Restoration.of(backup, null)).isNotNull();
    }

    @Test
    void oldBackupsGoAndTakeAlongOnlyTheDocumentsThatNoOtherNames() throws IOException {
        Path first = backup(null);
        Files.delete(onlyDocument(home.home().resolve("documents")));
        document(home, "Tiket antrean kedua");
        Path second = backup(null);
        assertThat(new DocumentCopies(place.resolve("documents")).hashes()).hasSize(2);
        Path third = backup(null);
        assertThat(first).doesNotExist();
        assertThat(second).isDirectory();
        assertThat(new DocumentCopies(place.resolve("documents")).hashes()).hasSize(1);
        assertThat(Restoration.of(third, null)).isNotNull();
    }

    @Test
    void aBackupThatFailsLeavesNothingThatLooksLikeOne() {
        var nowhere = DatabaseAddress.of("jdbc:mariadb://127.0.0.1:1/portal", "root", "");
        assertThatThrownBy(() -> new Backup(home, settings(null), nowhere, clock).run(place))
                .isInstanceOf(BackupFailed.class)
                .hasMessageContaining("mariadb-dump");
        assertThat(place.toFile().list()).containsOnly(".lock");
        assertThat(home.home().resolve("backup.properties")).doesNotExist();
    }

    @Test
    void aBackupInsideTheHomeIsNone() {
        Path inside = home.home().resolve("cadangan");
        assertThatThrownBy(() -> new Backup(home, settings(null), portal(), clock).run(inside))
                .hasMessageContaining("inside PORTAL_HOME");
    }

    private Path backup(@Nullable String passphrase) {
        clock.advance(Duration.ofDays(1));
        return new Backup(home, settings(passphrase), portal(), clock).run(place);
    }

    private static BackupSettings settings(@Nullable String passphrase) {
        return new BackupSettings(null, 2, passphrase, LocalTime.of(1, 30), ZoneId.of("Asia/Jakarta"));
    }

    private DatabaseAddress portal() {
        return DatabaseAddress.of(connection.getJdbcUrl(), "root", "");
    }

    private static DatabaseAddress emptyDatabase() {
        return DatabaseAddress.of(TestDatabase.newSchema(), "root", "");
    }

    /** A home that uses the programs of the embedded server. */
    private PortalHome newHome(String name) throws IOException {
        Path folder = Files.createDirectories(machine.resolve(name));
        Files.createSymbolicLink(
                folder.resolve("mariadb"), TestDatabase.home().toAbsolutePath().resolve("mariadb"));
        return new PortalHome(folder);
    }

    private static void document(PortalHome home, String text) throws IOException {
        Path written = Files.writeString(home.folder("documents").resolve("new"), text);
        String hash = Digests.of(written);
        Path folder = home.folder("documents/" + hash.substring(0, 2) + "/" + hash.substring(2, 4));
        Files.move(written, folder.resolve(hash));
    }

    private static Path onlyDocument(Path documents) throws IOException {
        try (Stream<Path> files = Files.walk(documents)) {
            List<Path> found = files.filter(Files::isRegularFile).toList();
            assertThat(found).hasSize(1);
            return found.getFirst();
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What every table holds: the number of rows, and a sum over the text of all of them, whatever their order. */
    private static Map<String, String> contents(DatabaseAddress database) throws SQLException {
        var contents = new TreeMap<String, String>();
        try (var connected = DriverManager.getConnection(database.jdbcUrl(), "root", "");
                var statement = connected.createStatement()) {
            try (var tables = statement.executeQuery("SHOW TABLES")) {
                while (tables.next()) {
                    contents.put(tables.getString(1), "");
                }
            }
            for (var table : contents.entrySet()) {
                try (var rows = statement.executeQuery("SELECT * FROM `" + table.getKey() + "`")) {
                    table.setValue(sum(rows));
                }
            }
        }
        return contents;
    }

    private static String sum(ResultSet rows) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        long count = 0;
        long sum = 0;
        while (rows.next()) {
            long row = 17;
            for (int column = 1; column <= columns; column++) {
                Object value = rows.getObject(column);
                row = row * 1_000_003
                        + (value instanceof byte[] bytes ? Arrays.hashCode(bytes) : Objects.hashCode(value));
            }
            count++;
            sum += row * row;
        }
        return count + " rows, " + sum;
    }
}
