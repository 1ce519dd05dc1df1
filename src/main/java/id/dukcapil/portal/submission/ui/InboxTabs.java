package id.dukcapil.portal.submission.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.submission.InboxQueue;
import id.dukcapil.portal.submission.SubmissionInbox;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** The queues with how much lies in each of them. */
class InboxTabs extends Tabs {

    private final Map<InboxQueue, Tab> tabs = new EnumMap<>(InboxQueue.class);
    private final Map<InboxQueue, Span> counts = new EnumMap<>(InboxQueue.class);

    InboxTabs(Consumer<InboxQueue> chosen) {
        addClassName("inbox-tabs");
        for (InboxQueue queue : InboxQueue.values()) {
            var count = new Span();
            count.addClassNames("tab-count", queue == InboxQueue.LATE ? "late" : "neutral");
            var tab = new Tab(new Span(queue.label()), count);
            tabs.put(queue, tab);
            counts.put(queue, count);
            add(tab);
        }
        addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                tabs.forEach((queue, tab) -> {
                    if (tab.equals(change.getSelectedTab())) {
                        chosen.accept(queue);
                    }
                });
            }
        });
    }

    void select(InboxQueue queue) {
        setSelectedTab(tabs.get(queue));
    }

    void show(Map<InboxQueue, Integer> numbers) {
        numbers.forEach((queue, number) -> {
            Span count = counts.get(queue);
            if (count != null) {
                count.setText(text(number));
                count.setClassName("none", number == 0);
            }
        });
    }

    static String text(int number) {
        return number > SubmissionInbox.COUNT_LIMIT
                ? Formats.number(SubmissionInbox.COUNT_LIMIT) + "+"
                : Formats.number(number);
    }
}
