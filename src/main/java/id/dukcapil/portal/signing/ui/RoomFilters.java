package id.dukcapil.portal.signing.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import id.dukcapil.portal.common.ui.ListFilters;
import id.dukcapil.portal.common.ui.SearchField;
import id.dukcapil.portal.common.ui.UrlState;
import id.dukcapil.portal.signing.WaitingAge;
import id.dukcapil.portal.signing.WaitingFilter;
import id.dukcapil.portal.staff.Office;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The filters of the signing room. All of them stand in the address; what is ticked never does, because it gets signed. */
class RoomFilters {

    static final String KIND = "jenis";
    static final String DOCUMENT = "dokumen";
    static final String AGE = "umur";

    private final ListFilters bar;
    private final AgeChips ages;
    private final ComboBox<Office> office;
    private UrlState url = new UrlState();

    /**
     * @param offices those the person may see
     * @param chosen opens the address that stands for the new choice
     */
    RoomFilters(List<Office> offices, Consumer<UrlState> chosen) {
        bar = new ListFilters(chosen);
        bar.dropWithEveryChoice(DOCUMENT);
        bar.addClassName("room-filters");
        ages = bar.added(
                new AgeChips(age -> bar.choose(AGE, age == WaitingAge.ANY ? null : age)), state -> url = state);
        SearchField search = bar.search("Nomor dokumen atau nama", () -> {});
        search.addClassName("search");
        office = bar.office(offices);
    }

    ListFilters bar() {
        return bar;
    }

    void showAges(Map<WaitingAge, Integer> counts) {
        ages.show(counts, filter().age());
    }

    WaitingFilter filter() {
        return new WaitingFilter(
                url.text(KIND).orElse(null),
                url.constant(AGE, WaitingAge.class).orElse(WaitingAge.ANY),
                ListFilters.chosen(office, Office::code),
                url.text(ListFilters.SEARCH).orElse(""));
    }
}
