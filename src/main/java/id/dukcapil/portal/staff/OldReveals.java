package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.Retained;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Instant;
import java.time.Period;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of openings of masked data, from which haste is noticed; the audit trail keeps each of them for itself. */
@Component
class OldReveals implements Retained {

    private final JdbcClient jdbc;

    OldReveals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String key() {
        return "staff-reveal";
    }

    @Override
    public String label() {
        return "Daftar pembukaan data pribadi oleh petugas";
    }

    @Override
    public String outcome() {
        return "dihapus; pembukaannya tetap tercatat dalam jejak audit";
    }

    @Override
    public String basis() {
        return "UU 27/2022 Pasal 31; pengawasan internal";
    }

    @Override
    public Period standard() {
        return Period.ofYears(1);
    }

    @Override
    public OptionalLong endedBefore(Instant moment) {
        return OptionalLong.of(jdbc.sql("SELECT COUNT(*) FROM staff_reveal WHERE opened_at < ?")
                .param(UtcDateTime.of(moment))
                .query(Long.class)
                .single());
    }

    @Override
    public int removeEndedBefore(Instant moment, int limit) {
        return jdbc.sql("DELETE FROM staff_reveal WHERE opened_at < :moment ORDER BY opened_at LIMIT :limit")
                .param("moment", UtcDateTime.of(moment))
                .param("limit", limit)
                .update();
    }
}
