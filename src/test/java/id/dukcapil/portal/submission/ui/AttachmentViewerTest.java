package id.dukcapil.portal.submission.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.streams.DownloadEvent;
import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.documents.upload.BroughtFiles;
import id.dukcapil.portal.submission.SubmissionNumber;
import id.dukcapil.portal.submission.SubmissionScenario;
import id.dukcapil.portal.submission.attachment.AttachmentId;
import id.dukcapil.portal.submission.attachment.AttachmentKind;
import id.dukcapil.portal.submission.attachment.Attachments;
import id.dukcapil.portal.submission.attachment.NewAttachment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;

/** A verifier looks at the papers of a request, one after the other. */
@IntegrationTest
class AttachmentViewerTest extends SpringBrowserlessTest {

    @Autowired
    Attachments attachments;

    @Autowired
    SubmissionScenario given;

    @Test
    void whatIsMissingStandsAboveWhatIsThere() {
        SubmissionNumber number = given.submittedWithoutPapers().number();
        bring(number, AttachmentKind.OLD_FAMILY_CARD, BroughtFiles.pdf(3));
        AttachmentViewer viewer = shown(number);
        assertThat(viewer.getElement().getTextRecursively())
                .containsSubsequence(
                        "Kurang", "Surat keterangan/bukti perubahan", "KK lama/rusak", "kk.bin", "3 halaman");
    }

    @Test
    void nothingIsOpenedBeforeSomebodyChooses() {
        SubmissionNumber number = given.submittedWithoutPapers().number();
        bring(number, AttachmentKind.OLD_FAMILY_CARD, BroughtFiles.pdf(1));
        assertThat(stage(shown(number)).getElement().hasAttribute("src")).isFalse();
    }

    @Test
    void oneComesAfterTheOtherAndTheAddressSaysNothing() {
        SubmissionNumber number = given.submittedWithoutPapers().number();
        bring(number, AttachmentKind.OLD_FAMILY_CARD, BroughtFiles.pdf(1));
        bring(number, AttachmentKind.PROOF_OF_CHANGE, BroughtFiles.photograph(64, 48, 6));
        AttachmentViewer viewer = shown(number);
        viewer.next();
        assertThat(stage(viewer).getElement().getAttribute("kind")).isEqualTo("pdf");
        String first = stage(viewer).getElement().getAttribute("src");
        viewer.next();
        assertThat(stage(viewer).getElement().getAttribute("kind")).isEqualTo("image");
        assertThat(current()).containsExactly("false", "true");
        viewer.next();
        assertThat(current()).containsExactly("false", "true");
        viewer.previous();
        String again = stage(viewer).getElement().getAttribute("src");
        assertThat(again).isNotEqualTo(first).doesNotContain(number.value()).doesNotContain("kk.bin");
    }

    @Test
    void theAnswerIsShownAsItIsAndKeptNowhere() {
        SubmissionNumber number = given.submittedWithoutPapers().number();
        bring(number, AttachmentKind.OLD_FAMILY_CARD, BroughtFiles.pdf(1));
        MockHttpServletResponse answer = answer("verifikator", only(number));
        assertThat(answer.getContentType()).isEqualTo("application/pdf");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("private, no-store");
        assertThat(answer.getHeader("Content-Security-Policy")).startsWith("sandbox; default-src 'none'");
        assertThat(answer.getHeader("Content-Disposition")).isEqualTo("inline; filename=\"lampiran.pdf\"");
        assertThat(new String(answer.getContentAsByteArray(), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
    }

    @Test
    void whoeverMayNotOpenPapersGetsNothingUnderTheSameAddress() {
        SubmissionNumber number = given.submittedWithoutPapers().number();
        bring(number, AttachmentKind.OLD_FAMILY_CARD, BroughtFiles.pdf(1));
        AttachmentId id = only(number);
        assertThatThrownBy(() -> answer("manajer", id)).isInstanceOf(AccessDeniedException.class);
        given.asStaff("operator", () -> attachments.remove(id));
        assertThat(answer("verifikator", id).getStatus()).isEqualTo(404);
    }

    @Test
    void aRequestWithoutPapersSaysSo() {
        AttachmentViewer viewer = shown(given.submittedWithoutPapers().number());
        assertThat(viewer.getElement().getTextRecursively()).contains("Belum ada lampiran", "Kurang");
    }

    private AttachmentViewer shown(SubmissionNumber number) {
        var viewer = new AttachmentViewer(attachments, ZoneId.of("Asia/Jakarta"));
        UI.getCurrent().add(viewer);
        viewer.show(given.asStaff("verifikator", () -> attachments.of(number).orElseThrow()));
        return viewer;
    }

    private AttachmentId only(SubmissionNumber number) {
        return given.asStaff("operator", () -> attachments.of(number).orElseThrow())
                .present()
                .getFirst()
                .id();
    }

    /** What the browser of that person gets. */
    private MockHttpServletResponse answer(String who, AttachmentId id) {
        var stage = new PaperStage(attachments, () -> {}, () -> {});
        var service = (VaadinServletService) VaadinService.getCurrent();
        var response = new MockHttpServletResponse();
        var event = new DownloadEvent(
                new VaadinServletRequest(new MockHttpServletRequest(), service),
                new VaadinServletResponse(response, service),
                VaadinSession.getCurrent(),
                stage.getElement());
        return given.asStaff(who, () -> {
            try {
                stage.answer(event, id);
                return response;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private PaperStage stage(AttachmentViewer viewer) {
        return (PaperStage) viewer.getChildren()
                .filter(PaperStage.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private List<String> current() {
        return find(NativeButton.class).all().stream()
                .filter(button -> button.getElement().hasAttribute("aria-current"))
                .map(button -> button.getElement().getAttribute("aria-current"))
                .toList();
    }

    private void bring(SubmissionNumber number, AttachmentKind kind, byte[] content) {
        given.asStaff(
                "operator",
                () -> attachments.add(attachments.examine(
                        number, new NewAttachment(kind.name(), "kk.bin", new ByteArrayResource(content)))));
    }
}
