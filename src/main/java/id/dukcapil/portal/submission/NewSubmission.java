package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.ContactForm;
import id.dukcapil.portal.common.FamilyCardNumber;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came in, unchecked.
 *
 * @param type what is asked for; {@link #KK_PRINT} is the only kind so far
 * @param reasonCode of form F-1.02
 * @param note the applicant's own words
 * @param requestToken recognises the same request sent twice (double click, reload); absent when the caller has its own
 *     protection
 * @param changes what shall stand on the card, by the name of its {@link CardElement}; may be left out
 */
public record NewSubmission(
        @Nullable String type,
        @Nullable String applicantNik,
        @Nullable String familyCardNumber,
        @Nullable String reasonCode,
        @Nullable String note,
        @Nullable String email,
        @Nullable String phone,
        SubmissionOrigin origin,
        @Nullable String requestToken,
        Map<String, String> changes) {

    public NewSubmission {
        changes = Map.copyOf(changes);
    }

    public static final String KK_PRINT = "KK_PRINT";

    private static final int LONGEST_NOTE = 500;

    /** Who asks and for which family, when everything in the request can be read. */
    record Checked(Nik nik, FamilyCardNumber family) {}

    /**
     * @param knownReason whether the form has such a reason for a family card
     * @param aboutChanges what is wrong with the changes
     * @throws InvalidInput with everything that is wrong, not only the first
     */
    Checked checked(boolean knownReason, List<Finding> aboutChanges) {
        var findings = new ArrayList<Finding>();
        if (!KK_PRINT.equals(type)) {
            findings.add(Finding.error("type", "Jenis permohonan harus %s.".formatted(KK_PRINT)));
        }
        var nik = Nik.parse("applicantNik", Objects.requireNonNullElse(applicantNik, ""));
        var family = FamilyCardNumber.parse(Objects.requireNonNullElse(familyCardNumber, ""));
        findings.addAll(nik.errors());
        findings.addAll(family.errors());
        if (!knownReason) {
            findings.add(Finding.error("reasonCode", "Pilih alasan Kartu Keluarga dari formulir F-1.02."));
        }
        checkNote(findings);
        findings.addAll(aboutChanges);
        checkContact(findings);
        if (!findings.isEmpty()) {
            throw new InvalidInput(findings);
        }
        return new Checked(nik.orThrow(), family.orThrow());
    }

    private void checkNote(List<Finding> findings) {
        String said = Objects.requireNonNullElse(note, "").strip();
        if (said.length() > LONGEST_NOTE || said.chars().anyMatch(NewSubmission::isUnprintable)) {
            findings.add(Finding.error("note", "Keterangan paling banyak %d huruf.".formatted(LONGEST_NOTE)));
        }
    }

    private static boolean isUnprintable(int sign) {
        return Character.isISOControl(sign) && sign != '\n' && sign != '\r';
    }

    /** The QR code and the PIN are sent by e-mail, so the channel cannot do without; the counter can. */
    private void checkContact(List<Finding> findings) {
        if (normalisedEmail() != null) {
            findings.addAll(ContactForm.emailFindings(normalisedEmail()));
        } else if (origin == SubmissionOrigin.CHANNEL) {
            findings.add(Finding.error("email", "Alamat e-mail harus diisi."));
        }
        findings.addAll(ContactForm.phoneFindings(normalisedPhone()));
    }

    @Nullable
    String normalisedEmail() {
        return email == null || email.isBlank() ? null : email.strip();
    }

    String normalisedPhone() {
        return ContactForm.normalisedPhone(Objects.requireNonNullElse(phone, ""));
    }

    @Nullable
    String normalisedNote() {
        return note == null || note.isBlank() ? null : note.strip();
    }
}
