package id.dukcapil.portal.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PassphraseTest {

    @Test
    void whatWasTypedIsOverwrittenWhenItIsTakenOver() {
        char[] typed = "rahasia".toCharArray();

        try (var passphrase = Passphrase.of(typed)) {
            assertThat(typed).containsOnly('\0');
            assertThat(passphrase.characters()).isEqualTo("rahasia".toCharArray());
        }
    }

    @Test
    void lettersOutsideAsciiTravelAsUtf8() {
        try (var passphrase = Passphrase.of("kátä sandi".toCharArray())) {
            assertThat(passphrase.utf8()).isEqualTo("kátä sandi".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void afterTheBatchNobodyCanReadIt() {
        var passphrase = Passphrase.of("rahasia".toCharArray());
        passphrase.close();

        assertThatIllegalStateException().isThrownBy(passphrase::characters);
        assertThatIllegalStateException().isThrownBy(passphrase::utf8);
    }

    @Test
    void whatItHasOpenedIsClosedWithIt() {
        var open = new AtomicBoolean(true);
        try (var passphrase = Passphrase.of("rahasia".toCharArray())) {
            passphrase.whenClosed(() -> open.set(false));
            assertThat(open).isTrue();
        }

        assertThat(open).isFalse();
    }

    @Test
    void overwritingACopyLeavesTheNextDocumentItsPassphrase() {
        try (var passphrase = Passphrase.of("rahasia".toCharArray())) {
            passphrase.characters()[0] = 'X';

            assertThat(passphrase.characters()).isEqualTo("rahasia".toCharArray());
        }
    }

    @Test
    void itNeitherPrintsNorSerialises() throws IOException {
        try (var passphrase = Passphrase.of("rahasia".toCharArray());
                var stream = new ObjectOutputStream(new ByteArrayOutputStream())) {
            assertThat(passphrase.toString()).doesNotContain("rahasia");
            assertThatExceptionOfType(NotSerializableException.class).isThrownBy(() -> stream.writeObject(passphrase));
        }
    }
}
