package id.dukcapil.portal.staff.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridTester;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasErrorParameter;
import id.dukcapil.portal.staff.AccountDetails;
import id.dukcapil.portal.staff.AccountDetails.Action;
import id.dukcapil.portal.staff.AccountFilter.Standing;
import id.dukcapil.portal.staff.AccountRow;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Role;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithUserDetails;

/** The administrator Wawan Hermawan keeps the accounts. */
@WithUserDetails("admin")
class AccountsViewTest extends StaffScreen {

    @Test
    @SuppressWarnings("unchecked")
    void aNewPersonIsEnteredAndThePasswordIsShownOnce() {
        String username = given.freshUsername();
        open(AccountsView.class, Map.of());
        click("Pegawai baru");
        type("Nama lengkap dengan gelar", "Uji Ujang Koswara, S.AP.");
        type("Nama pengguna", username);
        type("NIP (kosong bila bukan ASN)", "19880923 201101 1 002");
        ComboBox<Office> office =
                find(ComboBox.class).from(dialog()).withLabel("Kantor").single();
        office.setValue(office.getListDataView().getItems().toList().get(1));
        MultiSelectComboBox<Role> roles = find(MultiSelectComboBox.class)
                .from(dialog())
                .withLabel("Peran")
                .single();
        roles.setValue(Set.of(given.role("operator")));
        click("Buat akun");

        assertThat(textOf(dialog())).contains(username, "hanya tampil sekali", "wajib diganti");
        assertThat(address()).contains("akun=");
        click("Sudah dicatat");
        assertThat(noDialogIsOpen()).isTrue();
        assertThat(page())
                .contains("Uji Ujang Koswara, S.AP.", "19880923 201101 1 002", "Kata sandi awal", "Operator layanan");
    }

    @Test
    void whatIsMissingIsSaidAtTheFieldAndTheFormStays() {
        open(AccountsView.class, Map.of());
        click("Pegawai baru");
        click("Buat akun");
        TextField name =
                find(TextField.class).withLabel("Nama lengkap dengan gelar").single();
        assertThat(name.isInvalid()).isTrue();
        assertThat(name.getErrorMessage()).contains("wajib diisi");
        assertThat(find(MultiSelectComboBox.class).from(dialog()).single().isInvalid())
                .isTrue();
        assertThat(dialog().isOpened()).isTrue();
    }

    @Test
    void anOddNipIsPointedOutWhileItIsTyped() {
        open(AccountsView.class, Map.of());
        click("Pegawai baru");
        type("NIP (kosong bila bukan ASN)", "199807171990031005");
        assertThat(textOf(dialog())).contains("Perhatikan", "NIP tidak wajar");
    }

    @Test
    void disablingAsksForAReasonAndShowsIt() {
        AccountDetails account = given.account("operator");
        open(AccountsView.class, Map.of("akun", account.id().toString()));
        click("Nonaktifkan");
        test(find(Button.class).from(dialog()).withText("Nonaktifkan").single()).click();
        assertThat(dialog().isOpened()).isTrue();
        giveReason("Pindah tugas");
        test(find(Button.class).from(dialog()).withText("Nonaktifkan").single()).click();
        assertThat(page()).contains("Nonaktif", "Pindah tugas");
        assertThat(buttons()).contains("Aktifkan kembali").doesNotContain("Kata sandi awal");
        click("Aktifkan kembali");
        assertThat(given.seen(account.id()).standing()).isEqualTo(Standing.AWAITING_PASSWORD);
    }

    @Test
    void aLostTelephoneIsForgottenAfterTheConsequenceWasSaid() {
        AccountDetails account = given.account("operator");
        Map<String, String> address = Map.of("akun", account.id().toString());
        open(AccountsView.class, address);
        assertThat(buttons()).doesNotContain("Atur ulang langkah kedua");

        given.setUpSecondFactor(account);
        open(AccountsView.class, Map.of());
        open(AccountsView.class, address);
        click("Atur ulang langkah kedua");
        ConfirmDialog question = find(ConfirmDialog.class).single();
        assertThat(question.getElement().getProperty("message")).contains("hanya dijaga kata sandi");
        assertThat(given.seen(account.id()).allowed()).contains(Action.RESET_SECOND_FACTOR);
        click("Atur ulang");
        assertThat(notice()).contains("diatur ulang");
        assertThat(given.seen(account.id()).allowed()).doesNotContain(Action.RESET_SECOND_FACTOR);
        assertThat(buttons()).contains("Kata sandi awal").doesNotContain("Atur ulang langkah kedua");
        assertThat(given.auditOf(account.username()).getLast().action()).contains("direset administrator");
    }

    @Test
    void thePanelLeadsToTheSessionsOfTheAccount() {
        AccountDetails account = given.account("operator");
        open(AccountsView.class, Map.of("akun", account.id().toString()));
        Anchor link = find(Anchor.class).withText("Sesi aktif").single();
        assertThat(link.getHref()).isEqualTo("sesi?pegawai=" + account.username());
    }

    @Test
    void whoIsTooLateIsToldWhoWasFasterAndSeesTheAccountAsItIs() {
        AccountDetails account = given.account("operator");
        open(AccountsView.class, Map.of("akun", account.id().toString()));
        click("Ubah");
        given.giveRoles(account, "cetak");
        type("Nama lengkap dengan gelar", "Uji Terlambat");
        click("Simpan");
        assertThat(notice()).contains("baru saja diubah oleh Wawan Hermawan");
        assertThat(page()).contains("Operator pencetakan").doesNotContain("Uji Terlambat");
    }

    @Test
    @SuppressWarnings("unchecked")
    void aRefusalStaysInTheForm() {
        AccountDetails self = given.seen(given.idOf("admin"));
        open(AccountsView.class, Map.of("akun", self.id().toString()));
        assertThat(buttons()).contains("Ubah").doesNotContain("Nonaktifkan");
        click("Ubah");
        MultiSelectComboBox<Role> roles = find(MultiSelectComboBox.class)
                .from(dialog())
                .withLabel("Peran")
                .single();
        roles.setValue(Set.of(given.role("admin"), given.role("kadis")));
        click("Simpan");
        assertThat(roles.isInvalid()).isTrue();
        assertThat(roles.getErrorMessage()).contains("diri sendiri");
    }

    @Test
    void theFiltersStandInTheAddressAndANipDoesNot() {
        AccountDetails account = given.account("operator");
        open(AccountsView.class, Map.of());
        search(account.username());
        assertThat(address()).isEqualTo("pegawai?cari=" + account.username());
        assertThat(page()).contains("1 cocok");
        grid().clickRow(0);
        assertThat(address()).contains("akun=" + account.id());
        search("19850312 201001 1 004");
        assertThat(address()).doesNotContain("1985");
        assertThat(grid().getRow(0).username()).isEqualTo("admin");
    }

    @Test
    void nonsenseInTheAddressIsIgnored() {
        open(AccountsView.class, Map.of("akun", "<b>", "kantor", "X", "peran", "?", "keadaan", "MUNGKIN"));
        assertThat(notice()).contains("Akun itu tidak ada");
        assertThat(grid().size()).isPositive();
        open(AccountsView.class, Map.of("cari", "zzzz"));
        assertThat(page()).contains("Tidak ada pegawai yang cocok", "Ubah saringan");
    }

    @Test
    @WithUserDetails("manajer")
    void whoMayOnlyLookFindsNothingToPress() {
        AccountDetails account = given.account("operator");
        open(AccountsView.class, Map.of("akun", account.id().toString()));
        assertThat(page()).contains(account.fullName(), "Operator layanan").doesNotContain("Sesi aktif");
        assertThat(buttons()).containsExactly("Saringan");
    }

    @Test
    @WithUserDetails("operator")
    void theRoomIsClosedToWhoHasNoBusinessThere() {
        UI.getCurrent().navigate(AccountsView.class);
        assertThat(getCurrentView()).isInstanceOf(HasErrorParameter.class);
    }

    private void search(String text) {
        test(find(TextField.class).withLabel("Cari").single()).setValue(text);
    }

    @SuppressWarnings("unchecked")
    private GridTester<Grid<AccountRow>, AccountRow> grid() {
        return test(find(Grid.class).single());
    }
}
