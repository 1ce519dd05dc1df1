package id.dukcapil.portal.visits.ui;

import id.dukcapil.portal.visits.pupil.PupilVerdict;
import org.jspecify.annotations.Nullable;

/** Addresses of the pages of school visits. Never carries personal data; a school is no person. */
final class VisitNavigation {

    static final String SCHOOLS = "sekolah";
    static final String PUPILS = SCHOOLS + "/siswa";
    static final String SCHEDULE = "jadwal-sekolah";
    static final String VISITS = "kunjungan";
    static final String NUMBER = "nomor";
    static final String NPSN = "npsn";
    static final String VERDICT = "hasil";

    private VisitNavigation() {}

    static String school(String npsn) {
        return SCHOOLS + "?" + NPSN + "=" + npsn;
    }

    static String visit(String number) {
        return VISITS + "?" + NUMBER + "=" + number;
    }

    static String pupils(String npsn, @Nullable PupilVerdict verdict) {
        return PUPILS + "?" + NPSN + "=" + npsn + (verdict == null ? "" : "&" + VERDICT + "=" + verdict.name());
    }
}
