package id.dukcapil.portal.sla.validity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import id.dukcapil.portal.Screen;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.CaseMoved;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.PastCases;
import id.dukcapil.portal.common.WaitingFor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.transaction.support.TransactionOperations;

/** In May 2036 the manager proposes other minutes for steps of the Kartu Keluarga, the head decides, and cases go on meanwhile. */
@WithUserDetails("manajer")
class StepTimesTest extends Screen {

    private static final String SOP_31 = "bandung-31-2023";
    private static final OfficeCode PLACE = new OfficeCode("320437");
    private static final LocalDate TODAY = LocalDate.of(2036, 5, 6);

    @Autowired
    StepTimes times;

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

    @BeforeEach
    void sixthOfMay() {
        clock.set(Instant.parse("2036-05-06T02:00:00Z"));
    }

    /** Other tests measure by the printed times. */
    @AfterEach
    void forget() {
        jdbc.sql("DELETE FROM sla_step_time").update();
    }

    @Test
    void aStandardThatChangesInTheMiddleOfACaseHoldsForTheNextCaseOnly() {
        UUID underWay = UUID.randomUUID();
        tell(moved(underWay, PLACE, null, 6, "2036-05-06T02:00:00Z"));
        StepTime forAll = proposed(6, null, TODAY.plusDays(1), 2);
        StepTime own = proposed(6, PLACE, TODAY.plusDays(2), 9);
        as("kadis", () -> {
            times.approve(forAll.id());
            times.approve(own.id());
        });

        tell(moved(underWay, PLACE, 6, 7, "2036-05-07T02:00:00Z"));
        assertThat(target(underWay)).isEqualTo(300);
        assertThat(target(opened(PLACE, "2036-05-06T03:00:00Z"))).isEqualTo(300);
        assertThat(target(opened(PLACE, "2036-05-07T02:00:00Z"))).isEqualTo(120);
        assertThat(target(opened(PLACE, "2036-05-08T02:00:00Z"))).isEqualTo(540);
        assertThat(target(opened(new OfficeCode("MPP"), "2036-05-08T02:00:00Z")))
                .isEqualTo(120);

        UUID past = UUID.randomUUID();
        transaction.executeWithoutResult(done -> events.publishEvent(new PastCases(List.of(
                moved(past, PLACE, null, 6, "2036-05-07T02:00:00Z"),
                moved(past, PLACE, 6, null, "2036-05-07T02:03:00Z")))));
        assertThat(target(past)).isEqualTo(120);
        assertThat(jdbc.sql("SELECT late FROM sla_stay WHERE case_id = ? AND step = 6")
                        .param(past)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void whatIsNotApprovedHoldsForNobodyAndTwoPeopleDecide() {
        StepTime proposal = proposed(7, null, TODAY, 3);
        assertThat(target(opened(PLACE, "2036-05-06T03:00:00Z"), 7)).isEqualTo(300);
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> times.approve(proposal.id()));
        refused("from", new StepTimes.Proposal(SOP_31, 7, null, TODAY, 8, "SK"));
        jdbc.sql("UPDATE sla_step_time SET proposed_by = (SELECT id FROM staff_account WHERE username = 'kadis')")
                .update();
        as("kadis", () -> assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> times.approve(proposal.id())));
        as("kadis", () -> times.reject(proposal.id(), "Belum ada SK"));
        as(
                "kadis",
                () -> assertThatExceptionOfType(ChangedMeanwhile.class).isThrownBy(() -> times.approve(proposal.id())));
        assertThat(proposed(7, null, TODAY, 4).minutes()).isEqualTo(4);
    }

    @Test
    void aProposalSaysWhatIsWrongWithIt() {
        refused("from", new StepTimes.Proposal(SOP_31, 6, null, TODAY.minusDays(1), 8, "SK"));
        refused("minutes", new StepTimes.Proposal(SOP_31, 6, null, TODAY, 0, "SK"));
        refused("basis", new StepTimes.Proposal(SOP_31, 6, null, TODAY, 8, " "));
        refused("step", new StepTimes.Proposal(SOP_31, 1, null, TODAY, 8, "SK"));
        refused("step", new StepTimes.Proposal("tidak-ada", 6, null, TODAY, 8, "SK"));
    }

    @Test
    void thePageOfTheProcedureShowsWhatHoldsHowItDidAndWhatWaits() {
        UUID id = opened(PLACE, "2036-05-05T02:00:00Z");
        tell(moved(id, PLACE, 6, null, "2036-05-05T02:01:00Z"));
        StepTime time = proposed(6, null, TODAY, 4);
        UI.getCurrent().navigate("standar/" + SOP_31);
        assertThat(written())
                .contains("Capaian bulan ini", "5 menit (SOP)", "Diusulkan", "SK Uji", "Usulkan standar waktu");
        as("kadis", () -> times.approve(time.id()));
        UI.getCurrent().navigate("standar");
        UI.getCurrent().navigate("standar/" + SOP_31);
        assertThat(written()).contains("4 menit sejak 6 Mei 2036, SK Uji", "Disetujui");
        click("Usulkan standar waktu …");
        clickLast("Usulkan");
        assertThat(noDialogIsOpen()).isFalse();
    }

    private String written() {
        return textOf((Component) getCurrentView());
    }

    private void refused(String field, StepTimes.Proposal proposal) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> times.propose(proposal))
                .satisfies(invalid -> assertThat(invalid.findings())
                        .extracting(finding -> finding.field())
                        .containsExactly(field));
    }

    private StepTime proposed(int step, @Nullable OfficeCode office, LocalDate from, int minutes) {
        times.propose(new StepTimes.Proposal(SOP_31, step, office, from, minutes, "SK Uji"));
        return times.of(SOP_31).all().stream()
                .filter(time ->
                        time.step() == step && time.validFrom().equals(from) && time.state() == StepTime.State.PROPOSED)
                .findFirst()
                .orElseThrow();
    }

    private void as(String username, Runnable act) {
        var before = security.getContext().getAuthentication();
        var account = accounts.loadUserByUsername(username);
        security.getContext()
                .setAuthentication(new UsernamePasswordAuthenticationToken(account, null, account.getAuthorities()));
        act.run();
        security.getContext().setAuthentication(before);
    }

    private UUID opened(OfficeCode office, String at) {
        UUID id = UUID.randomUUID();
        tell(moved(id, office, null, 6, at));
        return id;
    }

    private void tell(CaseMoved move) {
        transaction.executeWithoutResult(done -> events.publishEvent(move));
    }

    private int target(UUID id) {
        return target(id, 6);
    }

    private int target(UUID id, int step) {
        return jdbc.sql("SELECT seconds FROM sla_case_target WHERE case_id = ? AND step = ?")
                .params(id, step)
                .query(Integer.class)
                .single();
    }

    private static CaseMoved moved(
            UUID id, OfficeCode office, @Nullable Integer ended, @Nullable Integer begun, String at) {
        return new CaseMoved(
                id,
                SOP_31,
                "UJI/" + id,
                office,
                ended,
                begun,
                begun == null ? WaitingFor.NOBODY : WaitingFor.OFFICE,
                Instant.parse(at),
                Actor.PORTAL);
    }
}
