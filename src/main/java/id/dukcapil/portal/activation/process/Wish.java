package id.dukcapil.portal.activation.process;

import id.dukcapil.portal.common.ContactForm;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants to activate; the texts are as they were typed.
 *
 * @param fullName as the document says, for people who are not in the register
 * @param regency four digits of the domicile, for people from elsewhere
 * @param office where the person will come; null when any office may serve the person
 * @param campaign where the counter stands; none for the office itself
 */
public record Wish(
        String nik,
        @Nullable String fullName,
        @Nullable String regency,
        ActivationPurpose purpose,
        @Nullable String reason,
        @Nullable OfficeCode office,
        @Nullable UUID campaign) {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_REASON = 300;

    public Wish {
        fullName = blankToNull(fullName);
        regency = blankToNull(regency);
        reason = blankToNull(reason);
    }

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** @throws InvalidInput naming every field that cannot be right */
    Nik check() {
        var nikOrFindings = Nik.parse(nik);
        var findings = new ArrayList<Finding>(nikOrFindings.errors());
        if (fullName != null && fullName.length() > LONGEST_NAME) {
            findings.add(Finding.error("fullName", "Nama paling panjang %d huruf.".formatted(LONGEST_NAME)));
        }
        if (regency != null && !regency.matches("\\d{4}")) {
            findings.add(Finding.error("domicile", "Domisili adalah kode kabupaten/kota, empat angka."));
        }
        if (reason != null && reason.length() > LONGEST_REASON) {
            findings.add(Finding.error("reason", "Alasan paling panjang %d huruf.".formatted(LONGEST_REASON)));
        }
        if (!findings.isEmpty()) {
            throw new InvalidInput(findings);
        }
        return nikOrFindings.orThrow();
    }

    /** How a person is reached, checked. */
    record Contact(String email, String phone) {

        /** @throws InvalidInput naming the field that cannot be right */
        static Contact of(@Nullable String email, @Nullable String phone) {
            String address = email == null ? "" : email.strip();
            String digits = ContactForm.normalisedPhone(phone == null ? "" : phone);
            var findings = new ArrayList<Finding>(ContactForm.emailFindings(address));
            findings.addAll(ContactForm.phoneFindings(digits));
            if (!findings.isEmpty()) {
                throw new InvalidInput(List.copyOf(findings));
            }
            return new Contact(address, digits);
        }
    }
}
