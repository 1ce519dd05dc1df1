package id.dukcapil.portal.platform.backup;

import id.dukcapil.portal.common.Masking;
import id.dukcapil.portal.platform.PortalHome;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code mariadb-dump} and {@code mariadb}: those that came with the embedded server, or those of the operating system. The
 * password reaches them in a file that only this account can read, because arguments are visible to everybody on the machine.
 */
final class DatabasePrograms {

    private static final int TOLD = 600;

    private final PortalHome home;

    DatabasePrograms(PortalHome home) {
        this.home = home;
    }

    /** Work on the pipe of a running program. */
    @FunctionalInterface
    interface Piping<S> {
        void pipe(S stream) throws IOException;
    }

    /** Hands over a dump of the schema as it was at one moment, while others go on writing. */
    void dump(DatabaseAddress database, Piping<InputStream> reader) throws IOException {
        run(
                database,
                List.of(
                        executable("mariadb-dump"),
                        "--single-transaction",
                        "--skip-lock-tables",
                        "--skip-add-locks",
                        "--skip-disable-keys",
                        "--no-autocommit",
                        "--no-tablespaces",
                        "--hex-blob",
                        "--quick",
                        database.schema()),
                process -> {
                    try (var dump = process.getInputStream()) {
                        reader.pipe(dump);
                    }
                });
    }

    /** Runs statements in the schema and stops at the first that fails. */
    void load(DatabaseAddress database, Piping<OutputStream> writer) throws IOException {
        run(database, List.of(executable("mariadb"), "--batch", database.schema()), process -> {
            try (var statements = process.getOutputStream()) {
                writer.pipe(statements);
            }
        });
    }

    private static void run(DatabaseAddress database, List<String> command, Piping<Process> piping) throws IOException {
        Path options = Files.createTempFile("portal-", ".cnf");
        Path complaints = Files.createTempFile("portal-", ".txt");
        try {
            Files.writeString(options, database.options());
            var arguments = new ArrayList<>(command);
            arguments.add(1, "--defaults-file=" + options);
            Process process = new ProcessBuilder(arguments)
                    .redirectError(complaints.toFile())
                    .start();
            finish(process, piping, complaints);
        } finally {
            Files.deleteIfExists(options);
            Files.deleteIfExists(complaints);
        }
    }

    private static void finish(Process process, Piping<Process> piping, Path complaints) throws IOException {
        IOException broken = null;
        try {
            piping.pipe(process);
        } catch (IOException e) {
            // A program that gives up closes its pipe; why, it says itself
            broken = e;
        }
        try {
            int status = broken == null ? process.waitFor() : stopped(process);
            if (status != 0 || broken != null) {
                throw new BackupFailed(
                        "%s ended with %d: %s"
                                .formatted(
                                        process.info().command().orElse("The program of MariaDB"),
                                        status,
                                        told(complaints)),
                        broken == null ? new IOException("exit code " + status) : broken);
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new BackupFailed("Interrupted while a program of MariaDB was running.", e);
        }
    }

    private static int stopped(Process process) throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }

    /** Messages of the database quote values. */
    private static String told(Path complaints) throws IOException {
        String text = Masking.text(Files.readString(complaints)).strip();
        return text.length() > TOLD ? text.substring(0, TOLD) + "…" : text;
    }

    private String executable(String name) {
        Path own = home.home().toAbsolutePath().resolve("mariadb/bin").resolve(name);
        Optional<Path> found = Stream.concat(
                        Stream.of(own),
                        Stream.of(Optional.ofNullable(System.getenv("PATH"))
                                        .orElse("")
                                        .split(File.pathSeparator))
                                .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
        return found.orElseThrow(() -> new BackupFailed(
                        "The program " + name + " is not installed; on Debian it is in the package mariadb-client."))
                .toString();
    }
}
