package id.dukcapil.portal.notification.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.notification.MailLists;
import id.dukcapil.portal.notification.MailStatus;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One tab for each state with the number of mails in it, and one for all. */
class MailTabs extends Tabs {

    private final Tab all = new Tab("Semua");
    private final Map<MailStatus, Tab> tabs = new EnumMap<>(MailStatus.class);

    /** @param chosen gets the state, or null for all */
    MailTabs(Consumer<@Nullable MailStatus> chosen) {
        setWidthFull();
        add(all);
        for (MailStatus status : MailStatus.values()) {
            var tab = new Tab();
            tabs.put(status, tab);
            add(tab);
        }
        addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.accept(statusOf(change.getSelectedTab()));
            }
        });
    }

    private @Nullable MailStatus statusOf(Tab tab) {
        return tabs.entrySet().stream()
                .filter(entry -> entry.getValue().equals(tab))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    void show(@Nullable MailStatus chosen, Map<MailStatus, Integer> counts) {
        tabs.forEach((status, tab) -> label(tab, status, counts.getOrDefault(status, 0)));
        setSelectedTab(chosen == null ? all : tabs.getOrDefault(chosen, all));
    }

    private static void label(Tab tab, MailStatus status, int count) {
        tab.removeAll();
        tab.add(new Span(status.label()));
        if (count > 0) {
            String text =
                    count > MailLists.COUNT_LIMIT ? Formats.number(MailLists.COUNT_LIMIT) + "+" : Formats.number(count);
            Tone tone = OutgoingMailsView.tone(status);
            tab.add(new StatusBadge(text, tone == Tone.LATE || tone == Tone.WARN ? tone : Tone.NEUTRAL));
        }
    }
}
