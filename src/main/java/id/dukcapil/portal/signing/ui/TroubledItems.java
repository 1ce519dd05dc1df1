package id.dukcapil.portal.signing.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.spring.annotation.SpringComponent;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.ReasonDialog;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.signing.ItemRow;
import id.dukcapil.portal.signing.ItemState;
import id.dukcapil.portal.signing.UnknownSignatures;
import id.dukcapil.portal.staff.CurrentStaff;
import java.util.List;

/** Lists documents that were not signed or of which nobody knows, each with why, and with what can be done about it. */
@SpringComponent
class TroubledItems {

    private final UnknownSignatures unknown;
    private final CurrentStaff staff;

    TroubledItems(UnknownSignatures unknown, CurrentStaff staff) {
        this.unknown = unknown;
        this.staff = staff;
    }

    /** @param changed called when one has been settled */
    UnorderedList list(List<ItemRow> items, Runnable changed) {
        var list = new UnorderedList();
        list.addClassName("troubled");
        items.forEach(item -> list.add(line(item, changed)));
        return list;
    }

    private ListItem line(ItemRow item, Runnable changed) {
        var why = new Span(item.explanation() == null ? "" : item.explanation());
        why.addClassName("muted");
        var line = new ListItem(
                new Span(name(item) + " · " + item.concerns()),
                new StatusBadge(item.state().label(), SigningTones.of(item.state())),
                why);
        if (item.state() == ItemState.UNKNOWN && staff.may(Permission.DOCUMENT_SIGN)) {
            line.add(actions(item, changed));
        }
        return line;
    }

    private Div actions(ItemRow item, Runnable changed) {
        var look = new Button("Periksa lagi", click -> look(item, changed));
        look.addThemeVariants(ButtonVariant.SMALL);
        var declare = new Button("Nyatakan tidak ditandatangani", click -> askBeforeDeclaring(item, changed));
        declare.addThemeVariants(ButtonVariant.SMALL);
        var actions = new Div(look, declare);
        actions.addClassName("actions");
        return actions;
    }

    private void look(ItemRow item, Runnable changed) {
        ItemState now = unknown.look(item.item()).orElse(null);
        if (now == null) {
            Notify.warning("%s sudah dibereskan oleh orang lain.".formatted(name(item)));
        } else if (now == ItemState.UNKNOWN) {
            Notify.warning(
                    "%s belum ditemukan bertanda tangan. Periksa di penyedia TTE; bila memang tidak ada, nyatakan di sini."
                            .formatted(name(item)));
        } else {
            Notify.done("%s: %s.".formatted(name(item), now.label().toLowerCase(Formats.INDONESIAN)));
        }
        changed.run();
    }

    private void askBeforeDeclaring(ItemRow item, Runnable changed) {
        ReasonDialog.askBeforeLoss(
                "Nyatakan tidak ditandatangani?",
                "Anda memastikan bahwa penyedia TTE tidak menandatangani %s. Dokumen itu lalu menunggu lagi dan dapat"
                                .formatted(name(item))
                        + " ditandatangani sekali lagi. Pernyataan ini dicatat atas nama Anda.",
                "Nyatakan",
                reason -> declare(item, reason, changed));
    }

    private void declare(ItemRow item, String reason, Runnable changed) {
        if (unknown.declareUnsigned(item.item(), reason)) {
            Notify.done("%s menunggu tanda tangan lagi.".formatted(name(item)));
        } else {
            Notify.warning("%s tidak lagi belum pasti: tanda tangannya ditemukan atau orang lain sudah membereskannya."
                    .formatted(name(item)));
        }
        changed.run();
    }

    private static String name(ItemRow item) {
        return item.title() + " " + item.reference();
    }
}
