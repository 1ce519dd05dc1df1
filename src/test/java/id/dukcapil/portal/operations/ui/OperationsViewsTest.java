package id.dukcapil.portal.operations.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.QueryParameters;
import id.dukcapil.portal.Screen;
import id.dukcapil.portal.common.ui.parts.Desk;
import id.dukcapil.portal.common.ui.parts.UrgentWork;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.transaction.annotation.Transactional;

/** The administrator looks after the portal itself. */
@Transactional
@WithUserDetails("admin")
class OperationsViewsTest extends Screen {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JobsDesk desk;

    /** Other tests leave work behind that nobody has done. */
    @BeforeEach
    void emptyTheBook() {
        jdbc.sql("DELETE FROM scheduled_tasks").update();
    }

    @Test
    void aJobThatFailedStandsOutIsExplainedAndStartedAgain() {
        jdbc.sql("""
                        INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked,
                          consecutive_failures, last_failure, version)
                        VALUES ('channel-housekeeping', 'recurring', :next, FALSE, 2, :failed, 1)""")
                .param("next", LocalDateTime.of(2026, 11, 23, 19, 30))
                .param("failed", LocalDateTime.of(2026, 11, 22, 19, 30))
                .update();
        jdbc.sql("""
                        INSERT INTO operations_job_run
                          (task_name, bucket, failed, runs, started_at, finished_at, longest_ms, error)
                        VALUES ('channel-housekeeping', 'x', TRUE, 1, :at, :at, 1500, 'SQLException: diam')""").param("at", LocalDateTime.of(2026, 11, 22, 19, 30)).update();

        UI.getCurrent().navigate(JobsView.class, QueryParameters.simple(Map.of("pekerjaan", "channel-housekeeping")));

        assertThat(page())
                .contains("1 perlu diperiksa", "Gagal 2 kali berturut-turut", "SQLException: diam", "1,5 dtk");
        test(find(Button.class).withText("Jalankan sekarang").single()).click();
        assertThat(find(Notification.class).all().getLast().getElement().getTextRecursively())
                .contains("dijalankan");
        assertThat(onTheDesk()).extracting(UrgentWork::title).containsExactly("1 pekerjaan latar bermasalah");
    }

    @Test
    void rowsThatAJobPassedOverAreListedWithTheirNextAttempt() {
        jdbc.sql("""
                        INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                        VALUES ('delivery-expiry', 'recurring', :next, FALSE, 1)""").param("next", LocalDateTime.of(2026, 11, 23, 2, 15)).update();
        jdbc.sql("""
                        INSERT INTO platform_failed_row
                          (job, what, row_key, attempts, first_failed_at, last_failed_at, next_attempt_at, error)
                        VALUES ('delivery-expiry', 'Mengakhiri QR dan PIN', 'baris-7', 3, :first, :first, :next, 'SQLException')""")
                .param("first", LocalDateTime.of(2026, 11, 23, 1, 0))
                .param("next", LocalDateTime.of(2026, 11, 23, 2, 20))
                .update();

        UI.getCurrent().navigate(JobsView.class, QueryParameters.simple(Map.of("pekerjaan", "delivery-expiry")));

        assertThat(page())
                .contains("1 perlu diperiksa", "Sebagian gagal", "1 baris gagal dan dicoba lagi pada waktunya")
                .contains("Baris yang gagal (1)", "Mengakhiri QR dan PIN", "baris-7 · SQLException")
                .contains("Gagal 3 kali sejak Sen, 23 Nov 08.00; dicoba lagi Sen, 23 Nov 09.20");
        assertThat(onTheDesk()).extracting(UrgentWork::title).containsExactly("1 pekerjaan latar bermasalah");
    }

    @Test
    @WithMockUser(authorities = "QUOTA_READ")
    void peopleWhoDoNotLookAfterThePortalHaveNoSuchWork() {
        assertThat(onTheDesk()).isEmpty();
    }

    @Test
    void theSystemPageShowsWhatThePortalRunsOnAndWhatIsWrong() {
        navigate(SystemView.class);
        assertThat(page())
                .contains("Mode demonstrasi", "MariaDB", "Versi skema", "Gudang dokumen", "Belum pernah ada cadangan")
                .doesNotContain("jdbc:", "password");
    }

    private List<UrgentWork> onTheDesk() {
        var filled = new Desk();
        desk.fill(filled);
        return filled.work();
    }
}
