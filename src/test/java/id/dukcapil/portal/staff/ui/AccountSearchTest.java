package id.dukcapil.portal.staff.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dukcapil.portal.common.SearchSource.Hit;
import id.dukcapil.portal.staff.AccountDetails;
import id.dukcapil.portal.staff.StaffScenario;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithUserDetails;

/** People of the office as the search box finds them. */
@WithUserDetails("admin")
class AccountSearchTest extends StaffScreen {

    @Autowired
    AccountSearch search;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theNameAndTheUserNameLeadToThePerson() {
        AccountDetails account = given.account("operator", "cetak");
        var hit = new Hit(
                account.fullName(),
                "Dinas Dukcapil, Soreang · Operator layanan, Operator pencetakan",
                "pegawai?akun=" + account.id());
        assertThat(search.find(account.username(), 5)).containsExactly(hit);
        assertThat(search.find(" " + account.fullName().toUpperCase(), 5)).containsExactly(hit);
        assertThat(search.find("Uji", 1)).hasSize(1);
    }

    @Test
    void anyWordOfTheNameFindsThePersonWithOrWithoutTitlesInAnyOrder() {
        for (String typed : List.of(
                "Ratna",
                "ratn",
                "komala",
                "Komala Ratna",
                "Ratna Komala",
                "Dra. Hj. Ratna Komala, M.Si.",
                "dra ratna",
                "Ratna, M.Si")) {
            assertThat(titles(typed)).as(typed).contains("Dra. Hj. Ratna Komala, M.Si.");
        }
        for (String typed : List.of("atna", "omala", "Ratna Wawan", "RatnaKomala", "Si M Ratna X")) {
            assertThat(titles(typed)).as(typed).doesNotContain("Dra. Hj. Ratna Komala, M.Si.");
        }
    }

    @Test
    void aNameWrittenWithoutSpacesOrWithAnApostropheIsFoundByItsWords() {
        String tag = given.freshUsername().replace(".", "");
        AccountDetails account = given.accountOf("H.M.Ma'ruf %s-Purnama,S.Sos.".formatted(tag), "operator");
        for (String typed : List.of("ma'ruf " + tag, tag + " purn", "h m ma'ruf " + tag, "s.sos " + tag)) {
            assertThat(titles(typed)).as(typed).containsExactly(account.fullName());
        }
        assertThat(titles("ruf " + tag)).isEmpty();
    }

    @Test
    void aNipIsFoundWholeAndNotShown() {
        assertThat(search.find("19850312 201001 1 004", 5)).singleElement().satisfies(hit -> {
            assertThat(hit.title()).contains("Wawan Hermawan");
            assertThat(hit.toString()).doesNotContain("1985");
        });
        assertThat(search.find("19850312201001100", 5)).isEmpty();
    }

    @Test
    void whatWouldFindEverybodyFindsNobody() {
        given.account("operator");
        assertThat(search.find("  ", 5)).isEmpty();
        assertThat(search.find("%", 5)).isEmpty();
        assertThat(search.find("_ji", 5)).isEmpty();
        assertThat(search.find(". , -", 5)).isEmpty();
        assertThat(search.find("Uji \\", 5)).isEmpty();
    }

    @Test
    void theHitOpensThePersonInTheList() {
        AccountDetails account = given.account("operator");
        open(AccountsView.class, Map.of("akun", account.id().toString()));
        assertThat(AccountsView.addressOf(account.id())).isEqualTo(address());
        assertThat(page()).contains(account.fullName());
    }

    @Test
    void whoWorksForOneOfficeFindsOnlyItsPeople() {
        var role = given.roleLike("operator");
        jdbc.sql("INSERT INTO staff_role_permission (role_code, permission) VALUES (?, 'STAFF_READ')")
                .param(role.code())
                .update();
        AccountDetails looking = given.accountIn(StaffScenario.SOREANG, role.code());
        AccountDetails elsewhere = given.account("operator");
        assertThat(given.as(looking.username(), () -> search.find(looking.username(), 5)))
                .hasSize(1);
        for (String text : List.of(elsewhere.username(), elsewhere.fullName(), "19850312 201001 1 004")) {
            assertThat(given.as(looking.username(), () -> search.find(text, 5))).isEmpty();
        }
    }

    @Test
    @WithUserDetails("operator")
    void whoMayNotSeeThePeopleIsNotAskedForThem() {
        assertThat(search.available()).isFalse();
        assertThatThrownBy(() -> search.find("wawan", 5)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void userNameAndNipHaveTheirIndex() {
        assertThat(possibleKeys("username = 'admin'")).contains("staff_account_username");
        assertThat(possibleKeys("nip = '198503122010011004'")).contains("staff_account_by_nip");
    }

    private List<String> titles(String typed) {
        return search.find(typed, 5).stream().map(Hit::title).toList();
    }

    private List<String> possibleKeys(String condition) {
        return jdbc.sql("EXPLAIN SELECT id FROM staff_account WHERE " + condition)
                .query((row, number) -> String.valueOf(row.getString("possible_keys")))
                .list();
    }
}
