package id.dukcapil.portal.booking;

import id.dukcapil.portal.PortalApplication;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The whole portal in a process of its own, so that it can be killed. */
record PortalProcess(Process process, int port) implements AutoCloseable {

    /** To be there again soon; what our own compiler wrote need not be verified, which is a fifth of the start. */
    static final List<String> SOON = List.of(
            "-Xmx768m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-BytecodeVerificationRemote");

    /** To be fast after a while: as the manual starts it. */
    static final List<String> FAST =
            List.of("-Xms1g", "-Xmx1g", "-Xmn450m", "-XX:+UseSerialGC", "-XX:MetaspaceSize=256m");

    /** Starts one on a database; it is ready when {@link Booth#answers} says so. */
    static PortalProcess start(String database, Path home, int port, List<String> options) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-Dspring.profiles.active=demo,test",
                "-Dspring.datasource.url=" + database,
                "-Dspring.datasource.username=root",
                "-Dspring.datasource.password=",
                "-Dserver.port=" + port,
                "-Dmanagement.server.port=-1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), PortalApplication.class.getName()));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("portal-" + port + ".log").toFile());
        builder.environment().put("PORTAL_HOME", home.toString());
        return new PortalProcess(builder.start(), port);
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Like {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
