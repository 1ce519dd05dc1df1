package id.dukcapil.portal.population.importing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentStore;
import id.dukcapil.portal.documents.table.TableFiles;
import id.dukcapil.portal.population.ReferenceLists;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A process of its own that carries one import out, so that its heap can be limited and known. Arguments: JDBC address, folder of the
 * documents, number of the import, and, if not the usual number, how many rows make a step. Prints the seconds it took.
 */
final class ImportProcess {

    private ImportProcess() {}

    public static void main(String[] arguments) {
        var settings = new HikariConfig();
        settings.setJdbcUrl(arguments[0]);
        settings.setUsername("root");
        settings.setPassword("");
        settings.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        settings.addDataSourceProperty("timezone", "UTC");
        try (var database = new HikariDataSource(settings)) {
            int step = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 5_000;
            ImportRun run = run(database, Path.of(arguments[1]), step);
            long start = System.nanoTime();
            boolean done = run.goOn(new ImportId(Long.parseLong(arguments[2])), () -> false);
            System.out.printf(Locale.ROOT, "IMPORTED %.3f %s%n", (System.nanoTime() - start) / 1e9, done);
        }
    }

    private static ImportRun run(HikariDataSource database, Path documents, int step) {
        Clock clock = Clock.systemUTC();
        var jdbc = JdbcClient.create(database);
        var lists = ReferenceLists.of(jdbc);
        var checkpoints = new ImportCheckpoints(jdbc);
        var staging = new ImportStaging(new JdbcTemplate(database));
        var transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        return new ImportRun(
                new ImportRecords(jdbc, clock),
                checkpoints,
                new ImportReading(
                        new ImportFiles(new Folder(documents)),
                        new TableFiles(),
                        new ImportVocabulary.Source(lists.codes(), lists.regions()),
                        () -> LocalDate.now(clock),
                        staging,
                        checkpoints,
                        transaction),
                new StagedChecks(jdbc),
                new ImportWriting(new RegisterMerge(jdbc), checkpoints, transaction, clock),
                staging,
                transaction,
                event -> {},
                step);
    }

    /** Reads the documents of the portal's folder. */
    private record Folder(Path root) implements DocumentStore {

        @Override
        public void copy(ContentHash hash, OutputStream target) throws IOException {
            Files.copy(file(hash), target);
        }

        @Override
        public byte[] read(ContentHash hash) {
            try {
                return Files.readAllBytes(file(hash));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean contains(ContentHash hash) {
            return Files.exists(file(hash));
        }

        @Override
        public ContentHash put(byte[] content) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ContentHash put(InputStream content) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove(ContentHash hash) {
            throw new UnsupportedOperationException();
        }

        private Path file(ContentHash hash) {
            String name = hash.value();
            return root.resolve(name.substring(0, 2))
                    .resolve(name.substring(2, 4))
                    .resolve(name);
        }
    }
}
