package id.dukcapil.portal.cards.order;

import id.dukcapil.portal.cards.CardHandedOver;
import id.dukcapil.portal.cards.PrintReason;
import id.dukcapil.portal.common.ActingParty;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.CaseStep;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.common.procedure.ProcedureCase;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.SQLRestriction;
import org.jspecify.annotations.Nullable;

/**
 * One card that is to be printed for one person at one office. A misprint sends it back into the queue under the same number,
 * so that the person keeps the place and every blank that was used is counted for the order that used it.
 */
@Entity
@Table(name = "card_order")
@SQLRestriction("anonymised_at IS NULL")
public class PrintOrder implements ProcedureCase {

    static final int LONGEST_SHELF = 20;

    @Id
    private UUID id;

    private String number;
    private String officeCode;
    private String personNik;
    private String fullName;
    private int birthYear;
    private @Nullable String email;

    @Enumerated(EnumType.STRING)
    private PrintReason reason;

    private @Nullable String letter;
    private @Nullable String reference;

    @Enumerated(EnumType.STRING)
    private OrderStatus status;

    private Instant statusSince;
    private @Nullable LocalDate heldUntil;
    private @Nullable UUID printerId;
    private int misprints;
    private @Nullable UUID ledgerToken;
    private @Nullable String serial;
    private @Nullable String shelf;
    private @Nullable Instant readyAt;
    private int remindedDays;
    private Instant createdAt;
    private boolean measured;
    private @Nullable String movedFrom;

    @Version
    private @Nullable Long version;

    @OneToMany(mappedBy = "printOrder", cascade = CascadeType.PERSIST)
    @OrderBy("ordinal")
    private List<OrderStep> steps = new ArrayList<>();

    /** @param heldUntil first day on which the holder may have a card; null when that is so already */
    record Opening(
            String number,
            OfficeCode office,
            Nik nik,
            String name,
            int birthYear,
            @Nullable String email,
            PrintReason reason,
            @Nullable String letter,
            @Nullable String reference,
            @Nullable LocalDate heldUntil) {}

    PrintOrder(Opening opening, ActedBy by) {
        id = TimeOrderedId.at(by.at());
        number = opening.number();
        officeCode = opening.office().value();
        personNik = opening.nik().value();
        fullName = opening.name();
        birthYear = opening.birthYear();
        email = opening.email();
        reason = opening.reason();
        letter = opening.letter();
        reference = opening.reference();
        heldUntil = opening.heldUntil();
        createdAt = by.at();
        measured = true;
        status = heldUntil == null ? OrderStatus.WAITING : OrderStatus.HELD;
        statusSince = by.at();
        append(null, OrderAction.REQUEST, by, reason.label());
    }

    /** For JPA only. */
    @SuppressWarnings("NullAway.Init")
    protected PrintOrder() {}

    /** A further case waits for this card. */
    void join(@Nullable String asking, @Nullable String address, ActedBy by) {
        if (asking != null && !asking.equals(reference)) {
            reference = asking;
            append(status, OrderAction.JOIN, by, asking);
        }
        email = address == null ? email : address;
    }

    void release(LocalDate today, ActedBy by) {
        if (status == OrderStatus.HELD && !today.isBefore(Objects.requireNonNull(heldUntil))) {
            moveTo(OrderStatus.WAITING, OrderAction.RELEASE, by, null);
        }
    }

    /** Before anything is printed it can be printed and fetched elsewhere; a person has to come where the order is. */
    void move(OfficeCode place, String why, ActedBy by) {
        if (status != OrderStatus.WAITING && status != OrderStatus.HELD) {
            throw refused(OrderAction.MOVE);
        }
        movedFrom = officeCode;
        officeCode = place.value();
        append(status, OrderAction.MOVE, by, why);
    }

    void start(UUID printer, String printerName, ActedBy by) {
        moveTo(OrderStatus.PRINTING, OrderAction.START, by, printerName);
        printerId = printer;
    }

    void putBack(ActedBy by) {
        requireIn(OrderStatus.PRINTING, OrderAction.PUT_BACK);
        moveTo(OrderStatus.WAITING, OrderAction.PUT_BACK, by, null);
    }

    void printedWell(@Nullable String newSerial, UUID token, ActedBy by) {
        moveTo(OrderStatus.PRINTED, OrderAction.PRINT_WELL, by, newSerial == null ? null : "Seri " + newSerial);
        serial = newSerial;
        ledgerToken = token;
    }

    void misprinted(PrintOutcome cause, @Nullable String spoiltSerial, ActedBy by) {
        requireIn(OrderStatus.PRINTING, OrderAction.MISPRINT);
        moveTo(OrderStatus.WAITING, OrderAction.MISPRINT, by, words(cause.label(), spoiltSerial));
        misprints++;
    }

    void checked(ActedBy by) {
        moveTo(OrderStatus.CHECKED, OrderAction.CHECK, by, "Nama, foto, chip terbaca");
    }

    /** The ledger takes the good card back as a misprint; the caller enters that. */
    void rejected(PrintOutcome cause, ActedBy by) {
        requireIn(OrderStatus.PRINTED, OrderAction.REJECT);
        moveTo(OrderStatus.WAITING, OrderAction.REJECT, by, words(cause.label(), serial));
        misprints++;
        serial = null;
        ledgerToken = null;
    }

    void shelve(String place, ActedBy by) {
        String where = place.strip();
        if (where.isEmpty() || where.length() > LONGEST_SHELF) {
            throw new InvalidInput("shelf", "Isi tempat di rak, paling banyak %d huruf.".formatted(LONGEST_SHELF));
        }
        moveTo(OrderStatus.READY, OrderAction.SHELVE, by, where);
        shelf = where;
        readyAt = readyAt == null ? by.at() : readyAt;
    }

    /** The card is not given to who stands at the counter; it stays where it is. */
    public void holdBack(String why, ActedBy by) {
        requireIn(OrderStatus.READY, OrderAction.HOLD_BACK);
        append(status, OrderAction.HOLD_BACK, by, why);
    }

    void reminded(int days, ActedBy by) {
        if (status == OrderStatus.READY && remindedDays < days) {
            append(status, OrderAction.REMIND, by, "Sesudah %d hari".formatted(days));
            remindedDays = days;
        }
    }

    void recall(String why, ActedBy by) {
        moveTo(OrderStatus.RECALLED, OrderAction.RECALL, by, why);
        shelf = null;
    }

    public void handOver(String receiver, ActedBy by) {
        moveTo(OrderStatus.HANDED_OVER, OrderAction.HAND_OVER, by, receiver);
    }

    void cancel(String why, ActedBy by) {
        moveTo(OrderStatus.CANCELLED, OrderAction.CANCEL, by, why);
    }

    private static String words(String cause, @Nullable String spoiltSerial) {
        return spoiltSerial == null ? cause : cause + ", seri " + spoiltSerial;
    }

    private void requireIn(OrderStatus needed, OrderAction action) {
        if (status != needed) {
            throw refused(action);
        }
    }

    private IllegalMove refused(OrderAction action) {
        return IllegalMove.of("Pesanan " + number, status.label(), action.passive());
    }

    private void moveTo(OrderStatus next, OrderAction action, ActedBy by, @Nullable String why) {
        if (!status.canBecome(next)) {
            throw refused(action);
        }
        OrderStatus from = status;
        status = next;
        statusSince = by.at();
        append(from, action, by, why);
    }

    private void append(@Nullable OrderStatus from, OrderAction action, ActedBy by, @Nullable String why) {
        var step = new OrderStep();
        step.printOrder = this;
        step.fill(steps.size(), from, status, action, by, why);
        steps.add(step);
    }

    OfficeCode office() {
        return new OfficeCode(officeCode);
    }

    Nik nik() {
        return new Nik(personNik);
    }

    PrintReason reason() {
        return reason;
    }

    @Nullable
    UUID ledgerToken() {
        return ledgerToken;
    }

    @Override
    public OrderStatus status() {
        return status;
    }

    @Override
    public long storedVersion() {
        return version == null ? 0 : version;
    }

    @Override
    public String changedMeanwhile() {
        return "Pesanan %s baru saja diubah oleh %s menjadi \"%s\"."
                .formatted(number, steps.getLast().actor().name(), status.label());
    }

    @Override
    public OrderMoved moved() {
        return new OrderMoved(details());
    }

    @Override
    public boolean isWithinReachOf(ActingParty party) {
        return party.reaches(office());
    }

    /** @param packedAt null for a card that was fetched */
    public CardHandedOver handedOver(@Nullable Instant packedAt) {
        return new CardHandedOver(number, nik(), office(), statusSince, reference, printed(), packedAt);
    }

    private CardHandedOver.@Nullable Printed printed() {
        for (int i = steps.size() - 1; i > 0; i--) {
            if (steps.get(i).taken().to() == OrderStatus.PRINTED) {
                return new CardHandedOver.Printed(
                        steps.get(i - 1).taken().at(), steps.get(i).taken().at());
            }
        }
        return null;
    }

    public OrderDetails details() {
        return new OrderDetails(
                id,
                number,
                office(),
                nik(),
                fullName,
                birthYear,
                email,
                reason,
                letter,
                reference,
                status,
                statusSince,
                heldUntil,
                printerId,
                misprints,
                serial,
                shelf,
                readyAt,
                remindedDays,
                createdAt,
                measured,
                movedFrom == null ? null : new OfficeCode(movedFrom),
                storedVersion(),
                steps.stream().map(OrderStep::taken).toList());
    }

    /** One step of an order. */
    @Entity
    @Table(name = "card_order_step")
    @SuppressWarnings("NullAway.Init")
    static class OrderStep extends CaseStep<OrderStatus, OrderAction> {

        @ManyToOne(optional = false)
        private PrintOrder printOrder;
    }
}
