package id.dukcapil.portal.cards.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import id.dukcapil.portal.cards.closing.PlaceCount;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.FieldFindings;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.Notify;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The count of every place where blanks lie, typed before anybody sees what is expected. */
class CountForm extends Div {

    private static final int BOX_OF_CARDS = 100;

    private final IntegerField boxes = Indonesian.integerField("Brankas: boks × 100");
    private final IntegerField loose = Indonesian.integerField("Brankas: lepas");
    private final Map<String, IntegerField> printers = new LinkedHashMap<>();
    private final IntegerField waste = Indonesian.integerField("Kotak musnah");
    private final transient FieldFindings findings = new FieldFindings();

    /** Does something with the count. */
    interface Counted {
        void keep(List<PlaceCount> places, @Nullable Integer box);
    }

    CountForm(List<String> names, Counted counted) {
        addClassName("count-form");
        add(boxes, loose);
        for (String name : names) {
            IntegerField left = Indonesian.integerField("Sisa " + name);
            printers.put(name, left);
            findings.at(name, left);
            add(left);
        }
        findings.at("boxes", boxes).at("loose", loose).at("box", waste);
        var save = new Button("Simpan, buka neraca", click -> save(counted));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        add(waste, new Paragraph("Hitung kartunya, lalu ketik. Kosong bukan nol: ketik 0 bila tidak ada."), save);
        save.addClickListener(click -> save.setEnabled(true));
    }

    private void save(Counted counted) {
        try {
            findings.requireReadable();
            var places = new ArrayList<PlaceCount>();
            places.add(new PlaceCount(PlaceCount.SAFE, filled("boxes", boxes) * BOX_OF_CARDS + filled("loose", loose)));
            printers.forEach((name, left) -> places.add(new PlaceCount(name, filled(name, left))));
            filled("box", waste);
            counted.keep(places, waste.getValue());
        } catch (InvalidInput invalid) {
            findings.show(invalid);
        } catch (ChangedMeanwhile conflict) {
            Notify.problem(String.valueOf(conflict.getMessage()));
        }
    }

    private static int filled(String name, IntegerField field) {
        Integer typed = field.getValue();
        if (typed == null || typed < 0) {
            throw new InvalidInput(name, "Ketik jumlahnya; 0 bila tidak ada.");
        }
        return typed;
    }
}
