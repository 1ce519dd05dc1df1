package id.dukcapil.portal.signing.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.EmptyState;
import id.dukcapil.portal.common.ui.Figure;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.ListFilters;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.Page;
import id.dukcapil.portal.common.ui.PdfDialog;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.UrlState;
import id.dukcapil.portal.signing.BatchLine;
import id.dukcapil.portal.signing.BatchLists;
import id.dukcapil.portal.signing.BatchRecordPaper;
import id.dukcapil.portal.signing.BatchRow;
import id.dukcapil.portal.signing.ItemState;
import id.dukcapil.portal.signing.SigningBatchId;
import id.dukcapil.portal.staff.Organisation;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One batch: who signed, how it went, every document with what became of it, and the berita acara. */
@Route(HistoryView.ROUTE + "/:sesi")
@PageTitle("Sesi penandatanganan")
@RolesAllowed(Permission.Name.SIGNING_READ)
@StyleSheet("context://styles/signing-history.css")
class BatchView extends Page implements BeforeEnterObserver {

    private static final String STATE = "hasil";

    private final transient BatchLists lists;
    private final transient BatchRecordPaper records;
    private final transient ZoneId zone;
    private final Div place = new Div();

    BatchView(BatchLists lists, BatchRecordPaper records, Organisation organisation) {
        super("Sesi penandatanganan");
        this.lists = lists;
        this.records = records;
        zone = organisation.timeZone();
        place.addClassName("signing-batch");
        add(place);
        fillHeight(place);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        place.removeAll();
        UrlState url = UrlState.of(event.getLocation());
        event.getRouteParameters()
                .get("sesi")
                .flatMap(SigningBatchId::parse)
                .flatMap(lists::find)
                .ifPresentOrElse(line -> show(line, url), this::showNothing);
    }

    private void show(BatchLine line, UrlState url) {
        BatchRow batch = line.batch();
        setHeading("Sesi " + Formats.dateTime(batch.startedAt(), zone));
        setSubtitle(batch.signer().fullName() + ", " + batch.signer().title());
        var badge = new StatusBadge(HistoryView.label(batch), HistoryView.tone(batch));
        var history = new Anchor(HistoryView.ROUTE, "Semua sesi");
        history.addClassName("button");
        if (batch.endedAt() == null) {
            setActions(badge, history);
        } else {
            setActions(badge, history, recordButton(line.id()));
        }
        var filters = new ListFilters(next -> next.open(UI.getCurrent(), HistoryView.ROUTE + "/" + line.id()));
        Select<ItemState> shown = filters.select("Hasil", "Semua hasil", STATE, ItemState.values(), ItemState::label);
        filters.show(url);
        ItemState state = shown.getValue();
        var grid = new BatchGrid(lists, zone);
        int count = state == null ? line.counts().total() : line.counts().of(state);
        grid.show(line.id(), state, count);
        filters.setCount(count, false);
        var documents = new Div(grid);
        documents.addClassName("documents");
        place.add(figures(line), facts(batch), filters, documents);
    }

    private Button recordButton(SigningBatchId batch) {
        var button = new Button("Berita acara", click -> openRecord(batch));
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    /** Made once when it is asked for: showing, printing and saving it are one printing. */
    private void openRecord(SigningBatchId batch) {
        try {
            records.of(batch)
                    .ifPresent(printed ->
                            new PdfDialog("Berita acara " + printed.number(), printed.fileName(), printed::pdf).open());
        } catch (InvalidInput refused) {
            Notify.problem(String.valueOf(refused.getMessage()));
        }
    }

    private static Div figures(BatchLine line) {
        int total = line.counts().total();
        return Figure.row(
                figure(line, ItemState.SIGNED, Tone.OK).withBar(line.counts().of(ItemState.SIGNED), total, Tone.OK),
                figure(line, ItemState.FAILED, Tone.LATE),
                figure(line, ItemState.UNKNOWN, Tone.WARN),
                figure(line, ItemState.NOT_DONE, Tone.NEUTRAL));
    }

    private static Figure figure(BatchLine line, ItemState state, Tone tone) {
        int number = line.counts().of(state);
        return new Figure(
                state.label(),
                Formats.number(number),
                "dari %s dokumen".formatted(Formats.number(line.counts().total())),
                number == 0 ? Tone.NEUTRAL : tone,
                "%s/%s?%s=%s".formatted(HistoryView.ROUTE, line.id(), STATE, state));
    }

    private KeyValueList facts(BatchRow batch) {
        var facts = new KeyValueList()
                .with("NIP", text(batch.signer().nip()))
                .with("Kewenangan", batch.mandate() == null ? "Menandatangani sendiri" : "Surat " + batch.mandate())
                .with("Penyedia TTE", batch.provider())
                .with("Mulai", Formats.dateTime(batch.startedAt(), zone))
                .with("Selesai", time(batch.endedAt()));
        if (batch.explanation() != null) {
            facts.with("Keterangan", batch.explanation());
        }
        SigningBatchId earlier = batch.retryOf();
        return earlier == null
                ? facts
                : facts.with("Mengulang", new Anchor(HistoryView.ROUTE + "/" + earlier, "sesi sebelumnya"));
    }

    private String time(@Nullable Instant moment) {
        return moment == null ? "" : Formats.dateTime(moment, zone);
    }

    private static String text(@Nullable String value) {
        return Optional.ofNullable(value).orElse("");
    }

    private void showNothing() {
        setHeading("Sesi penandatanganan");
        setSubtitle("");
        setActions();
        place.add(new EmptyState(
                "Sesi tidak ditemukan",
                "Sesi itu tidak ada, atau tidak memuat dokumen kantor Anda.",
                new Anchor(HistoryView.ROUTE, "Buka riwayat")));
    }
}
