package id.dukcapil.portal.cards.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import java.util.List;

/** A few rows that each have a state, a figure and their next act; the same on a phone. */
@StyleSheet("context://styles/cards.css")
class RowList extends Div {

    RowList() {
        addClassName("card-rows");
    }

    void show(List<Row> rows, String whenEmpty) {
        removeAll();
        add(rows.isEmpty() ? new Paragraph(whenEmpty) : new UnorderedList(rows.toArray(ListItem[]::new)));
    }

    /** One of them, built up from left to right. */
    static class Row extends ListItem {

        private final Div words = new Div();
        private final Div right = new Div();

        Row(String title) {
            words.add(styled(new Span(title), "title"));
            add(styled(words, "words"), styled(right, "right"));
        }

        final Row line(String text) {
            words.add(styled(new Span(text), "muted"));
            return this;
        }

        final Row draw(Component drawing) {
            words.add(drawing);
            return this;
        }

        final Row badge(String text, Tone tone) {
            right.addComponentAsFirst(new StatusBadge(text, tone));
            return this;
        }

        final Row figure(String text) {
            right.add(styled(new Span(text), "sum"));
            return this;
        }

        final Row act(String label, Runnable act) {
            var button = new Button(label, click -> act.run());
            button.addThemeVariants(ButtonVariant.SMALL);
            return with(button);
        }

        final Row with(Component component) {
            right.add(component);
            return this;
        }

        private static <C extends HtmlContainer> C styled(C component, String look) {
            component.addClassName(look);
            return component;
        }
    }
}
