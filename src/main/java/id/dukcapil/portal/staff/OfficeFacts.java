package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.PlainText;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator enters about an office; blanks around texts are cut and empty ones count as missing.
 *
 * @param servesFrom first day of service, or none for "at once"
 */
public record OfficeFacts(
        String name,
        Office.Kind kind,
        ZoneId timeZone,
        @Nullable String address,
        @Nullable String phone,
        @Nullable LocalDate servesFrom) {

    /** The three zones of the Republic: WIB, WITA, WIT. */
    public static final List<ZoneId> ZONES =
            List.of(ZoneId.of("Asia/Jakarta"), ZoneId.of("Asia/Makassar"), ZoneId.of("Asia/Jayapura"));

    public OfficeFacts {
        name = name.strip();
        address = textOrNone(address);
        phone = textOrNone(phone);
    }

    static OfficeFacts of(Office office) {
        return new OfficeFacts(
                office.name(), office.kind(), office.timeZone(), office.address(), office.phone(), office.servesFrom());
    }

    /** @throws InvalidInput naming every field that cannot be used */
    void requireUsable() {
        var findings = new ArrayList<Finding>();
        if (!PlainText.isName(name, 3, 120)) {
            findings.add(Finding.error("name", "Nama kantor wajib diisi, 3 sampai 120 huruf."));
        }
        if (address != null && address.length() > 240) {
            findings.add(Finding.error("address", "Alamat paling panjang 240 huruf."));
        }
        if (phone != null && !phone.matches("[0-9()+ .-]{5,40}")) {
            findings.add(
                    Finding.error("phone", "Telepon hanya berisi angka, spasi, kurung, + dan -, paling sedikit 5."));
        }
        if (!ZONES.contains(timeZone)) {
            findings.add(Finding.error("timeZone", "Pilih WIB, WITA atau WIT."));
        }
        if (!findings.isEmpty()) {
            throw new InvalidInput(findings);
        }
    }

    private static @Nullable String textOrNone(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
