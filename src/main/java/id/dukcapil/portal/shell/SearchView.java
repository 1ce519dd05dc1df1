package id.dukcapil.portal.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.ui.FilterBar;
import id.dukcapil.portal.common.ui.Page;
import id.dukcapil.portal.shell.Search.Found;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/**
 * Everything the search found, more of each kind than the box shows. The text is not in the address, because it may be a
 * name or a NIK; going back to the page or reloading it shows what was looked for last in this session.
 */
@Route(SearchView.ROUTE)
@PageTitle("Cari")
@PermitAll
@StyleSheet("context://styles/search.css")
class SearchView extends Page implements AfterNavigationObserver {

    static final String ROUTE = "cari";

    private static final int HITS_OF_A_KIND = 20;
    private static final int PAUSE_IN_TYPING = 300;

    private final transient Search search;
    private final transient SearchMemory memory;
    private final TextField field = new TextField("Apa yang dicari?");
    private final FilterBar bar = new FilterBar(field);
    private final SearchResults results;

    SearchView(Search search, SearchMemory memory) {
        super("Cari");
        this.search = search;
        this.memory = memory;
        results = new SearchResults(memory, false);
        results.addClassName("on-page");
        field.setPlaceholder("NIK, nomor KK, nama, kode booking …");
        field.setPrefixComponent(VaadinIcon.SEARCH.create());
        field.setAutocomplete(Autocomplete.OFF);
        field.setClearButtonVisible(true);
        field.setAutofocus(true);
        field.setMaxLength(Search.LONGEST_TEXT);
        field.setWidth("26rem");
        field.setMaxWidth("100%");
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_IN_TYPING);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                memory.lookedFor(change.getValue().strip());
                show(change.getValue());
            }
        });
        add(bar, results);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        field.setValue(memory.text());
        show(memory.text());
    }

    private void show(String text) {
        if (!Search.isWorthwhile(text)) {
            bar.clearCount();
            results.say(
                    "Ketik sedikitnya dua huruf, enam angka pertama NIK atau nomor KK, atau nomor antrean hari ini.");
            return;
        }
        List<Found> found = search.find(text, HITS_OF_A_KIND);
        int hits = found.stream().mapToInt(kind -> kind.hits().size()).sum();
        bar.setCount(hits, found.stream().anyMatch(kind -> kind.hits().size() == HITS_OF_A_KIND));
        if (found.isEmpty()) {
            results.say("Tidak ada yang cocok. Periksa ejaan nama, atau angka NIK, nomor KK dan kode booking-nya.");
        } else {
            results.show(found);
        }
    }
}
