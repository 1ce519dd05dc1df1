package id.dukcapil.portal.submission.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import id.dukcapil.portal.Screen;
import id.dukcapil.portal.submission.ReturnReason;
import id.dukcapil.portal.submission.Shortcomings;
import id.dukcapil.portal.submission.SubmissionDesk;
import id.dukcapil.portal.submission.SubmissionDetails;
import id.dukcapil.portal.submission.SubmissionScenario;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

/** The papers that the office writes about a request, for those who judge it. */
@WithUserDetails("operator")
class PaperButtonsTest extends Screen {

    @Autowired
    SubmissionScenario given;

    @Autowired
    SubmissionDesk desk;

    @Test
    void everyPaperIsReadInADialogThatNamesItsRequest() {
        SubmissionDetails request = given.submitted();
        open(request);
        assertThat(buttons())
                .contains("Pratinjau KK", "Tanda terima", "Lembar disposisi")
                .doesNotContain("Surat pengembalian");
        click("Tanda terima");
        assertThat(dialog().getHeaderTitle()).isEqualTo("Tanda terima " + request.number());
        dialog().close();
        click("Pratinjau KK");
        assertThat(dialog().getHeaderTitle()).isEqualTo("Pratinjau Kartu Keluarga " + request.number());
    }

    @Test
    void theLetterOfReturnIsThereWhenTheDecisionStands() {
        SubmissionDetails request = given.submitted();
        given.asStaff(
                "operator",
                () -> desk.returnToApplicant(
                        request.number(),
                        request.version(),
                        new Shortcomings(Set.of(ReturnReason.ATTACHMENT_UNREADABLE), "")));
        open(request);
        click("Surat pengembalian");
        assertThat(notice()).contains("masih dapat ditarik");
        assertThat(noDialogIsOpen()).isTrue();
        clock.advance(Duration.ofSeconds(11));
        click("Surat pengembalian");
        assertThat(dialog().getHeaderTitle()).isEqualTo("Surat pengembalian " + request.number());
    }

    @Test
    @WithUserDetails("manajer")
    void whoeverOnlyLooksOnGetsNoPapers() {
        open(given.submitted());
        assertThat(page()).contains("Lampiran tidak ditampilkan untuk peran Anda");
        assertThat(buttons()).doesNotContain("Pratinjau KK", "Tanda terima", "Lembar disposisi");
    }

    private void open(SubmissionDetails request) {
        UI.getCurrent().navigate("permohonan/" + request.number());
    }
}
