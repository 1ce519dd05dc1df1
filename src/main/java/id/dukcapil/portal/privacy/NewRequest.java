package id.dukcapil.portal.privacy;

import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.PlainText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is written into the register.
 *
 * @param contact where the answer goes: an e-mail address, a telephone number, an address
 * @param wording what the person asks, in their words
 * @param correction what is wrong; only for {@link RequestKind#CORRECTION}, where it must be there
 * @param receivedAt when it reached the office, from which the clock runs; null for now
 */
public record NewRequest(
        @Nullable RequestKind kind,
        String nik,
        String fullName,
        String contact,
        String wording,
        @Nullable Wrong correction,
        @Nullable Instant receivedAt) {

    /** Which datum is wrong, how it reads, how it should read, and what proves it. */
    public record Wrong(String field, String presentValue, String wantedValue, String evidence) {

        public Wrong {
            field = field.strip();
            presentValue = presentValue.strip();
            wantedValue = wantedValue.strip();
            evidence = evidence.strip();
        }
    }

    public NewRequest {
        fullName = fullName.strip().replaceAll("\\s+", " ");
        contact = contact.strip();
        wording = wording.strip();
    }

    /** @throws InvalidInput with everything that is wrong, not only the first */
    Nik checked(Instant now) {
        var findings = new ArrayList<Finding>();
        if (kind == null) {
            findings.add(Finding.error("kind", "Pilih jenis permintaannya."));
        }
        var parsed = Nik.parse(nik);
        findings.addAll(parsed.errors());
        if (!PlainText.isName(fullName, 1, 120)) {
            findings.add(Finding.error("fullName", "Nama lengkap harus diisi, paling banyak 120 huruf."));
        }
        requireText(findings, "contact", contact, 254, "Isi ke mana jawaban disampaikan.");
        requireText(findings, "wording", wording, 2000, "Tuliskan apa yang diminta.");
        if (kind == RequestKind.CORRECTION) {
            checkCorrection(findings);
        }
        if (receivedAt != null && receivedAt.isAfter(now)) {
            findings.add(Finding.error("receivedAt", "Waktu diterima tidak boleh di masa depan."));
        }
        if (!findings.isEmpty()) {
            throw new InvalidInput(findings);
        }
        return parsed.orThrow();
    }

    private void checkCorrection(List<Finding> findings) {
        var wrong = Objects.requireNonNullElseGet(correction, () -> new Wrong("", "", "", ""));
        requireText(findings, "field", wrong.field(), 60, "Sebutkan data yang salah.");
        requireText(findings, "wantedValue", wrong.wantedValue(), 300, "Isi data yang benar menurut pemohon.");
        requireText(findings, "evidence", wrong.evidence(), 500, "Sebutkan buktinya, misalnya kutipan akta kelahiran.");
        if (wrong.presentValue().length() > 300) {
            findings.add(Finding.error("presentValue", "Paling panjang 300 huruf."));
        }
    }

    private static void requireText(List<Finding> findings, String field, String text, int longest, String missing) {
        if (text.isEmpty()) {
            findings.add(Finding.error(field, missing));
        } else if (text.length() > longest) {
            findings.add(Finding.error(field, "Paling panjang %d huruf.".formatted(longest)));
        }
    }
}
