package id.dukcapil.portal.staff.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridTester;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.QueryParameters;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.staff.signin.OpenSessions.Row;
import id.dukcapil.portal.staff.signin.SignInScenario.Person;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sesi aktif, as an administrator sees it. */
class SessionsViewTest extends SignInScreen {

    private static final int ACTION = 7;

    @Autowired
    JdbcClient jdbc;

    private Person person;
    private UUID session;

    @BeforeEach
    void somebodyElseIsSignedIn() {
        person = given.person("operator");
        session = given.elsewhere(person, "Safari di iPhone");
        given.isIn("admin", UUID.randomUUID());
    }

    @Test
    void aPersonIsFoundByPartOfTheNameWhichStaysOutOfTheAddress() {
        open(Map.of());
        search(person.username());
        assertThat(page()).contains("1 cocok");
        assertThat(rows()).singleElement().satisfies(row -> {
            assertThat(row.device()).isEqualTo("Safari di iPhone");
            assertThat(row.fullName()).isEqualTo("Percobaan Masuk");
        });
        assertThat(address()).isEqualTo("sesi");
    }

    @Test
    void aSessionIsEndedAfterTheConsequenceWasSaid() {
        open(Map.of());
        search(person.username());
        end();
        assertThat(given.isOpen(session)).isTrue();
        click("Akhiri sesi");
        assertThat(notice()).contains("Sesi Percobaan Masuk di Safari di iPhone diakhiri.");
        assertThat(given.isOpen(session)).isFalse();
        assertThat(page()).contains("Tidak ada sesi yang cocok", "Kosongkan pencarian");
    }

    @Test
    void whoEndsWhatIsOverAlreadyIsNotLeftWithAnError() {
        open(Map.of());
        search(person.username());
        end();
        jdbc.sql("UPDATE staff_session SET ended_at = last_seen_at, ended_because = 'SIGNED_OUT' WHERE id = ?")
                .param(session)
                .update();
        click("Akhiri sesi");
        assertThat(page()).contains("Tidak ada sesi yang cocok");
        assertThat(jdbc.sql("SELECT ended_because FROM staff_session WHERE id = ?")
                        .param(session)
                        .query((row, number) -> String.valueOf(row.getString(1)))
                        .single())
                .isEqualTo("SIGNED_OUT");
    }

    @Test
    void theAddressNamesOneAccountAndLeadsToItsPersonAndBackToAll() {
        given.elsewhere(person, "Firefox di Linux");
        open(Map.of("pegawai", person.username()));
        assertThat(page()).contains("Percobaan Masuk", person.username(), "2 cocok");
        assertThat(find(Anchor.class).all().stream().map(Anchor::getHref).toList())
                .contains("pegawai?akun=" + person.id(), "sesi");
        assertThat(rows()).extracting(Row::account).containsOnly(person.id());
    }

    @Test
    void allSessionsOfAnAccountAreEndedAtOnce() {
        UUID second = given.elsewhere(person, "Firefox di Linux");
        open(Map.of("pegawai", person.username()));
        click("Akhiri semua sesi");
        assertThat(given.isOpen(session)).isTrue();
        confirm("Akhiri semua sesi");
        assertThat(given.isOpen(session)).isFalse();
        assertThat(given.isOpen(second)).isFalse();
        assertThat(notice()).contains("2 sesi Percobaan Masuk diakhiri.");
        assertThat(page()).contains("Tidak sedang masuk");
        assertThat(buttons()).doesNotContain("Akhiri semua sesi");
    }

    @Test
    void onesOwnSessionHereIsSpared() {
        var administrator = given.person("admin");
        UUID own = given.isIn(administrator);
        UUID other = given.elsewhere(administrator, "Firefox di Linux");
        open(Map.of("pegawai", administrator.username()));
        assertThat(IntStream.range(0, 2)
                        .mapToObj(row -> textOf(grid().getCellComponent(row, ACTION)))
                        .toList())
                .containsExactlyInAnyOrder("Sesi Anda ini", "Akhiri");
        click("Akhiri semua sesi");
        confirm("Akhiri semua sesi");
        assertThat(given.isOpen(own)).isTrue();
        assertThat(given.isOpen(other)).isFalse();
    }

    @Test
    void nonsenseInTheAddressShowsAllSessionsAndSaysSo() {
        open(Map.of("pegawai", "<b>"));
        assertThat(notice()).contains("Akun itu tidak ada");
        assertThat(rows()).isNotEmpty();
    }

    @Test
    void whoAdministersOneOfficeMeetsOnlyItsPeople() {
        jdbc.sql("INSERT INTO staff_role (code, label, ordinal) VALUES (:code, :code, 99)")
                .param("code", person.username())
                .update();
        jdbc.sql("INSERT INTO staff_role_permission (role_code, permission) VALUES (?, 'STAFF_EDIT')")
                .param(person.username())
                .update();
        Person local = given.person(person.username());
        given.worksIn(local, new OfficeCode("320437"));
        Person neighbour = given.person("operator");
        given.worksIn(neighbour, new OfficeCode("320437"));
        given.elsewhere(neighbour, "Firefox di Linux");
        given.isIn(local);

        open(Map.of("pegawai", person.username()));
        assertThat(notice()).contains("di luar jangkauan Anda");
        assertThat(rows())
                .extracting(Row::username)
                .contains(neighbour.username())
                .doesNotContain(person.username());
        search(person.username());
        assertThat(page()).contains("Tidak ada sesi yang cocok");
    }

    @Test
    void theRoomIsClosedToWhoHasNoBusinessThere() {
        given.isIn(person);
        UI.getCurrent().navigate(SessionsView.class);
        assertThat(getCurrentView()).isInstanceOf(HasErrorParameter.class);
    }

    private void open(Map<String, String> address) {
        UI.getCurrent().navigate(SessionsView.class, QueryParameters.simple(address));
    }

    private void search(String text) {
        type("Cari pegawai", text);
    }

    private void end() {
        test((Button) grid().getCellComponent(0, ACTION)).click();
    }

    private List<Row> rows() {
        return IntStream.range(0, grid().size()).mapToObj(grid()::getRow).toList();
    }

    @SuppressWarnings("unchecked")
    private GridTester<Grid<Row>, Row> grid() {
        return test(find(Grid.class).single());
    }
}
