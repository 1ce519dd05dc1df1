package id.dukcapil.portal.channel.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import id.dukcapil.portal.channel.ApiClientRow;
import id.dukcapil.portal.channel.ApiClients;
import id.dukcapil.portal.channel.ApiKeyRow;
import id.dukcapil.portal.channel.ApiScope;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.Confirm;
import id.dukcapil.portal.common.ui.DetailPanel;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One outside system beside the list: what it may do, its keys, and what can be done with them. */
class ApiClientPanel extends DetailPanel {

    private final transient ApiClients clients;
    private final transient ZoneId zone;
    private final transient Runnable changed;

    ApiClientPanel(ApiClients clients, ZoneId zone, Runnable changed) {
        super("rincian klien API");
        this.clients = clients;
        this.zone = zone;
        this.changed = changed;
    }

    void show(ApiClientRow client, Instant now) {
        startWith(client.name(), state(client));
        if (client.demonstration()) {
            add(new Callout(
                    "Demonstrasi",
                    Tone.WARN,
                    "Kunci klien ini diterbitkan untuk umum. Cabut sebelum portal dipakai sungguhan."));
        }
        add(
                new KeyValueList()
                        .with(
                                "Cakupan",
                                client.scopes().stream().map(ApiScope::label).collect(Collectors.joining(", ")))
                        .with("Batas", Formats.number(client.requestsPerMinute()) + " permintaan per menit")
                        .with("Terdaftar", Formats.dateTime(client.createdAt(), zone)),
                actions(client),
                section("Kunci", keys(client, now)));
    }

    static StatusBadge state(ApiClientRow client) {
        return new StatusBadge(ApiClientsView.stateLabel(client), ApiClientsView.stateTone(client));
    }

    private Div actions(ApiClientRow client) {
        var issue = new Button("Terbitkan kunci", click -> new KeyDialogs.Issue(clients, client, zone, changed).open());
        issue.addThemeVariants(ButtonVariant.PRIMARY);
        return actions(
                new Button("Ubah", click -> new ApiClientDialog(clients, client, id -> {}, changed).open()),
                client.enabled()
                        ? new Button("Nonaktifkan", click -> switchOff(client))
                        : new Button("Aktifkan", click -> switchTo(client, true)),
                issue);
    }

    private void switchOff(ApiClientRow client) {
        Confirm.ask(
                "Nonaktifkan " + client.name() + "?",
                "Semua kuncinya langsung ditolak sampai klien diaktifkan lagi.",
                "Nonaktifkan",
                () -> switchTo(client, false));
    }

    private void switchTo(ApiClientRow client, boolean enabled) {
        clients.setEnabled(client.id(), enabled);
        Notify.done("%s %s.".formatted(client.name(), enabled ? "diaktifkan" : "dinonaktifkan"));
        changed.run();
    }

    private Component keys(ApiClientRow client, Instant now) {
        List<ApiKeyRow> keys = clients.keysOf(client.id());
        if (keys.isEmpty()) {
            return new Paragraph("Belum ada kunci; sistem ini belum dapat masuk.");
        }
        var list = new UnorderedList();
        list.addClassName("keys");
        keys.forEach(key -> list.add(item(client, key, now)));
        return list;
    }

    private ListItem item(ApiClientRow client, ApiKeyRow key, Instant now) {
        var prefix = new Span(key.prefix() + "…");
        prefix.addClassName("mono");
        var head = new Div(prefix, keyState(key, now));
        head.addClassName("key-head");
        if (key.demonstration()) {
            head.add(new StatusBadge("Demonstrasi", Tone.WARN));
        }
        var item = new ListItem(head, line("Diterbitkan", key.createdAt(), key.createdBy()));
        item.add(line("Terakhir dipakai", key.lastUsedAt(), null));
        if (key.revokedAt() != null) {
            item.add(line("Dicabut", key.revokedAt(), key.revokeReason()));
        } else if (key.expiresAt() != null) {
            item.add(line("Berlaku sampai", key.expiresAt(), null));
        }
        if (key.worksAt(now)) {
            item.add(keyActions(client, key));
        }
        return item;
    }

    private Div keyActions(ApiClientRow client, ApiKeyRow key) {
        var rotate = new Button("Ganti", click -> new KeyDialogs.Rotate(clients, client, key, changed).open());
        var revoke = new Button("Cabut", click -> new KeyDialogs.Revoke(clients, client, key, changed).open());
        rotate.setAriaLabel("Ganti kunci " + key.prefix());
        revoke.setAriaLabel("Cabut kunci " + key.prefix());
        return actions(rotate, revoke);
    }

    private Span line(String what, @Nullable Instant when, @Nullable String more) {
        String text = when == null ? "belum pernah" : Formats.dateTime(when, zone);
        var line = new Span(what + ": " + text + (more == null ? "" : " · " + more));
        line.addClassName("muted");
        return line;
    }

    private static StatusBadge keyState(ApiKeyRow key, Instant now) {
        if (key.revokedAt() != null) {
            return new StatusBadge("Dicabut", Tone.LATE);
        }
        return key.worksAt(now) ? new StatusBadge("Berlaku", Tone.OK) : new StatusBadge("Berakhir", Tone.NEUTRAL);
    }
}
