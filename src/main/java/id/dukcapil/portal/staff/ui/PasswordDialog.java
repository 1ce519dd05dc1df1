package id.dukcapil.portal.staff.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.staff.Accounts.IssuedPassword;

/** Shows an initial password, once: it is stored as a hash and cannot be seen again. */
class PasswordDialog extends Dialog {

    /** Without the clipboard, as on a plain http address, the text is selected for Ctrl + C. */
    private static final String COPY = """
            const text = $0.textContent;
            const select = () => getSelection().selectAllChildren($0);
            if (navigator.clipboard) { navigator.clipboard.writeText(text).then(() => {}, select); } else { select(); }
            """;

    PasswordDialog(IssuedPassword issued) {
        setHeaderTitle("Kata sandi awal untuk " + issued.fullName());
        setWidth("min(30rem, 96vw)");
        setCloseOnOutsideClick(false);
        var password = new Span(issued.text());
        password.addClassName("issued-password");
        var copy = new Button("Salin");
        copy.addClickListener(click -> {
            copy.getElement().executeJs(COPY, password.getElement());
            copy.setText("Disalin");
        });
        var box = new Div(password, copy);
        box.addClassName("issued-password-box");
        add(
                new KeyValueList().with("Nama pengguna", issued.username()),
                box,
                new Paragraph(
                        "Sampaikan langsung kepada yang bersangkutan. Kata sandi ini hanya tampil sekali dan wajib diganti saat pertama kali masuk."));
        var done = new Button("Sudah dicatat", click -> close());
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(done);
    }
}
