package id.dukcapil.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The small window after "Ekspor" follows its file to the end, also over a line on which messages get lost. */
@ServerTest
class ExportJourneyIT {

    @LocalServerPort
    int port;

    @Autowired
    DataSource database;

    @Autowired
    Clock clock;

    @Autowired
    @Qualifier("exportJob")
    Task<Void> exports;

    private ManualScheduler scheduler;

    /** In the tests no scheduler runs by itself. */
    @BeforeEach
    void aSchedulerOfOurOwn() {
        var due = new SettableClock();
        due.set(clock.instant().plusSeconds(1));
        scheduler = TestHelper.createManualScheduler(database, exports)
                .clock(due)
                .alwaysPersistTimestampInUTC()
                .build();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theWindowEndsAtTheFileWithoutAReload(boolean messagesGetLost) {
        var lost = new AtomicBoolean();
        try (var browser = new Browser("http://localhost:" + port, 1440, 900)) {
            Page page = browser.page();
            page.routeWebSocket(Pattern.compile("/VAADIN/push"), line -> pass(line, lost));
            browser.signIn("operator");
            browser.menuItem("Pemesanan").click();
            browser.button("Ekspor Excel").waitFor();
            lost.set(messagesGetLost);
            browser.button("Ekspor Excel").click();
            Locator window = page.getByRole(AriaRole.DIALOG);
            window.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
            scheduler.runAnyDueExecutions();
            assertThat(window.getByText(Pattern.compile("^Berkas siap: "))).isVisible();
            assertThat(window.getByRole(AriaRole.LINK)).hasText("Unduh");
        }
    }

    private static void pass(WebSocketRoute line, AtomicBoolean lost) {
        WebSocketRoute server = line.connectToServer();
        server.onMessage(frame -> {
            if (!lost.get()) {
                line.send(frame.text());
            }
        });
    }
}
