package id.dukcapil.portal.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.booking.BookingScenario.Someone;
import id.dukcapil.portal.booking.RelocationPlan.Choice;
import id.dukcapil.portal.booking.RelocationPlan.Passenger;
import id.dukcapil.portal.booking.RelocationWish.Kind;
import id.dukcapil.portal.calendar.Holiday;
import id.dukcapil.portal.calendar.HolidayEditing;
import id.dukcapil.portal.cards.CardEntryKind;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.MailRequested;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.procedure.IllegalMove;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Today is Monday 23 November 2026; every weekday has 20 seats, 2 of them for staff. */
@IntegrationTest
@RecordApplicationEvents
class RelocationsTest {

    private static final OfficeCode OFFICE = new OfficeCode("320436");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);
    private static final String WHY = "Pemadaman listrik";

    @Autowired
    Relocations relocations;

    @Autowired
    RelocationLists lists;

    @Autowired
    BookingService bookings;

    @Autowired
    Reception reception;

    @Autowired
    QuotaCalendar calendar;

    @Autowired
    QuotaPlanning quota;

    @Autowired
    HolidayEditing holidays;

    @Autowired
    BookingScenario given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    @BeforeEach
    void untouched() {
        given.withoutBookings(OFFICE);
    }

    @AfterEach
    void theBooksAreInBalance() {
        new Books(jdbc).assertInBalance();
        given.withoutBookings(OFFICE);
    }

    @Test
    void aClosedDayLosesItsPeopleToTheNextDaysAndEachIsTold() {
        List<BookingDetails> booked = book(MONDAY, 20 - 2);
        book(TUESDAY, 15);
        events.clear();
        RelocationWish wish = close(MONDAY);
        RelocationPlan plan = plan(wish);
        assertThat(plan.moving()).hasSize(18);
        Relocation done = apply(wish, plan);

        assertThat(done.people()).isEqualTo(18);
        assertThat(day(MONDAY).booked()).isZero();
        assertThat(day(MONDAY).closure()).isEqualTo(WHY);
        assertThat(day(TUESDAY).booked()).isEqualTo(18);
        assertThat(day(WEDNESDAY).booked()).isEqualTo(15);
        assertThat(events.stream(MailRequested.class))
                .hasSize(18)
                .allSatisfy(mail -> assertThat(mail.facts())
                        .containsEntry("oldDate", "Senin, 30 November 2026")
                        .containsEntry("reason", WHY));
        List<RelocatedPerson> people = given.asStaff("perencana", () -> lists.people(done.id()));
        assertThat(people)
                .hasSize(18)
                .allSatisfy(person -> assertThat(person.fromDate()).isEqualTo(MONDAY));
        assertThat(people)
                .extracting(RelocatedPerson::from)
                .containsExactlyElementsOf(
                        plan.moving().stream().map(one -> one.person().code()).toList())
                .containsExactlyInAnyOrderElementsOf(
                        booked.stream().map(BookingDetails::code).toList());
    }

    @Test
    void aCapacityBelowWhatIsBookedIsOnlyPossibleThisWay() {
        List<BookingDetails> booked = book(MONDAY, 10);
        RelocationWish wish = wish(MONDAY, MONDAY, Kind.CAPACITY, 4, TUESDAY);
        RelocationPlan plan = plan(wish);
        assertThat(plan.staying()).isEqualTo(4);
        apply(wish, plan);
        assertThat(day(MONDAY).quota()).isEqualTo(new QuotaRule(4, 2));
        assertThat(day(MONDAY).booked()).isEqualTo(4);
        assertThat(booked.stream()
                        .filter(one -> find(one).status() == BookingStatus.BOOKED)
                        .map(BookingDetails::code))
                .containsExactlyInAnyOrderElementsOf(plan.people().stream()
                        .filter(Passenger::stays)
                        .map(one -> one.person().code())
                        .toList());
        assertThat(given.asStaff("perencana", () -> calendar.history(OFFICE, MONDAY))
                        .getFirst()
                        .description())
                .contains("4 kursi", WHY);
    }

    @Test
    void thePlannerSendsSomebodyElsewhereAndLetsAnotherStay() {
        List<BookingDetails> booked = book(MONDAY, 3);
        RelocationWish wish = wish(MONDAY, MONDAY, Kind.CAPACITY, 1, TUESDAY);
        Map<BookingId, Choice> choices =
                Map.of(booked.get(0).id(), new Choice(WEDNESDAY), booked.get(2).id(), Choice.STAY);
        apply(wish, given.asStaff("perencana", () -> relocations.plan(wish, choices)));
        assertThat(successor(booked.get(0)).date()).isEqualTo(WEDNESDAY);
        assertThat(successor(booked.get(1)).date()).isEqualTo(TUESDAY);
        assertThat(find(booked.get(2)).status()).isEqualTo(BookingStatus.BOOKED);
    }

    @Test
    void withTooFewSeatsNothingIsDone() {
        book(MONDAY, 3);
        RelocationWish wish = wish(MONDAY, MONDAY, Kind.CLOSE, 0, LocalDate.of(2027, 6, 1));
        RelocationPlan plan = plan(wish);
        assertThat(plan.withoutPlace()).isEqualTo(3);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> apply(wish, plan))
                .withMessageContaining("3 orang belum mendapat hari");
        assertThat(day(MONDAY).booked()).isEqualTo(3);
    }

    @Test
    void somebodyWhoCancelledMeanwhileIsPassedOver() {
        List<BookingDetails> booked = book(MONDAY, 3);
        RelocationWish wish = close(MONDAY);
        RelocationPlan plan = plan(wish);
        given.asBds(() -> bookings.cancel(booked.get(1).code(), "berhalangan"));
        assertThat(apply(wish, plan).people()).isEqualTo(2);
        assertThat(find(booked.get(1)).status()).isEqualTo(BookingStatus.CANCELLED);
        assertThat(day(TUESDAY).booked()).isEqualTo(2);
    }

    @Test
    void whoeverBooksMeanwhileIsNotForgotten() {
        book(MONDAY, 3);
        RelocationWish wish = close(MONDAY);
        RelocationPlan plan = plan(wish);
        book(MONDAY, 1);
        assertThatExceptionOfType(ChangedMeanwhile.class)
                .isThrownBy(() -> apply(wish, plan))
                .withMessageContaining("Ada pemesanan baru");
        assertThat(day(MONDAY).booked()).isEqualTo(4);
        assertThat(day(TUESDAY).booked()).isZero();
        assertThat(apply(wish, plan(wish)).people()).isEqualTo(4);
    }

    @Test
    void aDayThatFilledUpMeanwhileMovesNobody() {
        book(MONDAY, 3);
        RelocationWish wish = close(MONDAY);
        RelocationPlan plan = plan(wish);
        book(TUESDAY, 18);
        assertThatExceptionOfType(ChangedMeanwhile.class)
                .isThrownBy(() -> apply(wish, plan))
                .withMessageContaining("tidak lagi cukup");
        assertThat(day(MONDAY).booked()).isEqualTo(3);
    }

    @Test
    void aDayThatAnotherPlannerChangedIsNotOverwritten() {
        book(MONDAY, 3);
        RelocationWish wish = close(MONDAY);
        RelocationPlan plan = plan(wish);
        given.asStaff("perencana", () -> {
            var edit = QuotaEdit.oneDay(OFFICE, MONDAY, new QuotaEdit.Change.SetQuota(new QuotaRule(15, 0)));
            return quota.apply(edit, quota.preview(edit));
        });
        assertThatExceptionOfType(QuotaConflict.class)
                .isThrownBy(() -> apply(wish, plan))
                .withMessageContaining("sudah diubah oleh");
        assertThat(day(MONDAY).booked()).isEqualTo(3);
    }

    @Test
    void aSecondClickMovesNobodyAgain() throws Exception {
        book(MONDAY, 6);
        RelocationWish wish = close(MONDAY);
        RelocationPlan plan = plan(wish);
        UUID token = UUID.randomUUID();
        events.clear();
        List<Object> answers = atOnce(
                4, () -> attempt(() -> relocations.apply(wish, plan, token).id()));
        assertThat(answers).filteredOn(RelocationId.class::isInstance).isNotEmpty();
        assertThat(answers.stream().filter(RelocationId.class::isInstance).distinct())
                .hasSize(1);
        assertThat(given.asStaff("perencana", () -> lists.count(OFFICE))).isEqualTo(1);
        assertThat(day(TUESDAY).booked()).isEqualTo(6);
    }

    @Test
    void ofTwoPlannersAtOnceOneMovesAndTheOtherIsTold() throws Exception {
        book(MONDAY, 6);
        RelocationWish wish = close(MONDAY);
        RelocationPlan plan = plan(wish);
        List<Object> answers = atOnce(
                2,
                () -> attempt(
                        () -> relocations.apply(wish, plan, UUID.randomUUID()).id()));
        assertThat(answers).filteredOn(RelocationId.class::isInstance).hasSize(1);
        assertThat(answers)
                .filteredOn(String.class::isInstance)
                .singleElement()
                .asString()
                .contains("sudah pindah atau dibatalkan");
        assertThat(day(TUESDAY).booked()).isEqualTo(6);
    }

    @Test
    void manyWhoCancelWhileAllAreMovedNeitherDeadlockNorLoseASeat() throws Exception {
        List<BookingDetails> booked = book(MONDAY, 16);
        RelocationWish wish = close(MONDAY);
        RelocationPlan plan = plan(wish);
        var calls = new ArrayList<Callable<Object>>();
        calls.add(() ->
                attempt(() -> relocations.apply(wish, plan, UUID.randomUUID()).id()));
        booked.subList(0, 6).forEach(one -> calls.add(() -> cancelled(one)));
        List<Object> answers = atOnce(calls);
        assertThat(answers).filteredOn(RelocationId.class::isInstance).hasSize(1);
        long cancelled = answers.stream().filter("cancelled"::equals).count();
        assertThat(day(MONDAY).booked()).isZero();
        assertThat(day(TUESDAY).booked()).isEqualTo(16 - (int) cancelled);
    }

    private Object cancelled(BookingDetails booking) {
        try {
            given.asBds(() -> bookings.cancel(booking.code(), "berhalangan"));
            return "cancelled";
        } catch (IllegalMove moved) {
            return "moved";
        }
    }

    @Test
    void threeHundredPeopleAreMovedInOneGoAndEveryMailIsRight() {
        given.quotaOf(OFFICE, MONDAY, 300, 0);
        given.quotaOf(OFFICE, TUESDAY, 300, 0);
        List<Someone> people = given.crowd(300);
        people.forEach(one -> given.booked(one, OFFICE, MONDAY));
        given.cards(OFFICE, CardEntryKind.RECEIPT, 300);
        given.cards(OFFICE, CardEntryKind.USE, 80);
        events.clear();

        RelocationWish wish = wish(MONDAY, MONDAY, Kind.STOCK, 0, TUESDAY);
        assertThat(wish.days())
                .singleElement()
                .satisfies(day -> assertThat(day.seats()).isEqualTo(220));
        RelocationPlan plan = plan(wish);
        assertThat(plan.staying()).isEqualTo(220);
        assertThat(apply(wish, plan).people()).isEqualTo(80);
        assertThat(day(MONDAY).booked()).isEqualTo(220);
        assertThat(day(MONDAY).quota().capacity()).isEqualTo(220);
        assertThat(day(TUESDAY).booked()).isEqualTo(80);
        Map<String, LocalDate> expected = plan.moving().stream()
                .collect(Collectors.toMap(one -> one.person().code().value(), one -> Objects.requireNonNull(one.to())));
        assertThat(events.stream(MailRequested.class)).hasSize(80).allSatisfy(mail -> {
            assertThat(expected).containsKey(mail.facts().get("oldCode"));
            assertThat(mail.facts()).containsEntry("date", "Selasa, 1 Desember 2026");
        });
        assertThat(plan.people().stream().filter(one -> one.person().priority()))
                .allMatch(Passenger::stays);
    }

    @Test
    void whoBookedADayThatBecameAHolidayIsMovedAndComesBackWhenItIsNone() {
        book(MONDAY, 2);
        var holiday = new Holiday(
                MONDAY,
                "Hari Jadi Kecamatan",
                Holiday.Kind.LOCAL,
                "Keputusan Bupati",
                "Uji",
                Holiday.CONFIRMED,
                OFFICE);
        asAdmin(() -> holidays.add(holiday));
        try {
            RelocationWish wish = wish(MONDAY, MONDAY, Kind.CALENDAR, 0, MONDAY);
            Relocation done = apply(wish, plan(wish));
            assertThat(done.people()).isEqualTo(2);
            assertThat(day(MONDAY).booked()).isZero();
            assertThat(day(MONDAY).followsRule()).isTrue();
            assertThat(day(TUESDAY).booked()).isEqualTo(2);
            assertThatExceptionOfType(InvalidInput.class)
                    .isThrownBy(() -> takeBack(done))
                    .withMessageContaining("Hari Jadi Kecamatan");
            asAdmin(() -> holidays.remove(holiday));
            takeBack(done);
            assertThat(day(MONDAY).booked()).isEqualTo(2);
        } finally {
            jdbc.sql("DELETE FROM calendar_holiday WHERE office_code = ?")
                    .param(OFFICE.value())
                    .update();
        }
    }

    private void asAdmin(Runnable work) {
        given.asStaff("admin", () -> {
            work.run();
            return true;
        });
    }

    @Test
    void whatWasMovedIsTakenBackWithNewNumbersAndTheOldCapacity() {
        List<BookingDetails> booked = book(MONDAY, 5);
        RelocationWish wish = close(MONDAY);
        Relocation done = apply(wish, plan(wish));
        events.clear();
        Relocation back = takeBack(done);
        assertThat(back.isTakenBack()).isTrue();
        assertThat(day(MONDAY).closedByHand()).isFalse();
        assertThat(day(MONDAY).quota()).isEqualTo(new QuotaRule(20, 2));
        assertThat(day(MONDAY).followsRule()).isTrue();
        assertThat(day(MONDAY).booked()).isEqualTo(5);
        assertThat(day(TUESDAY).booked()).isZero();
        assertThat(events.stream(MailRequested.class)).hasSize(5);
        BookingDetails last = successor(successor(booked.getFirst()));
        assertThat(last.date()).isEqualTo(MONDAY);
        assertThat(last.queueNumber()).isGreaterThan(5);
        assertThatExceptionOfType(ChangedMeanwhile.class)
                .isThrownBy(() -> takeBack(done))
                .withMessageContaining("sudah dibatalkan oleh Rizki Pratama");
    }

    @Test
    void onceSomebodyIsServedNothingIsTakenBack() {
        List<BookingDetails> booked = book(MONDAY, 2);
        RelocationWish wish = close(MONDAY);
        Relocation done = apply(wish, plan(wish));
        BookingCode now = successor(booked.getFirst()).code();
        given.asPrinterAt(OFFICE, () -> reception.checkInEarly(now, OFFICE, "Datang lebih awal"));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> takeBack(done))
                .withMessageContaining("1 orang sudah dilayani");
        assertThat(day(MONDAY).closedByHand()).isTrue();
    }

    @Test
    void whoChoseAnotherDaySinceKeepsItWhenTheOthersComeBack() {
        List<BookingDetails> booked = book(MONDAY, 3);
        RelocationWish wish = close(MONDAY);
        Relocation done = apply(wish, plan(wish));
        BookingCode first = successor(booked.get(0)).code();
        BookingCode second = successor(booked.get(1)).code();
        given.asBds(() -> bookings.move(first, OFFICE, WEDNESDAY, "berhalangan"));
        given.asBds(() -> bookings.cancel(second, "berhalangan"));
        takeBack(done);
        assertThat(day(MONDAY).booked()).isEqualTo(1);
        assertThat(day(WEDNESDAY).booked()).isEqualTo(1);
    }

    @Test
    void withoutRoomOnTheOldDayEverybodyStaysWhereTheyAre() {
        book(MONDAY, 10);
        RelocationWish wish = wish(MONDAY, MONDAY, Kind.CAPACITY, 2, TUESDAY);
        Relocation done = apply(wish, plan(wish));
        given.asStaff("perencana", () -> {
            var edit = QuotaEdit.oneDay(OFFICE, MONDAY, new QuotaEdit.Change.SetQuota(new QuotaRule(5, 0)));
            return quota.apply(edit, quota.preview(edit));
        });
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> takeBack(done))
                .withMessageContaining("tidak lagi cukup");
        assertThat(day(TUESDAY).booked()).isEqualTo(8);
        assertThat(day(MONDAY).booked()).isEqualTo(2);
    }

    @Test
    void theLetterIsShownBeforeAnythingIsDone() {
        book(MONDAY, 1);
        RelocationWish wish = close(MONDAY);
        String letter = given.asStaff("perencana", () -> relocations.letter(wish, relocations.plan(wish, Map.of())))
                .orElseThrow();
        assertThat(letter)
                .contains("dipindahkan ke Selasa, 1 Desember 2026", "Senin, 30 November 2026", WHY)
                .contains("(nomor baru)", "(kode baru)");
        assertThat(day(MONDAY).booked()).isEqualTo(1);
    }

    @Test
    void onlyWhoMayPlanAndMoveDoesSo() {
        book(MONDAY, 1);
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> given.asStaff(
                        "operator", () -> relocations.wish(OFFICE, MONDAY, MONDAY, Kind.CLOSE, 0, TUESDAY, WHY)));
    }

    @Test
    void aWishWithoutReasonOrDaysIsRefused() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given.asStaff(
                        "perencana", () -> relocations.wish(OFFICE, MONDAY, MONDAY, Kind.CLOSE, 0, TUESDAY, " ")));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> wish(MONDAY, MONDAY, Kind.CALENDAR, 0, TUESDAY))
                .withMessageContaining("Tidak ada hari");
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> wish(TUESDAY, MONDAY, Kind.CLOSE, 0, TUESDAY));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> wish(LocalDate.of(2026, 11, 20), MONDAY, Kind.CLOSE, 0, TUESDAY));
    }

    private List<BookingDetails> book(LocalDate date, int people) {
        return IntStream.range(0, people)
                .mapToObj(i -> given.booked(OFFICE, date))
                .toList();
    }

    private RelocationWish close(LocalDate date) {
        return wish(date, date, Kind.CLOSE, 0, date.plusDays(1));
    }

    private RelocationWish wish(LocalDate from, LocalDate to, Kind kind, int capacity, LocalDate notBefore) {
        return given.asStaff("perencana", () -> relocations.wish(OFFICE, from, to, kind, capacity, notBefore, WHY));
    }

    private RelocationPlan plan(RelocationWish wish) {
        return given.asStaff("perencana", () -> relocations.plan(wish, Map.of()));
    }

    private Relocation apply(RelocationWish wish, RelocationPlan plan) {
        return given.asStaff("perencana", () -> relocations.apply(wish, plan, UUID.randomUUID()));
    }

    private Relocation takeBack(Relocation done) {
        return given.asStaff("perencana", () -> relocations.takeBack(done.id(), "Listrik menyala kembali"));
    }

    private Object attempt(Supplier<?> act) {
        return given.asStaff("perencana", () -> {
            try {
                return act.get();
            } catch (OptimisticLockingFailureException conflict) {
                return String.valueOf(conflict.getMessage());
            }
        });
    }

    private QuotaDay day(LocalDate date) {
        return given.asStaff("perencana", () -> calendar.day(OFFICE, date));
    }

    private BookingDetails find(BookingDetails booking) {
        return given.asStaff("perencana", () -> bookings.find(booking.code())).orElseThrow();
    }

    private BookingDetails successor(BookingDetails booking) {
        BookingCode next = Objects.requireNonNull(find(booking).successor());
        return given.asStaff("perencana", () -> bookings.find(next)).orElseThrow();
    }

    private static List<Object> atOnce(int times, Callable<Object> call) throws Exception {
        return atOnce(IntStream.range(0, times).mapToObj(i -> call).toList());
    }

    private static List<Object> atOnce(List<Callable<Object>> calls) throws Exception {
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            var answers = new ArrayList<Object>();
            for (var answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
