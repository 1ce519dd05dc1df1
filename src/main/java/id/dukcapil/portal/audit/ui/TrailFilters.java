package id.dukcapil.portal.audit.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.audit.AuditTrail;
import id.dukcapil.portal.audit.AuditTrail.KnownActor;
import id.dukcapil.portal.audit.TrailFilter;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.Parsed;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.ListFilters;
import id.dukcapil.portal.common.ui.UrlState;
import id.dukcapil.portal.staff.Office;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is looked for in the trail. A NIK is turned into its token at once; field and address never keep it. */
class TrailFilters {

    static final String PERSON = "orang";
    static final String KIND = "jenis";
    static final String REFERENCE = "berkas";
    static final String ACTOR = "pelaku";

    private static final KnownActor PORTAL = new KnownActor(TrailFilter.PORTAL, "Portal dan yang belum masuk");

    private final AuditTrail trail;
    private final ZoneId zone;
    private final List<Office> offices;
    private final ListFilters bar;
    private final TextField person = Indonesian.textField("Penduduk");
    private final ComboBox<String> kind;
    private final TextField reference;
    private final ComboBox<KnownActor> actor;
    private final ComboBox<String> action;
    private final ComboBox<Office> office;
    private final ListFilters.Period period;
    private UrlState url = new UrlState();

    TrailFilters(AuditTrail trail, List<Office> offices, ZoneId zone, ListFilters bar) {
        this.trail = trail;
        this.zone = zone;
        this.offices = offices;
        this.bar = bar;
        bar.addClassName("trail-filters");
        personField();
        kind = bar.pick("Jenis berkas", "Semua jenis", KIND, trail.kinds(), one -> one, one -> one);
        reference = bar.text("Berkas", "Kode atau nomor", REFERENCE);
        reference.setMaxLength(120);
        actor = bar.pick(
                "Pelaku",
                "Siapa saja",
                ACTOR,
                actors(),
                KnownActor::name,
                known -> known.id().toString());
        action = bar.pick("Tindakan", "Semua tindakan", "tindakan", trail.actions(), one -> one, one -> one);
        office = bar.office(offices);
        period = bar.period();
    }

    private List<KnownActor> actors() {
        var actors = new ArrayList<>(trail.actors());
        actors.add(PORTAL);
        return actors;
    }

    private void personField() {
        person.setMaxLength(32);
        person.setManualValidation(true);
        person.setClearButtonVisible(true);
        person.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                searchFor(change.getValue());
            }
        });
        bar.added(person, this::showPerson);
    }

    private void searchFor(String typed) {
        if (typed.isBlank()) {
            explain(List.of());
            bar.choose(PERSON, null);
            return;
        }
        Parsed<Nik> nik = Nik.parse(typed);
        explain(nik.errors());
        nik.value().ifPresent(found -> {
            person.clear();
            bar.choose(PERSON, trail.tokenOf(found));
        });
    }

    private void explain(List<Finding> errors) {
        person.setInvalid(!errors.isEmpty());
        person.setErrorMessage(errors.stream().map(Finding::message).collect(Collectors.joining(" ")));
    }

    private void showPerson(UrlState state) {
        url = state;
        explain(List.of());
        person.setValue("");
        person.setPlaceholder(token().map(TrailFilters::shortened).orElse("NIK"));
        person.setHelperText(token().isPresent() ? "Menampilkan satu penduduk" : null);
    }

    /** How a resident is named on the screen. */
    static String shortened(String token) {
        return "Tanda " + token.substring(0, 8) + "…";
    }

    private Optional<String> token() {
        return url.text(PERSON).filter(trail::isToken);
    }

    TrailFilter filter() {
        return new TrailFilter(
                token().orElse(null),
                kind.getValue(),
                url.text(REFERENCE).orElse(null),
                action.getValue(),
                ListFilters.chosen(actor, KnownActor::id),
                ListFilters.chosen(office, Office::code),
                period.start(zone),
                period.end(zone));
    }

    /** For the head of an export. */
    String inWords() {
        var parts = new ArrayList<String>();
        add(parts, "penduduk", token().map(TrailFilters::shortened).orElse(null));
        add(parts, "jenis", kind.getValue());
        add(parts, "berkas", url.text(REFERENCE).orElse(null));
        add(parts, "pelaku", ListFilters.chosen(actor, KnownActor::name));
        add(parts, "tindakan", action.getValue());
        String only = offices.size() == 1 ? offices.getFirst().name() : null;
        add(parts, "kantor", only == null ? ListFilters.chosen(office, Office::name) : only);
        add(parts, "dari", ListFilters.chosen(period.from(), Formats::date));
        add(parts, "sampai", ListFilters.chosen(period.to(), Formats::date));
        return parts.isEmpty() ? "semua" : String.join(", ", parts);
    }

    private static void add(List<String> parts, String name, @Nullable String value) {
        if (value != null) {
            parts.add(name + " " + value);
        }
    }
}
