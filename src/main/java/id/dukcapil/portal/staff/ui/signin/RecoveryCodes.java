package id.dukcapil.portal.staff.ui.signin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.Tone;
import java.util.List;

/** The codes for the day the telephone is lost; they are shown this once. */
class RecoveryCodes extends Div {

    RecoveryCodes(List<String> codes, Runnable kept) {
        addClassName("stack");
        var list = new OrderedList();
        list.addClassName("recovery-codes");
        codes.forEach(code -> list.add(new ListItem(code)));
        var print = new Button("Cetak");
        print.addAttachListener(attached -> print.getElement().executeJs("this.onclick = () => window.print()"));
        var go = new Button("Sudah saya simpan", click -> kept.run());
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.setDisableOnClick(true);
        var actions = new Div(go, print);
        actions.addClassName("actions");
        add(
                new Callout(
                        "Simpan sekarang",
                        Tone.WARN,
                        "Kode pemulihan ini hanya tampil sekali. Masing-masing membuka pintu satu kali bila ponsel hilang. Simpan di tempat terkunci, jangan di ponsel yang sama."),
                list,
                actions);
    }
}
