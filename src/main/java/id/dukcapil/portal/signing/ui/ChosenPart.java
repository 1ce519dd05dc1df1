package id.dukcapil.portal.signing.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.common.ui.Formats;

/** How many documents are ticked, and what can be done with them. */
class ChosenPart extends Div {

    ChosenPart(int documents, Runnable chooseNone, Runnable checkThem) {
        addClassName("chosen-bar");
        var count = new Span("%s dokumen dipilih".formatted(Formats.number(documents)));
        count.addClassName("chosen-count");
        var none = new Button("Batalkan pilihan", click -> chooseNone.run());
        none.addThemeVariants(ButtonVariant.TERTIARY);
        var check = new Button("Periksa dan tanda tangani", click -> checkThem.run());
        check.addThemeVariants(ButtonVariant.PRIMARY);
        check.setDisableOnClick(true);
        add(count, none, check);
    }
}
