package id.dukcapil.portal.common;

import java.time.Period;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases of a public service that are over: the person is kept as long as somebody may still complain or inspect. */
public abstract class EndedCases extends EndedRows<UUID> {

    /** As {@link EndedRows#EndedRows}. */
    protected EndedCases(JdbcClient jdbc, String table, String ended, String order) {
        super(jdbc, UUID.class, table, ended, order);
    }

    @Override
    public String basis() {
        return "UU 27/2022 Pasal 42 dan 44; masa pengaduan layanan dan pemeriksaan, sesuaikan dengan jadwal retensi arsip"
                + " daerah";
    }

    @Override
    public Period standard() {
        return Period.ofYears(2);
    }
}
