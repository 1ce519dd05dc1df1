package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.Nip;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator enters about a person. Text is taken as typed; blanks around it do not count.
 *
 * @param nip empty for people who are no civil servants
 * @param civilRank empty when not known
 * @param roles codes
 */
public record AccountEdit(
        String fullName,
        String nip,
        String civilRank,
        @Nullable OfficeCode office,
        Set<String> roles) {

    private static final int SHORTEST_NAME = 3;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_RANK = 80;

    public AccountEdit {
        fullName = fullName.strip();
        nip = nip.strip();
        civilRank = civilRank.strip();
        roles = Set.copyOf(roles);
    }

    /** Everything noticed; only errors keep it from being stored. */
    public List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        if (!PlainText.isName(fullName, SHORTEST_NAME, LONGEST_NAME)) {
            findings.add(Finding.error("fullName", "Nama lengkap wajib diisi, 3 sampai 120 huruf."));
        }
        if (!nip.isEmpty()) {
            findings.addAll(Nip.parse(nip).findings());
        }
        if (civilRank.length() > LONGEST_RANK) {
            findings.add(Finding.error("civilRank", "Pangkat paling banyak 80 huruf."));
        }
        if (office == null) {
            findings.add(Finding.error("office", "Pilih kantor tempat pegawai bekerja."));
        }
        if (roles.isEmpty()) {
            findings.add(Finding.error("roles", "Pilih paling sedikit satu peran."));
        }
        return findings;
    }

    @Nullable
    String nipDigits() {
        return Nip.parse(nip).value().map(Nip::value).orElse(null);
    }

    @Nullable
    String rankOrNull() {
        return civilRank.isEmpty() ? null : civilRank;
    }
}
