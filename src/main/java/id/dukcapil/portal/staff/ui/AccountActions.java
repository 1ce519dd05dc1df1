package id.dukcapil.portal.staff.ui;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.common.ui.Confirm;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.ReasonDialog;
import id.dukcapil.portal.staff.AccountDetails;
import id.dukcapil.portal.staff.AccountDetails.Action;
import id.dukcapil.portal.staff.Accounts;
import id.dukcapil.portal.staff.Accounts.IssuedPassword;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Roles;
import id.dukcapil.portal.staff.StaffConflict;
import id.dukcapil.portal.staff.signin.SecondFactor;
import java.net.URLEncoder;
import java.util.function.Consumer;

/** What can be done with accounts, as far as the person may. */
@SpringComponent
@UIScope
class AccountActions {

    private final Accounts accounts;
    private final Roles roles;
    private final CurrentStaff staff;
    private final SecondFactor secondFactor;

    AccountActions(Accounts accounts, Roles roles, CurrentStaff staff, SecondFactor secondFactor) {
        this.accounts = accounts;
        this.roles = roles;
        this.staff = staff;
        this.secondFactor = secondFactor;
    }

    Component[] ofList(Consumer<StaffId> changed) {
        if (!staff.may(Permission.STAFF_EDIT)) {
            return new Component[0];
        }
        var create = new Button("Pegawai baru", click -> create(changed));
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.addClickShortcut(Key.KEY_N, KeyModifier.ALT);
        create.setTooltipText("Alt + N");
        return new Component[] {create};
    }

    void offer(AccountPanel panel, AccountDetails account, Consumer<StaffId> changed) {
        for (Action action : account.allowed()) {
            switch (action) {
                case EDIT -> panel.offer("Ubah", () -> edit(account, changed), ButtonVariant.PRIMARY);
                case RESET_PASSWORD -> panel.offer("Kata sandi awal", () -> reset(account, changed));
                case RESET_SECOND_FACTOR ->
                    panel.offer("Atur ulang langkah kedua", () -> resetSecondFactor(account, changed));
                case DISABLE -> panel.offer("Nonaktifkan", () -> disable(account, changed), ButtonVariant.ERROR);
                case ENABLE -> panel.offer("Aktifkan kembali", () -> enable(account, changed));
            }
        }
        if (staff.may(Permission.STAFF_EDIT)) {
            var sessions = new Anchor("sesi?pegawai=" + URLEncoder.encode(account.username(), UTF_8), "Sesi aktif");
            sessions.addClassName("button");
            panel.offer(sessions);
        }
    }

    private void create(Consumer<StaffId> changed) {
        new AccountDialog(staff.officesInScope(), roles.all(), null, (username, edit) -> {
                    IssuedPassword issued = accounts.create(username, edit);
                    Notify.done("Akun %s dibuat.".formatted(issued.username()));
                    changed.accept(issued.account());
                    new PasswordDialog(issued).open();
                })
                .open();
    }

    private void edit(AccountDetails account, Consumer<StaffId> changed) {
        new AccountDialog(
                        staff.officesInScope(),
                        roles.all(),
                        account,
                        (username, edit) -> act(account, changed, () -> {
                            accounts.edit(account.id(), account.version(), edit);
                            Notify.done("Akun %s disimpan; berlaku sejak sekarang.".formatted(account.username()));
                        }))
                .open();
    }

    private void reset(AccountDetails account, Consumer<StaffId> changed) {
        Confirm.ask(
                "Buat kata sandi awal untuk %s?".formatted(account.fullName()),
                "Kata sandi yang sekarang tidak berlaku lagi dan sesi yang terbuka berakhir.",
                "Buat kata sandi awal",
                () -> act(
                        account,
                        changed,
                        () -> new PasswordDialog(accounts.resetPassword(account.id(), account.version())).open()));
    }

    private void resetSecondFactor(AccountDetails account, Consumer<StaffId> changed) {
        Confirm.ask(
                "Atur ulang langkah kedua %s?".formatted(account.fullName()),
                "Aplikasi autentikator dan kode pemulihannya tidak berlaku lagi; sampai dipasang ulang, akun ini hanya dijaga kata sandi. Pastikan dahulu bahwa orangnya sendiri yang meminta.",
                "Atur ulang",
                () -> act(account, changed, () -> {
                    if (secondFactor.reset(account.id())) {
                        Notify.done("Langkah kedua %s diatur ulang.".formatted(account.username()));
                    } else {
                        Notify.warning("Akun %s sudah tidak memiliki langkah kedua.".formatted(account.username()));
                    }
                }));
    }

    private void disable(AccountDetails account, Consumer<StaffId> changed) {
        ReasonDialog.askBeforeLoss(
                "Nonaktifkan %s?".formatted(account.fullName()),
                "Pegawai ini tidak dapat masuk lagi dan sesinya yang terbuka langsung berakhir. Catatan pekerjaannya tetap ada.",
                "Nonaktifkan",
                reason -> act(account, changed, () -> {
                    accounts.disable(account.id(), account.version(), reason);
                    Notify.done("Akun %s dinonaktifkan.".formatted(account.username()));
                }));
    }

    private void enable(AccountDetails account, Consumer<StaffId> changed) {
        act(account, changed, () -> {
            accounts.enable(account.id(), account.version());
            Notify.done("Akun %s aktif kembali.".formatted(account.username()));
        });
    }

    /** Shows the account as it is afterwards, also when somebody else was faster. */
    private static void act(AccountDetails account, Consumer<StaffId> changed, Runnable work) {
        try {
            work.run();
        } catch (StaffConflict faster) {
            Notify.warning(String.valueOf(faster.getMessage()));
        }
        changed.accept(account.id());
    }
}
