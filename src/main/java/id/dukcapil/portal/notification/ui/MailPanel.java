package id.dukcapil.portal.notification.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.DetailPanel;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Timeline;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.notification.MailDetails;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One mail beside the list: where it stands, what can be done, and what happened to it. */
class MailPanel extends DetailPanel {

    private final transient ZoneId zone;

    MailPanel(ZoneId zone) {
        super("rincian surat");
        this.zone = zone;
    }

    void show(MailDetails mail, List<Component> buttons) {
        startWith(
                mail.row().kind(),
                new StatusBadge(
                        mail.row().status().label(),
                        OutgoingMailsView.tone(mail.row().status())));
        if (mail.anonymised()) {
            add(new Callout("Dihapus", Tone.INFO, "Alamat, nama, dan isi surat ini sudah dihapus sesuai masa simpan."));
        }
        offer(buttons.toArray(Component[]::new));
        add(facts(mail), actions, history(mail));
    }

    private KeyValueList facts(MailDetails mail) {
        return new KeyValueList()
                .with(mail.row().about(), mail.row().reference())
                .with("Kepada", mail.row().to())
                .with("Diminta", Formats.dateTime(mail.row().createdAt(), zone))
                .with("Percobaan berikut", moment(mail.dueAt()))
                .with("Selesai", moment(mail.finishedAt()))
                .with("Lampiran", mail.hasAttachment() ? "ada, dibuat saat dikirim" : "tidak ada")
                .with("Message-ID", messageId(mail));
    }

    /** It is long and has no blanks. */
    private static Span messageId(MailDetails mail) {
        var text = new Span(mail.messageId());
        text.addClassNames("muted", "mail-id");
        return text;
    }

    private String moment(@Nullable Instant instant) {
        return Optional.ofNullable(instant)
                .map(at -> Formats.shortDateTime(at, zone))
                .orElse("");
    }

    private Section history(MailDetails mail) {
        if (mail.history().isEmpty()) {
            var nothing = new Span("Belum ada percobaan pengiriman.");
            nothing.addClassName("muted");
            return section("Riwayat", nothing);
        }
        return section(
                "Riwayat",
                Timeline.of(
                        mail.history(),
                        event -> event.kind().label(),
                        event -> Objects.requireNonNullElse(event.actor(), "Portal"),
                        MailDetails.Event::at,
                        MailPanel::answer,
                        zone));
    }

    /** The server usually repeats the code in its text. */
    private static String answer(MailDetails.Event event) {
        String text = Objects.requireNonNullElse(event.text(), "");
        String code = event.code() == null || text.startsWith(event.code().toString())
                ? ""
                : event.code().toString();
        return Stream.of(code, text).filter(part -> !part.isBlank()).collect(Collectors.joining(" "));
    }
}
