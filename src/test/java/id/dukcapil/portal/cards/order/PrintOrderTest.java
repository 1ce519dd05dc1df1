package id.dukcapil.portal.cards.order;

import static id.dukcapil.portal.cards.order.OrderStatus.CANCELLED;
import static id.dukcapil.portal.cards.order.OrderStatus.CHECKED;
import static id.dukcapil.portal.cards.order.OrderStatus.HANDED_OVER;
import static id.dukcapil.portal.cards.order.OrderStatus.HELD;
import static id.dukcapil.portal.cards.order.OrderStatus.PRINTED;
import static id.dukcapil.portal.cards.order.OrderStatus.PRINTING;
import static id.dukcapil.portal.cards.order.OrderStatus.READY;
import static id.dukcapil.portal.cards.order.OrderStatus.RECALLED;
import static id.dukcapil.portal.cards.order.OrderStatus.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dukcapil.portal.cards.CardHandedOver;
import id.dukcapil.portal.cards.PrintReason;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.population.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A print order: every status with every verb. */
class PrintOrderTest {

    private static final ActedBy CLERK = new ActedBy(
            new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "Asep"),
            "Operator cetak",
            Instant.parse("2026-11-24T02:00:00Z"));
    private static final LocalDate BIRTHDAY = LocalDate.of(2026, 11, 30);

    private static final Map<OrderAction, Consumer<PrintOrder>> VERBS = new EnumMap<>(OrderAction.class);
    private static final Map<OrderAction, Map<OrderStatus, OrderStatus>> LEGAL = new EnumMap<>(OrderAction.class);

    static {
        verb(OrderAction.START, o -> o.start(UUID.randomUUID(), "Pencetak 1", CLERK), Map.of(WAITING, PRINTING));
        verb(
                OrderAction.MOVE,
                o -> o.move(new OfficeCode("MPP"), "Lebih dekat", CLERK),
                Map.of(HELD, HELD, WAITING, WAITING));
        verb(OrderAction.PUT_BACK, o -> o.putBack(CLERK), Map.of(PRINTING, WAITING));
        verb(OrderAction.PRINT_WELL, o -> o.printedWell(null, UUID.randomUUID(), CLERK), Map.of(PRINTING, PRINTED));
        verb(
                OrderAction.MISPRINT,
                o -> o.misprinted(PrintOutcome.ENCODE_FAILED, null, CLERK),
                Map.of(PRINTING, WAITING));
        verb(OrderAction.CHECK, o -> o.checked(CLERK), Map.of(PRINTED, CHECKED));
        verb(OrderAction.REJECT, o -> o.rejected(PrintOutcome.PRINT_FAILED, CLERK), Map.of(PRINTED, WAITING));
        verb(OrderAction.SHELVE, o -> o.shelve("B-14", CLERK), Map.of(CHECKED, READY, READY, READY, RECALLED, READY));
        verb(OrderAction.HOLD_BACK, o -> o.holdBack("Bukan orangnya", CLERK), Map.of(READY, READY));
        verb(OrderAction.RECALL, o -> o.recall("90 hari", CLERK), Map.of(READY, RECALLED));
        verb(OrderAction.HAND_OVER, o -> o.handOver("Sendiri", CLERK), Map.of(READY, HANDED_OVER));
        verb(
                OrderAction.CANCEL,
                o -> o.cancel("Salah pesan", CLERK),
                Map.of(HELD, CANCELLED, WAITING, CANCELLED, READY, CANCELLED, RECALLED, CANCELLED));
    }

    private static void verb(OrderAction action, Consumer<PrintOrder> act, Map<OrderStatus, OrderStatus> legal) {
        VERBS.put(action, act);
        LEGAL.put(action, legal);
    }

    private static PrintOrder opened(boolean held) {
        return new PrintOrder(
                new PrintOrder.Opening(
                        "CTK-DINAS-2026-00001",
                        new OfficeCode("DINAS"),
                        new Nik("3204375509090001"),
                        "YULIANTI SAFITRI",
                        2009,
                        null,
                        PrintReason.FIRST,
                        null,
                        null,
                        held ? BIRTHDAY : null),
                CLERK);
    }

    /** Led there by the real verbs. */
    private static PrintOrder in(OrderStatus status) {
        PrintOrder order = opened(status == HELD);
        if (status == CANCELLED) {
            order.cancel("Salah pesan", CLERK);
        }
        if (status.compareTo(PRINTING) >= 0 && status != CANCELLED) {
            order.start(UUID.randomUUID(), "Pencetak 1", CLERK);
        }
        if (status.compareTo(PRINTED) >= 0 && status != CANCELLED) {
            order.printedWell("A04182207", UUID.randomUUID(), CLERK);
        }
        if (status.compareTo(CHECKED) >= 0 && status != CANCELLED) {
            order.checked(CLERK);
        }
        if (status.compareTo(READY) >= 0 && status != CANCELLED) {
            order.shelve("B-14", CLERK);
        }
        if (status == RECALLED) {
            order.recall("90 hari", CLERK);
        }
        if (status == HANDED_OVER) {
            order.handOver("Sendiri", CLERK);
        }
        assertThat(order.status()).isEqualTo(status);
        return order;
    }

    static Stream<Arguments> everyStatusWithEveryVerb() {
        return Arrays.stream(OrderStatus.values())
                .flatMap(status -> VERBS.keySet().stream().map(action -> Arguments.of(status, action)));
    }

    @ParameterizedTest(name = "{1} at {0}")
    @MethodSource
    void everyStatusWithEveryVerb(OrderStatus status, OrderAction action) {
        PrintOrder order = in(status);
        Consumer<PrintOrder> act = Objects.requireNonNull(VERBS.get(action));
        OrderStatus next = LEGAL.getOrDefault(action, Map.of()).get(status);
        if (next == null) {
            assertThatThrownBy(() -> act.accept(order))
                    .isInstanceOf(IllegalMove.class)
                    .hasMessageContaining("CTK-DINAS-2026-00001")
                    .hasMessageContaining(status.label());
            assertThat(order.status()).isEqualTo(status);
        } else {
            act.accept(order);
            assertThat(order.status()).isEqualTo(next);
            assertThat(order.details().last().action()).isEqualTo(action);
        }
    }

    @Test
    void anOrderIsReleasedOnTheBirthdayAndOnlyOnce() {
        PrintOrder order = in(HELD);
        order.release(BIRTHDAY.minusDays(1), CLERK);
        assertThat(order.status()).isEqualTo(HELD);
        order.release(BIRTHDAY, CLERK);
        order.release(BIRTHDAY, CLERK);
        assertThat(order.details().history())
                .extracting(step -> step.action())
                .containsExactly(OrderAction.REQUEST, OrderAction.RELEASE);
    }

    @ParameterizedTest
    @CsvSource({
        "2009-11-30, 2026-11-30",
        "2008-02-29, 2025-03-01",
        "2008-02-28, 2025-02-28",
        "2008-03-01, 2025-03-01",
        "2011-03-01, 2028-03-01",
    })
    void seventeenIsReachedOnThatDay(LocalDate birth, LocalDate seventeen) {
        assertThat(Person.seventeenthBirthday(birth)).isEqualTo(seventeen);
    }

    @Test
    void aMisprintKeepsTheNumberAndIsCounted() {
        PrintOrder order = in(PRINTING);
        order.misprinted(PrintOutcome.ENCODE_FAILED, "A04180001", CLERK);
        assertThat(order.details().misprints()).isEqualTo(1);
        assertThat(order.details().last().reason()).isEqualTo("Gagal encode, seri A04180001");
    }

    @Test
    void aReminderIsSentOnceForEachAge() {
        PrintOrder order = in(READY);
        order.reminded(7, CLERK);
        order.reminded(7, CLERK);
        order.reminded(30, CLERK);
        assertThat(order.details().history())
                .filteredOn(step -> step.action() == OrderAction.REMIND)
                .hasSize(2);
    }

    private static ActedBy after(int minutes) {
        return new ActedBy(CLERK.actor(), CLERK.role(), CLERK.at().plusSeconds(60L * minutes));
    }

    @Test
    void ofACardThatWasPrintedTwiceTheLastTimeAtThePrinterIsTold() {
        PrintOrder order = in(PRINTING);
        order.misprinted(PrintOutcome.ENCODE_FAILED, null, after(3));
        order.start(UUID.randomUUID(), "Pencetak 2", after(10));
        order.printedWell("A04182208", UUID.randomUUID(), after(14));
        order.checked(after(20));
        order.shelve("B-14", after(21));
        order.handOver("Sendiri", after(90));
        assertThat(order.handedOver(null).printed())
                .isEqualTo(new CardHandedOver.Printed(after(10).at(), after(14).at()));
    }

    @Test
    void aShelfNeedsAName() {
        assertThatThrownBy(() -> in(CHECKED).shelve("  ", CLERK)).isInstanceOf(InvalidInput.class);
    }
}
