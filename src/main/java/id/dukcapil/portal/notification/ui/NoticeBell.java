package id.dukcapil.portal.notification.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.shared.Registration;
import id.dukcapil.portal.common.ui.Pulse;
import id.dukcapil.portal.notification.Notice;
import id.dukcapil.portal.notification.StaffNotices;
import id.dukcapil.portal.staff.CurrentStaff;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * The bell at the top of every page: how many notices are unread, and the latest ones. It is pushed to open pages; a page
 * that nobody looks at asks for nothing.
 */
@StyleSheet("context://styles/bell.css")
class NoticeBell extends Div {

    private static final String SIGN = """
        <span aria-hidden="true"><svg viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" \
        stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"><path d="M6 10a6 6 0 0 1 12 0c0 5 2 6 2 7H4\
        c0-1 2-2 2-7z"/><path d="M10 20a2.2 2.2 0 0 0 4 0"/></svg></span>\
        """;

    private final transient StaffNotices notices;
    private final transient CurrentStaff staff;
    private final transient Pulse pulse;
    private final transient ZoneId zone;
    private final Span count = new Span();
    private final Button button = new Button();
    private final Div list = new Div();
    private final Button allRead = new Button("Tandai semua dibaca", click -> readAll());
    private final Popover popover = new Popover();
    private transient List<Notice> shown = List.of();
    private @Nullable String mark;
    private @Nullable Registration watch;

    NoticeBell(StaffNotices notices, CurrentStaff staff, Pulse pulse, ZoneId zone) {
        this.notices = notices;
        this.staff = staff;
        this.pulse = pulse;
        this.zone = zone;
        addClassName("notice-bell");
        count.addClassName("count");
        count.getElement().setAttribute("aria-hidden", "true");
        button.addClassName("bell-button");
        button.setIcon(icon());
        var announcement = new Div(count);
        announcement.addClassName("bell-count");
        add(button, announcement, popover());
        show();
    }

    private static Html icon() {
        return new Html(SIGN);
    }

    private Popover popover() {
        var heading = new H2("Pemberitahuan");
        var head = new Div(heading, allRead);
        head.addClassName("notice-head");
        list.addClassName("notices");
        popover.add(head, list);
        popover.addClassName("notice-popover");
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setRole("dialog");
        popover.setAriaLabel("Pemberitahuan");
        popover.addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                read();
            }
        });
        return popover;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        if (staff.find().isPresent()) {
            readIfPossible();
        }
        watch = pulse.watch(attached.getUI(), this::look);
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        Registration present = watch;
        if (present != null) {
            present.remove();
            watch = null;
        }
        super.onDetach(detached);
    }

    /** A window can stay open after somebody has signed out in another one. */
    private void look() {
        if (staff.find().isPresent()) {
            notices.mark().filter(latest -> !latest.equals(mark)).ifPresent(latest -> {
                mark = latest;
                readIfPossible();
            });
        }
    }

    /** The frame of the page must stand without the database too; what is shown stays then. */
    private void readIfPossible() {
        try {
            read();
        } catch (DataAccessException away) {
            mark = null;
        }
    }

    private void read() {
        shown = notices.latest();
        show();
    }

    private void show() {
        long unread = shown.stream().filter(notice -> !notice.read()).count();
        String figure = unread >= StaffNotices.SHOWN ? StaffNotices.SHOWN + "+" : String.valueOf(unread);
        count.setText(figure);
        count.setVisible(unread > 0);
        button.setAriaLabel(unread == 0 ? "Pemberitahuan" : "Pemberitahuan, %s belum dibaca".formatted(figure));
        allRead.setEnabled(unread > 0);
        list.removeAll();
        if (shown.isEmpty()) {
            list.add(new Paragraph("Belum ada pemberitahuan."));
        }
        shown.forEach(notice -> list.add(new NoticeLine(notice, zone, opens(notice))));
    }

    private ComponentEventListener<ClickEvent<Button>> opens(Notice notice) {
        return click -> {
            notices.markRead(notice.ids());
            read();
            popover.close();
            var location = new Location(notice.link());
            UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
        };
    }

    private void readAll() {
        if (!shown.isEmpty()) {
            notices.markAllRead(shown.getFirst().at());
            read();
        }
    }
}
