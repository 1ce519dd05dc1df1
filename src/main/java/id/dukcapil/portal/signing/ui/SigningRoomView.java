package id.dukcapil.portal.signing.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.AddressedPage;
import id.dukcapil.portal.common.ui.KeyHelp;
import id.dukcapil.portal.common.ui.ListAndPanel;
import id.dukcapil.portal.common.ui.Pulse;
import id.dukcapil.portal.signing.BatchFollowing;
import id.dukcapil.portal.signing.BatchSettings;
import id.dukcapil.portal.signing.SigningBatchId;
import id.dukcapil.portal.signing.SigningDocumentId;
import id.dukcapil.portal.signing.WaitingDocuments;
import id.dukcapil.portal.signing.WaitingFilter;
import id.dukcapil.portal.staff.CurrentStaff;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ruang tanda tangan: leaf through what waits, tick, check, type one passphrase, and watch every document being signed.
 * The address says what is listed, which document is open and which batch is followed; what is ticked stands nowhere but
 * here.
 */
@Route(SigningRoomView.ROUTE)
@PageTitle("Ruang tanda tangan")
@Menu(title = "Ruang tanda tangan", order = 24)
@RolesAllowed(Permission.Name.SIGNING_READ)
@StyleSheet("context://styles/signing-room.css")
class SigningRoomView extends AddressedPage implements SigningSheet.Room {

    static final String ROUTE = "ruang-tanda-tangan";
    static final String HISTORY = ROUTE + "/riwayat";

    private static final String BATCH = "sesi";

    /** Beats of the pulse between two looks at the list. */
    private static final int BEATS = 3;

    private final transient WaitingDocuments documents;
    private final transient BatchFollowing batches;
    private final transient OpenDocument open;
    private final int largest;

    private final RoomTabs tabs =
            new RoomTabs(kind -> go(url().with(RoomFilters.KIND, kind).with(RoomFilters.DOCUMENT, null)));
    private final RoomFilters filters;
    private final Button stale = new Button("", click -> reload());
    private final ChooseBar choose;
    private final WaitingGrid grid;
    private final ListAndPanel content;
    private final UnknownList unknown;
    private final SigningSheet sheet;
    private transient @Nullable WaitingFilter listed;
    private int listedCount;
    private int beats;

    SigningRoomView(
            WaitingDocuments documents,
            BatchFollowing batches,
            OpenDocument open,
            UnknownList unknown,
            SignerCard signer,
            SigningSheet sheet,
            BatchSettings settings,
            CurrentStaff staff,
            Pulse pulse,
            Clock clock) {
        super("Ruang tanda tangan", ROUTE);
        this.documents = documents;
        this.batches = batches;
        this.open = open;
        this.unknown = unknown;
        this.sheet = sheet;
        largest = settings.largest();
        boolean maySign = staff.may(Permission.DOCUMENT_SIGN);
        filters = new RoomFilters(staff.officesInScope(), this::go);
        grid = new WaitingGrid(documents, maySign, open::officeName, clock);
        choose = new ChooseBar(largest, this::chooseAll, this::chooseNone);
        choose.setEnabled(maySign);
        content = new ListAndPanel(grid, open.panel(), line -> show(line.row().id()))
                .whenEmpty(
                        "Tidak ada dokumen yang menunggu",
                        "Dokumen muncul di sini begitu diverifikasi. Ubah saringan di atas bila mencari dokumen tertentu.");
        open.serve(grid, this::show, this::reload);
        sheet.serve(this);
        grid.onTicks(byHand -> {
            ticked();
            if (byHand) {
                sheet.chooseAnew();
            }
        });
        addClassName("signing-room");
        if (maySign) {
            add(signer);
        }
        add(unknown, tabs, filters.bar(), choose, content, sheet, keys());
        choose.setVisible(maySign);
        fillHeight(content);
        header();
        pulse.follow(this, this::look);
    }

    private void header() {
        stale.addThemeVariants(ButtonVariant.TERTIARY);
        stale.addClassName("stale");
        stale.setVisible(false);
        var history = new Anchor(HISTORY, "Riwayat sesi");
        history.addClassName("button");
        setActions(stale, history);
    }

    private KeyHelp keys() {
        return new KeyHelp()
                .with("j", "Dokumen berikutnya", () -> open.step(1))
                .with("ArrowDown", "Dokumen berikutnya", () -> open.step(1))
                .with("ArrowRight", "Dokumen berikutnya", () -> open.step(1))
                .with("k", "Dokumen sebelumnya", () -> open.step(-1))
                .with("ArrowUp", "Dokumen sebelumnya", () -> open.step(-1))
                .with("ArrowLeft", "Dokumen sebelumnya", () -> open.step(-1))
                .with("x", "Pilih dokumen yang terbuka, atau batal memilihnya", open::toggle)
                .with("a", "Pilih semua", this::chooseAll)
                .with("c", "Batalkan pilihan", this::chooseNone)
                .with("r", "Kembalikan ke verifikator", open::refuse)
                .with("s", "Periksa dan tanda tangani yang dipilih", sheet::checkChosen);
    }

    @Override
    protected void refresh() {
        filters.bar().show(url());
        WaitingFilter filter = filters.filter();
        if (!filter.equals(listed)) {
            list(filter);
        }
        open.show(filter, url().text(RoomFilters.DOCUMENT).flatMap(SigningDocumentId::parse), content);
        Optional<SigningBatchId> batch = url().text(BATCH).flatMap(SigningBatchId::parse);
        sheet.follow(batch.orElse(null));
        if (batch.isEmpty()) {
            followRunning();
        }
    }

    /** A batch that was begun on another device, or before the page was loaded anew. */
    private void followRunning() {
        if (sheet.isIdle()) {
            batches.mineRunning().ifPresent(this::follow);
        }
    }

    private void reload() {
        listed = null;
        refresh();
    }

    private void list(WaitingFilter filter) {
        listed = filter;
        listedCount = documents.count(filter);
        showCounts(filter);
        filters.bar()
                .setCount(
                        Math.min(listedCount, WaitingDocuments.COUNT_LIMIT),
                        listedCount > WaitingDocuments.COUNT_LIMIT);
        stale.setVisible(false);
        grid.show(filter, listedCount);
        content.showList(listedCount);
        ticked();
    }

    private void showCounts(WaitingFilter filter) {
        var counts = RoomCounts.of(documents, filter);
        tabs.show(counts.kinds(), counts.all(), filter.kind());
        filters.showAges(counts.ages());
        setSubtitle(open.summary(counts));
        unknown.refresh();
    }

    private void show(@Nullable SigningDocumentId document) {
        go(url().with(RoomFilters.DOCUMENT, document));
    }

    private void chooseAll() {
        grid.tickAll(documents.page(filters.filter(), null, 0, largest));
        sheet.chooseAnew();
    }

    private void chooseNone() {
        clearChosen();
        sheet.chooseAnew();
    }

    private void ticked() {
        var chosen = grid.ticked();
        choose.show(chosen.size(), listedCount);
        open.showTick();
        sheet.choose(chosen);
    }

    @Override
    public void clearChosen() {
        grid.deselectAll();
    }

    @Override
    public void follow(@Nullable SigningBatchId batch) {
        if (!Optional.ofNullable(batch).map(SigningBatchId::toString).equals(url().text(BATCH))) {
            go(url().with(BATCH, batch));
        }
    }

    @Override
    public void changed() {
        reload();
    }

    private void look() {
        sheet.look();
        beats++;
        WaitingFilter filter = listed;
        if (beats % BEATS != 0 || filter == null) {
            return;
        }
        followRunning();
        showCounts(filter);
        int left = grid.renew();
        // Beyond what is counted nobody can say how many are new
        int more = listedCount > WaitingDocuments.COUNT_LIMIT ? 0 : documents.count(filter) + left - listedCount;
        stale.setVisible(more != 0 || left > 0);
        stale.setText(more > 0 ? "%d baru · muat".formatted(more) : "Daftar berubah · muat");
    }
}
