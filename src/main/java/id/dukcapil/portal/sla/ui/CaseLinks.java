package id.dukcapil.portal.sla.ui;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.UrlState;
import id.dukcapil.portal.sla.report.CaseRows;
import id.dukcapil.portal.sla.report.OpenCase;
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

    static final String AGE = "umur";

    private static final String BACK = "laporan";
    private static final String STEP = "langkah";
    private static final String PARTY = "pihak";
    private static final String LATE = "telat";
    private static final String OFFICER = "petugas";
    private static final String WEEKDAY = "hari";
    private static final String HOUR = "jam";
    private static final String PATH = "jalur";
    private static final String AT_LEAST = "lama";

    private final ReportFilter filter;

    /** Of the report that one comes from. */
    private final ReportFilter origin;

    CaseLinks(ReportFilter filter) {
        this(filter, filter);
    }

    private CaseLinks(ReportFilter filter, ReportFilter origin) {
        this.filter = filter;
        this.origin = origin;
    }

    private CaseLinks of(@Nullable String standard) {
        return new CaseLinks(new ReportFilter(filter.from(), filter.to(), standard, filter.office()), origin);
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
        return late(cases());
    }

    /** Of what a link leads to, those that missed their standard. */
    static String late(String link) {
        return link + part(LATE, "ya");
    }

    /** Of what a link leads to, those that took so long or longer: from the median on the slower half, from P90 the slowest tenth. */
    static String atLeast(String link, int seconds) {
        return link + part(AT_LEAST, seconds);
    }

    String standard(String slug) {
        return of(slug).cases();
    }

    String office(OfficeCode office) {
        return new CaseLinks(new ReportFilter(filter.from(), filter.to(), filter.standard(), office), origin).cases();
    }

    String days(LocalDate from, LocalDate to) {
        return new CaseLinks(new ReportFilter(from, to, filter.standard(), filter.office()), origin).cases();
    }

    String step(Answer.StepKey key) {
        return of(key.standard()).address(part(STEP, key.step()) + part(PARTY, key.forOffice() ? "kantor" : "pemohon"));
    }

    String officer(UUID officer) {
        return address(part(OFFICER, officer) + part(PARTY, "kantor"));
    }

    String hour(int weekday, int hour) {
        return address(part(WEEKDAY, weekday + 1) + part(HOUR, hour) + part(PARTY, "kantor") + part(LATE, "ya"));
    }

    String path(Answer.PathKey key) {
        return of(key.standard()).address(part(PATH, key.path()));
    }

    String open(State state) {
        return address(part(STATE, state.name()));
    }

    /** Of those under way, the ones that lie where this one does. @param age null for all */
    String open(State state, OpenCase like, OpenCase.@Nullable Age age) {
        String place = like.forOffice() ? part(STEP, like.step()) + part(PARTY, "kantor") : part(PARTY, "pemohon");
        return of(like.standard()).address(part(STATE, state.name()) + place + part(AGE, age));
    }

    String open(OpenCase.Age age) {
        return address(part(STATE, State.OPEN.name()) + part(AGE, age));
    }

    /** The report itself with the same filter. */
    String report() {
        return SlaReportView.ROUTE + "?" + parameters(filter);
    }

    /** The report that a list of cases was opened from. */
    static String back(ReportFilter report, UrlState url) {
        return url.text(BACK)
                .map(origin -> SlaReportView.ROUTE + "?" + origin)
                .orElseGet(new CaseLinks(report)::report);
    }

    private String address(String more) {
        return SlaCasesView.ROUTE + "?" + parameters(filter) + more
                + (origin.equals(filter) ? "" : part(BACK, parameters(origin)));
    }

    private static String parameters(ReportFilter filter) {
        return FROM + "=" + filter.from() + part(TO, filter.to()) + part(STANDARD, filter.standard())
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
                url.text(PATH).orElse(null),
                url.number(AT_LEAST).orElse(null));
    }

    static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }
}
