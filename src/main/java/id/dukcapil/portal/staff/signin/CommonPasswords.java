package id.dukcapil.portal.staff.signin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What is tried first when somebody guesses: passwords of known breaches and words an office here suggests. */
@Component
class CommonPasswords {

    private static final String LIST = "reference/common_passwords.txt";

    private final Set<String> words;

    CommonPasswords() {
        try (var lines = new BufferedReader(
                new InputStreamReader(new ClassPathResource(LIST).getInputStream(), StandardCharsets.UTF_8))) {
            words = lines.lines().filter(line -> !line.startsWith("# ")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In lower case. */
    boolean contain(String word) {
        return words.contains(word);
    }
}
