package id.dukcapil.portal.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.population.CodeLists;
import id.dukcapil.portal.population.RequestType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.access.AccessDeniedException;

/** Nothing passes on before everything on the checklist of its reason has been looked at; I.C.1 is a lost card. */
@IntegrationTest
class ChecklistsTest {

    @Autowired
    Checklists checklists;

    @Autowired
    SubmissionDesk desk;

    @Autowired
    SubmissionClaims claims;

    @Autowired
    SubmissionService submissions;

    @Autowired
    CodeLists codes;

    @Autowired
    SubmissionScenario given;

    @Autowired
    SettableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void aRequestPassesOnWhenEverythingIsTicked() {
        SubmissionDetails request = lostCard();
        tick("operator", request, "IDENTITAS");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> check(request))
                .withMessageContaining("Surat keterangan hilang")
                .withMessageNotContaining("Identitas");
        Checklist complete = tick("operator", request, "KEHILANGAN");
        assertThat(complete.isComplete()).isTrue();
        assertThat(complete.items())
                .allSatisfy(item ->
                        assertThat(item.tick()).isEqualTo(new Checklist.Tick("Tita Wulandari", clock.instant())));
        assertThat(check(request).status()).isEqualTo(SubmissionStatus.CHECKED);
    }

    @Test
    void theVerifierHasAListOfHisOwn() {
        SubmissionDetails checked = checkedLostCard();
        Checklist list = of("verifikator", checked);
        assertThat(list.desk()).isEqualTo(Desk.VERIFIER);
        assertThat(list.items()).extracting(Checklist.Item::code).containsExactly("KEABSAHAN");
        assertThat(list.isComplete()).isFalse();
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> tick("operator", checked, "KEABSAHAN"));
    }

    @Test
    void whatComesBackIsLookedAtAnew() {
        SubmissionDetails checked = checkedLostCard();
        clock.advance(Duration.ofMinutes(1));
        SubmissionDetails back = given.asStaff(
                "verifikator",
                () -> desk.returnToOperator(checked.number(), checked.version(), "Surat hilang kedaluwarsa")
                        .orElseThrow());
        assertThat(of("operator", back).ticked()).isZero();
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> check(back));
        clock.advance(Duration.ofMinutes(1));
        assertThat(tick("operator", back, "KEHILANGAN").ticked()).isEqualTo(1);
    }

    @Test
    void aDecisionTakenBackKeepsItsTicks() {
        SubmissionDetails request = lostCard();
        tick("operator", request, "IDENTITAS");
        tick("operator", request, "KEHILANGAN");
        SubmissionDetails checked = check(request);
        SubmissionDetails back = given.asStaff(
                "operator",
                () -> desk.takeBack(checked.number(), checked.version()).orElseThrow());
        assertThat(of("operator", back).isComplete()).isTrue();
    }

    @Test
    void aTickCanBeTakenAwayAndASecondOneChangesNothing() {
        SubmissionDetails request = lostCard();
        tick("operator", request, "IDENTITAS");
        Checklist.Tick first = of("operator", request).items().getFirst().tick();
        clock.advance(Duration.ofMinutes(1));
        assertThat(tick("operator", request, "IDENTITAS").items().getFirst().tick())
                .isEqualTo(first);
        Checklist without = given.asStaff(
                "operator",
                () -> checklists.untick(request.number(), "IDENTITAS").orElseThrow());
        assertThat(without.ticked()).isZero();
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> tick("operator", request, "TIDAK_ADA"));
    }

    @Test
    void nobodyTicksWhatSomebodyElseHolds() {
        SubmissionDetails request = lostCard();
        String colleague = given.colleagueOf("operator", "Lilis Suryani");
        given.asStaff(colleague, () -> claims.claim(request.number()));
        assertThatExceptionOfType(HeldBySomebodyElse.class)
                .isThrownBy(() -> tick("operator", request, "IDENTITAS"))
                .withMessageContaining("Lilis Suryani");
    }

    @Test
    void theListOfThePortalKnowsEveryReasonOfTheForm() {
        var items = new ChecklistItems(new ClassPathResource("reference/daftar_periksa_kk.csv"));
        List<String> reasons = codes.requestTypes().stream()
                .filter(reason -> reason.document().equals("KARTU KELUARGA"))
                .map(RequestType::code)
                .toList();
        assertThat(reasons).hasSize(11).allSatisfy(reason -> {
            assertThat(items.of(Desk.OPERATOR, reason))
                    .extracting(ChecklistItems.Line::code)
                    .hasSize(4)
                    .doesNotHaveDuplicates();
            assertThat(items.of(Desk.VERIFIER, reason)).hasSize(3);
        });
        assertThat(items.of(Desk.APPLICANT, "I.B.3")).isEmpty();
    }

    @Test
    void aListThatCannotBeReadStopsThePortal() {
        Set.of("", "tahap;alasan", "tahap;alasan;kode;butir;dasar\nOPERATOR;*;kecil;Teks;Dasar")
                .forEach(text -> assertThatExceptionOfType(IllegalStateException.class)
                        .isThrownBy(() ->
                                new ChecklistItems(new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)))));
    }

    private SubmissionDetails lostCard() {
        return given.withPapers(SubmissionScenario.accepted(
                given.asIkd(() -> submissions.submit(given.requestOf(given.head(), "I.C.1")))));
    }

    private SubmissionDetails checkedLostCard() {
        SubmissionDetails request = lostCard();
        tick("operator", request, "IDENTITAS");
        tick("operator", request, "KEHILANGAN");
        return check(request);
    }

    private SubmissionDetails check(SubmissionDetails request) {
        return given.asStaff(
                "operator",
                () -> desk.check(request.number(), request.version()).orElseThrow());
    }

    private Checklist tick(String username, SubmissionDetails request, String item) {
        return given.asStaff(
                username, () -> checklists.tick(request.number(), item).orElseThrow());
    }

    private Checklist of(String username, SubmissionDetails request) {
        return given.asStaff(username, () -> checklists.of(request.number()).orElseThrow());
    }
}
