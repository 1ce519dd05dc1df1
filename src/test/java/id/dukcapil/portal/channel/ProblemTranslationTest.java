package id.dukcapil.portal.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.web.multipart.MultipartException;

class ProblemTranslationTest {

    private final ProblemTranslation translation = new ProblemTranslation();

    @Test
    void anUploadThatFindsNoRoomOnTheDiskShallComeAgain() {
        var full = new MultipartException("Cannot be parsed", new IOException("No space left on device"));
        assertThat(translation.problemOf(full).type()).isEqualTo(ProblemType.OVERLOADED);
    }

    @Test
    void anUploadThatCannotBeReadIsTheCallersMistake() {
        var broken = new MultipartException("Cannot be parsed", new IOException("Stream ended unexpectedly"));
        assertThat(translation.problemOf(broken).type()).isEqualTo(ProblemType.INVALID_REQUEST);
    }
}
