package id.dukcapil.portal.notification.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import id.dukcapil.portal.Screen;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.common.StaffNotice;
import id.dukcapil.portal.common.StaffNotice.Audience;
import id.dukcapil.portal.common.StaffNotice.Many;
import id.dukcapil.portal.common.ui.Pulse;
import id.dukcapil.portal.notification.StaffNotices;
import id.dukcapil.portal.staff.CurrentStaff;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.transaction.support.TransactionTemplate;

/** The bell at the top of every page. */
@WithUserDetails("perencana")
class NoticeBellTest extends Screen {

    @Autowired
    StaffNotices notices;

    @Autowired
    Pulse pulse;

    @Autowired
    CurrentStaff staff;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    /** Other tests tell and read at hours of their own, also later ones. */
    @BeforeEach
    void nothingIsTold() {
        jdbc.sql("DELETE FROM notification_notice_read").update();
        jdbc.sql("DELETE FROM notification_notices_seen").update();
        jdbc.sql("DELETE FROM notification_notice").update();
    }

    @Test
    void aNoticeAppearsWithoutReloadingLeadsToItsPlaceAndIsReadThen() {
        open();
        tell("Standar baru", "Prosedur 31/2023 diperbarui.");
        clock.advance(Duration.ofSeconds(1));
        aBeatPasses();
        assertThat(label()).isEqualTo("Pemberitahuan, 1 belum dibaca");

        NoticeLine line = lines().getFirst();
        assertThat(textOf(line)).contains("Standar baru", "Prosedur 31/2023 diperbarui.");
        line.click();
        assertThat(address()).isEqualTo("standar");
        assertThat(unread()).isZero();
    }

    @Test
    void sevenOfAKindAreOneLineThatOpensTheirList() {
        open();
        for (int i = 1; i <= 7; i++) {
            tell(
                    "Prosedur baru",
                    "Prosedur %d diperbarui.".formatted(i),
                    new Many("%d prosedur baru.", "standar?q=baru"));
        }
        clock.advance(Duration.ofSeconds(1));
        aBeatPasses();
        assertThat(unread()).isEqualTo(1);
        NoticeLine line = lines().getFirst();
        assertThat(textOf(line)).contains("7 prosedur baru.");
        line.click();
        assertThat(address()).startsWith("standar");
        assertThat(unread()).isZero();
    }

    @Test
    void everythingIsMarkedAsReadAtOnce() {
        tell("Satu", "Berkas pertama.");
        tell("Dua", "Berkas kedua.");
        clock.advance(Duration.ofSeconds(1));
        open();
        aBeatPasses();
        assertThat(label()).contains("belum dibaca");
        click("Tandai semua dibaca");
        assertThat(label()).isEqualTo("Pemberitahuan");
        assertThat(lines()).hasSizeGreaterThanOrEqualTo(2);
    }

    /** The browser asks for nothing; the portal looks by itself, once the database has answered what is newest. */
    private void aBeatPasses() {
        String newest = jdbc.sql("SELECT id FROM notification_notice ORDER BY created_at DESC, id DESC LIMIT 1")
                .query(String.class)
                .single();
        await().pollInSameThread().until(() -> {
            clock.advance(Duration.ofSeconds(1));
            return notices.mark().filter(mark -> mark.startsWith(newest)).isPresent();
        });
        pulse.beat();
        roundTrip();
    }

    private void open() {
        UI.getCurrent().navigate("standar");
    }

    private long unread() {
        return lines().stream().filter(line -> line.hasClassName("unread")).count();
    }

    private String label() {
        return String.valueOf(find(Button.class)
                .withClassName("bell-button")
                .single()
                .getElement()
                .getAttribute("aria-label"));
    }

    private List<NoticeLine> lines() {
        return find(NoticeLine.class).all();
    }

    private void tell(String kind, String text) {
        tell(kind, text, null);
    }

    private void tell(String kind, String text, @Nullable Many many) {
        StaffId me = staff.require().id();
        transaction.executeWithoutResult(
                status -> events.publishEvent(new StaffNotice(kind, text, "standar", new Audience.Person(me), many)));
    }
}
