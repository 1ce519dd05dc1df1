package id.dukcapil.portal.sla.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import id.dukcapil.portal.Screen;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.CaseMoved;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.PastCases;
import id.dukcapil.portal.common.WaitingFor;
import id.dukcapil.portal.sla.ServiceStandards;
import id.dukcapil.portal.sla.report.PerformanceReports;
import id.dukcapil.portal.sla.report.ReportFilter;
import id.dukcapil.portal.sla.report.StandardNames;
import id.dukcapil.portal.sla.stay.Answer;
import id.dukcapil.portal.sla.stay.Tally;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The manager reads the figures of the demonstration and opens the cases behind one of them. */
@WithUserDetails("manajer")
class SlaReportViewTest extends Screen {

    private static final Map<String, String> LAST_MONTHS = Map.of("dari", "2032-03-01", "sampai", "2032-03-31");

    private static final String SOP_31 = "bandung-31-2023";
    private static final ReportFilter MARCH =
            new ReportFilter(LocalDate.of(2032, 3, 1), LocalDate.of(2032, 3, 31), null, null);
    private static final int COUNTED = 60;
    private static final int BEFORE = 10;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    PerformanceReports reports;

    @Autowired
    ServiceStandards standards;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    UserDetailsService accounts;

    @Autowired
    SecurityContextHolderStrategy security;

    /** Sixty requests of two offices and ten of the month before, once for all tests. */
    @BeforeEach
    void aMonthOfRequests() {
        if (reports.answer(MARCH).cases().count() > 0) {
            return;
        }
        var moves = new ArrayList<CaseMoved>();
        for (int i = 0; i < COUNTED + BEFORE; i++) {
            int month = i < COUNTED ? 3 : 2;
            Instant begun = Instant.parse("2032-0%d-0%dT02:00:00Z".formatted(month, 1 + i % 5));
            UUID id = UUID.randomUUID();
            OfficeCode office = new OfficeCode(i % 2 == 0 ? "320437" : "DINAS");
            moves.add(moved(id, office, null, 6, begun));
            moves.add(moved(id, office, 6, 7, begun.plusSeconds(10L * i)));
            moves.add(moved(id, office, 7, 6, begun.plusSeconds(10L * i + 60)));
            moves.add(moved(id, office, 6, null, begun.plusSeconds(10L * i + 90)));
        }
        transaction.executeWithoutResult(done -> events.publishEvent(new PastCases(moves)));
    }

    private static CaseMoved moved(
            UUID id, OfficeCode office, @Nullable Integer ended, @Nullable Integer begun, Instant at) {
        var actor = new Actor(Actor.Kind.STAFF, UUID.fromString("01900000-0000-7000-8000-00000000000a"), "Petugas uji");
        return new CaseMoved(
                id,
                SOP_31,
                "UJI/" + id,
                office,
                ended,
                begun,
                begun == null ? WaitingFor.NOBODY : WaitingFor.OFFICE,
                at,
                actor);
    }

    @Test
    void everyFigureOfTheReportLeadsToItsCases() {
        open(SlaReportView.class, LAST_MONTHS);
        assertThat(page())
                .contains("Tepat waktu", "Median", "P90", "Menurut langkah", "Menurut petugas", "Apa yang berubah")
                .contains("Bauran dan volume")
                .contains("Urut nama, bukan peringkat", "cocok");
        assertThat(find(Anchor.class).all().stream().map(Anchor::getHref))
                .anyMatch(link -> link.startsWith("laporan-sla/berkas?dari=2032-03-01&sampai=2032-03-31"))
                .anyMatch(link -> link.contains("keadaan=LATE"));

        open(SlaCasesView.class, LAST_MONTHS);
        assertThat(page()).contains("Berkas yang selesai 1 Maret 2032", COUNTED + " cocok");
        open(
                SlaCasesView.class,
                Map.of("dari", "2032-03-01", "sampai", "2032-03-31", "langkah", "6", "pihak", "kantor", "telat", "ya"));
        int late = reports.answer(MARCH)
                .steps()
                .getOrDefault(new Answer.StepKey(SOP_31, 6, true), Tally.NONE)
                .late();
        assertThat(late).isPositive();
        assertThat(page()).contains("hanya yang melewati standar", late + " cocok");
    }

    @Test
    void theNinetiethPercentileOpensTheSlowestTenthAndTheWorstOpensTheSlowest() {
        open(SlaReportView.class, LAST_MONTHS);
        Tally cases = reports.answer(MARCH).cases();
        assertThat(find(Anchor.class).all().stream().map(Anchor::getHref))
                .contains(
                        "laporan-sla/berkas?dari=2032-03-01&sampai=2032-03-31&lama=" + cases.p90(),
                        "laporan-sla/berkas?dari=2032-03-01&sampai=2032-03-31&lama=" + cases.worst())
                .anyMatch(link -> link.contains("langkah=6&pihak=kantor") && link.contains("&lama="));

        open(SlaCasesView.class, lasting(cases.p90()));
        assertThat(page()).contains("atau lebih lama", "7 cocok");
        open(SlaCasesView.class, lasting(cases.worst()));
        assertThat(page()).contains("1 cocok");
    }

    private static Map<String, String> lasting(int seconds) {
        return Map.of("dari", "2032-03-01", "sampai", "2032-03-31", "lama", String.valueOf(seconds));
    }

    @Test
    void aCaseShowsHowLongEachStepHadItEvenWhenNoRoomHasItAnyMore() {
        String slowest = jdbc.sql(
                        "SELECT case_id FROM sla_stay WHERE step = 0 AND ended LIKE '2032-03-%' AND office_code = 'DINAS' ORDER BY worked DESC LIMIT 1")
                .query(UUID.class)
                .single()
                .toString();
        open(SlaCasesView.class, Map.of("dari", "2032-03-01", "sampai", "2032-03-31", "berkas", slowest));
        assertThat(page())
                .contains("UJI/", "Waktu per langkah", "Langkah 6", "Langkah 7", "selesai")
                .contains("Berkasnya tidak dapat dibuka dari sini");
        for (String unknown : List.of(UUID.randomUUID().toString(), "entah")) {
            open(SlaCasesView.class, Map.of("berkas", unknown));
            assertThat(find(CasePanel.class).exists()).isFalse();
            assertThat(notice()).contains("Berkas tidak ditemukan");
        }
    }

    @Test
    void ofManyOfficersTheFirstAreShownAndTheOthersWhenAskedFor() {
        var officers = new HashMap<UUID, Tally>();
        var people = new HashMap<UUID, String>();
        for (int i = 0; i < 31; i++) {
            UUID officer = UUID.randomUUID();
            officers.put(officer, i == 30 ? Tally.NONE : new Tally(20, 20, 18, 60, 90, 120, 1_300));
            people.put(officer, "Petugas %02d".formatted(i));
        }
        Answer all = reports.answer(MARCH);
        var answer = new Answer(
                all.cases(),
                all.standards(),
                all.offices(),
                all.steps(),
                officers,
                Map.of(),
                all.hours(),
                all.days(),
                all.paths());
        var sheets = new ReportSheets(new CaseLinks(MARCH), new StandardNames(standards), OfficeCode::value);
        Component sheet = sheets.officers(answer, people);
        UI.getCurrent().add(sheet);
        assertThat(textOf(sheet))
                .contains("Petugas 00", "Petugas 24", "1 petugas dengan kurang dari 20 langkah")
                .doesNotContain("Petugas 25");
        find(Button.class).withText("Tampilkan semua 30 petugas").single().click();
        assertThat(textOf(sheet)).contains("Petugas 29").doesNotContain("Petugas 30");
    }

    @Test
    void theWayBackLeadsToTheReportThatOneCameFrom() {
        open(SlaReportView.class, LAST_MONTHS);
        String step = find(Anchor.class).all().stream()
                .map(Anchor::getHref)
                .filter(link -> link.contains("langkah=6"))
                .findFirst()
                .orElseThrow();
        var parameters = UriComponentsBuilder.fromUriString(step)
                .build()
                .getQueryParams()
                .toSingleValueMap();
        var decoded = new HashMap<String, String>();
        parameters.forEach((name, value) -> decoded.put(name, UriUtils.decode(value, StandardCharsets.UTF_8)));
        open(SlaCasesView.class, decoded);
        assertThat(find(Anchor.class).withText("Kembali ke laporan").single().getHref())
                .isEqualTo("laporan-sla?dari=2032-03-01&sampai=2032-03-31");
    }

    @Test
    void oneProcedureShowsItsLanesAndPaths() {
        open(SlaReportView.class, Map.of("dari", "2032-03-01", "sampai", "2032-03-31", "prosedur", "bandung-31-2023"));
        assertThat(page()).contains("Jalur langkah", "Varian jalur");
    }

    @Test
    void whatChangedIsSaidAgainstThePeriodBefore() {
        open(SlaReportView.class, Map.of("dari", "2032-03-04", "sampai", "2032-03-05"));
        assertThat(page()).contains("Apa yang berubah", "Bauran dan volume", "sebelumnya");
    }

    @Test
    void aPeriodWithoutCasesAndAnAddressThatCannotBeReadAreShown() {
        open(SlaReportView.class, Map.of("dari", "2041-01-01", "sampai", "2041-01-31"));
        assertThat(page()).contains("Belum ada berkas yang selesai pada periode ini", "Tidak ada pembanding");
        open(SlaReportView.class, Map.of("dari", "entah", "kantor", "??", "prosedur", "TIDAK ADA"));
        assertThat(page()).contains("Laporan SLA");
        open(SlaCasesView.class, Map.of("keadaan", "LATE", "langkah", "x"));
        assertThat(page()).contains("Terlambat sekarang");
    }

    @Test
    void whoSeesOneOfficeReadsTheFiguresOfThatOffice() {
        jdbc.sql(
                        "INSERT IGNORE INTO staff_role_permission (role_code, permission) VALUES ('registrasi', 'REPORT_READ')")
                .update();
        try {
            assertThat(reports.answer(MARCH).offices()).hasSize(2);
            var account = accounts.loadUserByUsername("registrasi");
            security.getContext()
                    .setAuthentication(
                            new UsernamePasswordAuthenticationToken(account, null, account.getAuthorities()));
            assertThat(reports.answer(MARCH).offices()).containsOnlyKeys(new OfficeCode("320437"));
            assertThat(reports.answer(new ReportFilter(MARCH.from(), MARCH.to(), null, new OfficeCode("DINAS")))
                            .cases()
                            .count())
                    .isZero();
        } finally {
            jdbc.sql("DELETE FROM staff_role_permission WHERE role_code = 'registrasi' AND permission = 'REPORT_READ'")
                    .update();
        }
    }
}
