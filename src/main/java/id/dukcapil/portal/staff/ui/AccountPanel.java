package id.dukcapil.portal.staff.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.common.Nip;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.DetailPanel;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.staff.AccountDetails;
import id.dukcapil.portal.staff.AccountFilter.Standing;
import id.dukcapil.portal.staff.PermissionRoom;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** One account beside the list: the person, the roles, what they add up to, and what can be done. */
class AccountPanel extends DetailPanel {

    private final ZoneId zone;

    AccountPanel(ZoneId zone) {
        super("rincian pegawai");
        this.zone = zone;
    }

    void show(AccountDetails account) {
        startWith(
                account.fullName(), new StatusBadge(account.standing().label(), AccountsView.tone(account.standing())));
        explain(account);
        add(facts(account), actions, section("Peran", roles(account)), section("Boleh sekarang", permissions(account)));
        add(changed(account));
    }

    private void explain(AccountDetails account) {
        if (account.standing() == Standing.DISABLED) {
            add(new Callout("Nonaktif", Tone.NEUTRAL, Objects.requireNonNullElse(account.disabledBecause(), "–")));
        } else if (account.standing() == Standing.AWAITING_PASSWORD) {
            add(new Callout(
                    "Menunggu", Tone.WARN, "Pegawai masuk dengan kata sandi awal, lalu langsung menggantinya."));
        }
        if (account.mandate() != null) {
            add(new Callout(
                    account.mandate(), Tone.INFO, "Mandat sedang berlaku: kewenangan jabatan itu ikut dipegang."));
        }
    }

    private static KeyValueList facts(AccountDetails account) {
        return new KeyValueList()
                .with("Nama pengguna", account.username())
                .with(
                        "NIP",
                        Optional.ofNullable(account.nip()).map(Nip::grouped).orElse("bukan ASN"))
                .with("Pangkat", Objects.requireNonNullElse(account.civilRank(), ""))
                .with("Kantor", account.officeName());
    }

    private static Div roles(AccountDetails account) {
        var chips = new Div();
        chips.addClassName("role-chips");
        account.roles().forEach(role -> {
            var chip = new Anchor("peran?peran=" + role.code(), role.label());
            chip.addClassNames("badge", "role-chip");
            chips.add(chip);
        });
        return chips;
    }

    /** Grouped by room, so that a glance tells in which work the person takes part. */
    private static Div permissions(AccountDetails account) {
        var rooms = new Div();
        rooms.addClassName("room-permissions");
        for (PermissionRoom room : PermissionRoom.values()) {
            List<Permission> held = room.permissions().stream()
                    .filter(account.permissions()::contains)
                    .toList();
            if (!held.isEmpty()) {
                var name = new Span(room.label());
                name.addClassName("room");
                var what = new Span(held.stream().map(Permission::label).collect(Collectors.joining(" · ")));
                what.addClassName("muted");
                rooms.add(new Div(name, what));
            }
        }
        return rooms;
    }

    private Paragraph changed(AccountDetails account) {
        Instant at = Objects.requireNonNullElse(account.changedAt(), account.createdAt());
        String by = account.changedBy() == null ? "" : " oleh " + account.changedBy();
        var line = new Paragraph("%s %s%s"
                .formatted(account.changedAt() == null ? "Dibuat" : "Terakhir diubah", Formats.dateTime(at, zone), by));
        line.addClassName("muted");
        return line;
    }
}
