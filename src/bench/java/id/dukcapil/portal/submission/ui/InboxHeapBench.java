package id.dukcapil.portal.submission.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import id.dukcapil.portal.Screen;
import id.dukcapil.portal.submission.SubmissionDetails;
import id.dukcapil.portal.submission.SubmissionScenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

/**
 * How much of the heap one open inbox keeps after a full collection: fifty lines fetched, alone and with a file open beside
 * them.
 */
@WithUserDetails("operator")
class InboxHeapBench extends Screen {

    private static final int VIEWS = 40;
    private static final int LINES = 50;
    private static final int MOST_KB = 250;

    @Autowired
    SubmissionScenario given;

    @Test
    void anOpenInboxIsLight() {
        SubmissionDetails request = given.submitted();
        for (int i = 0; i < LINES; i++) {
            given.submitted();
        }
        var withFile = Map.of("nomor", request.number().value());
        // The first ones load classes and fill caches that all share
        openInboxes(5, withFile);
        double alone = kilobytesPerView(Map.of());
        double beside = kilobytesPerView(withFile);
        System.out.printf(
                Locale.ROOT,
                "BENCH inbox-heap views=%d lines=%d kb_per_view=%.0f kb_with_file=%.0f%n",
                VIEWS,
                LINES,
                alone,
                beside);
        assertThat(alone).isLessThanOrEqualTo(MOST_KB);
    }

    private double kilobytesPerView(Map<String, String> address) {
        long before = used();
        List<Component> views = openInboxes(VIEWS, address);
        return (used() - before) / 1024.0 / views.size();
    }

    /** All of them stay attached to the page, so nothing that an open view keeps is put away. */
    private List<Component> openInboxes(int number, Map<String, String> address) {
        var views = new ArrayList<Component>();
        for (int i = 0; i < number; i++) {
            open(CounterView.class, Map.of());
            open(InboxView.class, address);
            var view = (Component) getCurrentView();
            views.add(view);
            UI.getCurrent().add(view);
            find(InboxGrid.class).from(view).single().getDataCommunicator().setViewportRange(0, LINES);
            roundTrip();
            sendToTheBrowser();
        }
        return views;
    }

    /** As the writing of an answer does, which no test without a browser comes to: what was sent is not kept. */
    private static void sendToTheBrowser() {
        var page = UI.getCurrent().getInternals();
        page.getStateTree().collectChanges(change -> {});
        page.dumpPendingJavaScriptInvocations();
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
