package id.dukcapil.portal.signing.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.QueryParameters;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.ListGrid;
import id.dukcapil.portal.signing.BatchEntry;
import id.dukcapil.portal.signing.BatchLists;
import id.dukcapil.portal.signing.ItemState;
import id.dukcapil.portal.signing.SigningBatchId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The documents of a batch in the order in which they were to be signed, with what became of each and why. */
class BatchGrid extends ListGrid<BatchEntry> {

    private final transient BatchLists lists;
    private final transient ZoneId zone;

    BatchGrid(BatchLists lists, ZoneId zone) {
        this.lists = lists;
        this.zone = zone;
        column("No.", "4.5rem", entry -> Formats.number(entry.position()));
        addComponentColumn(BatchGrid::document)
                .setHeader("Nomor")
                .setWidth("12rem")
                .setFlexGrow(0);
        column("Dokumen", 1, BatchEntry::title);
        column("Atas nama", 1, BatchEntry::concerns);
        badge("Hasil", "11rem", entry -> entry.state().label(), entry -> SigningTones.of(entry.state()));
        column("Keterangan", 3, entry -> Objects.requireNonNullElse(entry.explanation(), ""));
        column("Waktu", "9.5rem", entry -> time(entry.settledAt()));
        addItemClickListener(click -> Optional.ofNullable(click.getItem())
                .filter(entry -> entry.state() == ItemState.SIGNED)
                .ifPresent(entry -> UI.getCurrent()
                        .navigate(
                                RegisterView.ROUTE,
                                QueryParameters.of(
                                        RegisterView.DOCUMENT, entry.document().toString()))));
        cards(entry -> entry.reference() + " · " + entry.concerns(), this::lines);
    }

    /** What is signed has its page in the register; the rest waits in the signing room. */
    private static Anchor document(BatchEntry entry) {
        var link = new Anchor(address(entry), entry.reference());
        link.setEnabled(entry.state() == ItemState.SIGNED);
        return link;
    }

    static String address(BatchEntry entry) {
        return "%s?%s=%s".formatted(RegisterView.ROUTE, RegisterView.DOCUMENT, entry.document());
    }

    private List<String> lines(BatchEntry entry) {
        String why = entry.explanation();
        String when = time(entry.settledAt());
        return why == null ? List.of(entry.title(), when) : List.of(entry.title(), why, when);
    }

    private String time(@Nullable Instant moment) {
        return moment == null ? "" : Formats.shortDateTime(moment, zone);
    }

    /** @param state null for all */
    void show(SigningBatchId batch, @Nullable ItemState state, int count) {
        this.<Integer>show(
                (after, skip, limit) -> lists.documents(batch, state, after == null ? 0 : after, skip, limit),
                BatchEntry::position,
                count);
    }
}
