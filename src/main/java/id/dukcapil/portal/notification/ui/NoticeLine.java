package id.dukcapil.portal.notification.ui;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.notification.Notice;
import java.time.ZoneId;

/** One notice: what, which case, when; the whole line leads there. */
class NoticeLine extends Button {

    NoticeLine(Notice notice, ZoneId zone, ComponentEventListener<ClickEvent<Button>> open) {
        addClassName("notice");
        setClassName("unread", !notice.read());
        var kind = new Span(notice.kind());
        kind.addClassName("kind");
        var when = new Span(Formats.shortDateTime(notice.at(), zone));
        when.addClassName("when");
        var text = new Span(notice.text());
        text.addClassName("text");
        var content = new Div(kind, when, text);
        content.addClassName("notice-content");
        setIcon(content);
        setAriaLabel("%s%s: %s".formatted(notice.read() ? "" : "Belum dibaca, ", notice.kind(), notice.text()));
        addClickListener(open);
    }
}
