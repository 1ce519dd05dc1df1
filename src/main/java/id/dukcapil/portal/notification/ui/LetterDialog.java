package id.dukcapil.portal.notification.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import id.dukcapil.portal.notification.letters.Letter;

/**
 * The letter as its reader sees it. The page stands in a frame that may do nothing: no scripts, no forms, nothing of the
 * portal's within reach.
 */
class LetterDialog extends Dialog {

    LetterDialog(Letter letter, byte[] emblem) {
        setHeaderTitle(letter.subject());
        setWidth("min(46rem, 98vw)");
        setHeight("min(52rem, 96vh)");
        var page = page(letter, emblem);
        var text = new Pre(letter.text());
        text.addClassName("letter-text");
        text.setVisible(false);
        var forms = new Tabs(new Tab("HTML"), new Tab("Teks"));
        forms.addSelectedChangeListener(change -> {
            page.setVisible(forms.getSelectedIndex() == 0);
            text.setVisible(forms.getSelectedIndex() == 1);
        });
        var note = new Paragraph("Ditulis dengan templat yang berlaku sekarang.");
        note.addClassName("muted");
        var content = new Div(forms, page, text, note);
        content.addClassName("letter");
        add(content);
        getFooter().add(new Button("Tutup", click -> close()));
    }

    private static IFrame page(Letter letter, byte[] emblem) {
        var frame = new IFrame();
        frame.setSrcdoc(letter.htmlWith(emblem));
        frame.setSandbox(IFrame.SandboxType.RESTRICT_ALL);
        frame.setTitle("Surat: " + letter.subject());
        frame.addClassName("letter-page");
        return frame;
    }
}
