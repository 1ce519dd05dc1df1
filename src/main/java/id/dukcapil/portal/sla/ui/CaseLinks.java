package id.dukcapil.portal.sla.ui;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.UrlState;
import id.dukcapil.portal.sla.report.CaseRows;
import id.dukcapil.portal.sla.report.ReportFilter;
import id.dukcapil.portal.sla.stay.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Addresses of the cases behind figures, and how they are read back. */
final class CaseLinks {

    static final String FROM = "dari";
    static final String TO = "sampai";
    static final String STANDARD = "prosedur";
    static final String OFFICE = "kantor";
    static final String STATE = "keadaan";

    private static final String STEP = "langkah";
    private static final String PARTY = "pihak";
    private static final String LATE = "telat";
    private static final String OFFICER = "petugas";
    private static final String WEEKDAY = "hari";
    private static final String HOUR = "jam";
    private static final String PATH = "jalur";

    private final ReportFilter filter;

    CaseLinks(ReportFilter filter) {
        this.filter = filter;
    }

    /** Which cases under way. */
    enum State {
        OPEN("Terbuka"),
        LATE("Terlambat sekarang"),
        SOON("Lewat dalam 1 jam kerja");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    String cases() {
        return address("");
    }

    String late() {
        return address(part(LATE, "ya"));
    }

    String standard(String slug) {
        return new CaseLinks(new ReportFilter(filter.from(), filter.to(), slug, filter.office())).cases();
    }

    String office(OfficeCode office) {
        return new CaseLinks(new ReportFilter(filter.from(), filter.to(), filter.standard(), office)).cases();
    }

    String days(LocalDate from, LocalDate to) {
        return new CaseLinks(new ReportFilter(from, to, filter.standard(), filter.office())).cases();
    }

    String step(Answer.StepKey key, boolean lateOnly) {
        String step = part(STEP, key.step()) + part(PARTY, key.forOffice() ? "kantor" : "pemohon");
        return new CaseLinks(new ReportFilter(filter.from(), filter.to(), key.standard(), filter.office()))
                .address(step + (lateOnly ? part(LATE, "ya") : ""));
    }

    String officer(UUID officer, boolean lateOnly) {
        return address(part(OFFICER, officer) + part(PARTY, "kantor") + (lateOnly ? part(LATE, "ya") : ""));
    }

    String hour(int weekday, int hour) {
        return address(part(WEEKDAY, weekday + 1) + part(HOUR, hour) + part(PARTY, "kantor") + part(LATE, "ya"));
    }

    String path(Answer.PathKey key) {
        return new CaseLinks(new ReportFilter(filter.from(), filter.to(), key.standard(), filter.office()))
                .address(part(PATH, key.path()));
    }

    String open(State state) {
        return address(part(STATE, state.name()));
    }

    /** The report itself with the same filter. */
    String report() {
        return SlaReportView.ROUTE + parameters();
    }

    private String address(String more) {
        return SlaCasesView.ROUTE + parameters() + more;
    }

    private String parameters() {
        return "?" + FROM + "=" + filter.from() + part(TO, filter.to()) + part(STANDARD, filter.standard())
                + part(OFFICE, filter.office());
    }

    private static String part(String name, @Nullable Object value) {
        return value == null ? "" : "&" + name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }

    /** What cannot be read counts as absent. */
    static CaseRows.Wanted wanted(ReportFilter report, UrlState url) {
        return new CaseRows.Wanted(
                report,
                url.number(STEP).filter(step -> step > 0).orElse(null),
                url.text(PARTY).map("kantor"::equals).orElse(null),
                url.has(LATE),
                url.text(OFFICER).flatMap(CaseLinks::uuid).orElse(null),
                url.number(WEEKDAY).map(day -> day - 1).orElse(null),
                url.number(HOUR).orElse(null),
                url.text(PATH).orElse(null));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }
}
