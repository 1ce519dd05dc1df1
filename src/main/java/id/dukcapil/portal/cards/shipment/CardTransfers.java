package id.dukcapil.portal.cards.shipment;

import id.dukcapil.portal.cards.CardEntryKind;
import id.dukcapil.portal.cards.CardLedger;
import id.dukcapil.portal.cards.NewCardEntry;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.common.StaffNotice;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.documents.numbers.DocumentNumbers;
import id.dukcapil.portal.documents.numbers.NumberKind;
import id.dukcapil.portal.documents.numbers.NumberPattern;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Transfers between offices: the one that sends and the one that receives each write a line in their own ledger. Where
 * they counted differently neither line is changed; somebody who did not receive them explains the difference.
 */
@Service
@PreAuthorize("hasAuthority('CARDS_READ')")
public class CardTransfers {

    static final String RECORD = "Transfer blangko";
    private static final int SHOWN = 30;
    private static final RowMapper<Transfer> ROW =
            RecordRow.of(Transfer.class).from("fromOffice", "from_office").from("toOffice", "to_office");
    private static final String SELECT = "SELECT t.*, f.name AS from_name, o.name AS to_name FROM cards_transfer t"
            + " JOIN staff_office f ON f.code = t.from_office JOIN staff_office o ON o.code = t.to_office ";

    private final JdbcClient jdbc;
    private final CardLedger ledger;
    private final CurrentStaff staff;
    private final Offices offices;
    private final DocumentNumbers numbers;
    private final NumberKind transferNotes;
    private final Retry retry;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CardTransfers(
            JdbcClient jdbc,
            CardLedger ledger,
            CurrentStaff staff,
            Offices offices,
            DocumentNumbers numbers,
            NumberKind transferNotes,
            Retry retry,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.staff = staff;
        this.offices = offices;
        this.numbers = numbers;
        this.transferNotes = transferNotes;
        this.retry = retry;
        this.events = events;
        this.clock = clock;
    }

    /** From and to that office; what is open first, then the latest. */
    public List<Transfer> of(OfficeCode office) {
        staff.requireScope(office);
        return jdbc.sql(SELECT + """
                        WHERE t.from_office = :office OR t.to_office = :office
                        ORDER BY t.received IS NULL OR (t.received <> t.sent AND t.explanation IS NULL) DESC, t.sent_at DESC
                        LIMIT :shown""")
                .param("office", office.value())
                .param("shown", SHOWN)
                .query(ROW)
                .list();
    }

    /** Cards that are on the way to that office. */
    public int onTheWayTo(OfficeCode office) {
        return jdbc.sql("SELECT COALESCE(SUM(sent), 0) FROM cards_transfer WHERE to_office = ? AND received IS NULL")
                .param(office.value())
                .query((row, number) -> row.getInt(1))
                .single();
    }

    /** Where cards can be sent to. */
    public List<Office> destinations(OfficeCode from) {
        LocalDate today = LocalDate.ofInstant(
                clock.instant(), offices.find(from).orElseThrow().timeZone());
        return offices.inServiceOn(today).stream()
                .filter(office -> !office.code().equals(from))
                .toList();
    }

    /**
     * Takes the cards out of the stock and puts them on the way.
     *
     * @throws InvalidInput when there are not so many, or the other office cannot be sent to
     */
    @PreAuthorize("hasAuthority('CARDS_ENTER')")
    public Transfer send(OfficeCode from, @Nullable OfficeCode to, @Nullable Integer cards, UUID token) {
        staff.requireScope(from);
        Office sender = offices.find(from).orElseThrow();
        Office receiver = destinations(from).stream()
                .filter(office -> office.code().equals(to))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("to", "Pilih kantor lain yang sedang melayani."));
        int count = Count.of("cards", cards);
        return retry.inTransaction(() -> sent(token).orElseGet(() -> {
            String number = numbers.next(transferNotes, sender);
            post(sender, CardEntryKind.TRANSFER_OUT, count, number, "Ke " + receiver.name(), token);
            StaffMember member = staff.require();
            jdbc.sql("""
                            INSERT INTO cards_transfer (id, number, from_office, to_office, sent, sent_by, sent_name, sent_at,
                              request_token) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            TimeOrderedId.at(clock.instant()),
                            number,
                            from.value(),
                            receiver.code().value(),
                            count,
                            member.id().value(),
                            member.fullName(),
                            UtcDateTime.of(clock.instant()),
                            token)
                    .update();
            events.publishEvent(AuditEvent.of(RECORD, number, "Dikirim")
                    .at(from)
                    .changing("Kepada", null, receiver.name())
                    .changing("Dikirim", null, count));
            events.publishEvent(new StaffNotice(
                    "Blangko dikirim",
                    "%s mengirim blangko, surat %s. Hitung saat tiba.".formatted(sender.name(), number),
                    "blangko/kiriman?kantor=" + receiver.code(),
                    new StaffNotice.Audience.Lane(Permission.CARDS_ENTER, receiver.code(), member.id())));
            return sent(token).orElseThrow();
        }));
    }

    private Optional<Transfer> sent(UUID token) {
        return jdbc.sql(SELECT + "WHERE t.request_token = ?")
                .param(token)
                .query(ROW)
                .optional();
    }

    private void post(
            Office office, CardEntryKind kind, @Nullable Integer cards, String number, String why, UUID token) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), office.timeZone());
        ledger.post(new NewCardEntry(office.code(), kind, cards, today, number, why, token), null);
    }

    /**
     * What the other office counted when the cards came. It is not shown what was sent.
     *
     * @throws ChangedMeanwhile when somebody has received them already
     */
    @PreAuthorize("hasAuthority('CARDS_ENTER')")
    public Transfer receive(UUID id, @Nullable Integer counted) {
        int cards = Count.of("counted", counted);
        return retry.inTransaction(() -> {
            Transfer transfer = lock(id);
            staff.requireScope(transfer.toOffice());
            if (!transfer.isOnTheWay()) {
                throw new ChangedMeanwhile("Transfer %s sudah diterima %s: %s blangko."
                        .formatted(
                                transfer.number(),
                                transfer.receivedName(),
                                Formats.number(transfer.sent() + transfer.difference())));
            }
            StaffMember member = staff.require();
            jdbc.sql("""
                            UPDATE cards_transfer SET received = ?, received_by = ?, received_name = ?, received_at = ?
                            WHERE id = ?""")
                    .params(cards, member.id().value(), member.fullName(), UtcDateTime.of(clock.instant()), id)
                    .update();
            if (cards > 0) {
                Office office = offices.find(transfer.toOffice()).orElseThrow();
                post(office, CardEntryKind.TRANSFER_IN, cards, transfer.number(), "Dari " + transfer.fromName(), id);
            }
            events.publishEvent(AuditEvent.of(RECORD, transfer.number(), "Diterima")
                    .at(transfer.toOffice())
                    .changing("Jumlah", transfer.sent(), cards));
            return find(id);
        });
    }

    /** Says where a difference comes from; not by whoever received the cards. */
    @PreAuthorize("hasAuthority('CARDS_ENTER')")
    public Transfer explain(UUID id, String text) {
        String why = Count.reason(text);
        return retry.inTransaction(() -> {
            Transfer transfer = lock(id);
            StaffMember member = staff.require();
            staff.requireScope(member.mayActFor(transfer.fromOffice()) ? transfer.fromOffice() : transfer.toOffice());
            if (!transfer.needsExplanation()) {
                throw new InvalidInput("reason", "Tidak ada selisih yang perlu diterangkan.");
            }
            if (member.id().value().equals(transfer.receivedBy())) {
                throw new InvalidInput(
                        "reason", "Yang menerima tidak menerangkan sendiri; mintalah pengirim atau rekan.");
            }
            jdbc.sql("UPDATE cards_transfer SET explanation = ?, explained_name = ?, explained_at = ? WHERE id = ?")
                    .params(why, member.fullName(), UtcDateTime.of(clock.instant()), id)
                    .update();
            events.publishEvent(AuditEvent.of(RECORD, transfer.number(), "Selisih diterangkan")
                    .at(transfer.fromOffice())
                    .changing("Selisih", null, transfer.difference())
                    .because(why));
            return find(id);
        });
    }

    private Transfer lock(UUID id) {
        jdbc.sql("SELECT id FROM cards_transfer WHERE id = ? FOR UPDATE")
                .param(id)
                .query(UUID.class)
                .single();
        return find(id);
    }

    private Transfer find(UUID id) {
        return jdbc.sql(SELECT + "WHERE t.id = ?").param(id).query(ROW).single();
    }

    @Configuration(proxyBeanMethods = false)
    static class Numbering {

        @Bean
        NumberKind transferNotes() {
            return new NumberKind("card-transfer", new NumberPattern("400.12.2/{n}/ST-BLANGKO/{office}/{year}"), false);
        }
    }
}
