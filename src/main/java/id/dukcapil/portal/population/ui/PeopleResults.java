package id.dukcapil.portal.population.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeysetPages;
import id.dukcapil.portal.population.PersonId;
import id.dukcapil.portal.population.PersonRow;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The people a search found, or a sentence saying what to do instead. */
class PeopleResults extends Div {

    private final Paragraph empty = new Paragraph();
    private final Grid<PersonRow> grid = new Grid<>();

    /** @param chosen told whom the user chose, or null when nobody any more */
    PeopleResults(Consumer<@Nullable PersonId> chosen) {
        addClassName("people-list");
        setSizeFull();
        empty.addClassName("empty-state");
        addColumns();
        grid.setSizeFull();
        grid.addSelectionListener(selection -> {
            if (selection.isFromClient()) {
                chosen.accept(
                        selection.getFirstSelectedItem().map(PersonRow::id).orElse(null));
            }
        });
        add(empty, grid);
    }

    private void addColumns() {
        grid.addColumn(PersonRow::fullName).setHeader("Nama").setFlexGrow(2);
        grid.addColumn(row -> row.nik().masked()).setHeader("NIK").setAutoWidth(true);
        grid.addColumn(row -> row.familyCardNumber().masked())
                .setHeader("Nomor KK")
                .setAutoWidth(true);
        grid.addColumn(row -> row.relationship().label()).setHeader("Hubungan").setAutoWidth(true);
        grid.addColumn(row -> Formats.date(row.birthDate()))
                .setHeader("Tanggal lahir")
                .setAutoWidth(true);
        grid.addColumn(PersonRow::district).setHeader("Kecamatan").setAutoWidth(true);
        grid.addComponentColumn(row -> new RecordingStatusBadge(row.recordingStatus()))
                .setHeader("Status KTP-el")
                .setAutoWidth(true);
    }

    /** @param matches how many rows to offer for scrolling */
    void show(KeysetPages.Source<PersonRow, PersonRow.PageKey> people, int matches) {
        if (matches == 0) {
            say("Tidak ada penduduk yang cocok. Periksa ejaan nama, atau angka NIK dan nomor KK-nya.");
            return;
        }
        grid.setItems(KeysetPages.of(people, PersonRow::key, matches));
        grid.setVisible(true);
        empty.setVisible(false);
    }

    void nothingSearched() {
        say("Cari penduduk dengan NIK, nomor KK, atau awal namanya.");
    }

    void deselect() {
        grid.deselectAll();
    }

    private void say(String instead) {
        empty.setText(instead);
        empty.setVisible(true);
        grid.setItems(List.of());
        grid.setVisible(false);
    }
}
