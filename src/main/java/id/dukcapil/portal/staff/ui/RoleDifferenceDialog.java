package id.dukcapil.portal.staff.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.staff.RoleDifference;
import id.dukcapil.portal.staff.RoleDifference.Affected;
import java.util.ArrayList;
import java.util.List;

/** What saving a role would change, and for whom; nothing is stored before it is confirmed here. */
class RoleDifferenceDialog extends Dialog {

    private final Div problem = new Div();

    /** @param enforced whether the portal insists on the second factor that a role demands */
    RoleDifferenceDialog(RoleDifference difference, boolean enforced, Runnable save) {
        setHeaderTitle("Perubahan peran " + difference.labelBefore());
        setWidth("min(38rem, 96vw)");
        add(changes(difference, enforced), people(difference), problem);
        problem.getElement().setAttribute("role", "alert");
        var confirm = new Button("Simpan perubahan");
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(click -> {
            try {
                save.run();
                close();
            } catch (InvalidInput refused) {
                problem.removeAll();
                problem.add(new Callout("Ditolak", Tone.LATE, String.valueOf(refused.getMessage())));
            }
        });
        getFooter().add(new Button("Kembali", click -> close()), confirm);
    }

    private static UnorderedList changes(RoleDifference difference, boolean enforced) {
        var list = new UnorderedList();
        list.addClassName("difference");
        if (!difference.labelBefore().equals(difference.labelAfter())) {
            list.add(line("~", "Nama menjadi " + difference.labelAfter(), "renamed"));
        }
        difference.added().forEach(permission -> list.add(line("+", permission.label(), "added")));
        difference.removed().forEach(permission -> list.add(line("−", permission.label(), "removed")));
        if (difference.secondFactorChanges()) {
            list.add(
                    difference.secondFactorAfter()
                            ? line("+", "Wajib langkah kedua; " + demand(enforced), "added")
                            : line("−", "Wajib langkah kedua; kata sandi saja cukup untuk masuk", "removed"));
        }
        difference.forgotten().forEach(name -> list.add(line("−", "Izin yang tidak dikenal " + name, "removed")));
        return list;
    }

    private static String demand(boolean enforced) {
        return enforced
                ? "yang belum memasangnya diarahkan ke sana di halaman berikutnya"
                : "di peragaan ini belum ditagih, jadi pemegangnya tetap dapat masuk dengan kata sandi saja";
    }

    private static ListItem line(String sign, String text, String cssClass) {
        var mark = new Span(sign);
        mark.addClassName("sign");
        var item = new ListItem(mark, new Span(" " + text));
        item.addClassName(cssClass);
        return item;
    }

    private static Div people(RoleDifference difference) {
        var part = new Div();
        part.addClassName("affected");
        if (difference.people().isEmpty()) {
            part.add(new Paragraph(
                    difference.secondFactorChanges()
                            ? "Izin tidak berubah untuk siapa pun."
                            : "Tidak ada pegawai yang terdampak."));
            return part;
        }
        part.add(new H3("%d pegawai terdampak".formatted(difference.people().size())));
        if (difference.people().stream().anyMatch(Affected::oneself)) {
            part.add(new Callout("Anda", Tone.WARN, "Perubahan ini juga mengenai akun Anda sendiri."));
        }
        var list = new UnorderedList();
        list.addClassName("latest");
        difference.people().forEach(person -> list.add(person(person)));
        part.add(list);
        return part;
    }

    private static ListItem person(Affected person) {
        var effect = new Span(" " + effect(person));
        effect.addClassName("muted");
        return new ListItem(new Span(person.fullName()), effect);
    }

    private static String effect(Affected person) {
        var parts = new ArrayList<String>();
        parts.add(person.officeName());
        count(parts, "+", person.gained());
        count(parts, "−", person.lost());
        return String.join(" · ", parts);
    }

    private static void count(List<String> parts, String sign, List<Permission> permissions) {
        if (!permissions.isEmpty()) {
            parts.add(sign + permissions.size() + " izin");
        }
    }
}
