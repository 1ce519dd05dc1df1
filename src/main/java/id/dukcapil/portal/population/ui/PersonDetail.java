package id.dukcapil.portal.population.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.population.Address;
import id.dukcapil.portal.population.CodeList;
import id.dukcapil.portal.population.CodeLists;
import id.dukcapil.portal.population.Family;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.population.Region;
import id.dukcapil.portal.population.Regions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything the office knows of one person, with NIK and family card number masked. */
class PersonDetail extends Aside {

    private final CodeLists codes;
    private final Regions regions;
    private final ZoneId zone;
    private final LocalDate today;

    PersonDetail(CodeLists codes, Regions regions, ZoneId zone, LocalDate today) {
        this.codes = codes;
        this.regions = regions;
        this.zone = zone;
        this.today = today;
        addClassName("people-detail");
        getElement().setAttribute("aria-label", "Rincian penduduk");
    }

    void show(Person person, Family family, List<Finding> findings, Consumer<Person> open, Runnable close) {
        removeAll();
        add(header(person, close));
        if (!findings.isEmpty()) {
            add(warnings(findings));
        }
        add(card(person), biodata(person), familyCard(person, family, open));
    }

    private static Component header(Person person, Runnable close) {
        var closing = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> close.run());
        closing.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        closing.setAriaLabel("Tutup rincian");
        closing.setTooltipText("Tutup rincian");
        var header = new Div(new H2(person.fullName()), closing);
        header.addClassName("people-detail-header");
        return header;
    }

    private static Component warnings(List<Finding> findings) {
        var list = new UnorderedList();
        findings.forEach(finding -> list.add(new ListItem(finding.message())));
        list.addClassNames("people-detail-warnings", "warning");
        return section("Perlu diperhatikan", list);
    }

    private Component card(Person person) {
        var explanation = new Paragraph(person.recordingStatus().explanation());
        var section = section("KTP-el", new RecordingStatusBadge(person.recordingStatus()), explanation);
        Instant since = person.recordingStatusSince();
        if (since != null) {
            section.add(muted("Sejak " + Formats.date(LocalDate.ofInstant(since, zone))));
        }
        if (person.recordingStatus().readyToPrint() && !person.mayHoldCardOn(today)) {
            LocalDate from = person.birthDate().plusYears(Person.CARD_AGE);
            section.add(new Paragraph(
                    "Kartu ditahan (belum 17 tahun); dapat dicetak mulai %s.".formatted(Formats.date(from))));
        }
        return section;
    }

    private Component biodata(Person person) {
        var list = new DescriptionList();
        entry(list, "NIK", person.nik().masked());
        entry(list, "Tempat, tanggal lahir", person.birthPlace() + ", " + Formats.date(person.birthDate()));
        entry(list, "Umur", person.ageOn(today) + " tahun");
        entry(list, "Jenis kelamin", codes.label(CodeList.JENIS_KELAMIN, person.female() ? 2 : 1));
        entry(list, "Agama", codes.label(CodeList.AGAMA, person.religionCode()));
        entry(list, "Golongan darah", codes.label(CodeList.GOLONGAN_DARAH, person.bloodTypeCode()));
        entry(list, "Status perkawinan", person.maritalStatus().label());
        entry(list, "Pendidikan", codes.label(CodeList.PENDIDIKAN, person.educationCode()));
        entry(list, "Pekerjaan", codes.label(CodeList.PEKERJAAN, person.occupationCode()));
        entry(list, "Kewarganegaraan", codes.label(CodeList.KEWARGANEGARAAN, person.citizenshipCode()));
        entry(list, "Ayah", person.father().name());
        entry(list, "Ibu", person.mother().name());
        return section("Biodata", list);
    }

    private Component familyCard(Person shown, Family family, Consumer<Person> open) {
        var list = new DescriptionList();
        entry(list, "Nomor KK", family.number().masked());
        entry(list, "Alamat", address(family.address()));
        var members = new UnorderedList();
        members.addClassName("people-family");
        family.members()
                .forEach(member -> members.add(member(member, member.id().equals(shown.id()), open)));
        return section("Kartu Keluarga", list, members);
    }

    private ListItem member(Person member, boolean shown, Consumer<Person> open) {
        var button = new Button(member.fullName(), click -> open.accept(member));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setEnabled(!shown);
        String facts = "%s, %d tahun".formatted(member.relationship().label(), member.ageOn(today));
        return new ListItem(button, muted(facts), new RecordingStatusBadge(member.recordingStatus()));
    }

    private String address(Address address) {
        String place = Stream.of(address.villageCode(), address.districtCode())
                .flatMap(code -> regions.find(code).stream())
                .map(Region::title)
                .collect(Collectors.joining(", "));
        return "%s, RT %s/RW %s, %s".formatted(address.street(), address.rt(), address.rw(), place);
    }

    private static Section section(String title, Component... content) {
        var section = new Section(new H3(title));
        section.add(content);
        return section;
    }

    private static void entry(DescriptionList list, String term, String description) {
        list.add(new DescriptionList.Term(term), new DescriptionList.Description(description));
    }

    private static Span muted(String text) {
        var span = new Span(text);
        span.addClassName("muted");
        return span;
    }
}
