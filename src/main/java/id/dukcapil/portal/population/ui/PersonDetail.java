package id.dukcapil.portal.population.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.Masking;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.DetailPanel;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.MaskedFacts;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.population.CodeList;
import id.dukcapil.portal.population.CodeLists;
import id.dukcapil.portal.population.Family;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.population.Regions;
import id.dukcapil.portal.population.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Everything the office knows of one person; what the law protects is masked until it is opened for a purpose. */
class PersonDetail extends DetailPanel {

    private final CodeLists codes;
    private final Regions regions;
    private final ZoneId zone;
    private final LocalDate today;

    PersonDetail(CodeLists codes, Regions regions, ZoneId zone, LocalDate today) {
        super("rincian penduduk");
        this.codes = codes;
        this.regions = regions;
        this.zone = zone;
        this.today = today;
    }

    /** @param opening how masked data are opened, or null for who may not */
    void show(
            Person person,
            Family family,
            List<Finding> findings,
            MaskedFacts.@Nullable Opening opening,
            Consumer<Person> open) {
        startWith(person.fullName(), RecordingTones.badge(person.recordingStatus()));
        if (person.standing() != Standing.RESIDENT) {
            add(new Callout(
                    person.standing().label(), Tone.WARN, person.standing().sentence()));
        }
        if (!findings.isEmpty()) {
            add(new Callout(
                    "Perlu diperhatikan",
                    Tone.WARN,
                    findings.stream().map(Finding::message).toList()));
        }
        add(
                card(person),
                section("Data pribadi", new MaskedFacts(masked(person), opening)),
                biodata(person),
                familyCard(person, family, open));
    }

    private Component card(Person person) {
        var section = section("KTP-el", new Paragraph(person.recordingStatus().explanation()));
        Instant since = person.recordingStatusSince();
        if (since != null) {
            section.add(muted("Sejak " + Formats.date(LocalDate.ofInstant(since, zone))));
        }
        if (person.recordingStatus().readyToPrint() && !person.mayHoldCardOn(today)) {
            // The month only: the day is the birthday, which is masked
            YearMonth from = YearMonth.from(person.birthDate().plusYears(Person.CARD_AGE));
            section.add(new Paragraph("Kartu ditahan (belum 17 tahun); dapat dicetak sejak ulang tahun ke-17 pada %s."
                    .formatted(Formats.month(from))));
        }
        return section;
    }

    /** What UU 23/2006 art. 84 protects. */
    private static Map<String, String> masked(Person person) {
        var values = new LinkedHashMap<String, String>();
        values.put("NIK", person.nik().masked());
        values.put("Nomor KK", person.familyCardNumber().masked());
        values.put("Tanggal lahir", Masking.birthDate(person.birthDate()));
        values.put("NIK ayah", masked(person.father()));
        values.put("NIK ibu", masked(person.mother()));
        return values;
    }

    private static String masked(Person.Parent parent) {
        return parent.nik() == null ? "" : parent.nik().masked();
    }

    private Component biodata(Person person) {
        var facts = new KeyValueList()
                .with("Tempat lahir", person.birthPlace())
                .with("Umur", person.ageOn(today) + " tahun")
                .with("Jenis kelamin", codes.label(CodeList.JENIS_KELAMIN, person.female() ? 2 : 1))
                .with("Agama", codes.label(CodeList.AGAMA, person.religionCode()))
                .with("Golongan darah", codes.label(CodeList.GOLONGAN_DARAH, person.bloodTypeCode()))
                .with("Status perkawinan", person.maritalStatus().label())
                .with("Pendidikan", codes.label(CodeList.PENDIDIKAN, person.educationCode()))
                .with("Pekerjaan", codes.label(CodeList.PEKERJAAN, person.occupationCode()))
                .with("Kewarganegaraan", codes.label(CodeList.KEWARGANEGARAAN, person.citizenshipCode()))
                .with("Ayah", person.father().name())
                .with("Ibu", person.mother().name());
        return section("Biodata", facts);
    }

    private Component familyCard(Person shown, Family family, Consumer<Person> open) {
        var facts = new KeyValueList().with("Alamat", regions.inWords(family.address()));
        var members = new UnorderedList();
        members.addClassName("family-members");
        family.members()
                .forEach(member -> members.add(member(member, member.id().equals(shown.id()), open)));
        return section("Kartu Keluarga", facts, members);
    }

    private ListItem member(Person member, boolean shown, Consumer<Person> open) {
        var button = new Button(member.fullName(), click -> open.accept(member));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setEnabled(!shown);
        String facts = "%s, %d tahun".formatted(member.relationship().label(), member.ageOn(today));
        return new ListItem(button, muted(facts), RecordingTones.badge(member.recordingStatus()));
    }

    private static Span muted(String text) {
        var span = new Span(text);
        span.addClassName("muted");
        return span;
    }
}
