package id.dukcapil.portal.staff.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordHashingTest {

    private final PasswordEncoder passwords = new PasswordHashing().passwordEncoder(false);

    @Test
    void everyCharacterOfALongPasswordCounts() {
        String first = "k".repeat(100) + "a";
        String other = "k".repeat(100) + "b";
        assertThat(passwords.matches(other, passwords.encode(first))).isFalse();
        assertThat(passwords.matches(first, passwords.encode(first))).isTrue();
    }

    @Test
    void anOldHashStillOpensTheDoorAndIsDueToBeReplaced() {
        String old = "{bcrypt}" + new BCryptPasswordEncoder(4).encode("hujan turun di atap");
        assertThat(passwords.matches("hujan turun di atap", old)).isTrue();
        assertThat(passwords.upgradeEncoding(old)).isTrue();
        assertThat(passwords.upgradeEncoding(passwords.encode("hujan turun di atap")))
                .isFalse();
    }

    @Test
    void thePublishedPasswordOpensTheDemonstrationOnly() {
        PasswordEncoder ofTheDemonstration = new PasswordHashing().passwordEncoder(true);
        String hash = ofTheDemonstration.encode("demo");
        assertThat(ofTheDemonstration.matches("demo", hash)).isTrue();
        assertThat(passwords.matches("demo", hash)).isFalse();
    }

    @Test
    void theSameSignsTypedOnAnotherKeyboardAreTheSamePassword() {
        String composed = "caf\u00e9 di tepi jalan";
        String decomposed = "cafe\u0301 di tepi jalan";
        assertThat(passwords.matches(decomposed, passwords.encode(composed))).isTrue();
    }
}
