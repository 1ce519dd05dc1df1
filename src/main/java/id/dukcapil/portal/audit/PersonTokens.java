package id.dukcapil.portal.audit;

import id.dukcapil.portal.common.Nik;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Stands in for a resident in the trail: a keyed hash of the NIK. A NIK has so little entropy that a plain hash could be
 * undone by trying all of them; the key lies outside the database and is needed for that.
 */
final class PersonTokens {

    /** Half of an HMAC-SHA256: 128 bits are plenty to tell residents apart. */
    private static final int LENGTH = 16;

    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{" + 2 * LENGTH + "}");
    private static final String FILE = "audit-person.key";

    private final KeyedHash hash;

    PersonTokens(Secrets secrets) {
        hash = new KeyedHash(secrets, FILE);
    }

    /** Always the same 32 characters for the same NIK. */
    String of(Nik nik) {
        return HexFormat.of().formatHex(hash.of(nik.value().getBytes(StandardCharsets.US_ASCII)), 0, LENGTH);
    }

    static boolean isToken(String text) {
        return TOKEN.matcher(text).matches();
    }
}
