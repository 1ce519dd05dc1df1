package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Paragraph;
import id.dukcapil.portal.booking.QuotaConflict;
import id.dukcapil.portal.booking.QuotaRule;
import id.dukcapil.portal.booking.StockAcceptance;
import id.dukcapil.portal.booking.StockOutlook;
import id.dukcapil.portal.booking.StockPlanning;
import id.dukcapil.portal.booking.StockProposal.ProposedDay;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.ListGrid;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the stock of blank cards proposes, day by day, before it is done. */
class StockProposalDialog extends FormDialog {

    /** More days than these are only counted in the sentence that says what was changed. */
    private static final int NAMED = 3;

    private final transient StockPlanning stock;
    private final transient OfficeCode office;
    private final transient StockOutlook outlook;
    private final transient List<ProposedDay> proposed;
    private final transient UUID token = UUID.randomUUID();

    StockProposalDialog(
            StockPlanning stock,
            OfficeCode office,
            StockOutlook outlook,
            List<ProposedDay> proposed,
            Runnable changed) {
        super(
                "Usulan kuota dari stok blangko",
                "Terima usulan %s hari".formatted(Formats.number(proposed.size())),
                changed);
        this.stock = stock;
        this.office = office;
        this.outlook = outlook;
        this.proposed = proposed;
        setWidth("min(52rem, 96vw)");
        addFields(new Paragraph(reach()), grid());
        actButton().setDisableOnClick(true);
    }

    private String reach() {
        String cards = "Stok %s, pengaman %s, terpesan %s: %s blangko belum dijanjikan."
                .formatted(
                        Formats.number(outlook.supply().stock()),
                        Formats.number(outlook.supply().safetyStock()),
                        Formats.number(outlook.proposal().booked()),
                        Formats.number(outlook.proposal().unpromised()));
        return outlook.proposal()
                .reachesUntil()
                .map(last -> cards
                        + " Blangko itu cukup sampai %s; hari sesudahnya tidak diusulkan."
                                .formatted(Formats.longDate(last)))
                .orElse(cards);
    }

    private Grid<ProposedDay> grid() {
        var grid = new ListGrid<ProposedDay>();
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setHeight(null);
        grid.setMaxHeight("50vh");
        grid.column("Hari", "15em", day -> Formats.longDate(day.date()));
        grid.number("Kini", day -> numbers(day.current()));
        grid.number("Usulan", day -> numbers(day.proposed()));
        grid.number("Terpesan", day -> Formats.number(day.booked()));
        grid.column("Alasan", 1, StockProposalDialog::why);
        grid.cards(
                day -> Formats.longDate(day.date()),
                day -> List.of(
                        "%s → %s".formatted(numbers(day.current()), numbers(day.proposed())),
                        "Terpesan " + Formats.number(day.booked()),
                        why(day)));
        grid.setItems(proposed);
        grid.setAllRowsVisible(proposed.size() <= 8);
        return grid;
    }

    private static String numbers(QuotaRule quota) {
        return quota.reserved() == 0
                ? Formats.number(quota.capacity())
                : "%s (cad. %s)".formatted(Formats.number(quota.capacity()), Formats.number(quota.reserved()));
    }

    private static String why(ProposedDay day) {
        String left = Formats.number(day.unpromised());
        return day.proposed().capacity() - day.booked() == day.unpromised()
                ? "Tinggal %s blangko untuk pemesan baru".formatted(left)
                : "Blangko cukup untuk kuota penuh (%s belum dijanjikan)".formatted(left);
    }

    @Override
    protected String act() {
        try {
            return done(stock.accept(office, proposed, token));
        } catch (QuotaConflict conflict) {
            throw new ChangedMeanwhile(String.valueOf(conflict.getMessage()));
        }
    }

    private static String done(StockAcceptance accepted) {
        int days = accepted.days().size();
        String named = accepted.days().stream()
                .limit(NAMED)
                .map(day -> "%s %s → %s"
                        .formatted(
                                Formats.shortDate(day.date()),
                                Formats.number(day.before().capacity()),
                                Formats.number(day.after().capacity())))
                .collect(Collectors.joining(", "));
        return "Kuota %s hari diubah: %s%s.".formatted(Formats.number(days), named, days > NAMED ? " dan lainnya" : "");
    }
}
