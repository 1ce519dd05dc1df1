package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.Parsed;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Kode booking, for instance {@code 7K3M-9QXD}: seven random characters and a check character from an alphabet without
 * 0/O and 1/I/L, so that it survives being read aloud. The alphabet has a prime number of characters (31): the weighted
 * check finds every wrong character and every swapped pair.
 */
public record BookingCode(String value) {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int PRIME = ALPHABET.length();
    private static final int RANDOM_CHARACTERS = 7;
    private static final int GROUP = 4;
    private static final Pattern GROUPING = Pattern.compile("[\\s\\-–·]");

    public BookingCode {
        if (value.length() != RANDOM_CHARACTERS + 2
                || value.charAt(GROUP) != '-'
                || !isSound(value.substring(0, GROUP) + value.substring(GROUP + 1))) {
            throw new IllegalArgumentException("Not a booking code");
        }
    }

    public static BookingCode random(RandomGenerator random) {
        var characters = new StringBuilder();
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            characters.append(ALPHABET.charAt(random.nextInt(PRIME)));
        }
        characters.append(check(characters));
        return new BookingCode(grouped(characters.toString()));
    }

    /** Reads what a scanner sends or a person types: lower case, spaces and a missing hyphen are fine. */
    public static Parsed<BookingCode> parse(String raw) {
        String compact = compact(raw);
        if (isSound(compact)) {
            return new Parsed<>(raw, new BookingCode(grouped(compact)), List.of());
        }
        String message = compact.length() == RANDOM_CHARACTERS + 1
                ? "Kode booking tidak cocok dengan huruf pemeriksanya. Periksa kembali setiap huruf."
                : "Kode booking terdiri atas 8 huruf dan angka, misalnya 7K3M-9QXD.";
        return new Parsed<>(raw, null, List.of(Finding.error("code", message)));
    }

    /** Character by character for reading aloud: {@code 7 – K – 3 – M · 9 – Q – X – D}. */
    public String spelled() {
        String compact = compact(value);
        return String.join(" – ", compact.substring(0, GROUP).split("")) + "  ·  "
                + String.join(" – ", compact.substring(GROUP).split(""));
    }

    private static String compact(String raw) {
        return GROUPING.matcher(raw.strip().toUpperCase(Locale.ROOT)).replaceAll("");
    }

    private static String grouped(String compact) {
        return compact.substring(0, GROUP) + "-" + compact.substring(GROUP);
    }

    private static boolean isSound(String compact) {
        return compact.length() == RANDOM_CHARACTERS + 1
                && compact.chars().allMatch(character -> ALPHABET.indexOf(character) >= 0)
                && check(compact.subSequence(0, RANDOM_CHARACTERS)) == compact.charAt(RANDOM_CHARACTERS);
    }

    private static char check(CharSequence characters) {
        int sum = 0;
        for (int i = 0; i < characters.length(); i++) {
            sum += (i + 1) * ALPHABET.indexOf(characters.charAt(i));
        }
        // The check character itself has weight 8; solving for it makes a swap with its neighbour visible too
        return ALPHABET.charAt(Math.floorMod(-sum * inverseOfEight(), PRIME));
    }

    private static int inverseOfEight() {
        return 4; // 8 · 4 = 32 ≡ 1 (mod 31)
    }

    @Override
    public String toString() {
        return value;
    }
}
