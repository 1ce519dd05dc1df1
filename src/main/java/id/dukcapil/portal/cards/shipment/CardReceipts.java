package id.dukcapil.portal.cards.shipment;

import id.dukcapil.portal.cards.CardEntryKind;
import id.dukcapil.portal.cards.CardLedger;
import id.dukcapil.portal.cards.NewCardEntry;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Deliveries of the centre. Two accounts have to count the same number one after the other, the second without seeing the
 * first; only then the cards are stock. What differs from the delivery note is a discrepancy until somebody explains it.
 */
@Service
@PreAuthorize("hasAuthority('CARDS_READ')")
public class CardReceipts {

    static final String RECORD = "Penerimaan blangko";
    private static final int SHOWN = 30;
    private static final RowMapper<Receipt> ROW = RecordRow.of(Receipt.class);

    private final JdbcClient jdbc;
    private final CardLedger ledger;
    private final CurrentStaff staff;
    private final Offices offices;
    private final Retry retry;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CardReceipts(
            JdbcClient jdbc,
            CardLedger ledger,
            CurrentStaff staff,
            Offices offices,
            Retry retry,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.staff = staff;
        this.offices = offices;
        this.retry = retry;
        this.events = events;
        this.clock = clock;
    }

    /** What is open first, then the latest. */
    public List<Receipt> of(OfficeCode office) {
        staff.requireScope(office);
        return jdbc.sql("""
                        SELECT * FROM cards_receipt WHERE office_code = ?
                        ORDER BY confirmed_at IS NULL OR (counted <> declared AND explanation IS NULL) DESC, counted_at DESC
                        LIMIT ?""").params(office.value(), SHOWN).query(ROW).list();
    }

    /**
     * Writes down what came and what the first person counted.
     *
     * @param id the same for every attempt, so that a second click writes nothing
     */
    @PreAuthorize("hasAuthority('CARDS_ENTER')")
    public Receipt begin(
            UUID id, OfficeCode office, String reference, @Nullable Integer declared, @Nullable Integer counted) {
        staff.requireScope(office);
        String note = reference.strip();
        if (note.isEmpty() || note.length() > NewCardEntry.LONGEST_REFERENCE) {
            throw new InvalidInput("reference", "Isi nomor surat jalan, paling banyak 60 huruf.");
        }
        if (declared == null || declared < 1 || declared > NewCardEntry.LARGEST) {
            throw new InvalidInput("declared", "Isi jumlah menurut surat jalan antara 1 dan 100.000.");
        }
        int cards = Count.of("counted", counted);
        try {
            return retry.inTransaction(() -> {
                if (jdbc.sql("SELECT * FROM cards_receipt WHERE id = ?")
                        .param(id)
                        .query(ROW)
                        .optional()
                        .isEmpty()) {
                    insert(id, office, note, declared, cards);
                }
                return find(id);
            });
        } catch (DuplicateKeyException known) {
            throw new InvalidInput("reference", "Surat jalan ini sudah dicatat.");
        }
    }

    private void insert(UUID id, OfficeCode office, String note, int declared, int counted) {
        StaffMember member = staff.require();
        jdbc.sql("""
                        INSERT INTO cards_receipt (id, office_code, reference, declared, counted, counted_by, counted_name, counted_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        office.value(),
                        note,
                        declared,
                        counted,
                        member.id().value(),
                        member.fullName(),
                        UtcDateTime.of(clock.instant()))
                .update();
        events.publishEvent(AuditEvent.of(RECORD, note, "Dihitung orang pertama")
                .at(office)
                .changing("Menurut surat jalan", null, declared)
                .changing("Dihitung", null, counted));
    }

    /**
     * The count of another person. Where it is the same, the cards become stock; where it differs it replaces the first,
     * and again another person has to find the same.
     *
     * @throws InvalidInput when the same person counts twice
     */
    @PreAuthorize("hasAuthority('CARDS_WITNESS')")
    public Receipt countAgain(UUID id, @Nullable Integer counted) {
        int cards = Count.of("counted", counted);
        return retry.inTransaction(() -> {
            Receipt receipt = lock(id);
            staff.requireScope(receipt.office());
            StaffMember member = staff.require();
            if (receipt.isConfirmed()) {
                throw new ChangedMeanwhile("Kiriman %s sudah dihitung dua orang.".formatted(receipt.reference()));
            }
            if (receipt.countedBy().equals(member.id().value())) {
                throw new InvalidInput("counted", "Anda sudah menghitungnya; orang lain yang menghitung kedua.");
            }
            if (cards == receipt.counted()) {
                confirm(receipt, member);
            } else {
                recount(receipt, cards, member);
            }
            return find(id);
        });
    }

    private void confirm(Receipt receipt, StaffMember member) {
        jdbc.sql("UPDATE cards_receipt SET second_by = ?, second_name = ?, confirmed_at = ? WHERE id = ?")
                .params(member.id().value(), member.fullName(), UtcDateTime.of(clock.instant()), receipt.id())
                .update();
        if (receipt.counted() > 0) {
            LocalDate today = LocalDate.ofInstant(
                    clock.instant(),
                    offices.find(receipt.office()).orElseThrow().timeZone());
            ledger.post(
                    new NewCardEntry(
                            receipt.office(),
                            CardEntryKind.RECEIPT,
                            receipt.counted(),
                            today,
                            receipt.reference(),
                            "Dihitung %s dan %s".formatted(receipt.countedName(), member.fullName()),
                            receipt.id()),
                    null);
        }
        events.publishEvent(AuditEvent.of(RECORD, receipt.reference(), "Dihitung dua orang, masuk stok")
                .at(receipt.office())
                .changing("Dihitung", null, receipt.counted())
                .changing("Selisih dengan surat jalan", 0, receipt.difference()));
    }

    private void recount(Receipt receipt, int counted, StaffMember member) {
        jdbc.sql("UPDATE cards_receipt SET counted = ?, counted_by = ?, counted_name = ?, counted_at = ? WHERE id = ?")
                .params(counted, member.id().value(), member.fullName(), UtcDateTime.of(clock.instant()), receipt.id())
                .update();
        events.publishEvent(AuditEvent.of(RECORD, receipt.reference(), "Hitungan kedua berbeda")
                .at(receipt.office())
                .changing("Dihitung", receipt.counted(), counted));
    }

    /** Says where the difference to the delivery note comes from. */
    @PreAuthorize("hasAuthority('CARDS_ENTER')")
    public Receipt explain(UUID id, String text) {
        String why = Count.reason(text);
        return retry.inTransaction(() -> {
            Receipt receipt = lock(id);
            staff.requireScope(receipt.office());
            if (!receipt.needsExplanation()) {
                throw new InvalidInput("reason", "Tidak ada selisih yang perlu diterangkan.");
            }
            jdbc.sql("UPDATE cards_receipt SET explanation = ?, explained_name = ?, explained_at = ? WHERE id = ?")
                    .params(why, staff.require().fullName(), UtcDateTime.of(clock.instant()), id)
                    .update();
            events.publishEvent(AuditEvent.of(RECORD, receipt.reference(), "Selisih diterangkan")
                    .at(receipt.office())
                    .changing("Selisih", null, receipt.difference())
                    .because(why));
            return find(id);
        });
    }

    private Receipt lock(UUID id) {
        return jdbc.sql("SELECT * FROM cards_receipt WHERE id = ? FOR UPDATE")
                .param(id)
                .query(ROW)
                .single();
    }

    private Receipt find(UUID id) {
        return jdbc.sql("SELECT * FROM cards_receipt WHERE id = ?")
                .param(id)
                .query(ROW)
                .single();
    }
}
