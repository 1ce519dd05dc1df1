package id.dukcapil.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import id.dukcapil.portal.operations.CuttableLine;
import id.dukcapil.portal.visits.day.DayScenario;
import id.dukcapil.portal.visits.visit.VisitDetails;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * visit-day: 300 pupils on one tablet, the line cut for half an hour (of the portal's clock) in the middle, and a hundred reloads,
 * closed tabs and kills of the browser at random moments, with and without a line. Every tap that was shown must be at the
 * portal once and in order. A quick run has 60 pupils and 12 interruptions.
 */
@ServerTest
class VisitDayBench {

    private static final boolean QUICK = Boolean.getBoolean("bench.quick");
    private static final int PUPILS = QUICK ? 60 : 300;
    private static final int INTERRUPTIONS = QUICK ? 12 : 100;
    private static final double PAINTED_MS = 50;

    /** Taps a button of a pupil and waits until the row shows it. */
    private static final String TAP = """
            async ([id, button, shows]) => {
              const row = () => document.querySelector(`[data-id="${id}"]`);
              const tap = [...row().querySelectorAll('.tap button')].find(one => one.textContent.startsWith(button));
              if (!tap) return -1;
              const from = performance.now();
              tap.click();
              while (!row().textContent.includes(shows)) await new Promise(done => setTimeout(done, 1));
              return performance.now() - from;
            }""";

    @LocalServerPort
    int port;

    @Autowired
    DayScenario given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @TempDir
    Path profile;

    private final Random dice = new Random(29);
    private final List<Double> painted = new ArrayList<>();
    private boolean cut;
    private CuttableLine line;

    /** The browser's own offline switch does not hold for the service worker of a browser that was killed and started again. */
    @BeforeEach
    void connect() throws IOException {
        line = new CuttableLine(port);
    }

    @AfterEach
    void hangUp() throws IOException {
        line.close();
    }

    private void cutOrMend() {
        if (cut) {
            line.cut();
        } else {
            line.mend();
        }
    }

    @Test
    void nothingIsLostDoubledOrOutOfOrder() {
        VisitDetails visit = given.today(List.of(), PUPILS);
        var shown = new HashSet<String>();
        long from = System.nanoTime();
        try (var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
            Page page = open(playwright, null, visit);
            page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
            List<String> pupils = pupils(page);
            assertThat(pupils).hasSize(PUPILS);
            for (int i = 0; i < PUPILS; i++) {
                if (i == PUPILS / 4 || i == PUPILS * 3 / 4) {
                    cut = !cut;
                    cutOrMend();
                    clock.advance(Duration.ofMinutes(cut ? 0 : 30));
                }
                tap(page, pupils.get(i), "SIAK sama", "Terekam", shown);
                page = interruptions(i) ? interrupted(playwright, page, visit, pupils.get(i)) : page;
                tap(page, pupils.get(i), "Terekam", "terekam", shown);
            }
            page.waitForFunction(
                    "() => document.querySelector('visit-day').operations.length === 0",
                    null,
                    new Page.WaitForFunctionOptions().setTimeout(60_000));
            page.context().close();
        } finally {
            clock.reset();
        }
        judge(visit, shown, Duration.ofNanos(System.nanoTime() - from));
    }

    private boolean interruptions(int place) {
        return place * INTERRUPTIONS / PUPILS != (place + 1) * INTERRUPTIONS / PUPILS;
    }

    private void tap(Page page, String pupil, String button, String shows, HashSet<String> shown) {
        double millis = ((Number) page.evaluate(TAP, List.of(pupil, button, shows))).doubleValue();
        if (millis >= 0) {
            painted.add(millis);
        }
        shown.add(pupil + " " + button);
    }

    /** In the middle of a tap or between two. */
    private Page interrupted(Playwright playwright, Page page, VisitDetails visit, String pupil) {
        if (dice.nextBoolean()) {
            page.evaluate("id => void document.querySelector(`[data-id=\"${id}\"] .tap button`).click()", pupil);
            page.waitForTimeout(dice.nextInt(12));
        }
        switch (dice.nextInt(3)) {
            case 0 -> {
                page.reload();
                return ready(page, visit);
            }
            case 1 -> {
                BrowserContext tablet = page.context();
                page.close();
                return open(playwright, tablet, visit);
            }
            default -> {
                kill();
                return open(playwright, null, visit);
            }
        }
    }

    /** Only the browser of this measurement: its profile is in its command line. */
    private void kill() {
        ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(profile.toString()))
                .forEach(ProcessHandle::destroyForcibly);
    }

    private Page open(Playwright playwright, @Nullable BrowserContext before, VisitDetails visit) {
        BrowserContext context = before != null
                ? before
                : playwright
                        .chromium()
                        .launchPersistentContext(
                                profile,
                                new BrowserType.LaunchPersistentContextOptions()
                                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                                        .setArgs(List.of("--no-sandbox", "--disable-gpu"))
                                        .setViewportSize(1024, 768));
        Page page = context.newPage();
        page.navigate("http://localhost:" + line.port() + "/hari-h/" + visit.number());
        return ready(page, visit);
    }

    /** A killed browser has forgotten its session. */
    private Page ready(Page page, VisitDetails visit) {
        page.waitForSelector(".pu, vaadin-login-form, .login");
        if (page.url().contains("/login")) {
            page.getByLabel("Nama pengguna").fill("perekaman");
            page.getByLabel("Kata sandi", new Page.GetByLabelOptions().setExact(true))
                    .fill("demo");
            page.keyboard().press("Enter");
            page.waitForURL(url -> !url.contains("/login"));
            page.navigate("http://localhost:" + line.port() + "/hari-h/" + visit.number());
        }
        page.waitForSelector(".pu");
        return page;
    }

    @SuppressWarnings("unchecked")
    private static List<String> pupils(Page page) {
        return (List<String>) page.evaluate("() => [...document.querySelectorAll('.pu')].map(row => row.dataset.id)");
    }

    private record Kept(String pupil, String kind, String device, int seq) {}

    private void judge(VisitDetails visit, HashSet<String> shown, Duration taken) {
        List<Kept> kept = jdbc.sql("""
                        SELECT outcome_id, kind, device, seq FROM visits_operation
                        WHERE visit_id = ? ORDER BY id""")
                .param(visit.id())
                .query((row, number) -> new Kept(row.getString(1), row.getString(2), row.getString(3), row.getInt(4)))
                .list();
        var told = new HashSet<String>();
        long doubled = kept.stream()
                .filter(one -> !told.add(one.pupil() + (one.kind().equals("SAME") ? " SIAK sama" : " Terekam")))
                .count();
        long lost = shown.stream().filter(tap -> !told.contains(tap)).count();
        boolean ordered = kept.stream().map(Kept::device).distinct().count() == 1
                && kept.stream()
                        .map(Kept::seq)
                        .toList()
                        .equals(kept.stream()
                                .map(Kept::seq)
                                .sorted(Comparator.naturalOrder())
                                .toList())
                && kept.getLast().seq() == kept.size();
        painted.sort(Comparator.naturalOrder());
        double p95 = painted.get(painted.size() * 95 / 100);
        System.out.printf(
                Locale.ROOT,
                "BENCH visit-day pupils=%d interruptions=%d taps=%d lost=%d doubled=%d ordered=%b painted_p95=%.1f ms (aim <= %.0f)"
                        + " seconds=%d%n",
                PUPILS,
                INTERRUPTIONS,
                kept.size(),
                lost,
                doubled,
                ordered,
                p95,
                PAINTED_MS,
                taken.toSeconds());
        assertThat(lost).isZero();
        assertThat(doubled).isZero();
        assertThat(ordered).isTrue();
        assertThat(kept).hasSize(2 * PUPILS);
    }
}
