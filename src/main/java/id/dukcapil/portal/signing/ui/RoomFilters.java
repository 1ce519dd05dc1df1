package id.dukcapil.portal.signing.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.FilterBar;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.SearchField;
import id.dukcapil.portal.common.ui.UrlState;
import id.dukcapil.portal.signing.WaitingAge;
import id.dukcapil.portal.signing.WaitingFilter;
import id.dukcapil.portal.staff.Office;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The filters of the signing room. All of them stand in the address; what is ticked never does, because it gets signed. */
class RoomFilters extends FilterBar {

    private static final long serialVersionUID = 1L;

    static final String KIND = "jenis";
    static final String DOCUMENT = "dokumen";
    static final String AGE = "umur";
    private static final String OFFICE = "kantor";
    private static final String SEARCH = "cari";

    private final transient List<Office> offices;
    private final AgeChips ages;
    private final SearchField search;
    private final ComboBox<Office> office = Indonesian.comboBox("Kantor");
    private transient UrlState url = new UrlState();

    /**
     * @param offices those the person may see
     * @param chosen opens the address that stands for the new choice
     */
    RoomFilters(List<Office> offices, Consumer<UrlState> chosen) {
        this.offices = offices;
        addClassName("room-filters");
        ages = new AgeChips(age -> chosen.accept(with(AGE, age == WaitingAge.ANY ? null : age)));
        search = new SearchField("Nomor dokumen atau nama", text -> chosen.accept(with(SEARCH, text)), () -> {});
        search.addClassName("search");
        office.setItems(offices);
        office.setItemLabelGenerator(Office::name);
        office.setPlaceholder("Semua kantor");
        office.setClearButtonVisible(true);
        office.setVisible(offices.size() > 1);
        office.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.accept(with(
                        OFFICE,
                        change.getValue() == null ? null : change.getValue().code()));
            }
        });
        addFields(ages, search, office);
    }

    private UrlState with(String name, @Nullable Object value) {
        return url.with(name, value).with(DOCUMENT, null);
    }

    /** Puts into the fields what the address says. */
    void show(UrlState state) {
        url = state;
        search.show(url);
        office.setValue(chosenOffice().orElse(null));
    }

    void showAges(Map<WaitingAge, Integer> counts) {
        ages.show(counts, filter().age());
    }

    private Optional<Office> chosenOffice() {
        return url.text(OFFICE)
                .flatMap(code -> offices.stream()
                        .filter(known -> known.code().value().equals(code))
                        .findFirst());
    }

    WaitingFilter filter() {
        OfficeCode code = chosenOffice().map(Office::code).orElse(null);
        return new WaitingFilter(
                url.text(KIND).orElse(null),
                url.constant(AGE, WaitingAge.class).orElse(WaitingAge.ANY),
                code,
                url.text(SEARCH).orElse(""));
    }
}
