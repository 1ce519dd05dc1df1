package id.dukcapil.portal.signing.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.RouterLink;
import id.dukcapil.portal.Screen;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.ui.PdfDialog;
import id.dukcapil.portal.documents.DocumentStore;
import id.dukcapil.portal.signing.IssuedScenario;
import id.dukcapil.portal.signing.IssuedScenario.Given;
import id.dukcapil.portal.signing.SignedRow;
import id.dukcapil.portal.signing.SigningDocumentStatus;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** The Kepala Dinas looks something up that was signed, opens it, and declares it void. */
@WithUserDetails("kadis")
@RecordApplicationEvents
class RegisterViewTest extends Screen {

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    DocumentStore store;

    @Autowired
    RegisterSearch search;

    @Autowired
    ApplicationEvents events;

    private IssuedScenario given;

    @BeforeEach
    void somethingWasSigned() {
        given = beans.createBean(IssuedScenario.class);
    }

    private void open(Map<String, String> address) {
        open(RegisterView.class, address);
    }

    private void choose(Given document) {
        open(Map.of("cari", document.reference()));
        Grid<SignedRow> grid = find(Grid.class).single();
        assertThat(test(grid).size()).isOne();
        test(grid).clickRow(0);
    }

    @Test
    void aSignedDocumentShowsWhoSignedItWhenAndWhatHappened() {
        Given document = given.signed();
        choose(document);
        assertThat(page())
                .contains(
                        "1 cocok",
                        "Kartu Keluarga",
                        "RINA KARLINA",
                        IssuedScenario.HEAD,
                        "23 November 2026, 09.00 WIB",
                        "Dinas Dukcapil, Soreang",
                        "Didaftarkan untuk ditandatangani",
                        "Masuk sesi penandatanganan");
        assertThat(address()).contains("dokumen=" + document.details().id());
        assertThat(find(Anchor.class).withText("Halaman verifikasi").single().getHref())
                .isEqualTo("http://localhost:8080/verifikasi/" + document.code());
    }

    @Test
    void whatIsNotSignedIsNotInTheRegister() {
        Given waiting = given.awaiting();
        open(Map.of("cari", waiting.reference()));
        assertThat(page()).contains("Tidak ada dokumen yang cocok");
        open(Map.of("dokumen", waiting.details().id().toString()));
        assertThat(notice()).contains("belum ditandatangani");
    }

    @Test
    void theFiltersStandInTheAddress() {
        Given document = given.signed("320427", null);
        Map<String, String> address = Map.of("cari", document.reference());
        for (var filter : Map.of("status", "REVOKED", "kantor", "DINAS", "dari", "2026-11-24", "sampai", "2026-11-22")
                .entrySet()) {
            open(Map.of("cari", document.reference(), filter.getKey(), filter.getValue()));
            assertThat(page()).as(filter.toString()).contains("Tidak ada dokumen yang cocok");
        }
        open(Map.of(
                "cari",
                document.reference(),
                "status",
                "SIGNED",
                "kantor",
                "320427",
                "dari",
                "2026-11-23",
                "sampai",
                "2026-11-23"));
        assertThat(page()).contains("1 cocok");
        open(address);
        Select<SigningDocumentStatus> status = status();
        test(status).selectItem("Dicabut");
        assertThat(address()).contains("status=REVOKED");
        assertThat(page()).contains("Tidak ada dokumen yang cocok");
    }

    @SuppressWarnings("unchecked")
    private Select<SigningDocumentStatus> status() {
        return find(Select.class).withLabel("Status").single();
    }

    @Test
    void thePdfIsOpenedOnceAndTheTrailKnows() {
        choose(given.signed());
        click("Buka PDF");
        assertThat(find(PdfDialog.class).single().isOpened()).isTrue();
        assertThat(events.stream(AuditEvent.class).map(AuditEvent::action))
                .containsOnlyOnce("PDF bertanda tangan dibuka");
    }

    @Test
    void aLostPdfSaysWhatToDo() {
        Given document = given.signed();
        choose(document);
        store.remove(Objects.requireNonNull(document.details().signature()).digest());
        click("Buka PDF");
        assertThat(notice()).contains("hilang atau rusak");
        store.put(document.signed());
    }

    @Test
    void revokingNamesTheConsequenceAndWantsAReason() {
        Given document = given.signed();
        choose(document);
        click("Cabut");
        assertThat(textOf(dialog())).contains("tidak dapat dibatalkan", "Halaman verifikasi");
        clickLast("Cabut");
        assertThat(reason().isInvalid()).isTrue();
        giveReason("Nama anak kedua keliru");
        clickLast("Cabut");
        assertThat(noDialogIsOpen()).isTrue();
        assertThat(given.now(document.details().id()).details().status()).isEqualTo(SigningDocumentStatus.REVOKED);
        assertThat(page()).contains("Dicabut", "Nama anak kedua keliru");
        assertThat(buttons()).doesNotContain("Cabut");
    }

    @Test
    void whoWasSlowerIsToldAndSeesWhatHolds() {
        Given document = given.signed();
        choose(document);
        given.revoke(document, "Keliru");
        click("Cabut");
        giveReason("Nama anak kedua keliru");
        clickLast("Cabut");
        assertThat(notice()).contains("baru saja diubah oleh", "Dicabut");
        assertThat(buttons()).doesNotContain("Cabut");
    }

    @Test
    void documentsOfAFamilyLeadToEachOther() {
        String family = IssuedScenario.aFamily();
        Given older = given.signed("DINAS", family);
        clock.advance(Duration.ofHours(1));
        Given newer = given.signed("DINAS", family);
        choose(older);
        assertThat(page()).contains("Digantikan oleh", newer.reference(), "Digantikan dokumen yang lebih baru");
        assertThat(buttons()).doesNotContain("Cabut");
        test(find(RouterLink.class).withText(newer.reference()).single()).click();
        assertThat(page()).contains("Menggantikan", older.reference());
    }

    @Test
    @WithUserDetails("manajer")
    void whoMayOnlyReadCannotRevoke() {
        choose(given.signed());
        assertThat(buttons()).contains("Buka PDF").doesNotContain("Cabut");
    }

    @Test
    void theSearchBoxFindsADocumentByItsNumber() {
        Given document = given.signed();
        assertThat(search.available()).isTrue();
        assertThat(search.find(document.reference(), 5)).singleElement().satisfies(hit -> {
            assertThat(hit.title()).isEqualTo(document.reference() + " · Kartu Keluarga");
            assertThat(hit.path())
                    .isEqualTo("dokumen-bertanda-tangan?dokumen="
                            + document.details().id());
        });
        assertThat(search.find("KK", 5)).as("that is how everything begins").isEmpty();
        assertThat(search.find("TIDAK-ADA-" + document.reference(), 5)).isEmpty();
    }
}
