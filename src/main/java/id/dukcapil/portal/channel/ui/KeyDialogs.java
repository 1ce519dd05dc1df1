package id.dukcapil.portal.channel.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.channel.ApiClientRow;
import id.dukcapil.portal.channel.ApiClients;
import id.dukcapil.portal.channel.ApiClients.IssuedKey;
import id.dukcapil.portal.channel.ApiKeyRow;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.Tone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The life of a key: issued and shown once, replaced, revoked. */
final class KeyDialogs {

    private KeyDialogs() {}

    /** The key in clear, with a button that copies it; there is no second look. */
    static void show(String client, IssuedKey key) {
        var secret = new TextField("Kunci");
        secret.setValue(key.text());
        secret.setReadOnly(true);
        secret.setWidthFull();
        secret.addClassName("secret");
        var copy = new Button("Salin kunci");
        copy.addThemeVariants(ButtonVariant.PRIMARY);
        // In the browser alone: the clipboard wants the user's own click
        copy.addAttachListener(attached -> copy.getElement()
                .executeJs(
                        "this.onclick = () => navigator.clipboard"
                                + " ? navigator.clipboard.writeText($0.value).then(() => { this.textContent = 'Tersalin'; })"
                                + " : ($0.inputElement.select(), document.execCommand('copy'))",
                        secret.getElement()));
        var dialog = new Dialog("Kunci baru · " + client);
        dialog.setWidth("min(38rem, 96vw)");
        dialog.setCloseOnOutsideClick(false);
        dialog.setCloseOnEsc(false);
        var content = new Div(
                new Callout(
                        "Hanya sekali",
                        Tone.WARN,
                        "Kunci ini hanya tampil sekarang dan tidak dapat dilihat lagi. Salin dan serahkan lewat jalur yang aman."),
                secret,
                new Paragraph("Dikirim pada setiap permintaan: Authorization: Bearer <kunci>"));
        content.addClassName("form-stack");
        dialog.add(content);
        dialog.getFooter().add(new Button("Sudah disimpan, tutup", click -> dialog.close()), copy);
        dialog.open();
    }

    /** Hands out another key of the client. */
    static final class Issue extends FormDialog {

        private final transient ApiClients clients;
        private final transient ApiClientRow client;
        private final transient ZoneId zone;
        private final DatePicker until = Indonesian.datePicker("Berlaku sampai (kosong: sampai dicabut)");

        Issue(ApiClients clients, ApiClientRow client, ZoneId zone, Runnable changed) {
            super("Terbitkan kunci · " + client.name(), "Terbitkan kunci", changed);
            this.clients = clients;
            this.client = client;
            this.zone = zone;
            addFields(until);
            findings().at("expiresAt", until);
        }

        @Override
        protected String act() {
            show(client.name(), clients.issueKey(client.id(), endOf(until.getValue())));
            return "Kunci baru %s diterbitkan.".formatted(client.name());
        }

        private @Nullable Instant endOf(@Nullable LocalDate last) {
            return last == null ? null : last.plusDays(1).atStartOfDay(zone).toInstant();
        }
    }

    /** Replaces a key; the old one goes on for a while. */
    static final class Rotate extends FormDialog {

        private final transient ApiClients clients;
        private final transient ApiClientRow client;
        private final transient ApiKeyRow key;
        private final Select<Integer> days = Indonesian.select("Kunci lama masih berlaku");

        Rotate(ApiClients clients, ApiClientRow client, ApiKeyRow key, Runnable changed) {
            super("Ganti kunci %s…".formatted(key.prefix()), "Ganti kunci", changed);
            this.clients = clients;
            this.client = client;
            this.key = key;
            days.setItems(0, 1, 7, 30);
            days.setItemLabelGenerator(count -> count == 0 ? "tidak lagi" : count + " hari");
            days.setValue(7);
            addFields(
                    new Paragraph(
                            "Kunci baru diterbitkan sekarang. Selama masa tumpang tindih kedua kunci diterima, sehingga sistem luar dapat beralih tanpa henti."),
                    days);
        }

        @Override
        protected String act() {
            show(client.name(), clients.rotateKey(key.id(), Duration.ofDays(days.getValue())));
            return "Kunci %s… diganti.".formatted(key.prefix());
        }
    }

    /** Ends a key at once. */
    static final class Revoke extends FormDialog {

        private final transient ApiClients clients;
        private final transient ApiKeyRow key;
        private final TextField reason = Indonesian.textField("Alasan");

        Revoke(ApiClients clients, ApiClientRow client, ApiKeyRow key, Runnable changed) {
            super("Cabut kunci %s… · %s".formatted(key.prefix(), client.name()), "Cabut kunci", changed);
            this.clients = clients;
            this.key = key;
            reason.setMaxLength(200);
            actButton().addThemeVariants(ButtonVariant.ERROR);
            addFields(
                    new Paragraph(
                            "Permintaan berikutnya dengan kunci ini langsung ditolak dan ini tidak dapat dibatalkan."),
                    reason);
            findings().at("reason", reason);
        }

        @Override
        protected String act() {
            clients.revokeKey(key.id(), reason.getValue());
            return "Kunci %s… dicabut.".formatted(key.prefix());
        }
    }
}
