package id.dukcapil.portal.population.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridTester;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.router.QueryParameters;
import id.dukcapil.portal.Screen;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.Purpose;
import id.dukcapil.portal.common.ui.EmptyState;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.MaskedFacts;
import id.dukcapil.portal.population.Family;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.population.PersonRow;
import id.dukcapil.portal.population.Population;
import id.dukcapil.portal.population.SearchText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import tools.jackson.databind.node.JsonNodeFactory;

@RecordApplicationEvents
// Browserless tests ask for "ROLE_…" whatever prefix the application uses
@WithMockUser(authorities = {"POPULATION_READ", "ROLE_POPULATION_READ"})
class PeopleViewTest extends Screen {

    @Autowired
    Population population;

    @Autowired
    ApplicationEvents events;

    @Test
    void aNameGoesIntoTheAddressAndShowsMaskedPeople() {
        navigate(PeopleView.class);
        type("asep");
        assertThat(address()).isEqualTo("penduduk?q=asep");
        assertThat(grid().size()).isPositive();
        assertThat(grid().getCellText(0, 0)).startsWith("ASEP");
        assertThat(grid().getCellText(0, 1)).contains("••••••••");
    }

    @Test
    void aNikOpensThePersonAtOnceAndStaysOutOfTheAddress() {
        Person person = someone();
        navigate(PeopleView.class);
        type(person.nik().value());
        assertThat(address()).isEqualTo("penduduk?orang=" + person.id());
        assertThat(shownName()).isEqualTo(person.fullName());
    }

    @Test
    void theDetailListsTheWholeFamilyAndLeadsToItsMembers() {
        Person person = someone();
        Family family = population.family(person.familyCardNumber()).orElseThrow();
        Person head = family.members().getFirst();
        Person other = family.members().getLast();
        UI.getCurrent()
                .navigate(
                        PeopleView.class, QueryParameters.of("orang", head.id().toString()));
        assertThat(find(ListItem.class).all())
                .hasSizeGreaterThanOrEqualTo(family.members().size());
        test(find(Button.class).withText(other.fullName()).all().getLast()).click();
        assertThat(shownName()).isEqualTo(other.fullName());
        assertThat(address()).isEqualTo("penduduk?orang=" + other.id());
    }

    @Test
    void tooLittleIsExplainedAtTheField() {
        navigate(PeopleView.class);
        type("32043");
        assertThat(find(TextField.class).single().isInvalid()).isTrue();
        assertThat(find(TextField.class).single().getErrorMessage()).contains("16 angka");
        assertThat(address()).isEqualTo("penduduk");
    }

    @Test
    void aReloadedAddressBringsBackTheSearchAndThePerson() {
        PersonRow row =
                population.search(SearchText.parse("neneng").orThrow(), null, 1).getFirst();
        UI.getCurrent()
                .navigate(
                        PeopleView.class,
                        QueryParameters.simple(
                                Map.of("q", "neneng", "orang", row.id().toString())));
        assertThat(find(TextField.class).single().getValue()).isEqualTo("neneng");
        assertThat(grid().size()).isPositive();
        assertThat(shownName()).isEqualTo(row.fullName());
    }

    @Test
    void anIdentifierInAHandMadeAddressIsIgnored() {
        Person person = someone();
        UI.getCurrent()
                .navigate(PeopleView.class, QueryParameters.of("q", person.nik().value()));
        assertThat(find(TextField.class).single().getValue()).isEmpty();
        assertThat(find(Paragraph.class)
                        .from(find(EmptyState.class).single())
                        .single()
                        .getText())
                .startsWith("Cari penduduk");
    }

    @Test
    void clearingTheFieldClearsTheList() {
        UI.getCurrent().navigate(PeopleView.class, QueryParameters.of("q", "neneng"));
        test(find(TextField.class).single()).clear();
        assertThat(address()).isEqualTo("penduduk");
        assertThat(find(Grid.class).all()).isEmpty();
    }

    @Test
    @WithUserDetails("registrasi")
    void whatTheLawProtectsIsMaskedUntilItIsOpenedForAPurpose() {
        Person person = someone();
        show(person);
        String birthDate = Formats.date(person.birthDate());
        assertThat(detail())
                .contains(person.nik().masked(), "•• •••• " + person.birthDate().getYear())
                .doesNotContain(person.nik().value(), person.familyCardNumber().value(), birthDate);

        test(find(Button.class).withText("Buka data").single()).click();
        test(find(Button.class).withText("Buka").single()).click();
        assertThat(detail())
                .contains(person.nik().value(), person.familyCardNumber().value(), birthDate)
                .contains("Terbuka 5 mnt, lalu disamarkan lagi.");
        assertThat(audited("Data pribadi dibuka").reason()).isEqualTo("Melayani pemohon di loket atau lewat telepon");
        assertThat(audited("Data pribadi dibuka").person()).isEqualTo(person.nik());

        test(find(Button.class).withAriaLabel("Samarkan lagi").single()).click();
        assertThat(detail()).doesNotContain(person.nik().value(), birthDate);
    }

    @Test
    @WithUserDetails("registrasi")
    void openedDataAreMaskedAgainWhenTheTimeIsOver() {
        Person person = someone();
        show(person);
        test(find(Button.class).withText("Buka data").single()).click();
        test(find(Button.class).withText("Buka").single()).click();
        MaskedFacts facts = find(MaskedFacts.class).single();
        ElementListenerMap listeners = facts.getElement().getNode().getFeature(ElementListenerMap.class);
        listeners.fireEvent(new DomEvent(facts.getElement(), "reveal-over", JsonNodeFactory.instance.objectNode()));
        assertThat(detail())
                .doesNotContain(person.nik().value())
                .contains(person.nik().masked());
    }

    @Test
    @WithUserDetails("registrasi")
    void aPurposeThatSaysNothingOpensNothing() {
        Person person = someone();
        show(person);
        test(find(Button.class).withText("Buka data").single()).click();
        find(Select.class).withLabel("Tujuan").single().setValue(Purpose.Kind.OTHER);
        test(find(Button.class).withText("Buka").single()).click();
        assertThat(find(TextField.class).withLabel("Keterangan").single().getErrorMessage())
                .contains("perlu keterangan");
        assertThat(detail()).doesNotContain(person.nik().value());
        assertThat(find(Button.class).withText("Buka").single().isEnabled()).isTrue();
    }

    @Test
    void whoMayNotOpenDataIsNotOfferedIt() {
        show(someone());
        assertThat(find(MaskedFacts.class).all()).hasSize(1);
        assertThat(find(Button.class).withText("Buka data").all()).isEmpty();
    }

    @Test
    @WithUserDetails("verifikator")
    void lookingAtSomebodyLeavesOneTracePerOpening() {
        Person person = someone();
        show(person);
        UI.getCurrent()
                .navigate(
                        PeopleView.class,
                        QueryParameters.simple(
                                Map.of("q", "neneng", "orang", person.id().toString())));
        assertThat(events.stream(AuditEvent.class)
                        .filter(event -> event.action().equals("Rincian dilihat")))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.reference()).isEqualTo("Penduduk " + person.id());
                    assertThat(event.person()).isEqualTo(person.nik());
                });
    }

    @Test
    void theListTellsTheYearOfBirthOnly() {
        navigate(PeopleView.class);
        type("neneng");
        PersonRow row = grid().getRow(0);
        assertThat(grid().getCellText(0, 3))
                .isEqualTo(Integer.toString(row.birthDate().getYear()));
    }

    private static void show(Person person) {
        UI.getCurrent()
                .navigate(
                        PeopleView.class,
                        QueryParameters.of("orang", person.id().toString()));
    }

    private String detail() {
        return find(PersonDetail.class).single().getElement().getTextRecursively();
    }

    private AuditEvent audited(String action) {
        return events.stream(AuditEvent.class)
                .filter(event -> event.action().equals(action))
                .findFirst()
                .orElseThrow();
    }

    private void type(String text) {
        test(find(TextField.class).single()).setValue(text);
    }

    @SuppressWarnings("unchecked")
    private GridTester<Grid<PersonRow>, PersonRow> grid() {
        return test(find(Grid.class).single());
    }

    private String shownName() {
        return find(H2.class).from(find(PersonDetail.class).single()).single().getText();
    }

    private Person someone() {
        List<PersonRow> rows = population.search(SearchText.parse("neneng").orThrow(), null, 1);
        return population.find(rows.getFirst().nik()).orElseThrow();
    }
}
