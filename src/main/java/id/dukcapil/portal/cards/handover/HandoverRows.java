package id.dukcapil.portal.cards.handover;

import id.dukcapil.portal.common.AfterCommit;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.OneColumn;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentHolder;
import id.dukcapil.portal.documents.DocumentHolders;
import id.dukcapil.portal.documents.DocumentStore;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The hand-overs as they are stored. */
@Repository
class HandoverRows implements DocumentHolder {

    private static final RowMapper<Handover> ROW =
            RecordRow.of(Handover.class).from("number", "order_number").from("holder", "full_name");
    private static final String SELECT = """
            SELECT h.*, o.number AS order_number, o.full_name
            FROM card_handover h JOIN card_order o ON o.id = h.print_order_id WHERE\s""";

    private final JdbcClient jdbc;
    private final AfterCommit<ContentHash> forgotten;

    HandoverRows(JdbcClient jdbc, DocumentStore store, ObjectProvider<DocumentHolders> holders) {
        this.jdbc = jdbc;
        forgotten = new AfterCommit<>(hashes ->
                hashes.stream().filter(hash -> !holders.getObject().hold(hash)).forEach(store::remove));
    }

    void add(UUID order, Handover handover, LocalDate day) {
        jdbc.sql("""
                        INSERT INTO card_handover (id, print_order_id, office_code, receipt, receiver, receiver_name, relation,
                          letter, letter_on, letter_hash, letter_kind, old_card, old_note, signature_hash, handed_on, at, staff_name)
                        VALUES (:id, :order, :office, :receipt, :receiver, :name, :relation, :letter, :letterOn, :scan, :scanKind, :old, :note,
                          :signature, :day, :at, :staff)""")
                .param("id", TimeOrderedId.at(handover.at()))
                .param("order", order)
                .param("office", handover.office().value())
                .param("receipt", handover.receipt())
                .param("receiver", handover.receiver().name())
                .param("name", handover.receiverName())
                .param("relation", handover.relation())
                .param("letter", handover.letter())
                .param("letterOn", handover.letterOn())
                .param("scan", handover.letterHash())
                .param(
                        "scanKind",
                        handover.letterKind() == null
                                ? null
                                : handover.letterKind().name())
                .param("old", handover.oldCard().name())
                .param("note", handover.oldNote())
                .param("signature", handover.signatureHash())
                .param("day", day)
                .param("at", UtcDateTime.of(handover.at()))
                .param("staff", handover.staffName())
                .update();
    }

    Optional<Handover> find(String order) {
        return jdbc.sql(SELECT + "o.number = ?").param(order).query(ROW).optional();
    }

    List<Handover> ofDay(OfficeCode office, LocalDate day, int limit) {
        return jdbc.sql(SELECT + "h.office_code = ? AND h.handed_on = ? ORDER BY h.at DESC LIMIT ?")
                .params(office.value(), day, limit)
                .query(ROW)
                .list();
    }

    int countOfDay(OfficeCode office, LocalDate day) {
        return jdbc.sql("SELECT COUNT(*) FROM card_handover WHERE office_code = ? AND handed_on = ?")
                .params(office.value(), day)
                .query(Integer.class)
                .single();
    }

    /** Takes people, signatures and letters out; their files leave the store when nobody else holds them. */
    void forget(List<UUID> orders, LocalDateTime now) {
        List<String> files =
                jdbc.sql("""
                        SELECT signature_hash FROM card_handover
                        WHERE print_order_id IN (:ids) AND signature_hash IS NOT NULL
                        UNION SELECT letter_hash FROM card_handover
                        WHERE print_order_id IN (:ids) AND letter_hash IS NOT NULL""").param("ids", orders).query(OneColumn.TEXT).list();
        jdbc.sql("""
                        UPDATE card_handover SET receiver_name = NULL, relation = NULL, letter = NULL, letter_on = NULL, letter_hash = NULL, letter_kind = NULL,
                          old_note = NULL, signature_hash = NULL, anonymised_at = :now
                        WHERE print_order_id IN (:ids)""").param("now", now).param("ids", orders).update();
        files.stream().map(ContentHash::new).forEach(forgotten::add);
    }

    @Override
    public boolean holds(ContentHash hash) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT 1 FROM card_handover WHERE signature_hash = :hash OR letter_hash = :hash)")
                .param("hash", hash.value())
                .query(Boolean.class)
                .single();
    }
}
