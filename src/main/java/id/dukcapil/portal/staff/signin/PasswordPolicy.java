package id.dukcapil.portal.staff.signin;

import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.staff.Organisation;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a new password must be like: long enough, and nothing that is guessed first. There are no rules about digits or
 * capitals and no expiry (NIST SP 800-63B-4, section 3.1.1): they make passwords worse, not better.
 */
@Component
public class PasswordPolicy {

    public static final int LONGEST = 128;

    /** Fewer pieces than this are found by trying common words with a year or a few signs behind them. */
    private static final int FEWEST_PIECES = 5;

    private static final int PIECES_OF_A_STRONG_ONE = 9;
    private static final String FIELD = "password";

    /** How the meter names it. */
    public enum Strength {
        REFUSED("Belum dapat dipakai"),
        FAIR("Cukup"),
        STRONG("Kuat");

        private final String label;

        Strength(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** @param objections sentences for the person, empty when the password may be used */
    public record Judgement(Strength strength, List<String> objections) {}

    /** Whose password it will be: nobody may use what everybody knows about them. */
    public record Owner(
            String username, String fullName, @Nullable String nip) {

        Stream<String> words() {
            return Stream.concat(
                    Stream.of(username, nip == null ? "" : nip), Arrays.stream(fullName.split("[\\s.,'-]+")));
        }
    }

    private final SignInSettings settings;
    private final CommonPasswords common;
    private final Set<String> officeWords;

    PasswordPolicy(SignInSettings settings, CommonPasswords common, Organisation organisation) {
        this.settings = settings;
        this.common = common;
        this.officeWords = wordsOf(Arrays.stream((organisation.name() + " " + organisation.regency()).split("\\s+")));
    }

    /** "Paling sedikit 12 huruf …": what is asked for, in one sentence. */
    public String rule() {
        return "Paling sedikit %d karakter; beberapa kata acak yang mudah diingat lebih baik daripada satu kata dengan angka."
                .formatted(settings.shortestPassword());
    }

    public Judgement judge(String password, Owner owner) {
        String text = normalized(password);
        var objections = new ArrayList<String>();
        int length = text.codePointCount(0, text.length());
        if (length < settings.shortestPassword()) {
            objections.add("Kurang %d karakter lagi; paling sedikit %d."
                    .formatted(settings.shortestPassword() - length, settings.shortestPassword()));
        } else if (length > LONGEST) {
            objections.add("Paling banyak %d karakter.".formatted(LONGEST));
        } else if (pieces(text, owner) < FEWEST_PIECES) {
            objections.add(
                    "Terlalu mudah ditebak: tersusun dari kata, nama, tanggal atau urutan yang umum. Tambahkan kata lain.");
        }
        return new Judgement(strength(text, owner, objections), List.copyOf(objections));
    }

    /** @throws InvalidInput when the password may not be used */
    public void require(String password, Owner owner) {
        List<String> objections = judge(password, owner).objections();
        if (!objections.isEmpty()) {
            throw new InvalidInput(objections.stream()
                    .map(sentence -> Finding.error(FIELD, sentence))
                    .toList());
        }
    }

    /** One spelling of what looks the same, so that another keyboard does not lock anybody out. */
    static String normalized(CharSequence password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private Strength strength(String text, Owner owner, List<String> objections) {
        if (!objections.isEmpty()) {
            return Strength.REFUSED;
        }
        return pieces(text, owner) >= PIECES_OF_A_STRONG_ONE ? Strength.STRONG : Strength.FAIR;
    }

    private int pieces(String text, Owner owner) {
        Set<String> own = wordsOf(owner.words());
        return PasswordPieces.count(
                text, word -> common.contain(word) || officeWords.contains(word) || own.contains(word));
    }

    private static Set<String> wordsOf(Stream<String> words) {
        return words.map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() > 2)
                .collect(Collectors.toUnmodifiableSet());
    }
}
