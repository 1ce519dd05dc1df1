package id.dukcapil.portal.submission;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.PoisonedRow;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.common.StaffNotice;
import id.dukcapil.portal.common.StaffNotice.Audience;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** What staff are told about requests. It is 09.00 WIB; a request that comes in now is due at 09.05. */
@IntegrationTest
@RecordApplicationEvents
class DeskNoticesTest {

    private static final RowMapper<String> KIND = (row, number) -> row.getString(1);

    @Autowired
    DeskWatch watch;

    @Autowired
    SubmissionDesk desk;

    @Autowired
    SubmissionClaims claims;

    @Autowired
    SubmissionService submissions;

    @Autowired
    SubmissionScenario given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    ApplicationEvents events;

    @AfterEach
    void monday() {
        clock.reset();
    }

    @Test
    void eachLaneHearsWhatComesToIt() {
        SubmissionDetails request = given.submitted();
        assertThat(told(request)).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo("Permohonan baru");
            assertThat(notice.link()).isEqualTo("permohonan/" + request.number());
            assertThat(notice.audience())
                    .isEqualTo(new Audience.Lane(Permission.SUBMISSION_CHECK, request.office(), null));
        });
        SubmissionDetails checked = check(request);
        assertThat(told(request).getLast().audience())
                .isInstanceOfSatisfying(
                        Audience.Lane.class,
                        lane -> assertThat(lane.permission()).isEqualTo(Permission.SUBMISSION_VERIFY));
        as("verifikator", () -> desk.verify(checked.number(), checked.version()));
        assertThat(told(request)).hasSize(2);
    }

    @Test
    void whatWasTakenBackIsToldToNobodyAnyMore() {
        SubmissionDetails request = given.submitted();
        clock.advance(Duration.ofSeconds(30));
        SubmissionDetails checked = check(request);
        assertThat(inTheBells(request)).containsExactlyInAnyOrder("Permohonan baru", "Menunggu verifikasi");
        clock.advance(Duration.ofSeconds(5));
        as("operator", () -> desk.takeBack(checked.number(), checked.version()));
        assertThat(inTheBells(request)).containsExactly("Permohonan baru");
    }

    private List<String> inTheBells(SubmissionDetails request) {
        return jdbc.sql("SELECT kind FROM notification_notice WHERE link = ?")
                .param("permohonan/" + request.number())
                .query(KIND)
                .list();
    }

    @Test
    void whatTheVerifierSendsBackIsToldToWhoeverCheckedIt() {
        SubmissionDetails checked = check(given.submitted());
        as("verifikator", () -> desk.returnToOperator(checked.number(), checked.version(), "Bandingkan nama ayah"));
        assertThat(told(checked).getLast()).satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo("Dikembalikan verifikator");
            assertThat(notice.audience())
                    .isInstanceOfSatisfying(
                            Audience.Person.class,
                            person -> assertThat(person.person().value())
                                    .isEqualTo(checked.history().getLast().actorId()));
        });
    }

    @Test
    void whatTheApplicantCompletedIsToldToTheLane() {
        SubmissionDetails request = given.submitted();
        as(
                "operator",
                () -> desk.returnToApplicant(
                        request.number(),
                        request.version(),
                        new Shortcomings(Set.of(ReturnReason.ATTACHMENT_MISSING), "")));
        given.asIkd(() -> submissions.complete(request.number()));
        assertThat(told(request)).extracting(StaffNotice::kind).containsExactly("Permohonan baru", "Sudah dilengkapi");
    }

    @Test
    void whoeverLosesARequestHearsOfIt() {
        SubmissionDetails request = given.submitted();
        SubmissionDetails held = as("operator", () -> claims.claim(request.number()));
        as("manajer", () -> claims.takeOver(request.number()));
        assertThat(told(request).getLast()).satisfies(notice -> {
            assertThat(notice.text()).contains("diambil alih oleh Hendra Gunawan");
            assertThat(notice.audience()).isEqualTo(new Audience.Person(holder(held)));
        });
    }

    @Test
    void aClaimThatWasForgottenEndsOnceAndItsHolderHearsOfIt() {
        SubmissionDetails request = given.submitted();
        SubmissionDetails held = as("operator", () -> claims.claim(request.number()));
        clock.advance(Duration.ofMinutes(30).minusSeconds(1));
        watch.run();
        assertThat(told(request)).extracting(StaffNotice::kind).doesNotContain("Waktu pengerjaan habis");
        clock.advance(Duration.ofSeconds(1));
        watch.run();
        watch.run();
        assertThat(told(request))
                .filteredOn(notice -> notice.kind().equals("Waktu pengerjaan habis"))
                .singleElement()
                .extracting(StaffNotice::audience)
                .isEqualTo(new Audience.Person(holder(held)));
        assertThat(as("kadis", () -> submissions.find(request.number())).version())
                .isEqualTo(request.version());
    }

    @Test
    void aClaimThatCannotBeEndedKeepsNoOtherFromItsEnd() {
        SubmissionDetails first = given.submitted();
        SubmissionDetails second = given.submitted();
        as("operator", () -> claims.claim(first.number()));
        as("operator", () -> claims.claim(second.number()));
        clock.advance(Duration.ofMinutes(30));
        try (var poisoned =
                PoisonedRow.against(jdbc, "submission_request", first.id().value())) {
            watch.run();
            poisoned.hasFailed(DeskWatch.TASK, 1);
            assertThat(told(first)).extracting(StaffNotice::kind).doesNotContain("Waktu pengerjaan habis");
            assertThat(told(second)).extracting(StaffNotice::kind).contains("Waktu pengerjaan habis");
            poisoned.close();
            clock.advance(Duration.ofMinutes(5));
            watch.run();
            poisoned.hasFailed(DeskWatch.TASK, 0);
        }
        assertThat(told(first)).extracting(StaffNotice::kind).contains("Waktu pengerjaan habis");
    }

    @Test
    void aWarningThatCannotBeWrittenKeepsNoOtherFromBeingGiven() {
        SubmissionDetails first = given.submitted();
        SubmissionDetails second = given.submitted();
        clock.advance(Duration.ofMinutes(4));
        try (var poisoned =
                PoisonedRow.against(jdbc, "submission_request", first.id().value())) {
            watch.run();
            poisoned.hasFailed(DeskWatch.TASK, 1);
            poisoned.close();
            clock.advance(Duration.ofMinutes(5));
            watch.run();
            poisoned.hasFailed(DeskWatch.TASK, 0);
        }
        assertThat(told(first))
                .as("it is late by now, which is no longer nearly")
                .extracting(StaffNotice::kind)
                .doesNotContain("Hampir terlambat");
        assertThat(told(second)).extracting(StaffNotice::kind).contains("Hampir terlambat");
    }

    @Test
    void whoeverWorksOnARequestIsWarnedOnceBeforeItIsLate() {
        SubmissionDetails request = given.submitted();
        SubmissionDetails held = as("operator", () -> claims.claim(request.number()));
        clock.advance(Duration.ofMinutes(3).minusSeconds(1));
        watch.run();
        assertThat(told(request)).extracting(StaffNotice::kind).doesNotContain("Hampir terlambat");
        clock.advance(Duration.ofSeconds(1));
        watch.run();
        watch.run();
        assertThat(told(request))
                .filteredOn(notice -> notice.kind().equals("Hampir terlambat"))
                .singleElement()
                .extracting(StaffNotice::audience)
                .isEqualTo(new Audience.Person(holder(held)));
    }

    @Test
    void whatNobodyWorksOnIsWarnedOfInItsLaneAndAgainInTheNext() {
        SubmissionDetails request = given.submitted();
        clock.advance(Duration.ofMinutes(4));
        watch.run();
        clock.advance(Duration.ofSeconds(1));
        SubmissionDetails checked = check(request);
        clock.advance(Duration.ofMinutes(4));
        watch.run();
        assertThat(told(checked))
                .filteredOn(notice -> notice.kind().equals("Hampir terlambat"))
                .extracting(StaffNotice::audience)
                .extracting(audience -> ((Audience.Lane) audience).permission())
                .containsExactly(Permission.SUBMISSION_CHECK, Permission.SUBMISSION_VERIFY);
    }

    private static StaffId holder(SubmissionDetails held) {
        return Optional.ofNullable(held.holding()).orElseThrow().holder();
    }

    private List<StaffNotice> told(SubmissionDetails request) {
        return events.stream(StaffNotice.class)
                .filter(notice -> notice.link().endsWith("/" + request.number()))
                .toList();
    }

    private SubmissionDetails check(SubmissionDetails request) {
        return as("operator", () -> desk.check(request.number(), request.version()));
    }

    private SubmissionDetails as(String username, Supplier<Optional<SubmissionDetails>> work) {
        return given.asStaff(username, () -> work.get().orElseThrow());
    }
}
