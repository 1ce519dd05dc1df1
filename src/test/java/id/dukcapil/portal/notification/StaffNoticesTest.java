package id.dukcapil.portal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.Retention;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.common.StaffNotice;
import id.dukcapil.portal.common.StaffNotice.Audience;
import id.dukcapil.portal.common.StaffNoticesWithdrawn;
import id.dukcapil.portal.submission.SubmissionScenario;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** What the bell shows to whom. Each test has staff of its own. */
@IntegrationTest
class StaffNoticesTest {

    private static final AtomicInteger WEEKS = new AtomicInteger();
    private static final OfficeCode DINAS = new OfficeCode("DINAS");

    @Autowired
    StaffNotices notices;

    @Autowired
    Retention noticeRetention;

    @Autowired
    SubmissionScenario given;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    private String lilis = "";
    private String agus = "";

    /** Each test has weeks of its own, after those of all other tests. */
    @BeforeEach
    void twoOperators() {
        clock.set(Instant.parse("2027-06-01T02:00:00Z").plus(Duration.ofDays(30L * WEEKS.incrementAndGet())));
        lilis = given.colleagueOf("operator", "Lilis Suryani");
        agus = given.colleagueOf("operator", "Agus Salim");
        for (String one : List.of(lilis, agus)) {
            given.asStaff(one, () -> {
                notices.markAllRead(clock.instant());
                return true;
            });
        }
        clock.advance(Duration.ofSeconds(1));
    }

    @AfterEach
    void monday() {
        clock.reset();
    }

    @Test
    void aPersonGetsWhatIsForThePersonAndNobodyElseDoes() {
        String text = tell(new Audience.Person(id(lilis)));
        assertThat(unread(lilis)).containsExactly(text);
        assertThat(unread(agus)).isEmpty();
        assertThat(everything("manajer")).doesNotContain(text);
    }

    @Test
    void aLaneIsEverybodyWhoMayWorkInItAtThatOfficeButWhoeverDidIt() {
        String text = tell(new Audience.Lane(Permission.SUBMISSION_CHECK, DINAS, id(agus)));
        String elsewhere = tell(new Audience.Lane(Permission.SUBMISSION_CHECK, new OfficeCode("320437"), null));
        assertThat(unread(lilis)).containsExactly(text);
        assertThat(unread(agus)).isEmpty();
        assertThat(everything("verifikator")).doesNotContain(text, elsewhere);
    }

    @Test
    void readIsReadByOnePersonOnly() {
        String text = tell(new Audience.Lane(Permission.SUBMISSION_CHECK, DINAS, null));
        List<UUID> notice =
                given.asStaff(lilis, () -> notices.latest().getFirst().ids());
        given.asStaff(lilis, () -> {
            notices.markRead(notice);
            notices.markRead(notice);
            notices.markRead(List.of(UUID.randomUUID()));
            return true;
        });
        assertThat(unread(lilis)).isEmpty();
        assertThat(everything(lilis)).contains(text);
        assertThat(unread(agus)).containsExactly(text);
    }

    @Test
    void noticesOfAKindAreOneLineThatLeadsToTheirListAndIsReadAtOnce() {
        late("permohonan/1");
        String alone = tell(new Audience.Person(id(lilis)));
        late("permohonan/2");
        late("permohonan/3");
        assertThat(unread(lilis)).containsExactly("3 permohonan terlambat.", alone);
        Notice line = given.asStaff(lilis, () -> notices.latest().getFirst());
        assertThat(line.link()).isEqualTo("kotak-masuk?antrean=LATE");
        given.asStaff(lilis, () -> {
            notices.markRead(line.ids());
            return true;
        });
        assertThat(unread(lilis)).containsExactly(alone);
    }

    @Test
    void oneOfAKindNamesItsCaseAndWhatIsReadIsNotCountedAgain() {
        late("permohonan/1");
        Notice first = given.asStaff(lilis, () -> notices.latest().getFirst());
        assertThat(first.text()).isEqualTo("Permohonan permohonan/1 terlambat.");
        assertThat(first.link()).isEqualTo("permohonan/1");
        given.asStaff(lilis, () -> {
            notices.markRead(first.ids());
            return true;
        });
        late("permohonan/2");
        assertThat(unread(lilis)).containsExactly("Permohonan permohonan/2 terlambat.");
    }

    private void late(String link) {
        clock.advance(Duration.ofSeconds(1));
        transaction.executeWithoutResult(status -> events.publishEvent(new StaffNotice(
                "Terlambat",
                "Permohonan %s terlambat.".formatted(link),
                link,
                new Audience.Person(id(lilis)),
                new StaffNotice.Many("%d permohonan terlambat.", "kotak-masuk?antrean=LATE"))));
    }

    @Test
    void whatComesAfterAllWasReadIsUnread() {
        tell(new Audience.Person(id(lilis)));
        given.asStaff(lilis, () -> {
            notices.markAllRead(notices.latest().getFirst().at());
            return true;
        });
        clock.advance(Duration.ofSeconds(1));
        String later = tell(new Audience.Person(id(lilis)));
        assertThat(unread(lilis)).containsExactly(later);
    }

    @Test
    void whatIsTwoWeeksOldIsNoNews() {
        tell(new Audience.Person(id(lilis)));
        clock.advance(Duration.ofDays(14));
        assertThat(everything(lilis)).isEmpty();
    }

    @Test
    void whatIsWithdrawnLeavesTheBellAtOnceAndWhatWasToldBeforeStays() {
        String before = tell(new Audience.Person(id(lilis)));
        clock.advance(Duration.ofSeconds(2));
        Instant decided = clock.instant();
        tell(new Audience.Person(id(lilis)));
        clock.advance(Duration.ofSeconds(2));
        Optional<String> mark = given.asStaff(lilis, () -> notices.mark());
        transaction.executeWithoutResult(status -> events.publishEvent(new StaffNoticesWithdrawn("standar", decided)));
        clock.advance(Duration.ofSeconds(2));
        assertThat(given.asStaff(lilis, () -> notices.mark())).isNotEqualTo(mark);
        assertThat(unread(lilis)).containsExactly(before);
    }

    @Test
    void aNoticeOfSomethingThatDidNotHappenIsNotKept() {
        transaction.executeWithoutResult(status -> {
            events.publishEvent(notice("batal", new Audience.Person(id(lilis))));
            status.setRollbackOnly();
        });
        assertThat(everything(lilis)).isEmpty();
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> events.publishEvent(notice("tanpa", new Audience.Person(id(lilis)))));
    }

    @Test
    void oldNoticesGoWithTheirMarks() {
        tell(new Audience.Person(id(lilis)));
        given.asStaff(lilis, () -> {
            notices.markRead(notices.latest().getFirst().ids());
            return true;
        });
        jdbc.sql("UPDATE notification_notice SET created_at = '2001-01-01' WHERE person_id = ?")
                .param(id(lilis).value())
                .update();
        var moment = Instant.parse("2002-01-01T00:00:00Z");
        long before = noticeRetention.endedBefore(moment).orElseThrow();
        assertThat(noticeRetention.removeEndedBefore(moment, 500)).isEqualTo((int) before);
        assertThat(noticeRetention.endedBefore(moment)).hasValue(0);
    }

    private String tell(Audience audience) {
        String text = "Uji " + UUID.randomUUID();
        transaction.executeWithoutResult(status -> events.publishEvent(notice(text, audience)));
        return text;
    }

    private static StaffNotice notice(String text, Audience audience) {
        return new StaffNotice("Uji", text, "standar", audience);
    }

    private List<String> unread(String username) {
        return given.asStaff(
                username,
                () -> notices.latest().stream()
                        .filter(notice -> !notice.read())
                        .map(Notice::text)
                        .toList());
    }

    private List<String> everything(String username) {
        return given.asStaff(
                username, () -> notices.latest().stream().map(Notice::text).toList());
    }

    private StaffId id(String username) {
        return new StaffId(jdbc.sql("SELECT id FROM staff_account WHERE username = ?")
                .param(username)
                .query((row, number) -> row.getObject("id", UUID.class))
                .single());
    }
}
