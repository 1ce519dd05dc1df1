package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.Organisation.Head;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What must hold for somebody to stand in for the head. A Plh. needs a head who is away, a Plt. a vacant position; of one
 * position there is never more than one deputy.
 *
 * @param today in the office's zone
 * @param headOn who held the position on a day
 * @param others mandates of the same position that were not revoked
 */
record MandateRules(LocalDate today, Function<LocalDate, Optional<Head>> headOn, List<Mandate> others) {

    private static final int LONGEST_NUMBER = 80;
    private static final int LONGEST_REASON = 300;
    private static final int MONTHS_OF_A_PLT = 3;

    List<Finding> findings(NewMandate wanted) {
        var findings = new ArrayList<Finding>();
        if (wanted.deputy() == null) {
            findings.add(Finding.error("deputy", "Pilih pegawai yang ditunjuk."));
        }
        if (wanted.number().isEmpty() || wanted.number().length() > LONGEST_NUMBER) {
            findings.add(Finding.error("number", "Nomor surat perintah wajib diisi, paling banyak 80 huruf."));
        }
        if (wanted.issuedOn() == null) {
            findings.add(Finding.error("issuedOn", "Tanggal surat perintah wajib diisi."));
        }
        if (wanted.reason().isEmpty() || wanted.reason().length() > LONGEST_REASON) {
            findings.add(Finding.error("reason", "Alasan wajib diisi, paling banyak 300 huruf."));
        }
        LocalDate from = wanted.from();
        LocalDate until = wanted.until();
        if (from == null) {
            findings.add(Finding.error("from", "Tanggal mulai wajib diisi."));
        }
        if (until == null) {
            findings.add(Finding.error("until", "Tanggal selesai wajib diisi."));
        }
        if (from != null && until != null) {
            findings.addAll(ofDates(wanted, from, until));
        }
        return findings;
    }

    private List<Finding> ofDates(NewMandate wanted, LocalDate from, LocalDate until) {
        var findings = new ArrayList<Finding>();
        if (until.isBefore(from)) {
            return List.of(Finding.error("until", "Tanggal selesai tidak boleh mendahului tanggal mulai."));
        }
        if (until.isBefore(today)) {
            return List.of(
                    Finding.error("until", "Mandat yang sudah lewat tidak dapat dicatat; mandat tidak berlaku surut."));
        }
        overlapping(from, until).ifPresent(other -> findings.add(Finding.error("from", overlap(other))));
        switch (wanted.kind()) {
            case PLH -> findings.addAll(headMissing(from, until));
            case PLT -> findings.addAll(headPresent(from, until));
        }
        findings.addAll(oddities(wanted, from, until));
        return findings;
    }

    private Optional<Mandate> overlapping(LocalDate from, LocalDate until) {
        return others.stream()
                .filter(other -> !other.from().isAfter(until) && !other.until().isBefore(from))
                .findFirst();
    }

    private static String overlap(Mandate other) {
        return "Bertumpang tindih dengan mandat %s %s nomor %s (%s sampai %s); cabut dahulu atau ubah tanggalnya."
                .formatted(
                        other.kind().abbreviation(),
                        other.deputyName(),
                        other.number(),
                        Formats.date(other.from()),
                        Formats.date(other.until()));
    }

    private List<Finding> headMissing(LocalDate from, LocalDate until) {
        return firstDay(from, until, false)
                .map(day -> List.of(Finding.error(
                        "kind",
                        "Pada %s jabatan ini kosong, jadi yang ditunjuk adalah Plt. (pelaksana tugas)."
                                .formatted(Formats.date(day)))))
                .orElseGet(List::of);
    }

    private List<Finding> headPresent(LocalDate from, LocalDate until) {
        return firstDay(from, until, true)
                .map(day -> List.of(Finding.error(
                        "kind",
                        "Pada %s jabatan ini masih dipegang %s; untuk pejabat yang berhalangan sementara pilih Plh. (pelaksana harian)."
                                .formatted(
                                        Formats.date(day),
                                        headOn.apply(day).map(Head::name).orElseThrow()))))
                .orElseGet(List::of);
    }

    /** Looking at the ends is enough: within one mandate the office does not change hands twice. */
    private Optional<LocalDate> firstDay(LocalDate from, LocalDate until, boolean held) {
        return List.of(from, until).stream()
                .filter(day -> headOn.apply(day).isPresent() == held)
                .findFirst();
    }

    private List<Finding> oddities(NewMandate wanted, LocalDate from, LocalDate until) {
        var warnings = new ArrayList<Finding>();
        LocalDate issued = wanted.issuedOn();
        if (issued != null && issued.isAfter(from)) {
            warnings.add(
                    Finding.warning("issuedOn", "Surat perintah bertanggal sesudah mandat mulai; periksa kembali."));
        }
        if (from.isBefore(today)) {
            warnings.add(Finding.warning(
                    "from", "Mandat sudah mulai menurut suratnya; di portal kewenangannya berlaku sejak disimpan."));
        }
        if (wanted.kind() == Mandate.Kind.PLT && until.isAfter(from.plusMonths(MONTHS_OF_A_PLT))) {
            warnings.add(Finding.warning("until", "Masa Plt. lebih dari tiga bulan; periksa kembali suratnya."));
        }
        return warnings;
    }

    /** The deputy as a person: somebody else than the head, than whoever enters it, and somebody who can sign in. */
    static List<Finding> ofDeputy(boolean enabled, boolean oneself, boolean holdsRoleAnyway) {
        @Nullable String problem = null;
        if (!enabled) {
            problem = "Akun pegawai ini nonaktif.";
        } else if (oneself) {
            problem = "Anda tidak dapat menunjuk diri sendiri; mintalah administrator lain mencatatnya.";
        } else if (holdsRoleAnyway) {
            problem = "Pegawai ini sudah memegang peran jabatan itu.";
        }
        return problem == null ? List.of() : List.of(Finding.error("deputy", problem));
    }
}
