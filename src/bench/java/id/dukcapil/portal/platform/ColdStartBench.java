package id.dukcapil.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Seconds from {@code java -jar} to the first login page, on a home that has been used before: the one file that is
 * delivered, the same unpacked, and the same unpacked with the AOT cache of the JDK (JEP 514) made by one earlier run.
 */
class ColdStartBench {

    private static final Path DELIVERED = Path.of("target", "portal-dukcapil.jar");
    private static final int ROUNDS = Boolean.getBoolean("bench.quick") ? 1 : 5;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    @TempDir
    Path folder;

    @Test
    void untilTheFirstLoginPage() throws Exception {
        assertThat(DELIVERED).as("make package builds it").exists();
        Path unpacked = unpacked();
        Path cache = folder.resolve("portal.aot");
        List<String> plain = List.of("-jar", unpacked.toString());
        List<String> cached = List.of("-XX:AOTCache=" + cache, "-jar", unpacked.toString());
        // The first enters the demonstration data, the second is what the cache is made of
        secondsToLogin(plain);
        secondsToLogin(List.of("-XX:AOTCacheOutput=" + cache, "-jar", unpacked.toString()));
        assertThat(cache).exists();

        var oneFile = new ArrayList<Double>();
        var without = new ArrayList<Double>();
        var with = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            oneFile.add(secondsToLogin(List.of("-jar", DELIVERED.toString())));
            without.add(secondsToLogin(plain));
            with.add(secondsToLogin(cached));
        }
        System.out.printf(
                Locale.ROOT,
                "BENCH cold-start one_file_s=%.1f unpacked_s=%.1f aot_s=%.1f aot_to_unpacked=%.2f aot_to_one_file=%.2f cache_mb=%d%n",
                median(oneFile),
                median(without),
                median(with),
                median(without) / median(with),
                median(oneFile) / median(with),
                Files.size(cache) / 1_000_000);
    }

    private Path unpacked() throws Exception {
        Path destination = folder.resolve("portal");
        var unpacking = new ProcessBuilder(
                        java(),
                        "-Djarmode=tools",
                        "-jar",
                        DELIVERED.toString(),
                        "extract",
                        "--destination",
                        destination.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("extract.log").toFile())
                .start();
        assertThat(unpacking.waitFor()).isZero();
        return destination.resolve(DELIVERED.getFileName());
    }

    private double secondsToLogin(List<String> how) throws Exception {
        int port = freePort();
        var command = new ArrayList<>(List.of(
                java(),
                "-Xms1g",
                "-Xmx1g",
                "-Xmn450m",
                "-XX:+UseSerialGC",
                "-XX:MetaspaceSize=256m",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true"));
        command.add("-Dspring.profiles.active=demo");
        command.addAll(how);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("portal.log").toFile());
        builder.environment().put("PORTAL_HOME", folder.resolve("home").toString());
        builder.environment().put("PORT", String.valueOf(port));
        builder.environment().put("MANAGEMENT_PORT", "-1");
        long start = System.nanoTime();
        Process portal = builder.start();
        try {
            Awaitility.await()
                    .atMost(LONGEST)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> showsLogin(portal, port));
            return (System.nanoTime() - start) / 1e9;
        } finally {
            // In good order: the database is stopped, and the cache is written on the way out
            portal.destroy();
            portal.waitFor();
        }
    }

    private boolean showsLogin(Process portal, int port) throws InterruptedException {
        assertThat(portal.isAlive()).as("the portal starts").isTrue();
        var login = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/login"))
                .header("Accept", "text/html")
                .build();
        try {
            return http.send(login, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static double median(List<Double> seconds) {
        return seconds.stream().sorted().toList().get(seconds.size() / 2);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
