package id.dukcapil.portal.signing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.signing.Preflight;
import id.dukcapil.portal.signing.SignatoryLines;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** What was found before the passphrase is asked for: who signs, with what, and which documents are left out and why. */
class Findings extends Div {

    private static final Duration SOON = Duration.ofDays(30);

    private final UnorderedList list = new UnorderedList();
    private final transient ZoneId zone;

    Findings(Preflight found, ZoneId zone, Instant now) {
        this.zone = zone;
        addClassName("findings");
        add(head(found), list);
        signer(found);
        certificate(found, now);
        if (found.demonstration()) {
            line("!", Tone.WARN, "%s adalah penyedia contoh: tanda tangannya tidak sah.".formatted(found.provider()));
        }
        found.obstacles().forEach(obstacle -> line("✕", found.provider() == null ? Tone.NEUTRAL : Tone.LATE, obstacle));
        documents(found);
    }

    private static Component head(Preflight found) {
        var head = new Div(new Span("Pemeriksaan sebelum tanda tangan"), badge(found));
        head.addClassName("findings-head");
        return head;
    }

    private static StatusBadge badge(Preflight found) {
        if (found.provider() == null) {
            return new StatusBadge("belum diatur", Tone.NEUTRAL);
        }
        return found.obstacles().isEmpty() ? new StatusBadge("siap", Tone.OK) : new StatusBadge("terhalang", Tone.LATE);
    }

    private void signer(Preflight found) {
        SignatoryLines signer = found.signer();
        if (signer != null) {
            String by = found.mandate() == null ? "" : ", mandat " + found.mandate();
            line("✓", Tone.OK, "%s, %s%s".formatted(signer.fullName(), signer.title(), by));
        }
    }

    private void certificate(Preflight found, Instant now) {
        Instant ends = found.certificateEnds();
        if (found.certificate() == null
                || !found.certificate().maySign()
                || !found.obstacles().isEmpty()) {
            return;
        }
        String until = ends == null ? "" : " sampai " + Formats.date(LocalDate.ofInstant(ends, zone));
        boolean soon = ends != null && ends.isBefore(now.plus(SOON));
        line(
                soon ? "!" : "✓",
                soon ? Tone.WARN : Tone.OK,
                "%s%s · %s%s"
                        .formatted(
                                found.certificate().label(),
                                until,
                                found.provider(),
                                soon ? " · segera perpanjang" : ""));
    }

    private void documents(Preflight found) {
        int ready = found.ready().size();
        if (ready > 0) {
            line("✓", Tone.OK, "%s dokumen utuh dan sama dengan yang diverifikasi".formatted(Formats.number(ready)));
        }
        List<Preflight.Check> leftOut =
                found.documents().stream().filter(check -> !check.isReady()).toList();
        if (!leftOut.isEmpty()) {
            list.add(leftOut(leftOut));
        }
    }

    /** Documents that do not come along, folded up under their number. */
    static ListItem leftOut(List<Preflight.Check> documents) {
        var each = new UnorderedList();
        each.addClassName("left-out");
        documents.forEach(check -> {
            var why = new Span(String.join(" ", check.obstacles()));
            why.addClassName("muted");
            each.add(new ListItem(new Span(check.title() + " " + check.reference()), why));
        });
        var item =
                new ListItem(new Details("✕ %s dokumen tidak ikut".formatted(Formats.number(documents.size())), each));
        item.addClassName("tone-late");
        return item;
    }

    private void line(String mark, Tone tone, String sentence) {
        var sign = new Span(mark);
        sign.addClassName("mark");
        sign.getElement().setAttribute("aria-hidden", "true");
        var item = new ListItem(sign, new Span(sentence));
        item.addClassName("tone-" + tone.cssClass());
        list.add(item);
    }
}
