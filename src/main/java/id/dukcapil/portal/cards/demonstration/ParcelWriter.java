package id.dukcapil.portal.cards.demonstration;

import id.dukcapil.portal.calendar.WorkingTime;
import id.dukcapil.portal.calendar.WorkingTimes;
import id.dukcapil.portal.cards.CardHandedOver;
import id.dukcapil.portal.cards.InventedParcels;
import id.dukcapil.portal.cards.PrintReason;
import id.dukcapil.portal.cards.demonstration.Draft.Packed;
import id.dukcapil.portal.cards.order.OrderStatus;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.documents.numbers.DocumentNumbers;
import id.dukcapil.portal.documents.numbers.NumberKind;
import id.dukcapil.portal.staff.DemonstrationStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Prints the cards of a school one after the other, packs them and has them taken there some days later. */
@Component
@ConditionalOnBooleanProperty({"portal.demonstration", "portal.booking.demonstration"})
class ParcelWriter implements InventedParcels {

    private static final Duration QUEUE = Duration.ofMinutes(70);
    private static final Duration A_CARD = Duration.ofMinutes(4);
    private static final Duration CHECK = Duration.ofMinutes(3);
    private static final Duration PACKING = Duration.ofMinutes(35);

    private final OrderWriter orders;
    private final Offices offices;
    private final WorkingTimes workingTimes;
    private final DocumentNumbers numbers;
    private final NumberKind packingNumbers;
    private final DemonstrationStaff staff;
    private final JdbcClient jdbc;
    private final Clock clock;

    ParcelWriter(
            OrderWriter orders,
            Offices offices,
            WorkingTimes workingTimes,
            DocumentNumbers numbers,
            NumberKind packingNumbers,
            DemonstrationStaff staff,
            JdbcClient jdbc,
            Clock clock) {
        this.orders = orders;
        this.offices = offices;
        this.workingTimes = workingTimes;
        this.numbers = numbers;
        this.packingNumbers = packingNumbers;
        this.staff = staff;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<Entered> enter(Parcel parcel) {
        Office office = offices.find(parcel.office()).orElseThrow();
        WorkingTime working = workingTimes.of(parcel.office());
        var printed = new ArrayList<List<Instant>>();
        for (int i = 0; i < parcel.holders().size(); i++) {
            printed.add(printed(working, parcel.asked(), QUEUE.plus(A_CARD.multipliedBy(i))));
        }
        Instant packed = later(working, printed.getLast().getLast(), PACKING);
        Instant delivered = parcel.delivered() ? later(working, packed, untilDelivered(parcel)) : null;
        Instant last = delivered == null ? packed : delivered;
        LocalDate today = LocalDate.ofInstant(clock.instant(), office.timeZone());
        return LocalDate.ofInstant(last, office.timeZone()).isBefore(today)
                ? Optional.of(write(parcel, office, printed, packed, delivered))
                : Optional.empty();
    }

    /** Between an hour and a day and a half of work, the same every time for one visit. */
    private static Duration untilDelivered(Parcel parcel) {
        return Duration.ofMinutes(60 + Math.floorMod(parcel.reference().hashCode(), 640));
    }

    private static List<Instant> printed(WorkingTime working, Instant asked, Duration queue) {
        Instant begun = later(working, asked, queue);
        Instant done = later(working, begun, A_CARD);
        return List.of(asked, begun, done, later(working, done, CHECK), later(working, done, CHECK.multipliedBy(2)));
    }

    private static Instant later(WorkingTime working, Instant from, Duration work) {
        return working.after(from, work).orElseThrow();
    }

    private Entered write(
            Parcel parcel, Office office, List<List<Instant>> printed, Instant packed, @Nullable Instant delivered) {
        String number = numbers.next(packingNumbers, office, List.of(LocalDate.ofInstant(packed, office.timeZone())))
                .getFirst();
        for (int i = 0; i < printed.size(); i++) {
            var times = new ArrayList<>(printed.get(i));
            if (delivered != null) {
                times.add(delivered);
            }
            OrderStatus status = delivered == null ? OrderStatus.READY : OrderStatus.HANDED_OVER;
            orders.add(new Draft(
                    office,
                    parcel.holders().get(i),
                    new Past(status, PrintReason.FIRST, times, i % 100),
                    new Packed(number, parcel.receiver(), parcel.reference())));
        }
        Map<Nik, String> entered = orders.flush();
        pack(parcel, number, packed, delivered, entered);
        return new Entered(entered, delivered == null ? List.of() : told(parcel, printed, packed, delivered, entered));
    }

    private void pack(
            Parcel parcel, String number, Instant packed, @Nullable Instant delivered, Map<Nik, String> entered) {
        UUID id = TimeOrderedId.at(packed);
        jdbc.sql("""
                        INSERT INTO card_packing (id, number, office_code, institution, packed_at, packed_by, receiver,
                          receiver_position, delivered_at, delivered_by)
                        VALUES (:id, :number, :office, :institution, :packed, :by, IF(:at IS NULL, NULL, :receiver),
                          IF(:at IS NULL, NULL, :position), :at, IF(:at IS NULL, NULL, :by))""")
                .param("id", id)
                .param("number", number)
                .param("office", parcel.office().value())
                .param("institution", parcel.institution())
                .param("packed", UtcDateTime.of(packed))
                .param("by", staff.actor(OrderWriter.OPERATOR).name())
                .param("at", delivered == null ? null : UtcDateTime.of(delivered))
                .param("receiver", parcel.receiver())
                .param("position", parcel.position())
                .update();
        jdbc.sql("""
                        INSERT INTO card_packing_line (packing_id, print_order_id, accepted)
                        SELECT :id, id, :accepted FROM card_order WHERE number IN (:orders)""")
                .param("id", id)
                .param("accepted", delivered == null ? null : true)
                .param("orders", entered.values())
                .update();
    }

    private static List<CardHandedOver> told(
            Parcel parcel, List<List<Instant>> printed, Instant packed, Instant delivered, Map<Nik, String> entered) {
        var told = new ArrayList<CardHandedOver>();
        for (int i = 0; i < printed.size(); i++) {
            Nik nik = parcel.holders().get(i).nik();
            told.add(new CardHandedOver(
                    Objects.requireNonNull(entered.get(nik)),
                    nik,
                    parcel.office(),
                    delivered,
                    parcel.reference(),
                    new CardHandedOver.Printed(
                            printed.get(i).get(1), printed.get(i).get(2)),
                    packed));
        }
        return told;
    }
}
