package id.dukcapil.portal.notification;

import id.dukcapil.portal.common.Retained;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Instant;
import java.time.Period;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Old notices to staff are no news and go. */
@Component
class NoticeRetention implements Retained {

    private final JdbcClient jdbc;

    NoticeRetention(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String key() {
        return "notice";
    }

    @Override
    public String label() {
        return "Pemberitahuan kepada pegawai";
    }

    @Override
    public String outcome() {
        return "dihapus seluruhnya; kejadiannya tetap ada pada riwayat berkas dan jejak audit";
    }

    @Override
    public String basis() {
        return "Pemberitahuan hanya berguna selama pekerjaan berjalan; ia menyebut nomor berkas, bukan orang";
    }

    @Override
    public Period standard() {
        return Period.ofDays(90);
    }

    @Override
    public OptionalLong endedBefore(Instant moment) {
        return OptionalLong.of(jdbc.sql("SELECT COUNT(*) FROM notification_notice WHERE created_at < :moment")
                .param("moment", UtcDateTime.of(moment))
                .query(Long.class)
                .single());
    }

    @Override
    @Transactional
    public int removeEndedBefore(Instant moment, int limit) {
        return jdbc.sql("DELETE FROM notification_notice WHERE created_at < :moment ORDER BY created_at LIMIT :limit")
                .param("moment", UtcDateTime.of(moment))
                .param("limit", limit)
                .update();
    }
}
