package id.dukcapil.portal.staff.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nip;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.staff.AccountDetails;
import id.dukcapil.portal.staff.AccountEdit;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Role;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the administrator enters about a person, new or known. A NIP that looks odd is pointed out while it is typed. */
class AccountDialog extends Dialog {

    /** Stores what was entered, or says what is wrong with it. */
    @FunctionalInterface
    interface Save {

        /** @throws InvalidInput with findings for the fields of the form */
        void save(String username, AccountEdit edit);
    }

    private final transient Save save;
    private final TextField username = Indonesian.textField("Nama pengguna");
    private final TextField fullName = Indonesian.textField("Nama lengkap dengan gelar");
    private final TextField nip = Indonesian.textField("NIP (kosong bila bukan ASN)");
    private final TextField rank = Indonesian.textField("Pangkat/golongan");
    private final ComboBox<Office> office = Indonesian.comboBox("Kantor");
    private final MultiSelectComboBox<Role> roles = Indonesian.multiSelectComboBox("Peran");
    private final FormFindings findings = new FormFindings();
    private final Button confirm = new Button();

    AccountDialog(List<Office> offices, List<Role> allRoles, @Nullable AccountDetails account, Save save) {
        this.save = save;
        setHeaderTitle(account == null ? "Pegawai baru" : "Ubah " + account.fullName());
        setWidth("min(40rem, 96vw)");
        office.setItems(offices);
        office.setItemLabelGenerator(Office::name);
        roles.setItems(allRoles);
        roles.setItemLabelGenerator(Role::label);
        describeFields();
        var form = new FormLayout();
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("30em", 2));
        form.add(fullName, username, nip, rank, office, roles);
        add(form, findings);
        confirm.setText(account == null ? "Buat akun" : "Simpan");
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(click -> confirmed());
        getFooter().add(new Button("Batal", click -> close()), confirm);
        if (account == null) {
            Optional.of(offices).filter(list -> list.size() == 1).ifPresent(list -> office.setValue(list.getFirst()));
        } else {
            read(account, offices, allRoles);
        }
        addOpenedChangeListener(opened -> {
            if (opened.isOpened()) {
                fullName.focus();
            }
        });
    }

    private void describeFields() {
        username.setHelperText("Huruf kecil dan angka, misalnya tita.wulandari");
        username.setMaxLength(40);
        fullName.setMaxLength(120);
        nip.setMaxLength(24);
        nip.setAllowedCharPattern("[0-9 .]");
        nip.setValueChangeMode(ValueChangeMode.LAZY);
        nip.addValueChangeListener(change -> checkNip(change.getValue()));
        rank.setPlaceholder("Penata (III/c)");
        rank.setMaxLength(80);
        List.of(username, fullName, nip, rank).forEach(field -> field.setManualValidation(true));
        findings.at("username", username)
                .at("fullName", fullName)
                .at("nip", nip)
                .at("civilRank", rank)
                .at("office", office)
                .at("roles", roles);
    }

    private void checkNip(String typed) {
        boolean complete = typed.replaceAll("\\D", "").length() == 18;
        findings.show(complete ? Nip.parse(typed).findings() : List.of());
    }

    private void read(AccountDetails account, List<Office> offices, List<Role> allRoles) {
        username.setValue(account.username());
        username.setReadOnly(true);
        username.setHelperText("Tetap, karena catatan lama menyebutnya");
        fullName.setValue(account.fullName());
        nip.setValue(Optional.ofNullable(account.nip()).map(Nip::grouped).orElse(""));
        rank.setValue(Objects.requireNonNullElse(account.civilRank(), ""));
        offices.stream()
                .filter(candidate -> candidate.code().equals(account.office()))
                .findFirst()
                .ifPresent(office::setValue);
        Set<String> held =
                account.roles().stream().map(AccountDetails.HeldRole::code).collect(Collectors.toSet());
        roles.setValue(
                allRoles.stream().filter(role -> held.contains(role.code())).collect(Collectors.toSet()));
    }

    private void confirmed() {
        try {
            save.save(username.getValue(), edit());
            close();
        } catch (InvalidInput invalid) {
            findings.show(invalid.findings());
            confirm.setEnabled(true);
        }
    }

    private AccountEdit edit() {
        return new AccountEdit(
                fullName.getValue(),
                nip.getValue(),
                rank.getValue(),
                Optional.ofNullable(office.getValue()).map(Office::code).orElse(null),
                roles.getValue().stream().map(Role::code).collect(Collectors.toSet()));
    }
}
