package id.dukcapil.portal.cards.handover;

import id.dukcapil.portal.cards.order.OrderDetails;
import id.dukcapil.portal.cards.order.OrderRecords;
import id.dukcapil.portal.cards.order.OrderStatus;
import id.dukcapil.portal.cards.order.PrintOrder;
import id.dukcapil.portal.common.EndedRows;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.PersonalDataSource;
import id.dukcapil.portal.common.Retention;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.procedure.CaseStatus;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.Organisation;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the print room holds of one resident, and when it forgets who that was. */
@Component
class CardPrivacy implements PersonalDataSource {

    private static final String ENDED = "anonymised_at IS NULL AND status IN (%s) AND status_since < :moment"
            .formatted(CaseStatus.sql(OrderStatus.class, status -> !status.isOpen()));

    private final OrderRecords records;
    private final HandoverRows rows;
    private final Organisation organisation;
    private final JdbcClient jdbc;
    private final Clock clock;

    CardPrivacy(OrderRecords records, HandoverRows rows, Organisation organisation, JdbcClient jdbc, Clock clock) {
        this.records = records;
        this.rows = rows;
        this.organisation = organisation;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Bean
    Retention printOrderRetention() {
        return Retention.ofCases(
                "print-order",
                "Pesanan cetak dan penyerahan KTP-el yang sudah berakhir",
                "NIK, nama, e-mail, penerima, tanda tangan dan alasan dihapus; nomor, kantor, nomor seri dan waktu tetap",
                EndedRows.of(jdbc, "card_order", ENDED, "status_since").each(UUID.class, this::forget));
    }

    /** The serials stay: a card that is found years later must not be counted again. */
    private void forget(List<UUID> orders) {
        var now = UtcDateTime.of(clock.instant());
        jdbc.sql("UPDATE card_order_step SET reason = NULL WHERE print_order_id IN (:ids) AND reason IS NOT NULL")
                .param("ids", orders)
                .update();
        rows.forget(orders, now);
        jdbc.sql("""
                        UPDATE card_order SET person_nik = NULL, full_name = NULL, email = NULL, letter = NULL,
                          anonymised_at = :now, version = version + 1
                        WHERE id IN (:ids)""").param("now", now).param("ids", orders).update();
    }

    @Override
    public Holding describe() {
        return new Holding(
                "Pencetakan dan penyerahan KTP-el",
                "NIK, nama, tahun lahir, alamat e-mail, alasan cetak, nomor seri kartu, penerima dan tanda tangannya,"
                        + " waktu tiap langkah",
                "Mencetak dan menyerahkan KTP-el serta membuktikannya",
                "UU 23/2006 jo. UU 24/2013 Pasal 63 dan 64; UU 27/2022 Pasal 20 ayat (2) huruf c dan e; SOP Bandung 28/2024",
                41);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Item> about(Nik nik) {
        return records.findByPersonNikOrderByCreatedAt(nik.value()).stream()
                .map(PrintOrder::details)
                .map(this::item)
                .toList();
    }

    private Item item(OrderDetails order) {
        var values = new LinkedHashMap<String, String>();
        values.put("NIK", order.nik().value());
        values.put("Nama", order.name());
        values.put("E-mail", Objects.requireNonNullElse(order.email(), ""));
        values.put("Alasan", order.reason().label());
        values.put("Keadaan", order.status().label());
        values.put("Nomor seri", Objects.requireNonNullElse(order.serial(), ""));
        rows.find(order.number())
                .ifPresent(handover -> values.put("Penerima", Objects.requireNonNullElse(handover.receiverName(), "")));
        order.history()
                .forEach(step -> values.put(
                        Formats.dateTime(step.at(), organisation.timeZone()) + " · "
                                + step.action().label(),
                        Objects.requireNonNullElse(step.reason(), "")));
        return new Item("Pesanan cetak " + order.number(), values);
    }
}
