package id.dukcapil.portal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** The pages that are shown when the portal itself cannot show one. */
class StaticErrorPagesTest {

    private static final String LOADS_ITSELF_AGAIN = "http-equiv=\"refresh\"";

    @Test
    void whoMeetsAPortalWithoutDatabaseIsLedBackWhenItIsThereAgain() throws IOException {
        assertThat(page("503")).contains(LOADS_ITSELF_AGAIN, "dimuat ulang sendiri");
    }

    /** What fails because of a fault or is not allowed fails each time; asking over and over would only fill the log. */
    @ParameterizedTest
    @ValueSource(strings = {"403", "404", "4xx", "5xx"})
    void theOthersWaitForThePerson(String status) throws IOException {
        assertThat(page(status)).contains("<h1>").doesNotContain(LOADS_ITSELF_AGAIN);
    }

    private static String page(String status) throws IOException {
        return new ClassPathResource("META-INF/resources/error/" + status + ".html")
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
