package id.dukcapil.portal.signing.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.signing.WaitingDocuments;
import id.dukcapil.portal.signing.WaitingKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The kinds of documents that wait, with how many of each; the empty kind stands for all of them. */
class RoomTabs extends Tabs {

    private static final String ALL = "";

    private final Map<String, Tab> tabs = new LinkedHashMap<>();
    private final Map<String, Span> counts = new LinkedHashMap<>();

    /** @param chosen told the kind, or null for all */
    RoomTabs(Consumer<@Nullable String> chosen) {
        addClassName("room-tabs");
        addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                tabs.forEach((kind, tab) -> {
                    if (tab.equals(change.getSelectedTab())) {
                        chosen.accept(kind.isEmpty() ? null : kind);
                    }
                });
            }
        });
    }

    /** @param all how many wait altogether; tabs come and go only when the kinds do */
    void show(List<WaitingKind> kinds, int all, @Nullable String selected) {
        List<String> wanted = Stream.concat(Stream.of(ALL), kinds.stream().map(WaitingKind::kind))
                .toList();
        if (!List.copyOf(tabs.keySet()).equals(wanted)) {
            build(kinds);
        }
        count(ALL, all);
        kinds.forEach(kind -> count(kind.kind(), kind.count()));
        setSelectedTab(tabs.get(selected == null ? ALL : selected));
    }

    private void build(List<WaitingKind> kinds) {
        removeAll();
        tabs.clear();
        counts.clear();
        addTab(ALL, "Semua");
        kinds.forEach(kind -> addTab(kind.kind(), kind.title()));
    }

    private void addTab(String kind, String title) {
        var count = new Span();
        count.addClassNames("tab-count");
        var tab = new Tab(new Span(title), count);
        tabs.put(kind, tab);
        counts.put(kind, count);
        add(tab);
    }

    private void count(String kind, int number) {
        Span count = counts.get(kind);
        if (count != null) {
            count.setText(text(number));
        }
    }

    static String text(int number) {
        return number > WaitingDocuments.COUNT_LIMIT
                ? Formats.number(WaitingDocuments.COUNT_LIMIT) + "+"
                : Formats.number(number);
    }
}
