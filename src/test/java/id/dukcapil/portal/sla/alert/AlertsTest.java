package id.dukcapil.portal.sla.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.submission.SubmissionScenario;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** The board of one office falls silent and speaks again. It is 09.00 WIB on Monday 23 November 2026. */
@IntegrationTest
class AlertsTest {

    private static final String OFFICE = "320416";
    private static final String MEASURE = "board-silent";
    private static final String ADDRESS = "kabid@contoh.go.id";

    @Autowired
    AlertWatch watch;

    @Autowired
    Alerts alerts;

    @Autowired
    SubmissionScenario given;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aBoardThatWasSeen() {
        clean();
        jdbc.sql("""
                        INSERT INTO counter_device (id, office_code, kind, name, token_hash, created_by, created_at, seen_at)
                        VALUES (UUID(), ?, 'BOARD', 'Papan uji', UNHEX(SHA2(?, 256)), 'Uji', NOW(6), ?)""")
                .params(OFFICE, UUID.randomUUID().toString(), UtcDateTime.of(clock.instant()))
                .update();
    }

    @AfterEach
    void clean() {
        clock.reset();
        jdbc.sql("DELETE FROM counter_device WHERE office_code = ?")
                .param(OFFICE)
                .update();
        jdbc.sql("DELETE FROM sla_alert WHERE office_code = ?").param(OFFICE).update();
        jdbc.sql("DELETE FROM sla_alert_rule WHERE measure = ?").param(MEASURE).update();
        jdbc.sql("DELETE FROM notification_notice WHERE office_code = ?")
                .param(OFFICE)
                .update();
        jdbc.sql("DELETE FROM notification_mail WHERE to_address = ?")
                .param(ADDRESS)
                .update();
    }

    @Test
    void aCauseOpensOnceIsToldOnceClosesAndOpensAnew() {
        rule(LocalTime.of(18, 0), LocalTime.of(7, 0));
        watch.look();
        assertThat(open()).as("seen just now").isEmpty();

        clock.advance(Duration.ofMinutes(10));
        watch.look();
        assertThat(open()).as("ten minutes are allowed").isEmpty();

        clock.advance(Duration.ofMinutes(1));
        watch.look();
        clock.advance(Duration.ofMinutes(5));
        watch.look();
        assertThat(open()).singleElement().satisfies(alert -> {
            assertThat(alert.openedAt()).isEqualTo(SettableClock.MONDAY_MORNING.plus(Duration.ofMinutes(11)));
            assertThat(alert.toldAt()).isEqualTo(alert.openedAt());
            assertThat(alert.text()).as("how it stands now").contains("16 menit");
        });
        assertThat(told()).isEqualTo(1);
        assertThat(letters()).isEqualTo(1);

        speaks();
        watch.look();
        assertThat(open()).isEmpty();
        clock.advance(Duration.ofMinutes(11));
        watch.look();
        assertThat(open()).hasSize(1);
        assertThat(told()).isEqualTo(2);
        assertThat(letters()).isEqualTo(2);
    }

    @Test
    void twoProcessesThatLookAtOnceOpenOneAlertAndTellItOnce() throws Exception {
        rule(LocalTime.of(18, 0), LocalTime.of(7, 0));
        clock.advance(Duration.ofMinutes(30));
        Callable<Boolean> look = () -> {
            watch.look();
            return true;
        };
        try (var processes = Executors.newFixedThreadPool(2)) {
            for (var done : processes.invokeAll(List.of(look, look))) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(open()).hasSize(1);
        assertThat(told()).isEqualTo(1);
        assertThat(letters()).isEqualTo(1);
    }

    @Test
    void quietHoursHoldBackWhatIsToldAfterThemUnlessItIsOverByThen() {
        rule(LocalTime.of(9, 0), LocalTime.of(10, 0));
        clock.advance(Duration.ofMinutes(30));
        watch.look();
        assertThat(open())
                .singleElement()
                .satisfies(alert -> assertThat(alert.toldAt()).isNull());
        assertThat(told()).isZero();

        clock.set(SettableClock.MONDAY_MORNING.plus(Duration.ofHours(1)));
        watch.look();
        assertThat(told()).isEqualTo(1);
        assertThat(letters()).isEqualTo(1);
    }

    @Test
    void aRuleThatIsTurnedOffClosesItsAlerts() {
        rule(LocalTime.of(18, 0), LocalTime.of(7, 0));
        clock.advance(Duration.ofMinutes(30));
        watch.look();
        AlertRule rule = stored();
        given.asStaff("admin", () -> {
            alerts.change(with(rule, false, rule.allowed(), rule.quietFrom(), rule.quietUntil(), ""));
            return true;
        });
        watch.look();
        assertThat(open()).isEmpty();
    }

    @Test
    void onlyWhoMayChangesARuleAndNobodyOverwritesACollegue() {
        AlertRule seen = stored();
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> change("kadis", with(seen, true, 5, seen.quietFrom(), seen.quietUntil(), "")));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> change("admin", with(seen, true, -1, seen.quietFrom(), seen.quietUntil(), "")));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> change("admin", with(seen, true, 5, seen.quietFrom(), seen.quietUntil(), "kabid")));
        change("manajer", with(seen, true, 5, seen.quietFrom(), seen.quietUntil(), ADDRESS));
        assertThatExceptionOfType(ChangedMeanwhile.class)
                .isThrownBy(() -> change("admin", with(seen, true, 6, seen.quietFrom(), seen.quietUntil(), "")));
        assertThat(stored().allowed()).isEqualTo(5);
    }

    @Test
    void quietHoursMayGoOverMidnight() {
        AlertRule overnight = with(stored(), true, 5, LocalTime.of(18, 0), LocalTime.of(7, 0), "");
        assertThat(overnight.isQuiet(LocalTime.of(18, 0))).isTrue();
        assertThat(overnight.isQuiet(LocalTime.of(6, 59))).isTrue();
        assertThat(overnight.isQuiet(LocalTime.of(7, 0))).isFalse();
        AlertRule none = with(stored(), true, 5, LocalTime.NOON, LocalTime.NOON, "");
        assertThat(none.isQuiet(LocalTime.NOON)).isFalse();
    }

    private void rule(LocalTime from, LocalTime until) {
        change("manajer", with(stored(), true, 10, from, until, ADDRESS));
    }

    private void change(String who, AlertRule rule) {
        given.asStaff(who, () -> {
            alerts.change(rule);
            return true;
        });
    }

    private static AlertRule with(
            AlertRule rule, boolean enabled, int allowed, LocalTime from, LocalTime until, String mail) {
        return new AlertRule(rule.measure(), enabled, allowed, rule.audience(), from, until, mail, rule.version());
    }

    private AlertRule stored() {
        return given.asStaff("manajer", alerts::rules).stream()
                .filter(rule -> rule.measure().code().equals(MEASURE))
                .findFirst()
                .orElseThrow();
    }

    private void speaks() {
        jdbc.sql("UPDATE counter_device SET seen_at = ? WHERE office_code = ?")
                .params(UtcDateTime.of(clock.instant()), OFFICE)
                .update();
    }

    private List<Alert> open() {
        return given.asStaff("manajer", alerts::open).stream()
                .filter(alert ->
                        alert.office().value().equals(OFFICE) && alert.measure().equals(MEASURE))
                .toList();
    }

    private int told() {
        return count("SELECT COUNT(*) FROM notification_notice WHERE office_code = ?", OFFICE);
    }

    private int letters() {
        return count("SELECT COUNT(*) FROM notification_mail WHERE to_address = ?", ADDRESS);
    }

    private int count(String sql, String value) {
        return jdbc.sql(sql).param(value).query(Integer.class).single();
    }
}
