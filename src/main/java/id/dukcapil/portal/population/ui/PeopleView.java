package id.dukcapil.portal.population.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.Parsed;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.FilterBar;
import id.dukcapil.portal.common.ui.ListAndPanel;
import id.dukcapil.portal.common.ui.ListGrid;
import id.dukcapil.portal.common.ui.MaskedFacts;
import id.dukcapil.portal.common.ui.Page;
import id.dukcapil.portal.population.CappedCount;
import id.dukcapil.portal.population.CodeLists;
import id.dukcapil.portal.population.Family;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.population.PersonId;
import id.dukcapil.portal.population.PersonRow;
import id.dukcapil.portal.population.PersonRow.PageKey;
import id.dukcapil.portal.population.Population;
import id.dukcapil.portal.population.Regions;
import id.dukcapil.portal.population.ResidentFiles;
import id.dukcapil.portal.population.SearchText;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Organisation;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the office finds a resident by NIK, family card number or name, and reads where the KTP-el stands. The
 * address of the page holds the name searched and the person shown, never a NIK or family card number.
 */
@Route(PeopleView.ROUTE)
@PageTitle("Data penduduk")
@Menu(title = "Data penduduk", order = 40)
@RolesAllowed(Permission.Name.POPULATION_READ)
@StyleSheet("context://styles/population.css")
class PeopleView extends Page implements AfterNavigationObserver {

    static final String ROUTE = "penduduk";

    private static final String TEXT = "q";
    private static final String PERSON = "orang";

    private final transient Population population;
    private final transient ResidentFiles files;
    private final transient CurrentStaff staff;
    private final TextField search = new TextField("NIK, nomor KK, atau awal nama");
    private final ListGrid<PersonRow> grid = new ListGrid<>();
    private final ListAndPanel results;
    private final FilterBar filters;
    private final PersonDetail detail;

    private transient @Nullable SearchText searched;
    private transient @Nullable PersonId shown;

    PeopleView(
            Population population,
            ResidentFiles files,
            CurrentStaff staff,
            CodeLists codes,
            Regions regions,
            Organisation organisation,
            Clock clock) {
        super("Data penduduk");
        this.population = population;
        this.files = files;
        this.staff = staff;
        LocalDate today = LocalDate.now(clock.withZone(organisation.timeZone()));
        detail = new PersonDetail(codes, regions, organisation.timeZone(), today);
        filters = searchBar();
        detail.onDismiss(() -> select(null));
        addColumns();
        grid.addSelectionListener(selection -> {
            if (selection.isFromClient()) {
                select(selection.getFirstSelectedItem().map(PersonRow::id).orElse(null));
            }
        });
        results = new ListAndPanel(grid, detail, row -> {});
        add(filters, results);
        fillHeight(results);
        nothingSearched();
    }

    /** In the order of what tells people apart, because beside the detail there is no room for the last ones. */
    private void addColumns() {
        grid.column("Nama", "14rem", PersonRow::fullName).setFlexGrow(1);
        grid.column("NIK", row -> row.nik().masked());
        grid.badge(
                "Status KTP-el",
                "12rem",
                row -> row.recordingStatus().label(),
                row -> RecordingTones.of(row.recordingStatus()));
        grid.column("Tahun lahir", row -> row.birthDate().getYear());
        grid.column("Kecamatan", PersonRow::district);
        grid.column("Hubungan", row -> row.relationship().label());
        grid.column("Nomor KK", row -> row.familyCardNumber().masked());
        grid.cards(
                PersonRow::fullName,
                row -> List.of(
                        row.nik().masked() + " · " + row.relationship().label(),
                        "lahir " + row.birthDate().getYear() + " · " + Objects.toString(row.district(), "–")));
    }

    /** The address that shows a person. */
    static String addressOf(PersonId person) {
        return ROUTE + "?" + PERSON + "=" + person;
    }

    private FilterBar searchBar() {
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setAutofocus(true);
        search.setMaxLength(120);
        search.setManualValidation(true);
        search.addClassName("people-search");
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                searchTyped();
            }
        });
        var button = new Button("Cari", click -> searchTyped());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return new FilterBar(search, button);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        QueryParameters parameters = event.getLocation().getQueryParameters();
        showNamed(parameters.getSingleParameter(TEXT).orElse(""));
        parameters
                .getSingleParameter(PERSON)
                .filter(id -> id.matches("\\d{1,18}"))
                .map(id -> new PersonId(Long.parseLong(id)))
                .flatMap(population::find)
                .ifPresentOrElse(this::open, this::close);
    }

    /** Names go through the address; numbers are searched at once, and the address keeps nothing of them. */
    private void searchTyped() {
        if (search.isEmpty()) {
            searched = null;
            navigate(null, null);
            return;
        }
        Parsed<SearchText> parsed = SearchText.parse(search.getValue());
        explain(parsed.errors());
        parsed.value().ifPresent(text -> {
            if (text.harmless()) {
                navigate(text, null);
            } else {
                showMatches(text);
                navigate(text, onlyMatch(text));
            }
        });
    }

    /** What the address says. An address without a name leaves a number search standing, which is never in it. */
    private void showNamed(String name) {
        Optional<SearchText> text = SearchText.parse(name).value().filter(SearchText::harmless);
        if (text.isPresent()) {
            explain(List.of());
            text.filter(other -> !other.equals(searched)).ifPresent(this::showMatches);
        } else if (searched == null || searched.harmless()) {
            nothingSearched();
        }
    }

    private void explain(List<Finding> errors) {
        search.setInvalid(!errors.isEmpty());
        search.setErrorMessage(errors.stream().map(Finding::message).collect(Collectors.joining(" ")));
    }

    private @Nullable PersonId onlyMatch(SearchText text) {
        List<PersonRow> first = population.search(text, null, 2);
        return first.size() == 1 ? first.getFirst().id() : null;
    }

    private void select(@Nullable PersonId person) {
        navigate(searched, person);
    }

    private void navigate(@Nullable SearchText text, @Nullable PersonId person) {
        var parameters = new HashMap<String, String>();
        if (text != null && text.harmless()) {
            parameters.put(TEXT, text.value());
        }
        if (person != null) {
            parameters.put(PERSON, person.toString());
        }
        UI.getCurrent().navigate(PeopleView.class, QueryParameters.simple(parameters));
    }

    private void nothingSearched() {
        searched = null;
        explain(List.of());
        search.clear();
        filters.clearCount();
        setSubtitle("");
        grid.setItems(List.of());
        results.whenEmpty("Siapa yang dicari?", "Cari penduduk dengan NIK, nomor KK, atau awal namanya.");
        results.showList(0);
    }

    private void showMatches(SearchText text) {
        searched = text;
        search.setValue(text.value());
        CappedCount matches = population.count(text);
        filters.setCount(matches.value(), matches.more());
        setSubtitle(matches.more() ? "Terlalu banyak yang cocok untuk ditampilkan semua: perjelas pencarian." : "");
        grid.show(
                (@Nullable PageKey after, int skip, int limit) -> population.search(text, after, skip + limit).stream()
                        .skip(skip)
                        .toList(),
                PersonRow::key,
                matches.value());
        results.whenEmpty("Tidak ada penduduk yang cocok", "Periksa ejaan nama, atau angka NIK dan nomor KK-nya.");
        results.showList(matches.value());
    }

    private void open(Person person) {
        if (person.id().equals(shown)) {
            return;
        }
        Family family = population.family(person.familyCardNumber()).orElseThrow();
        files.looked(person);
        detail.show(person, family, population.findings(person), opening(person.id()), member -> select(member.id()));
        detail.setVisible(true);
        shown = person.id();
    }

    private MaskedFacts.@Nullable Opening opening(PersonId id) {
        return staff.may(Permission.PERSON_REVEAL) ? purpose -> files.reveal(id, purpose) : null;
    }

    private void close() {
        shown = null;
        grid.deselectAll();
        detail.setVisible(false);
    }
}
