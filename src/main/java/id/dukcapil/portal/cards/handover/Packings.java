package id.dukcapil.portal.cards.handover;

import id.dukcapil.portal.cards.PackingGroups;
import id.dukcapil.portal.cards.PackingGroups.PackingGroup;
import id.dukcapil.portal.cards.PrintReason;
import id.dukcapil.portal.cards.handover.Packing.Line;
import id.dukcapil.portal.cards.handover.Packing.Packed;
import id.dukcapil.portal.cards.order.OrderDetails;
import id.dukcapil.portal.cards.order.OrderRecords;
import id.dukcapil.portal.cards.order.OrderStatus;
import id.dukcapil.portal.cards.order.PrintOrder;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.OneColumn;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.Sha256;
import id.dukcapil.portal.common.SignatureStrokes;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.CaseCommands;
import id.dukcapil.portal.documents.numbers.DocumentNumbers;
import id.dukcapil.portal.documents.numbers.NumberKind;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Collective hand-over: first cards are packed for a school, village or office, which takes all or some of them; what is left
 * goes back to the shelf. Replacements are left out, because the old card has to be seen.
 */
@Service
@PreAuthorize("hasAuthority('CARDS_HAND_OVER')")
public class Packings {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_POSITION = 60;
    private static final RowMapper<Packing> ROW = RecordRow.of(Packing.class);
    private static final RowMapper<Line> LINE = RecordRow.of(Line.class).from("name", "full_name");

    private final OrderRecords records;
    private final Handovers handovers;
    private final CaseCommands cases;
    private final DocumentNumbers numbers;
    private final NumberKind packingNumbers;
    private final CurrentStaff staff;
    private final Offices offices;
    private final List<PackingGroups> groups;
    private final JdbcClient jdbc;

    Packings(
            OrderRecords records,
            Handovers handovers,
            CaseCommands cases,
            DocumentNumbers numbers,
            NumberKind packingNumbers,
            CurrentStaff staff,
            Offices offices,
            List<PackingGroups> groups,
            JdbcClient jdbc) {
        this.records = records;
        this.handovers = handovers;
        this.cases = cases;
        this.numbers = numbers;
        this.packingNumbers = packingNumbers;
        this.staff = staff;
        this.offices = offices;
        this.groups = groups;
        this.jdbc = jdbc;
    }

    /**
     * Packs first cards from the shelf of an office.
     *
     * @throws InvalidInput naming the card that cannot be packed; nothing is packed then
     */
    public Packed pack(OfficeCode code, String institution, List<String> orders) {
        staff.requireScope(code);
        String called = words("institution", institution, LONGEST_NAME, "Isi nama sekolah, desa, atau instansinya.");
        if (orders.isEmpty()) {
            throw new InvalidInput("orders", "Pindai paket yang dikemas.");
        }
        Office office = offices.find(code).orElseThrow();
        return cases.inTransaction(() -> {
            ActedBy by = cases.actor();
            UUID id = TimeOrderedId.at(by.at());
            String number = numbers.next(packingNumbers, office);
            jdbc.sql("""
                            INSERT INTO card_packing (id, number, office_code, institution, packed_at, packed_by)
                            VALUES (?, ?, ?, ?, ?, ?)""")
                    .params(
                            id,
                            number,
                            code.value(),
                            called,
                            UtcDateTime.of(by.at()),
                            by.actor().name())
                    .update();
            new LinkedHashSet<>(orders).forEach(order -> add(id, order, code));
            cases.tell(AuditEvent.of("Penyerahan kolektif", number, "Dikemas")
                    .at(code)
                    .changing("Kartu", null, orders.size()));
            return find(number).orElseThrow();
        });
    }

    /** What can be packed now of what procedures keep together: first cards on the shelf that are in no packing yet. */
    public List<PackingGroup> ready(OfficeCode office) {
        staff.requireScope(office);
        return groups.stream()
                .flatMap(known -> known.of(office).stream())
                .map(group -> new PackingGroup(group.institution(), packable(office, group.orders())))
                .filter(group -> !group.orders().isEmpty())
                .toList();
    }

    private List<String> packable(OfficeCode office, List<String> orders) {
        return jdbc.sql("""
                        SELECT o.number FROM card_order o
                        WHERE o.number IN (:orders) AND o.office_code = :office AND o.status = :ready AND o.reason = :first
                          AND NOT EXISTS (SELECT 1 FROM card_packing_line l WHERE l.open_order = o.id)
                        ORDER BY o.full_name""")
                .param("orders", orders)
                .param("office", office.value())
                .param("ready", OrderStatus.READY.name())
                .param("first", PrintReason.FIRST.name())
                .query(OneColumn.TEXT)
                .list();
    }

    private void add(UUID packing, String number, OfficeCode office) {
        OrderDetails order = records.lockByNumber(number)
                .map(PrintOrder::details)
                .filter(found -> found.office().equals(office))
                .orElseThrow(() -> new InvalidInput("orders", "Pesanan %s tidak ada di kantor ini.".formatted(number)));
        if (order.status() != OrderStatus.READY || !order.reason().isFirst()) {
            throw new InvalidInput(
                    "orders", "%s tidak dapat dikemas: hanya kartu pertama yang siap diambil.".formatted(number));
        }
        try {
            jdbc.sql("INSERT INTO card_packing_line (packing_id, print_order_id) VALUES (?, ?)")
                    .params(packing, order.id())
                    .update();
        } catch (DuplicateKeyException packed) {
            throw new InvalidInput("orders", "%s sudah ada dalam kemasan lain.".formatted(number));
        }
    }

    /** What was packed and not delivered yet. */
    public List<Packing> open(OfficeCode office) {
        staff.requireScope(office);
        return jdbc.sql("SELECT * FROM card_packing WHERE office_code = ? AND delivered_at IS NULL ORDER BY packed_at")
                .param(office.value())
                .query(ROW)
                .list();
    }

    public Optional<Packed> find(String number) {
        return jdbc.sql("SELECT * FROM card_packing WHERE number = ?")
                .param(number)
                .query(ROW)
                .optional()
                .filter(packing -> staff.require().mayActFor(packing.office()))
                .map(packing -> new Packed(packing, lines(packing.id())));
    }

    private List<Line> lines(UUID packing) {
        return jdbc.sql("""
                        SELECT o.number, o.full_name, o.birth_year, o.shelf, l.accepted
                        FROM card_packing_line l JOIN card_order o ON o.id = l.print_order_id
                        WHERE l.packing_id = ? ORDER BY o.full_name, o.number""").param(packing).query(LINE).list();
    }

    /**
     * The institution has taken the cards, or some of them; the others go back to the shelf.
     *
     * @param accepted numbers of the orders whose cards were taken
     * @param strokes of the receiver's signature on the screen; empty when the statement is signed on paper
     * @throws ChangedMeanwhile when the delivery was recorded before
     */
    public Packed deliver(String number, String receiver, String position, Set<String> accepted, String strokes) {
        String name = words("receiver", receiver, LONGEST_NAME, "Isi nama penerima.");
        String post = words("position", position, LONGEST_POSITION, "Isi jabatan penerima.");
        return cases.inTransaction(() -> {
            Packed packed = find(number).orElseThrow(() -> new InvalidInput("packing", "Pilih kemasannya."));
            ActedBy by = cases.actor();
            close(packed.packing(), name, post, strokes.isEmpty() ? null : SignatureStrokes.svg(strokes), by);
            for (Line line : packed.lines()) {
                settle(packed.packing(), line.number(), accepted.contains(line.number()), name, by);
            }
            cases.tell(AuditEvent.of("Penyerahan kolektif", number, "Diserahkan")
                    .at(packed.packing().office())
                    .changing("Kartu diterima", packed.lines().size(), accepted.size()));
            return find(number).orElseThrow();
        });
    }

    /** One conditional statement, so that of two clicks one delivers. */
    private void close(Packing packing, String receiver, String position, byte @Nullable [] signature, ActedBy by) {
        int closed = jdbc.sql("""
                        UPDATE card_packing SET receiver = ?, receiver_position = ?, delivered_at = ?, delivered_by = ?, signature = ?,
                          signature_digest = ?
                        WHERE id = ? AND delivered_at IS NULL""")
                .params(Arrays.asList(
                        receiver,
                        position,
                        UtcDateTime.of(by.at()),
                        by.actor().name(),
                        signature,
                        signature == null ? null : Sha256.hex(signature),
                        packing.id()))
                .update();
        if (closed == 0) {
            throw new ChangedMeanwhile("Penyerahan %s sudah dicatat.".formatted(packing.number()));
        }
    }

    private void settle(Packing packing, String number, boolean accepted, String receiver, ActedBy by) {
        PrintOrder order = records.lockByNumber(number).orElseThrow();
        jdbc.sql("UPDATE card_packing_line SET accepted = ? WHERE packing_id = ? AND print_order_id = ?")
                .params(accepted, packing.id(), order.details().id())
                .update();
        if (accepted) {
            handovers.giveCollective(order, receiver, packing, by);
        } else if (order.status() == OrderStatus.READY) {
            order.holdBack("Tidak diterima dalam %s, kembali ke rak".formatted(packing.number()), by);
        }
        cases.moved(order);
    }

    private static String words(String field, String typed, int longest, String sentence) {
        String text = typed.strip();
        if (text.isEmpty() || text.length() > longest) {
            throw new InvalidInput(field, sentence);
        }
        return text;
    }
}
