package id.dukcapil.portal.population.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.ValueProvider;
import id.dukcapil.portal.common.ui.EmptyState;
import id.dukcapil.portal.common.ui.GridCard;
import id.dukcapil.portal.common.ui.KeysetPages;
import id.dukcapil.portal.common.ui.ResponsiveGrid;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.population.PersonId;
import id.dukcapil.portal.population.PersonRow;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The people a search found, or a sentence saying what to do instead. */
class PeopleResults extends Div {

    private static final long serialVersionUID = 1L;

    private final EmptyState nothingSearched =
            new EmptyState("Siapa yang dicari?", "Cari penduduk dengan NIK, nomor KK, atau awal namanya.");
    private final EmptyState nobody =
            new EmptyState("Tidak ada penduduk yang cocok", "Periksa ejaan nama, atau angka NIK dan nomor KK-nya.");
    private final Grid<PersonRow> grid = new Grid<>();

    /** @param chosen told whom the user chose, or null when nobody any more */
    PeopleResults(Consumer<@Nullable PersonId> chosen) {
        addClassName("list");
        addColumns();
        ResponsiveGrid.cards(grid, card());
        grid.setSizeFull();
        grid.addSelectionListener(selection -> {
            if (selection.isFromClient()) {
                chosen.accept(
                        selection.getFirstSelectedItem().map(PersonRow::id).orElse(null));
            }
        });
        add(nothingSearched, nobody, grid);
        only(true, false);
    }

    /** In the order of what tells people apart, because beside the detail there is no room for the last ones. */
    private void addColumns() {
        grid.addColumn(PersonRow::fullName).setHeader("Nama").setWidth("14rem").setFlexGrow(1);
        narrow("NIK", row -> row.nik().masked());
        grid.addColumn(StatusBadge.<PersonRow>renderer(
                        row -> row.recordingStatus().label(), row -> RecordingTones.of(row.recordingStatus())))
                .setHeader("Status KTP-el")
                .setWidth("12rem")
                .setFlexGrow(0);
        narrow("Tahun lahir", row -> row.birthDate().getYear());
        narrow("Kecamatan", PersonRow::district);
        narrow("Hubungan", row -> row.relationship().label());
        narrow("Nomor KK", row -> row.familyCardNumber().masked());
    }

    private void narrow(String header, ValueProvider<PersonRow, ?> value) {
        fit(grid.addColumn(value).setHeader(header));
    }

    /** As wide as its content, so that what is left goes to the name. */
    private static void fit(Grid.Column<PersonRow> column) {
        column.setAutoWidth(true).setFlexGrow(0);
    }

    private static GridCard<PersonRow> card() {
        return GridCard.<PersonRow>of(
                        PersonRow::fullName,
                        row -> List.of(
                                row.nik().masked() + " · " + row.relationship().label(),
                                "lahir " + row.birthDate().getYear() + " · " + Objects.toString(row.district(), "–")))
                .withBadge(row -> row.recordingStatus().label(), row -> RecordingTones.of(row.recordingStatus()));
    }

    /** @param matches how many rows to offer for scrolling */
    void show(KeysetPages.Source<PersonRow, PersonRow.PageKey> people, int matches) {
        grid.setItems(KeysetPages.of(people, PersonRow::key, matches));
        only(false, matches == 0);
    }

    void nothingSearched() {
        grid.setItems(List.of());
        only(true, false);
    }

    void deselect() {
        grid.deselectAll();
    }

    private void only(boolean start, boolean empty) {
        nothingSearched.setVisible(start);
        nobody.setVisible(empty);
        grid.setVisible(!start && !empty);
    }
}
