package id.dukcapil.portal.signing.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.ListFilters;
import id.dukcapil.portal.common.ui.RegisterPage;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.signing.BatchCounts;
import id.dukcapil.portal.signing.BatchEnding;
import id.dukcapil.portal.signing.BatchFilter;
import id.dukcapil.portal.signing.BatchLine;
import id.dukcapil.portal.signing.BatchLists;
import id.dukcapil.portal.signing.BatchLists.KnownSigner;
import id.dukcapil.portal.signing.BatchRow;
import id.dukcapil.portal.signing.ItemState;
import id.dukcapil.portal.staff.Organisation;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Riwayat penandatanganan: every batch that was signed or is being signed, and how it went. */
@Route(HistoryView.ROUTE)
@PageTitle("Riwayat penandatanganan")
@RolesAllowed(Permission.Name.SIGNING_READ)
@StyleSheet("context://styles/signing-history.css")
class HistoryView extends RegisterPage<BatchLine> {

    static final String ROUTE = "ruang-tanda-tangan/riwayat";

    /** Stands in the address where no way of ending can. */
    private static final String RUNNING = "BERJALAN";

    private final transient ZoneId zone;
    private final Select<KnownSigner> signer;
    private final Select<String> ending;
    private final ListFilters.Period period;

    HistoryView(BatchLists lists, Organisation organisation) {
        super("Riwayat penandatanganan", ROUTE);
        zone = organisation.timeZone();
        signer = filters.select(
                "Penanda tangan",
                "Semua penanda tangan",
                "penanda-tangan",
                lists.signers(),
                KnownSigner::name,
                one -> one.id().toString());
        ending = filters.select("Akhir sesi", "Semua sesi", "akhir", endings(), HistoryView::label, one -> one);
        period = filters.period();
        addColumns();
        list(this::filter, lists::count, BatchLists.COUNT_LIMIT, lists::page, BatchLine::id);
        onRow(line -> UI.getCurrent().navigate(ROUTE + "/" + line.id()));
        whenEmpty(
                "Tidak ada sesi yang cocok",
                "Setiap sesi penandatanganan muncul di sini begitu dimulai. Ubah saringan di atas untuk melihat yang lain.");
        addClassName("signing-history");
        lay();
    }

    private void addColumns() {
        grid.column(
                "Mulai", "9.5rem", line -> Formats.shortDateTime(line.batch().startedAt(), zone));
        grid.column("Penanda tangan", "15rem", line -> line.batch().signer().fullName())
                .setFlexGrow(2);
        grid.column("Penyedia TTE", "11rem", line -> line.batch().provider()).setFlexGrow(1);
        grid.number("Dokumen", line -> Formats.number(line.counts().total()));
        for (ItemState state : List.of(ItemState.SIGNED, ItemState.FAILED, ItemState.UNKNOWN, ItemState.NOT_DONE)) {
            grid.number(state.label(), line -> Formats.number(line.counts().of(state)));
        }
        grid.badge("Akhir sesi", "12rem", line -> label(line.batch()), line -> tone(line.batch()));
        grid.cards(
                line -> Formats.shortDateTime(line.batch().startedAt(), zone),
                line -> List.of(line.batch().signer().fullName(), summary(line.counts())));
    }

    /** "3 ditandatangani, 1 gagal" */
    static String summary(BatchCounts counts) {
        return Arrays.stream(ItemState.values())
                .filter(state -> counts.of(state) > 0)
                .map(state -> "%s %s"
                        .formatted(
                                Formats.number(counts.of(state)), state.label().toLowerCase(Formats.INDONESIAN)))
                .collect(Collectors.joining(", "));
    }

    private static List<String> endings() {
        return Stream.concat(
                        Stream.of(RUNNING), Arrays.stream(BatchEnding.values()).map(BatchEnding::name))
                .toList();
    }

    private static String label(String ending) {
        return label(ending.equals(RUNNING) ? null : BatchEnding.valueOf(ending));
    }

    static String label(BatchRow batch) {
        return label(batch.ending());
    }

    private static String label(@Nullable BatchEnding ending) {
        return ending == null ? "Sedang berjalan" : ending.label();
    }

    static Tone tone(BatchRow batch) {
        return switch (batch.ending()) {
            case null -> Tone.INFO;
            case COMPLETED -> Tone.OK;
            case STOPPED -> Tone.WARN;
            case WRONG_PASSPHRASE, SIGNER_CANNOT_SIGN, MANDATE_ENDED, PROVIDER_SILENT, STORAGE_FAILED, INTERRUPTED ->
                Tone.LATE;
        };
    }

    private BatchFilter filter() {
        boolean running = RUNNING.equals(ending.getValue());
        return new BatchFilter(
                ListFilters.chosen(signer, KnownSigner::id),
                running,
                running ? null : ListFilters.chosen(ending, BatchEnding::valueOf),
                period.start(zone),
                period.end(zone));
    }
}
