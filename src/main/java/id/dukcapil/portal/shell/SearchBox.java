package id.dukcapil.portal.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.shared.Registration;
import id.dukcapil.portal.common.SearchSource.Hit;
import id.dukcapil.portal.shell.Search.Found;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The search box of the top bar: NIK, family card number, name, booking code, queue number, or a word of the menu. It answers
 * at each pause in typing; on a phone it is a button that opens a sheet over the page.
 */
@Tag("portal-search")
@JavaScript("context://components/search.js")
@StyleSheet("context://styles/search.css")
class SearchBox extends Component implements HasComponents {

    private static final int HITS_OF_A_KIND = 5;
    private static final int PAUSE_IN_TYPING = 200;
    private static final String RESULTS = "hasil-pencarian";

    private final transient Search search;
    private final transient SearchMemory memory;
    private final TextField field = new TextField();
    private final SearchResults results;
    private final Anchor all = new Anchor(SearchView.ROUTE, "Semua hasil");
    private @Nullable Registration navigations;

    SearchBox(Search search, SearchMemory memory) {
        this.search = search;
        this.memory = memory;
        results = new SearchResults(memory, true);
        results.setId(RESULTS);
        getElement().setAttribute("role", "search").setAttribute("aria-label", "Cari di seluruh portal");
        prepareField();
        var open = iconButton(VaadinIcon.SEARCH, "Buka pencarian", "search-open");
        var close = iconButton(VaadinIcon.CLOSE_SMALL, "Tutup pencarian", "search-close");
        var entry = new Div(field, close);
        entry.addClassName("search-entry");
        all.addClassName("search-all");
        var overlay = new Div(results, all);
        overlay.addClassName("search-overlay");
        var sheet = new Div(entry, overlay);
        sheet.addClassName("search-sheet");
        add(open, sheet);
        getElement().addEventListener("portal-search", this::go).addEventData("event.detail");
        showRecent();
    }

    private void prepareField() {
        field.setPlaceholder("Cari NIK, KK, nama, kode booking …");
        field.setAriaLabel("Cari di seluruh portal");
        field.setPrefixComponent(VaadinIcon.SEARCH.create());
        var key = new Span("/");
        key.addClassName("search-key");
        key.getElement().setAttribute("aria-hidden", "true");
        field.setSuffixComponent(key);
        field.setAutocomplete(Autocomplete.OFF);
        field.getElement().setAttribute("spellcheck", "false");
        field.setMaxLength(Search.LONGEST_TEXT);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_IN_TYPING);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                look(change.getValue());
            }
        });
    }

    private static Button iconButton(VaadinIcon icon, String name, String className) {
        var button = new Button(icon.create());
        button.setAriaLabel(name);
        button.addClassName(className);
        return button;
    }

    @Override
    protected void onAttach(AttachEvent attachEvent) {
        super.onAttach(attachEvent);
        navigations = attachEvent.getUI().addAfterNavigationListener(navigation -> navigated());
    }

    @Override
    protected void onDetach(DetachEvent detachEvent) {
        super.onDetach(detachEvent);
        if (navigations != null) {
            navigations.remove();
        }
    }

    private void look(String text) {
        if (!Search.isWorthwhile(text)) {
            showRecent();
            return;
        }
        memory.lookedFor(text.strip());
        List<Found> found = search.find(text, HITS_OF_A_KIND);
        if (found.isEmpty()) {
            results.say("Tidak ada yang cocok. Ketik NIK atau nomor KK sedikitnya 6 angka, awal kata dari nama,"
                    + " kode booking, atau nomor antrean hari ini.");
        } else {
            results.show(found);
        }
        all.setVisible(!found.isEmpty());
    }

    /** Enter: the only hit opens, else all of them are shown on their page. */
    private void go(DomEvent event) {
        String text = event.getEventData().get("event.detail").asString();
        memory.lookedFor(text.strip());
        List<Hit> hits = search.find(text, 2).stream()
                .flatMap(found -> found.hits().stream())
                .toList();
        if (hits.size() == 1) {
            memory.opened(hits.getFirst());
            open(hits.getFirst().path());
        } else {
            open(SearchView.ROUTE);
        }
    }

    private static void open(String path) {
        var location = new Location(path);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
    }

    /** The browser empties the field, because it alone knows whether more has been typed since. */
    private void navigated() {
        if (field.isEmpty()) {
            showRecent();
        }
        getElement().executeJs("this.ready && this.navigated()");
    }

    private void showRecent() {
        List<Hit> recent = memory.recentlyOpened();
        if (recent.isEmpty()) {
            results.say("Ketik NIK, nomor KK, nama, kode booking, nomor antrean hari ini, atau nama menu.");
        } else {
            results.show(List.of(new Found("Terakhir dibuka", recent)));
        }
        all.setVisible(false);
    }
}
