package id.dukcapil.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The class path that {@code make run}, {@code dev}, {@code backup} and {@code restore} start the portal with. */
class RuntimeClassPathTest {

    private static final String TEST_LIBRARIES =
            "(junit|mockito|archunit|jqwik|assertj|awaitility|hamcrest|playwright|greenmail|browserless|validation-model|spring-security-test|spring-modulith-test|spring-boot-test).*";

    @Test
    void thePortalRunsWithoutALibraryOfTheTests() throws IOException {
        String path = Files.readString(Path.of("target", "classpath.txt")).strip();
        Stream<String> jars = Stream.of(path.split(File.pathSeparator))
                .map(jar -> Path.of(jar).getFileName().toString());

        assertThat(jars)
                .isNotEmpty()
                .anySatisfy(jar -> assertThat(jar).startsWith("vaadin-core"))
                .noneSatisfy(jar -> assertThat(jar).matches(TEST_LIBRARIES));
    }
}
