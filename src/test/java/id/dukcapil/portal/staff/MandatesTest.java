package id.dukcapil.portal.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.staff.Mandate.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.GrantedAuthority;

/** Somebody stands in for the head of the office. Each test has a month of its own. */
@IntegrationTest
class MandatesTest {

    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

    @Autowired
    StaffScenario given;

    @Autowired
    Mandates mandates;

    @Autowired
    Accounts accounts;

    @Autowired
    StaffAccounts staffAccounts;

    @Autowired
    SettableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void withoutAMandateTheHeadSigns() {
        Signatory signatory = signatoryOn("2027-01-05T09:00");
        assertThat(signatory.title()).isEqualTo("Kepala Dinas Kependudukan dan Pencatatan Sipil");
        assertThat(signatory.fullName()).isEqualTo("Dra. Hj. Ratna Komala, M.Si.");
        assertThat(signatory.nip()).isEqualTo("19700817 199503 2 001");
        assertThat(signatory.civilRank()).isEqualTo("Pembina Utama Muda (IV/c)");
        assertThat(signatory.account())
                .isEqualTo(given.principal("kadis").member().id());
        assertThat(signatory.mandate()).isNull();
    }

    @Test
    void beforeTheFirstHeadNobodyMaySign() {
        assertThat(given.as("operator", () -> mandates.signatoryOn(at("2023-12-31T09:00"))))
                .isEmpty();
    }

    @Test
    void fromTheFirstToTheLastDayTheDeputySignsWithTheShortTitle() {
        AccountDetails deputy = given.account("manajer");
        Mandate mandate = give(deputy, "2027-02-08", "2027-02-10");
        assertThat(signatoryOn("2027-02-07T23:59").mandate()).isNull();
        Signatory standingIn = signatoryOn("2027-02-08T00:00");
        assertThat(standingIn.title()).isEqualTo("Plh. Kepala Dinas Kependudukan dan Pencatatan Sipil");
        assertThat(standingIn.fullName()).isEqualTo(deputy.fullName());
        assertThat(standingIn.mandate()).isEqualTo(mandate);
        assertThat(signatoryOn("2027-02-10T23:59").mandate()).isEqualTo(mandate);
        assertThat(signatoryOn("2027-02-11T00:00").mandate()).isNull();
    }

    @Test
    void theDeputyMayWhatTheHeadMayAndOnlyMeanwhile() {
        AccountDetails deputy = given.account("perekaman");
        give(deputy, "2027-03-08", "2027-03-10");
        clock.set(at("2027-03-07T12:00"));
        assertThat(permissionsOf(deputy)).doesNotContain("AUDIT_READ", "OFFICE_SPAN");
        clock.set(at("2027-03-08T00:00"));
        assertThat(permissionsOf(deputy)).contains("AUDIT_READ", "OFFICE_SPAN", "POPULATION_READ");
        assertThat(given.seen(deputy.id()).mandate()).isEqualTo("Plh. Kepala Dinas");
        assertThat(given.as("admin", () -> accounts.find(deputy.id()).orElseThrow())
                        .permissions())
                .contains(Permission.AUDIT_READ);
        clock.set(at("2027-03-11T00:00"));
        assertThat(permissionsOf(deputy)).doesNotContain("AUDIT_READ", "OFFICE_SPAN");
    }

    @Test
    void anOpenSessionFollowsTheCalendarWithoutASignIn() {
        AccountDetails deputy = given.account("perekaman");
        give(deputy, "2027-04-05", "2027-04-06");
        clock.set(at("2027-04-04T20:00"));
        StaffPrincipal opened = given.principal(deputy.username());
        clock.set(at("2027-04-05T07:30"));
        StaffPrincipal during = current(opened);
        assertThat(during.member().may(Permission.AUDIT_READ)).isTrue();
        assertThat(during.member().roles()).containsExactly("Plh. Kepala Dinas", "Operator perekaman");
        clock.set(at("2027-04-07T07:30"));
        assertThat(current(during).member().may(Permission.AUDIT_READ)).isFalse();
    }

    @Test
    void aRevokedMandateEndsAtThatMomentAndWhatWasSignedBeforeStaysRight() {
        AccountDetails deputy = given.account("manajer");
        Mandate mandate = give(deputy, "2027-05-03", "2027-05-07");
        clock.set(at("2027-05-04T10:00"));
        Mandate revoked = asAdmin(() -> mandates.revoke(mandate.id(), "Kepala Dinas kembali lebih awal"));
        assertThat(revoked.revocation()).isNotNull();
        assertThat(signatoryOn("2027-05-04T09:59").mandate()).isNotNull();
        assertThat(signatoryOn("2027-05-04T10:00").mandate()).isNull();

        Mandate next = give(given.account("manajer"), "2027-05-04", "2027-05-07");
        clock.advance(Duration.ofHours(1));
        assertThat(signatoryOn("2027-05-04T10:30").mandate()).isEqualTo(next);
        assertThatThrownBy(() -> asAdmin(() -> mandates.revoke(mandate.id(), "sekali lagi")))
                .isInstanceOf(StaffConflict.class)
                .hasMessageContaining("sudah dicabut");
        assertThat(given.auditOf(revoked.number()).getLast().reason()).isEqualTo("Kepala Dinas kembali lebih awal");
    }

    @Test
    void aMandateThatIsOverNeedsNoRevoking() {
        Mandate mandate = give(given.account("manajer"), "2027-06-07", "2027-06-08");
        clock.set(at("2027-06-09T08:00"));
        assertThatThrownBy(() -> asAdmin(() -> mandates.revoke(mandate.id(), "terlambat")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("sudah selesai");
    }

    @Test
    void ofTwoWhoEnterOverlappingMandatesAtTheSameMomentOneIsRefused() throws Exception {
        List<Callable<String>> calls = List.of(
                () -> outcome(given.account("manajer"), "2027-07-05", "2027-07-09"),
                () -> outcome(given.account("verifikator"), "2027-07-09", "2027-07-12"));
        var answers = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            for (var answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).containsExactlyInAnyOrder("tercatat", "bertumpang tindih");
    }

    @Test
    void nobodyAppointsThemselvesOrWhoeverHoldsThePositionAnyway() {
        AccountDetails administrator = given.account("admin");
        assertThatThrownBy(() -> given.as(
                        administrator.username(),
                        () -> mandates.give(mandate(administrator.id(), "2027-08-02", "2027-08-03"))))
                .hasMessageContaining("diri sendiri");
        StaffId head = given.principal("kadis").member().id();
        assertThatThrownBy(() -> asAdmin(() -> mandates.give(mandate(head, "2027-08-02", "2027-08-03"))))
                .hasMessageContaining("sudah memegang peran");
    }

    @Test
    void aDeputyIsNotDisabledBeforeTheMandateIsRevoked() {
        AccountDetails deputy = given.account("manajer");
        Mandate mandate = give(deputy, "2027-09-06", "2027-09-07");
        assertThatThrownBy(() -> disable(deputy)).hasMessageContaining("cabut mandatnya lebih dahulu");
        asAdmin(() -> mandates.revoke(mandate.id(), "batal berangkat"));
        disable(deputy);
        assertThat(given.seen(deputy.id()).standing()).isEqualTo(AccountFilter.Standing.DISABLED);
    }

    @Test
    void mandatesAreEnteredByAdministratorsAndReadByThoseWhoMay() {
        AccountDetails deputy = given.account("verifikator");
        assertThatThrownBy(() ->
                        given.as("manajer", () -> mandates.give(mandate(deputy.id(), "2027-10-04", "2027-10-05"))))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(given.as("manajer", mandates::all))
                .extracting(Mandate::number)
                .contains("800/1187/Disdukcapil");
        assertThatThrownBy(() -> given.as("operator", mandates::all)).isInstanceOf(AccessDeniedException.class);
    }

    private StaffPrincipal current(StaffPrincipal opened) {
        return staffAccounts.current(opened).orElseThrow();
    }

    private List<String> permissionsOf(AccountDetails account) {
        return given.signedIn(account.username()).getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
    }

    private String outcome(AccountDetails deputy, String from, String until) {
        try {
            give(deputy, from, until);
            return "tercatat";
        } catch (InvalidInput refused) {
            return String.valueOf(refused.getMessage()).contains("Bertumpang tindih") ? "bertumpang tindih" : "lain";
        }
    }

    private Mandate give(AccountDetails deputy, String from, String until) {
        return asAdmin(() -> mandates.give(mandate(deputy.id(), from, until)));
    }

    private static NewMandate mandate(StaffId deputy, String from, String until) {
        return new NewMandate(
                Kind.PLH,
                deputy,
                LocalDate.parse(from),
                LocalDate.parse(until),
                "800/" + from + "/Disdukcapil",
                LocalDate.of(2026, 11, 20),
                "dinas luar");
    }

    private void disable(AccountDetails account) {
        AccountDetails now = given.seen(account.id());
        asAdmin(() -> {
            accounts.disable(now.id(), now.version(), "pindah");
            return null;
        });
    }

    private Signatory signatoryOn(String local) {
        return given.as("operator", () -> mandates.signatoryOn(at(local)).orElseThrow());
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WIB).toInstant();
    }

    private <T> T asAdmin(Supplier<T> work) {
        return given.as("admin", work);
    }
}
