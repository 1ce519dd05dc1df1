package id.dukcapil.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;

/** What a browser tells of typing that the testers of Vaadin do not do. */
public final class Typing {

    private Typing() {}

    /** Types what a picker or a number field cannot read; an empty text takes it away again. */
    public static void unreadable(Component field, String text) {
        var element = field.getElement();
        element.setProperty("_inputElementValue", text);
        element.setProperty("_hasInputValue", !text.isEmpty());
        element.getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(element, "unparsable-change", JacksonUtils.createObjectNode()));
    }
}
