package id.dukcapil.portal.notification;

import id.dukcapil.portal.common.StaffNotice;
import id.dukcapil.portal.common.StaffNotice.Audience;
import id.dukcapil.portal.common.StaffNoticesWithdrawn;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what staff are told, in the transaction of the business that tells it. */
@Component
class NoticeEntry {

    private final JdbcClient jdbc;
    private final Clock clock;

    NoticeEntry(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void keep(StaffNotice notice) {
        Instant now = clock.instant();
        StaffNotice.Many many = notice.many();
        var row = jdbc.sql("""
                        INSERT INTO notification_notice (id, created_at, kind, text, link, many_text, many_link,
                          person_id, permission, office_code, except_id)
                        VALUES (:id, :at, :kind, :text, :link, :manyText, :manyLink, :person, :permission, :office, :except)""")
                .param("id", TimeOrderedId.at(now))
                .param("at", UtcDateTime.of(now))
                .param("kind", notice.kind())
                .param("text", notice.text())
                .param("link", notice.link())
                .param("manyText", many == null ? null : many.text())
                .param("manyLink", many == null ? null : many.link());
        var addressed = switch (notice.audience()) {
            case Audience.Person one ->
                row.param("person", one.person().value())
                        .param("permission", null)
                        .param("office", null)
                        .param("except", null);
            case Audience.Lane lane ->
                row.param("person", null)
                        .param("permission", lane.permission().name())
                        .param("office", lane.office().value())
                        .param(
                                "except",
                                lane.except() == null ? null : lane.except().value());
        };
        addressed.update();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void withdraw(StaffNoticesWithdrawn withdrawn) {
        jdbc.sql("DELETE FROM notification_notice WHERE created_at >= :since AND link = :link")
                .param("since", UtcDateTime.of(withdrawn.since()))
                .param("link", withdrawn.link())
                .update();
    }
}
