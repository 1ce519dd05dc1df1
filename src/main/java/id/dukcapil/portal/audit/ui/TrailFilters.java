package id.dukcapil.portal.audit.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.audit.AuditTrail;
import id.dukcapil.portal.audit.AuditTrail.KnownActor;
import id.dukcapil.portal.audit.TrailFilter;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.Parsed;
import id.dukcapil.portal.common.ui.FilterBar;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.SearchField;
import id.dukcapil.portal.common.ui.UrlState;
import id.dukcapil.portal.staff.Office;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is looked for in the trail. A NIK is turned into its token at once; field and address never keep it. */
class TrailFilters extends FilterBar {

    private static final long serialVersionUID = 1L;

    static final String PERSON = "orang";
    static final String KIND = "jenis";
    static final String REFERENCE = "berkas";
    static final String ACTOR = "pelaku";
    static final String ACTION = "tindakan";
    static final String OFFICE = "kantor";
    static final String FROM = "dari";
    static final String UNTIL = "sampai";

    private static final KnownActor PORTAL = new KnownActor(TrailFilter.PORTAL, "Portal dan yang belum masuk");

    private final transient AuditTrail trail;
    private final transient ZoneId zone;
    private final transient Consumer<UrlState> chosen;
    private final transient List<Office> offices;
    private final TextField person = Indonesian.textField("Penduduk");
    private final ComboBox<String> kind = Indonesian.comboBox("Jenis berkas");
    private final TextField reference = Indonesian.textField("Berkas");
    private final ComboBox<KnownActor> actor = Indonesian.comboBox("Pelaku");
    private final ComboBox<String> action = Indonesian.comboBox("Tindakan");
    private final ComboBox<Office> office = Indonesian.comboBox("Kantor");
    private final DatePicker from = Indonesian.datePicker("Dari");
    private final DatePicker until = Indonesian.datePicker("Sampai");
    private transient UrlState url = new UrlState();

    /** @param chosen opens the address that stands for the new choice */
    TrailFilters(AuditTrail trail, List<Office> offices, ZoneId zone, Consumer<UrlState> chosen) {
        this.trail = trail;
        this.zone = zone;
        this.chosen = chosen;
        this.offices = offices;
        addClassName("trail-filters");
        personField();
        choice(kind, trail.kinds(), KIND, Function.identity(), Function.identity());
        kind.setPlaceholder("Semua jenis");
        referenceField();
        choice(actor, actors(), ACTOR, KnownActor::name, known -> known.id().toString());
        actor.setPlaceholder("Siapa saja");
        choice(action, trail.actions(), ACTION, Function.identity(), Function.identity());
        action.setPlaceholder("Semua tindakan");
        choice(office, offices, OFFICE, Office::name, place -> place.code().value());
        office.setPlaceholder("Semua kantor");
        office.setVisible(offices.size() > 1);
        date(from, FROM);
        date(until, UNTIL);
        addFields(person, kind, reference, actor, action, office, from, until);
    }

    private List<KnownActor> actors() {
        var actors = new ArrayList<>(trail.actors());
        actors.add(PORTAL);
        return actors;
    }

    private void personField() {
        person.setPlaceholder("NIK");
        person.setMaxLength(32);
        person.setManualValidation(true);
        person.setClearButtonVisible(true);
        person.addClassName(SearchField.OF_THE_LIST);
        person.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                searchFor(change.getValue());
            }
        });
    }

    private void searchFor(String typed) {
        if (typed.isBlank()) {
            explain(List.of());
            chosen.accept(url.with(PERSON, null));
            return;
        }
        Parsed<Nik> nik = Nik.parse(typed);
        explain(nik.errors());
        nik.value().ifPresent(found -> {
            person.clear();
            chosen.accept(url.with(PERSON, trail.tokenOf(found)));
        });
    }

    private void explain(List<Finding> errors) {
        person.setInvalid(!errors.isEmpty());
        person.setErrorMessage(errors.stream().map(Finding::message).collect(Collectors.joining(" ")));
    }

    private void referenceField() {
        reference.setPlaceholder("Kode atau nomor");
        reference.setClearButtonVisible(true);
        reference.setMaxLength(120);
        reference.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                String text = change.getValue().strip();
                chosen.accept(url.with(REFERENCE, text.isEmpty() ? null : text));
            }
        });
    }

    private <T> void choice(
            ComboBox<T> field, List<T> items, String name, Function<T, String> label, Function<T, String> inUrl) {
        field.setItems(items);
        field.setItemLabelGenerator(label::apply);
        field.setClearButtonVisible(true);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                T value = change.getValue();
                chosen.accept(url.with(name, value == null ? null : inUrl.apply(value)));
            }
        });
    }

    private void date(DatePicker field, String name) {
        field.setClearButtonVisible(true);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.accept(url.with(name, change.getValue()));
            }
        });
    }

    /** Puts into the fields what the address says. */
    void show(UrlState state) {
        url = state;
        explain(List.of());
        person.setValue("");
        person.setPlaceholder(token().map(TrailFilters::shortened).orElse("NIK"));
        person.setHelperText(token().isPresent() ? "Menampilkan satu penduduk" : null);
        kind.setValue(item(kind, KIND, Function.identity()));
        reference.setValue(url.text(REFERENCE).orElse(""));
        actor.setValue(item(actor, ACTOR, known -> known.id().toString()));
        action.setValue(item(action, ACTION, Function.identity()));
        office.setValue(item(office, OFFICE, place -> place.code().value()));
        from.setValue(url.date(FROM).orElse(null));
        until.setValue(url.date(UNTIL).orElse(null));
    }

    /** How a resident is named on the screen. */
    static String shortened(String token) {
        return "Tanda " + token.substring(0, 8) + "…";
    }

    private Optional<String> token() {
        return url.text(PERSON).filter(trail::isToken);
    }

    private <T> @Nullable T item(ComboBox<T> field, String name, Function<T, String> inUrl) {
        return url.text(name)
                .flatMap(text -> field.getListDataView()
                        .getItems()
                        .filter(item -> inUrl.apply(item).equals(text))
                        .findFirst())
                .orElse(null);
    }

    TrailFilter filter() {
        return new TrailFilter(
                token().orElse(null),
                kind.getValue(),
                url.text(REFERENCE).orElse(null),
                action.getValue(),
                Optional.ofNullable(actor.getValue()).map(KnownActor::id).orElse(null),
                Optional.ofNullable(office.getValue()).map(Office::code).orElse(null),
                beginning(from.getValue()),
                beginning(until.getValue() == null ? null : until.getValue().plusDays(1)));
    }

    private @Nullable Instant beginning(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    /** For the head of an export. */
    String inWords() {
        var parts = new ArrayList<String>();
        token().ifPresent(token -> parts.add("penduduk " + shortened(token)));
        add(parts, "jenis", kind.getValue());
        add(parts, "berkas", url.text(REFERENCE).orElse(null));
        add(
                parts,
                "pelaku",
                Optional.ofNullable(actor.getValue()).map(KnownActor::name).orElse(null));
        add(parts, "tindakan", action.getValue());
        add(
                parts,
                "kantor",
                Optional.ofNullable(office.getValue()).map(Office::name).orElse(scope()));
        add(
                parts,
                "dari",
                Optional.ofNullable(from.getValue()).map(Formats::date).orElse(null));
        add(
                parts,
                "sampai",
                Optional.ofNullable(until.getValue()).map(Formats::date).orElse(null));
        return parts.isEmpty() ? "semua" : String.join(", ", parts);
    }

    private @Nullable String scope() {
        return offices.size() == 1 ? offices.getFirst().name() : null;
    }

    private static void add(List<String> parts, String name, @Nullable String value) {
        if (value != null) {
            parts.add(name + " " + value);
        }
    }
}
