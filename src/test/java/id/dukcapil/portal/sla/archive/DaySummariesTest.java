package id.dukcapil.portal.sla.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.vaadin.flow.component.Component;
import id.dukcapil.portal.Screen;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.CaseMoved;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.PastCases;
import id.dukcapil.portal.common.WaitingFor;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.transaction.support.TransactionOperations;

/** Summaries of days in 2034 that no other test has: counted when the day is over, then never again. */
@WithUserDetails("manajer")
class DaySummariesTest extends Screen {

    private static final OfficeCode PLACE = new OfficeCode("320437");

    @Autowired
    DaySummaries summaries;

    @Autowired
    PaperArchive archive;

    @Autowired
    Papers papers;

    @Autowired
    PaperAttachment attachment;

    @Autowired
    Offices offices;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    UserDetailsService accounts;

    @Autowired
    SecurityContextHolderStrategy security;

    @Test
    void aDayIsCountedOnceBesideTheDayBeforeAndTheOrganisationSaysTheSame() throws Exception {
        LocalDate wednesday = LocalDate.of(2034, 5, 3);
        ended(PLACE, wednesday, 2);
        ended(new OfficeCode("DINAS"), wednesday, 3);
        booked(PLACE, wednesday, "COMPLETED", 4);
        booked(PLACE, wednesday, "REPLACED", 1);
        ArchivedPaper first = made(PLACE, wednesday);
        made(new OfficeCode("DINAS"), wednesday);
        assertThat(values(first))
                .contains(
                        tuple("Berkas selesai", 2),
                        tuple("Dipesan untuk hari ini", 5),
                        tuple("Hadir", 4),
                        tuple("Tidak hadir", 1),
                        tuple("Stok blangko", 0));
        assertThat(first.content().facts()).containsExactly(new PaperContent.Fact("Hari pembanding", "belum ada"));

        ended(PLACE, wednesday, 7);
        assertThat(summaries.make(office(PLACE), wednesday, at(wednesday))).isEmpty();
        assertThat(archive.latest(PaperKind.DAY, PLACE, wednesday)).hasValue(first);

        ArchivedPaper all = summaries.makeForAll(wednesday, at(wednesday)).orElseThrow();
        assertThat(values(all)).contains(tuple("Berkas selesai", 5), tuple("Hadir", 4));
        assertThat(all.content().parts())
                .filteredOn(part -> part.heading().startsWith("Berkas menurut standar layanan, menurut"))
                .singleElement()
                .satisfies(part ->
                        assertThat(part.rows()).extracting(List::getLast).hasSize(2));

        LocalDate thursday = wednesday.plusDays(1);
        ended(PLACE, thursday, 1);
        ArchivedPaper next = made(PLACE, thursday);
        assertThat(next.content().parts())
                .filteredOn(part -> part.heading().equals("Berkas menurut standar layanan"))
                .singleElement()
                .satisfies(part -> assertThat(part.rows()).contains(List.of("Berkas selesai", "1", "2")));
        try (var pdf = Loader.loadPDF(papers.pdf(next.row().number()))) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains(
                            next.row().number(),
                            next.hash(),
                            "RINGKASAN HARIAN",
                            "Berkas selesai 1 2",
                            "Hari pembanding");
        }
        assertThat(attachment.of(next.row().number()))
                .singleElement()
                .returns("ringkasan-harian-320437-2034-05-04.pdf", file -> file.fileName());
        assertThat(archive.holds(next.pdf())).isTrue();

        showsInTheArchive(next);
    }

    @SuppressWarnings("unchecked")
    private void showsInTheArchive(ArchivedPaper paper) throws ClassNotFoundException {
        var view = (Class<? extends Component>) Class.forName("id.dukcapil.portal.sla.ui.PapersView");
        open(view, Map.of("dari", "2034-05-03", "sampai", "2034-05-04", "kantor", "320437"));
        assertThat(page()).contains("2 cocok");
        open(view, Map.of("nomor", paper.row().number()));
        assertThat(page()).contains(paper.hash(), "Berkas selesai", "Edisi 1", "Unduh PDF");
        open(view, Map.of("nomor", "tidak ada", "jenis", "MONTH"));
        assertThat(page()).contains("Ringkasan dan kinerja");
    }

    @Test
    void aDayOfWorkWithoutAnythingHasASummaryOfZerosAndAHolidayNone() {
        LocalDate monday = LocalDate.of(2034, 6, 5);
        OfficeCode quiet = new OfficeCode("320440");
        assertThat(values(made(quiet, monday)))
                .extracting(pair -> pair.toList().getLast())
                .containsOnly(0);
        assertThat(summaries.make(office(quiet), monday.minusDays(1), at(monday)))
                .isEmpty();
        assertThat(summaries.makeForAll(monday.minusDays(1), at(monday))).isEmpty();
    }

    @Test
    void aChangeBySqlIsSeenAndWhatWasClosedIsStillThere() {
        LocalDate day = LocalDate.of(2034, 7, 5);
        ended(PLACE, day, 2);
        ArchivedPaper closed = made(PLACE, day);
        jdbc.sql("UPDATE sla_paper SET content = REPLACE(content, '\"count\":2', '\"count\":9') WHERE number = ?")
                .param(closed.row().number())
                .update();
        ArchivedPaper found = papers.find(closed.row().number()).orElseThrow();
        assertThat(found.intact()).isFalse();
        assertThat(found.content()).isEqualTo(closed.content());
        assertThat(jdbc.sql("SELECT (SELECT COUNT(*) FROM audit_inbox WHERE reference = :number)"
                                + " + (SELECT COUNT(*) FROM audit_trail WHERE reference = :number)")
                        .param("number", closed.row().number())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void whoSeesOneOfficeReadsItsSummariesAndNotThoseOfAll() {
        LocalDate day = LocalDate.of(2034, 8, 2);
        ended(PLACE, day, 1);
        ended(new OfficeCode("MPP"), day, 1);
        ArchivedPaper own = made(PLACE, day);
        ArchivedPaper other = made(new OfficeCode("MPP"), day);
        ArchivedPaper all = summaries.makeForAll(day, at(day)).orElseThrow();
        var filter = new Papers.Filter(null, null, day, day);
        assertThat(papers.count(filter)).isEqualTo(3);
        jdbc.sql(
                        "INSERT IGNORE INTO staff_role_permission (role_code, permission) VALUES ('registrasi', 'REPORT_READ')")
                .update();
        try {
            var account = accounts.loadUserByUsername("registrasi");
            security.getContext()
                    .setAuthentication(
                            new UsernamePasswordAuthenticationToken(account, null, account.getAuthorities()));
            assertThat(papers.page(filter, null, 0, 10)).containsExactly(own.row());
            assertThat(papers.find(other.row().number())).isEmpty();
            assertThat(papers.find(all.row().number())).isEmpty();
        } finally {
            jdbc.sql("DELETE FROM staff_role_permission WHERE role_code = 'registrasi' AND permission = 'REPORT_READ'")
                    .update();
        }
    }

    private ArchivedPaper made(OfficeCode place, LocalDate day) {
        return summaries.make(office(place), day, at(day)).orElseThrow();
    }

    private Office office(OfficeCode place) {
        return offices.find(place).orElseThrow();
    }

    private static Instant at(LocalDate day) {
        return Instant.parse(day + "T13:30:00Z");
    }

    private static List<org.assertj.core.groups.Tuple> values(ArchivedPaper paper) {
        return paper.content().counts().stream()
                .map(count -> tuple(count.name(), count.count()))
                .toList();
    }

    private void booked(OfficeCode office, LocalDate day, String status, int people) {
        jdbc.sql("""
                        INSERT IGNORE INTO booking_quota_day (office_code, service_date, capacity, reserved_internal, follows_rule)
                        VALUES (?, ?, 20, 0, FALSE)""").params(office.value(), day).update();
        for (int i = 0; i < people; i++) {
            jdbc.sql("""
                            INSERT INTO booking_booking (id, code, office_code, service_date, queue_number, nik, full_name, phone,
                              origin, name_differs, status, created_at, version)
                            SELECT :id, LEFT(REPLACE(UUID(), '-', ''), 9), :office, :day, COALESCE(MAX(queue_number), 0) + 1,
                              '3204000000000000', 'UJI', '08', 'COUNTER', FALSE, :status, '2034-05-01', 0
                            FROM booking_booking WHERE office_code = :office AND service_date = :day""")
                    .param("id", UUID.randomUUID())
                    .param("office", office.value())
                    .param("day", day)
                    .param("status", status)
                    .update();
        }
    }

    /** Other tests demand of all bookings that days, seats and histories agree. */
    @AfterEach
    void clear() {
        jdbc.sql("DELETE FROM booking_booking WHERE full_name = 'UJI' AND nik = '3204000000000000'")
                .update();
        jdbc.sql("DELETE FROM booking_quota_day WHERE service_date BETWEEN '2034-01-01' AND '2034-12-31'")
                .update();
    }

    private void ended(OfficeCode office, LocalDate day, int cases) {
        for (int i = 0; i < cases; i++) {
            UUID id = UUID.randomUUID();
            Instant begun = Instant.parse(day + "T02:00:00Z");
            transaction.executeWithoutResult(done -> events.publishEvent(new PastCases(
                    List.of(moved(id, office, null, 6, begun), moved(id, office, 6, null, begun.plusSeconds(60))))));
        }
    }

    private static CaseMoved moved(
            UUID id, OfficeCode office, @Nullable Integer ended, @Nullable Integer begun, Instant at) {
        return new CaseMoved(
                id,
                "bandung-31-2023",
                "UJI/" + id,
                office,
                ended,
                begun,
                begun == null ? WaitingFor.NOBODY : WaitingFor.OFFICE,
                at,
                Actor.PORTAL);
    }
}
