package id.dukcapil.portal.delivery;

import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A new QR code and PIN for somebody whose identity an operator has checked.
 *
 * @param identity what was seen, never its number: "KTP-el asli"
 * @param reason why the old ones do not serve
 * @param email where the new ones go; null: they are handed over at the counter
 */
public record Reissue(
        String identity, String reason, @Nullable String email) {

    private static final int LONGEST_IDENTITY = 80;
    private static final int LONGEST_REASON = 300;
    private static final int LONGEST_EMAIL = 254;
    private static final String ADDRESS = "[^@\\s\\p{Cntrl}<>,;]+@[^@\\s\\p{Cntrl}.<>,;]+(\\.[^@\\s\\p{Cntrl}.<>,;]+)+";

    /** @throws InvalidInput when something is missing or too long */
    public Reissue {
        identity = identity.strip();
        reason = reason.strip();
        email = email == null || email.isBlank() ? null : email.strip();
        List<Finding> findings = new ArrayList<>();
        if (identity.isEmpty() || identity.length() > LONGEST_IDENTITY) {
            findings.add(Finding.error("identity", "Sebutkan dokumen identitas yang diperiksa."));
        }
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            findings.add(
                    Finding.error("reason", "Alasan harus diisi, paling banyak %d huruf.".formatted(LONGEST_REASON)));
        }
        if (email != null && (email.length() > LONGEST_EMAIL || !email.matches(ADDRESS))) {
            findings.add(Finding.error("email", "Alamat e-mail tidak lengkap, misalnya nama@contoh.id."));
        }
        if (!findings.isEmpty()) {
            throw new InvalidInput(findings);
        }
    }

    /** For the timeline: why, and what was seen. */
    String words() {
        return "%s (identitas diperiksa: %s)".formatted(reason, identity);
    }
}
