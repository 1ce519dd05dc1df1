package id.dukcapil.portal.notification.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.DetailPanel;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.StatusBadge;
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

    private static final long serialVersionUID = 1L;

    private final transient ZoneId zone;

    MailPanel(ZoneId zone) {
        super("rincian surat");
        this.zone = zone;
    }

    void show(MailDetails mail, List<Component> actions, Runnable dismissed) {
        startWith(
                mail.row().kind(),
                dismissed,
                new StatusBadge(
                        mail.row().status().label(), MailTones.of(mail.row().status())));
        if (mail.anonymised()) {
            add(new Callout("Dihapus", Tone.INFO, "Alamat, nama, dan isi surat ini sudah dihapus sesuai masa simpan."));
        }
        var buttons = new Div();
        buttons.addClassName("panel-actions");
        actions.forEach(buttons::add);
        add(facts(mail), buttons, history(mail));
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
        var list = new OrderedList();
        list.addClassName("timeline");
        mail.history().forEach(event -> list.add(line(event)));
        return section("Riwayat", list);
    }

    private ListItem line(MailDetails.Event event) {
        var what = new Span(event.kind().label());
        String who = Objects.requireNonNullElse(event.actor(), "Portal");
        var when = new Span(who + ", " + Formats.shortDateTime(event.at(), zone));
        when.addClassName("muted");
        var item = new ListItem(what, when);
        String answer = answer(event);
        if (!answer.isEmpty()) {
            var said = new Span(answer);
            said.addClassName("muted");
            item.add(said);
        }
        return item;
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
