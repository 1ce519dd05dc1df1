package id.dukcapil.portal.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.booking.StockProposal.ProposedDay;
import id.dukcapil.portal.cards.CardEntryKind;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Today is Monday 23 November 2026; every weekday has 20 seats, 2 of them for staff, and 30 days can be booked. */
@IntegrationTest
@RecordApplicationEvents
class StockPlanningTest {

    private static final OfficeCode OFFICE = new OfficeCode("320428");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate TUESDAY = TODAY.plusDays(1);
    private static final LocalDate WEDNESDAY = TODAY.plusDays(2);

    @Autowired
    StockPlanning planning;

    @Autowired
    QuotaCalendar calendar;

    @Autowired
    QuotaPlanning quota;

    @Autowired
    BookingScenario given;

    @Autowired
    ApplicationEvents events;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void untouched() {
        given.withoutBookings(OFFICE);
    }

    @Test
    void anOfficeWithoutLedgerHasNoOutlook() {
        assertThat(given.asStaff("perencana", () -> planning.outlook(OFFICE, TUESDAY)))
                .isEmpty();
    }

    @Test
    void theNearestDaysAreOpenedAsFarAsTheCardsGo() {
        stock(65);
        given.booked(OFFICE, TODAY);
        StockOutlook outlook = outlook();
        // One of 65 is for whoever comes today; 64 are three days of 20 and four seats more
        assertThat(outlook.proposal().days())
                .extracting(day -> day.proposed().capacity())
                .startsWith(20, 20, 20, 4, 20, 20);
        assertThat(outlook.proposal().days().getFirst().date()).isEqualTo(TUESDAY);
        assertThat(outlook.sentence()).contains("Stok 65 blangko; laju pemakaian belum diketahui.");
    }

    @Test
    void whereCardsArePrintedByOrderWhoHasComeIsNoLongerExpected() {
        stock(65);
        given.booked(OFFICE, TODAY);
        BookingDetails here = given.booked(OFFICE, TODAY);
        jdbc.sql("UPDATE booking_booking SET status = 'CHECKED_IN' WHERE code = ?")
                .param(here.code().value())
                .update();
        assertThat(outlook().proposal().usable()).isEqualTo(63);
        jdbc.sql(
                        "INSERT INTO card_printer (id, office_code, name, daily_ceiling, active) VALUES (UUID(), ?, 'P', 50, TRUE)")
                .param(OFFICE.value())
                .update();
        assertThat(outlook().proposal().usable()).isEqualTo(64);
        jdbc.sql("DELETE FROM card_printer WHERE office_code = ?")
                .param(OFFICE.value())
                .update();
    }

    @Test
    void theSafetyStockIsNotProposed() {
        stock(65);
        given.asStaff("perencana", () -> {
            given.stocks().holdBack(OFFICE, 0, 50, "Perekaman di sekolah");
            return true;
        });
        assertThat(outlook().proposal().usable()).isEqualTo(15);
    }

    @Test
    void acceptedDaysFollowTheStockAndSayWhy() {
        stock(30);
        List<ProposedDay> shown = outlook().proposal().acceptable(TUESDAY, WEDNESDAY);
        assertThat(shown).extracting(ProposedDay::date).containsExactly(WEDNESDAY);
        assertThat(accept(shown).days())
                .containsExactly(
                        new StockAcceptance.Day(WEDNESDAY, new QuotaRule(20, 2), true, new QuotaRule(10, 1), 1));
        assertThat(calendar(WEDNESDAY).quota()).isEqualTo(new QuotaRule(10, 1));
        assertThat(history(WEDNESDAY))
                .singleElement()
                .satisfies(line -> assertThat(line.description())
                        .contains("10 kursi", "Usulan dari stok blangko: stok 30, pengaman 0, terpesan 0"));
        assertThat(events.stream(AuditEvent.class))
                .anySatisfy(event -> assertThat(event.reason()).contains("Usulan dari stok blangko"));
        assertThat(outlook().proposal().acceptable(TUESDAY, WEDNESDAY)).isEmpty();
    }

    @Test
    void aProposalIsNotAcceptedWhenCardsHaveGoneMeanwhile() {
        stock(30);
        List<ProposedDay> shown = outlook().proposal().acceptable(WEDNESDAY, WEDNESDAY);
        given.cards(OFFICE, CardEntryKind.USE, 5);
        assertThatExceptionOfType(QuotaConflict.class)
                .isThrownBy(() -> accept(shown))
                .withMessageContaining("Stok atau pemesanan berubah");
        assertThat(calendar(WEDNESDAY).quota()).isEqualTo(new QuotaRule(20, 2));
    }

    @Test
    void aDayThatAnotherPlannerChangedIsNotOverwritten() {
        stock(30);
        List<ProposedDay> shown = outlook().proposal().acceptable(WEDNESDAY, WEDNESDAY);
        set(WEDNESDAY, new QuotaRule(15, 0));
        assertThatExceptionOfType(QuotaConflict.class)
                .isThrownBy(() -> accept(shown))
                .withMessageContaining("sudah diubah oleh Rizki Pratama");
        assertThat(calendar(WEDNESDAY).quota()).isEqualTo(new QuotaRule(15, 0));
    }

    @Test
    void aDayIsNeverAcceptedBelowWhatIsBooked() {
        stock(2);
        given.booked(OFFICE, TUESDAY);
        given.booked(OFFICE, WEDNESDAY);
        given.cards(OFFICE, CardEntryKind.USE, 1);
        StockOutlook outlook = outlook();
        ProposedDay lacking = outlook.proposal().day(WEDNESDAY).orElseThrow();
        assertThat(lacking.belowBooked()).isTrue();
        assertThat(outlook.proposal().acceptable(WEDNESDAY, WEDNESDAY)).isEmpty();
        assertThat(outlook.sentence()).contains("Kurang 1 blangko untuk yang sudah terpesan");
        assertThatExceptionOfType(QuotaConflict.class).isThrownBy(() -> accept(List.of(lacking)));
    }

    @Test
    void whoeverLooksOnAcceptsNothing() {
        stock(30);
        List<ProposedDay> shown = outlook().proposal().acceptable(WEDNESDAY, WEDNESDAY);
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> given.asStaff("manajer", () -> planning.accept(OFFICE, shown, UUID.randomUUID())));
    }

    @Test
    void aSecondClickChangesNothingMore() {
        List<ProposedDay> shown = halfOfWednesday();
        UUID token = UUID.randomUUID();
        StockAcceptance first = accept(shown, token);
        assertThat(accept(shown, token)).isEqualTo(first);
        assertThat(history(WEDNESDAY)).hasSize(1);
    }

    @Test
    void ofTwoClicksAtOnceOneChangesTheDaysAndBothGetItsAnswer() throws Exception {
        List<ProposedDay> shown = halfOfWednesday();
        UUID token = UUID.randomUUID();
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<UUID> click = () -> accept(shown, token).id();
            assertThat(threads.invokeAll(List.of(click, click)))
                    .extracting(Future::get)
                    .containsOnly(planned(token));
        }
        assertThat(history(WEDNESDAY)).hasSize(1);
    }

    private UUID planned(UUID token) {
        return jdbc.sql("SELECT id FROM booking_stock_acceptance WHERE request_token = ?")
                .param(token)
                .query((row, number) -> row.getObject(1, UUID.class))
                .single();
    }

    @Test
    void whatWasAcceptedIsTakenBackExactly() {
        StockAcceptance accepted = accept(halfOfWednesday());
        assertThat(reversible()).contains(accepted);
        given.booked(OFFICE, WEDNESDAY);

        takeBack(accepted);

        QuotaDay day = calendar(WEDNESDAY);
        assertThat(day.quota()).isEqualTo(new QuotaRule(20, 2));
        assertThat(day.followsRule()).isTrue();
        assertThat(day.booked()).isOne();
        assertThat(history(WEDNESDAY)).hasSize(2);
        assertThat(events.stream(AuditEvent.class))
                .filteredOn(event -> event.kind().equals("Usulan kuota dari stok"))
                .extracting(AuditEvent::action)
                .containsExactly("Diterima", "Dibatalkan");
        assertThat(reversible()).isEmpty();
        assertThatExceptionOfType(ChangedMeanwhile.class)
                .isThrownBy(() -> takeBack(accepted))
                .withMessageContaining("sudah dibatalkan oleh Rizki Pratama");
    }

    @Test
    void numbersThatWereSetByHandComeBackAsSuch() {
        set(WEDNESDAY, new QuotaRule(15, 5));
        StockAcceptance accepted = accept(halfOfWednesday());
        takeBack(accepted);
        assertThat(calendar(WEDNESDAY).quota()).isEqualTo(new QuotaRule(15, 5));
        assertThat(calendar(WEDNESDAY).followsRule()).isFalse();
    }

    @Test
    void aDayThatWasChangedSinceIsNotTakenBack() {
        stock(10);
        List<ProposedDay> shown = outlook().proposal().acceptable(TUESDAY, WEDNESDAY);
        StockAcceptance accepted = accept(shown);
        set(TUESDAY, new QuotaRule(12, 0));
        assertThat(reversible()).isEmpty();
        assertThatExceptionOfType(QuotaConflict.class)
                .isThrownBy(() -> takeBack(accepted))
                .withMessageContaining("sudah diubah oleh Rizki Pratama");
        assertThat(calendar(TUESDAY).quota()).isEqualTo(new QuotaRule(12, 0));
    }

    @Test
    void aDayThatMorePeopleHaveBookedThanItTookBeforeIsNotCutAgain() {
        set(TUESDAY, new QuotaRule(1, 0));
        stock(30);
        StockAcceptance accepted = accept(outlook().proposal().acceptable(TUESDAY, TUESDAY));
        given.booked(OFFICE, TUESDAY);
        given.booked(OFFICE, TUESDAY);
        assertThatExceptionOfType(QuotaConflict.class)
                .isThrownBy(() -> takeBack(accepted))
                .withMessageContaining("Sudah terpesan 2");
        assertThat(calendar(TUESDAY).quota()).isEqualTo(new QuotaRule(20, 2));
    }

    @Test
    void thoseWhoOnlyLookOnTakeNothingBack() {
        StockAcceptance accepted = accept(halfOfWednesday());
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> given.asStaff("manajer", () -> {
                    planning.takeBack(accepted.id());
                    return true;
                }));
    }

    @Test
    void onlyDaysThatServeAreProposed() {
        stock(500);
        given.closed(OFFICE, WEDNESDAY, "Pemeliharaan server SIAK");
        assertThat(outlook().proposal().days())
                .extracting(ProposedDay::date)
                .doesNotContain(TODAY, WEDNESDAY, LocalDate.of(2026, 11, 28), LocalDate.of(2026, 12, 25))
                .contains(TUESDAY);
    }

    private void stock(int cards) {
        given.cards(OFFICE, CardEntryKind.RECEIPT, cards);
    }

    private StockOutlook outlook() {
        return given.asStaff("perencana", () -> planning.outlook(OFFICE, TUESDAY))
                .orElseThrow();
    }

    private StockAcceptance accept(List<ProposedDay> days) {
        return accept(days, UUID.randomUUID());
    }

    private StockAcceptance accept(List<ProposedDay> days, UUID token) {
        return given.asStaff("perencana", () -> planning.accept(OFFICE, days, token));
    }

    /** 30 cards are Tuesday and half of Wednesday. */
    private List<ProposedDay> halfOfWednesday() {
        stock(30);
        return outlook().proposal().acceptable(TUESDAY, WEDNESDAY);
    }

    private void takeBack(StockAcceptance accepted) {
        given.asStaff("perencana", () -> {
            planning.takeBack(accepted.id());
            return true;
        });
    }

    private Optional<StockAcceptance> reversible() {
        return given.asStaff("perencana", () -> planning.reversible(OFFICE));
    }

    private void set(LocalDate date, QuotaRule rule) {
        given.asStaff("perencana", () -> {
            var edit = QuotaEdit.oneDay(OFFICE, date, new QuotaEdit.Change.SetQuota(rule));
            return quota.apply(edit, quota.preview(edit));
        });
    }

    private QuotaDay calendar(LocalDate date) {
        return given.asStaff("perencana", () -> calendar.day(OFFICE, date));
    }

    private List<QuotaChange> history(LocalDate date) {
        return given.asStaff("perencana", () -> calendar.history(OFFICE, date));
    }
}
