package id.dukcapil.portal.privacy;

import id.dukcapil.portal.common.EndedRows;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.PersonalDataSource;
import id.dukcapil.portal.common.Retained;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.Organisation;
import java.time.Instant;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register of requests is itself a place that holds personal data, and ends. */
@Component
class ClosedRequests implements PersonalDataSource, Retained {

    private static final String ENDED = "status IN ('DONE', 'WITHDRAWN') AND ended_at < :moment";

    private final SubjectRequests requests;
    private final Organisation organisation;
    private final JdbcClient jdbc;
    private final EndedRows rows;

    ClosedRequests(SubjectRequests requests, Organisation organisation, JdbcClient jdbc) {
        this.requests = requests;
        this.organisation = organisation;
        this.jdbc = jdbc;
        rows = new EndedRows(jdbc, "privacy_request", ENDED, "ended_at");
    }

    @Override
    public Holding describe() {
        return new Holding(
                "Permintaan subjek data",
                "NIK, nama, alamat jawaban, isi permintaan dan jawabannya",
                "Memenuhi hak subjek data dan membuktikannya",
                "UU 27/2022 Pasal 5 sampai 13 dan Pasal 30 sampai 43",
                80);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Item> about(Nik nik) {
        return requests.findByNikOrderByReceivedAt(nik.value()).stream()
                .map(SubjectRequest::details)
                .map(this::item)
                .toList();
    }

    private Item item(RequestDetails request) {
        var values = new LinkedHashMap<String, String>();
        values.put("Jenis", request.kind().label());
        values.put("Diterima", Formats.dateTime(request.receivedAt(), organisation.timeZone()));
        values.put("Nama", request.fullName());
        values.put("Jawaban ke", request.contact());
        values.put("Isi permintaan", request.wording());
        values.put("Status", request.status().label());
        if (request.decision() != null && request.answer() != null) {
            values.put("Jawaban", request.decision().label() + ". " + request.answer());
        }
        return new Item("Permintaan " + request.number(), values);
    }

    @Override
    public String key() {
        return "privacy-request";
    }

    @Override
    public String label() {
        return "Permintaan subjek data yang sudah selesai";
    }

    @Override
    public String outcome() {
        return "permintaan dan riwayatnya dihapus; jejak audit tanpa isi tetap";
    }

    @Override
    public String basis() {
        return "UU 27/2022 Pasal 42; bukti pemenuhan hak selama masa pengaduan dan gugatan";
    }

    @Override
    public Period standard() {
        return Period.ofYears(5);
    }

    @Override
    public OptionalLong endedBefore(Instant moment) {
        return rows.count(UtcDateTime.of(moment));
    }

    @Override
    @Transactional
    public int removeEndedBefore(Instant moment, int limit) {
        List<UUID> ended = rows.take(UtcDateTime.of(moment), limit);
        if (!ended.isEmpty()) {
            jdbc.sql("DELETE FROM privacy_step WHERE case_id IN (:ids)")
                    .param("ids", ended)
                    .update();
            jdbc.sql("DELETE FROM privacy_request WHERE id IN (:ids)")
                    .param("ids", ended)
                    .update();
        }
        return ended.size();
    }
}
