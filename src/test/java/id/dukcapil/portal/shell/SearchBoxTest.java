package id.dukcapil.portal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import id.dukcapil.portal.Screen;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;

/** Somebody looks for something from the top bar of whatever page is open. */
@WithUserDetails("operator")
class SearchBoxTest extends Screen {

    private static final RowMapper<Someone> SOMEONE =
            (row, number) -> new Someone(row.getLong("id"), row.getString("nik"), row.getString("full_name"));

    @Autowired
    JdbcClient jdbc;

    private record Someone(long id, String nik, String name) {}

    @Test
    void aNikFindsThePersonMaskedAndLeadsToTheRecord() {
        Someone someone = someone();
        type(someone.nik());
        assertThat(results()).contains("Penduduk", someone.name()).doesNotContain(someone.nik());
        assertThat(links()).contains("penduduk?orang=" + someone.id());
        assertThat(address()).isEmpty();
    }

    @Test
    void theDateOfBirthStaysMaskedThereAsOnThePageOfThePerson() {
        Someone someone = someone();
        type(someone.nik());
        assertThat(results()).containsPattern("lahir \\d{4} ·");
    }

    @Test
    void aWordOfTheMenuFindsTheRoom() {
        type("kuota");
        assertThat(results()).contains("Menu", "Kalender kuota");
        assertThat(links()).contains("kuota");
    }

    @Test
    void aProcedureAndAnOfficeAreFoundByTheirWords() {
        type("soreang");
        assertThat(results()).contains("Kantor", "UKL Kecamatan Soreang");
        assertThat(links()).contains("kantor?kantor=320437");
        type("2024 bandung");
        assertThat(results()).contains("Standar pelayanan");
        assertThat(links()).contains("standar/bandung-28-2024");
    }

    @Test
    @WithUserDetails("manajer")
    void whatMayNotBeSearchedIsNotFound() {
        Someone someone = someone();
        type(someone.nik());
        assertThat(results()).doesNotContain("Penduduk", someone.name());
    }

    @Test
    void nothingFoundSaysWhatCanBeTyped() {
        type("qqxxqq");
        assertThat(results()).contains("Tidak ada yang cocok");
        assertThat(links()).isEmpty();
    }

    @Test
    void enterOpensTheOnlyHitAndOtherwiseThePageOfAllHitsWithoutTheTextInTheAddress() {
        Someone someone = someone();
        navigate(HomeView.class);
        enter(someone.nik());
        assertThat(address()).isEqualTo("penduduk?orang=" + someone.id());

        enter("siti");
        assertThat(address()).isEqualTo("cari");
        assertThat(textOf((Component) getCurrentView())).contains("Penduduk", "SITI");
        assertThat(find(TextField.class).withLabel("Apa yang dicari?").single().getValue())
                .isEqualTo("siti");
    }

    @Test
    void whatWasOpenedIsOfferedAgainUntilTheSessionEnds() {
        Someone someone = someone();
        navigate(HomeView.class);
        enter(someone.nik());
        navigate(HomeView.class);
        assertThat(results()).contains("Terakhir dibuka", someone.name()).doesNotContain(someone.nik());
    }

    @Test
    void thePageShowsMoreAndKeepsTheTextOutOfTheAddress() {
        navigate(SearchView.class);
        var field = find(TextField.class).withLabel("Apa yang dicari?").single();
        test(field).setValue("siti");
        assertThat(textOf((Component) getCurrentView()))
                .contains("Penduduk", "SITI")
                .contains("cocok");
        assertThat(address()).isEqualTo("cari");
        navigate(HomeView.class);
        navigate(SearchView.class);
        assertThat(find(TextField.class).withLabel("Apa yang dicari?").single().getValue())
                .isEqualTo("siti");
    }

    private void type(String text) {
        navigate(HomeView.class);
        test(box().getChildren()
                        .flatMap(SearchBoxTest::tree)
                        .filter(TextField.class::isInstance)
                        .map(TextField.class::cast)
                        .findFirst()
                        .orElseThrow())
                .setValue(text);
    }

    private void enter(String text) {
        var element = box().getElement();
        element.getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(
                        element,
                        "portal-search",
                        JacksonUtils.createObjectNode().put("event.detail", text)));
    }

    private SearchBox box() {
        return find(SearchBox.class).single();
    }

    private String results() {
        return textOf(resultList());
    }

    private List<String> links() {
        return tree(resultList())
                .filter(Anchor.class::isInstance)
                .map(link -> ((Anchor) link).getHref())
                .toList();
    }

    private Component resultList() {
        return tree(box()).filter(SearchResults.class::isInstance).findFirst().orElseThrow();
    }

    private static Stream<Component> tree(Component root) {
        return Stream.concat(Stream.of(root), root.getChildren().flatMap(SearchBoxTest::tree));
    }

    private Someone someone() {
        return jdbc.sql("SELECT id, nik, full_name FROM population_person WHERE recording_status = 'PRINT_READY_RECORD'"
                        + " AND nik NOT IN (SELECT nik FROM booking_booking WHERE nik IS NOT NULL)"
                        + " AND nik NOT IN (SELECT person_nik FROM activation_case WHERE person_nik IS NOT NULL)"
                        + " ORDER BY nik DESC LIMIT 1")
                .query(SOMEONE)
                .single();
    }
}
