package id.dukcapil.portal.cards.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Indonesian;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks what somebody has counted, without showing what is expected. */
class CountDialog extends FormDialog {

    private final IntegerField counted = Indonesian.integerField("Jumlah yang dihitung");
    private final transient Function<@Nullable Integer, String> act;

    /** @param act does it with what was typed and says what was done */
    CountDialog(
            String title, String sentence, String label, Function<@Nullable Integer, String> act, Runnable changed) {
        super(title, label, changed);
        this.act = act;
        counted.setMin(0);
        addFields(new Paragraph(sentence), counted);
        findings().at("counted", counted).at("cards", counted);
        actOnEnter();
    }

    @Override
    protected String act() {
        return act.apply(counted.getValue());
    }
}
