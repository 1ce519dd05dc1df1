package id.dukcapil.portal.booking;

import id.dukcapil.portal.PortalApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The whole portal in a process of its own, so that it can be killed. */
record PortalProcess(Process process, int port) implements AutoCloseable {

    /** Starts one on a database; it is ready when {@link Booth#answers} says so. */
    static PortalProcess start(String database, Path home, int port) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
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

    /** Like {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
