package id.dukcapil.portal.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.booking.QuotaEdit.Change;
import id.dukcapil.portal.booking.QuotaEdit.Planned;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** A planner's work on the quota calendar (SOP Bandung 28/2024, step 7). The usual day has 20 seats, 2 for staff. */
@IntegrationTest
@WithUserDetails("perencana")
@RecordApplicationEvents
class QuotaPlanningTest {

    private static final OfficeCode BOJONGSOANG = new OfficeCode("320408");
    private static final OfficeCode MARGAHAYU = new OfficeCode("320409");
    private static final OfficeCode MARGAASIH = new OfficeCode("320410");
    private static final OfficeCode KATAPANG = new OfficeCode("320411");
    private static final QuotaRule USUAL = new QuotaRule(20, 2);
    private static final QuotaRule MORE = new QuotaRule(30, 3);
    private static final Set<DayOfWeek> ALL_DAYS = EnumSet.allOf(DayOfWeek.class);

    @Autowired
    ApplicationEvents told;

    @Autowired
    QuotaPlanning planning;

    @Autowired
    QuotaCalendar calendar;

    @Autowired
    BookingScenario given;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void aDaySetByHandSaysWhatChangedAndWhoChangedIt() {
        LocalDate day = LocalDate.of(2026, 11, 24);
        Planned planned = onlyDay(planning.preview(set(BOJONGSOANG, day, MORE)));
        assertThat(planned.before()).isEqualTo("20 kursi, cadangan 2 (aturan mingguan)");
        assertThat(planned.after()).isEqualTo("30 kursi, cadangan 3 (diatur khusus)");
        assertThat(quota(BOJONGSOANG, day)).isEqualTo(USUAL);

        assertThat(planning.apply(set(BOJONGSOANG, day, MORE), List.of(planned)))
                .isEqualTo(1);

        QuotaDay after = calendar.day(BOJONGSOANG, day);
        assertThat(after.quota()).isEqualTo(MORE);
        assertThat(after.followsRule()).isFalse();
        assertThat(after.changedBy()).isEqualTo("Rizki Pratama");
        assertThat(after.changedAt()).isEqualTo(clock.instant());
        assertThat(calendar.history(BOJONGSOANG, day))
                .containsExactly(
                        new QuotaChange(planned.before() + " → " + planned.after(), "Rizki Pratama", clock.instant()));
        assertThat(told.stream(AuditEvent.class))
                .containsExactly(AuditEvent.of("Kuota harian", "2026-11-24", "Kuota diubah")
                        .at(BOJONGSOANG)
                        .changing("Kuota", planned.before(), planned.after()));
    }

    @Test
    void aRangeIsChangedOnTheChosenWeekdaysOnly() {
        var edit = new QuotaEdit(
                List.of(BOJONGSOANG),
                LocalDate.of(2026, 11, 30),
                LocalDate.of(2026, 12, 11),
                EnumSet.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY),
                new Change.SetQuota(MORE));
        assertThat(applied(edit)).isEqualTo(4);
        assertThat(calendar.days(BOJONGSOANG, edit.from(), edit.to()).stream()
                        .filter(day -> day.quota().equals(MORE))
                        .map(QuotaDay::date))
                .containsExactly(
                        LocalDate.of(2026, 12, 1),
                        LocalDate.of(2026, 12, 3),
                        LocalDate.of(2026, 12, 8),
                        LocalDate.of(2026, 12, 10));
    }

    @Test
    void weekendsAndHolidaysAreLeftOutOfARange() {
        var edit = new QuotaEdit(
                List.of(BOJONGSOANG),
                LocalDate.of(2026, 12, 21),
                LocalDate.of(2027, 1, 3),
                ALL_DAYS,
                new Change.SetQuota(MORE));
        assertThat(planning.preview(edit))
                .extracting(Planned::date)
                .contains(LocalDate.of(2026, 12, 21), LocalDate.of(2026, 12, 31))
                .doesNotContain(LocalDate.of(2026, 12, 25), LocalDate.of(2027, 1, 1))
                .allMatch(date -> date.getDayOfWeek().getValue() <= 5);
    }

    @Test
    void aClosedDayTellsTheReasonUntilItIsReopened() {
        LocalDate day = LocalDate.of(2026, 11, 25);
        applied(QuotaEdit.oneDay(BOJONGSOANG, day, new Change.Close(" Pemeliharaan server SIAK ")));
        assertThat(calendar.day(BOJONGSOANG, day).state()).isEqualTo(QuotaState.CLOSED);
        assertThat(calendar.day(BOJONGSOANG, day).reason()).isEqualTo("Pemeliharaan server SIAK");
        assertThat(calendar.day(BOJONGSOANG, day).availableToStaff()).isZero();

        applied(QuotaEdit.oneDay(BOJONGSOANG, day, new Change.Reopen()));
        assertThat(calendar.day(BOJONGSOANG, day).state()).isEqualTo(QuotaState.OPEN);
        assertThat(quota(BOJONGSOANG, day)).isEqualTo(USUAL);
    }

    @Test
    void aLongReasonCanReplaceALongReason() {
        LocalDate day = LocalDate.of(2026, 11, 26);
        applied(QuotaEdit.oneDay(BOJONGSOANG, day, new Change.Close("a".repeat(200))));
        applied(QuotaEdit.oneDay(BOJONGSOANG, day, new Change.Close("b".repeat(200))));
        assertThat(calendar.day(BOJONGSOANG, day).closure()).isEqualTo("b".repeat(200));
        assertThat(calendar.history(BOJONGSOANG, day))
                .hasSize(2)
                .anySatisfy(line -> assertThat(line.description()).contains("… → Ditutup: " + "b".repeat(200)));
    }

    @Test
    void aDayCanGoBackToTheWeekdayRule() {
        LocalDate day = LocalDate.of(2026, 11, 27);
        applied(set(BOJONGSOANG, day, MORE));
        applied(QuotaEdit.oneDay(BOJONGSOANG, day, new Change.FollowRule()));
        assertThat(quota(BOJONGSOANG, day)).isEqualTo(USUAL);
        assertThat(calendar.day(BOJONGSOANG, day).followsRule()).isTrue();
    }

    @Test
    void aBulkClosureOfTwoOfficesListsTheDaysThatHaveBookingsAndClosesTheOthers() {
        LocalDate monday = LocalDate.of(2026, 12, 14);
        LocalDate tuesday = LocalDate.of(2026, 12, 15);
        given.booked(MARGAHAYU, tuesday);
        var edit = new QuotaEdit(
                List.of(BOJONGSOANG, MARGAHAYU), monday, tuesday, ALL_DAYS, new Change.Close("Pindah gedung"));

        List<Planned> preview = planning.preview(edit);

        assertThat(preview).hasSize(4);
        assertThat(preview.stream().filter(day -> day.refusal() != null))
                .singleElement()
                .satisfies(refused -> {
                    assertThat(refused.office()).isEqualTo(MARGAHAYU);
                    assertThat(refused.date()).isEqualTo(tuesday);
                    assertThat(refused.refusal()).contains("1 pemesanan");
                    assertThat(refused.after()).isEqualTo(refused.before());
                });
        assertThat(planning.apply(edit, preview)).isEqualTo(3);
        assertThat(calendar.day(MARGAHAYU, monday).closedByHand()).isTrue();
        assertThat(calendar.day(MARGAHAYU, tuesday).closedByHand()).isFalse();
        assertThat(calendar.day(BOJONGSOANG, tuesday).closedByHand()).isTrue();
    }

    @Test
    void theSecondOfTwoPlannersIsToldWhoWasFirstAndOverwritesNothing() {
        LocalDate before = LocalDate.of(2026, 11, 30);
        LocalDate contested = LocalDate.of(2026, 12, 1);
        var edit = new QuotaEdit(List.of(MARGAHAYU), before, contested, ALL_DAYS, new Change.SetQuota(MORE));
        List<Planned> seen = planning.preview(edit);
        given.quotaOf(MARGAHAYU, contested, 50, 5);

        assertThatExceptionOfType(QuotaConflict.class)
                .isThrownBy(() -> planning.apply(edit, seen))
                .withMessageContaining("1 Desember 2026 sudah diubah oleh Uji")
                .withMessageContaining("50 kursi, cadangan 5");

        assertThat(quota(MARGAHAYU, contested)).isEqualTo(new QuotaRule(50, 5));
        assertThat(quota(MARGAHAYU, before)).isEqualTo(USUAL);
        assertThat(calendar.history(MARGAHAYU, before)).isEmpty();
    }

    @Test
    void aDayPanelThatIsOutOfDateOverwritesNothingEither() {
        LocalDate day = LocalDate.of(2026, 12, 2);
        QuotaDay seen = calendar.day(MARGAHAYU, day);
        applied(set(MARGAHAYU, day, MORE));
        var change = new Change.SetQuota(new QuotaRule(5, 0));
        Planned planned = planning.previewOfDay(seen, change);
        assertThatExceptionOfType(QuotaConflict.class)
                .isThrownBy(() -> planning.apply(QuotaEdit.oneDay(MARGAHAYU, day, change), List.of(planned)))
                .withMessageContaining("Rizki Pratama");
        assertThat(quota(MARGAHAYU, day)).isEqualTo(MORE);
    }

    @Test
    void aBookingBetweenPreviewAndApplyIsNoConflict() {
        LocalDate day = LocalDate.of(2026, 12, 3);
        List<Planned> seen = planning.preview(set(MARGAHAYU, day, MORE));
        given.booked(MARGAHAYU, day);
        assertThat(planning.apply(set(MARGAHAYU, day, MORE), seen)).isEqualTo(1);
        assertThat(calendar.day(MARGAHAYU, day).booked()).isEqualTo(1);
        assertThat(calendar.day(MARGAHAYU, day).available()).isEqualTo(26);
    }

    @Test
    void butACutBelowWhatWasBookedMeanwhileIs() {
        LocalDate day = LocalDate.of(2026, 12, 4);
        var edit = set(MARGAHAYU, day, QuotaRule.NONE);
        List<Planned> seen = planning.preview(edit);
        given.booked(MARGAHAYU, day);
        assertThatExceptionOfType(QuotaConflict.class)
                .isThrownBy(() -> planning.apply(edit, seen))
                .withMessageContaining("Sudah terpesan 1");
        assertThat(quota(MARGAHAYU, day)).isEqualTo(USUAL);
    }

    @Test
    void daysThatArePastStayAsTheyWere() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> planning.preview(set(MARGAHAYU, LocalDate.of(2026, 11, 20), MORE)))
                .withMessageContaining("sudah lewat");
        var rule = new WeekdayRule(DayOfWeek.MONDAY, MORE, LocalDate.of(2026, 11, 20), null);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> planning.setRules(MARGAHAYU, List.of(rule)))
                .withMessageContaining("sudah lewat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "manajer", "kadis"})
    void onlyAPlannerEdits(String account) {
        LocalDate day = LocalDate.of(2026, 12, 7);
        var edit = QuotaEdit.oneDay(new OfficeCode("DINAS"), day, new Change.SetQuota(MORE));
        var planned = planning.preview(edit);
        var rules = List.of(new WeekdayRule(DayOfWeek.MONDAY, MORE, day, null));
        OfficeCode dinas = new OfficeCode("DINAS");
        assertDenied(account, () -> planning.preview(edit));
        assertDenied(account, () -> planning.apply(edit, planned));
        assertDenied(account, () -> planning.previewRules(dinas, rules));
        assertDenied(account, () -> planning.setRules(dinas, rules));
        assertThat(quota(dinas, day)).isEqualTo(new QuotaRule(100, 10));
    }

    private void assertDenied(String account, Runnable act) {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> given.asStaff(account, () -> {
                    act.run();
                    return account;
                }));
    }

    @Test
    void aNewRuleHoldsFromItsDateAndGivesWayAtItsEnd() {
        var rule = new WeekdayRule(DayOfWeek.WEDNESDAY, MORE, LocalDate.of(2026, 12, 9), LocalDate.of(2026, 12, 16));
        planning.setRules(MARGAASIH, List.of(rule));
        assertThat(quota(MARGAASIH, LocalDate.of(2026, 12, 2))).isEqualTo(USUAL);
        assertThat(quota(MARGAASIH, LocalDate.of(2026, 12, 9))).isEqualTo(MORE);
        assertThat(quota(MARGAASIH, LocalDate.of(2026, 12, 10))).isEqualTo(USUAL);
        assertThat(quota(MARGAASIH, LocalDate.of(2026, 12, 16))).isEqualTo(MORE);
        assertThat(quota(MARGAASIH, LocalDate.of(2026, 12, 23))).isEqualTo(USUAL);
        assertThat(calendar.rules(MARGAASIH)).contains(rule);
    }

    @Test
    void aRuleHoldsForOneDayAtLeastAndNeverEndsBeforeItBegins() {
        LocalDate day = LocalDate.of(2026, 12, 9);
        assertThat(new WeekdayRule(DayOfWeek.WEDNESDAY, MORE, day, day).covers(day))
                .isTrue();
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> new WeekdayRule(DayOfWeek.WEDNESDAY, MORE, day, day.minusDays(1)))
                .withMessageContaining("8 Desember 2026 tidak boleh sebelum tanggal mulai 9 Desember 2026");
    }

    @Test
    void aRuleIsRememberedInTheWordsOfTheOffice() {
        assertThat(new WeekdayRule(DayOfWeek.WEDNESDAY, MORE, LocalDate.of(2026, 12, 9), null).description())
                .isEqualTo("Aturan Rabu mulai 9 Desember 2026: 30 kursi, cadangan 3");
    }

    @Test
    void aRuleThatBeginsOnTheSameDateReplacesTheOneBefore() {
        LocalDate from = LocalDate.of(2026, 12, 7);
        planning.setRules(MARGAASIH, List.of(new WeekdayRule(DayOfWeek.MONDAY, MORE, from, null)));
        planning.setRules(MARGAASIH, List.of(new WeekdayRule(DayOfWeek.MONDAY, new QuotaRule(7, 0), from, null)));
        assertThat(quota(MARGAASIH, from)).isEqualTo(new QuotaRule(7, 0));
        assertThat(calendar.rules(MARGAASIH).stream().filter(rule -> rule.weekday() == DayOfWeek.MONDAY))
                .hasSize(2);
    }

    @Test
    void daysThatFollowTheRuleComeAlongAndFullerOnesAreKeptByHand() {
        LocalDate one = LocalDate.of(2026, 12, 4);
        LocalDate two = LocalDate.of(2026, 12, 11);
        LocalDate byHand = LocalDate.of(2026, 12, 18);
        given.booked(KATAPANG, one);
        given.booked(KATAPANG, two);
        given.booked(KATAPANG, two);
        applied(set(KATAPANG, byHand, MORE));
        List<WeekdayRule> single =
                List.of(new WeekdayRule(DayOfWeek.FRIDAY, new QuotaRule(1, 0), LocalDate.of(2026, 12, 1), null));

        List<Planned> preview = planning.previewRules(KATAPANG, single);
        assertThat(preview).extracting(Planned::date).containsExactly(one, two);
        assertThat(preview.getFirst().after()).isEqualTo("1 kursi, cadangan 0 (aturan mingguan)");
        assertThat(preview.getLast().refusal()).contains("Sudah terpesan 2");
        planning.setRules(KATAPANG, single);

        assertThat(quota(KATAPANG, one)).isEqualTo(new QuotaRule(1, 0));
        assertThat(calendar.day(KATAPANG, one).followsRule()).isTrue();
        assertThat(quota(KATAPANG, two)).isEqualTo(USUAL);
        assertThat(calendar.day(KATAPANG, two).followsRule()).isFalse();
        assertThat(quota(KATAPANG, byHand)).isEqualTo(MORE);
    }

    @Test
    void aRuleDoesNotOverwriteADayThatSomebodySetsByHandAtThatMoment() throws Exception {
        LocalDate day = LocalDate.of(2026, 12, 17);
        given.booked(KATAPANG, day);
        var rule = new WeekdayRule(DayOfWeek.THURSDAY, new QuotaRule(9, 0), day, null);
        var locked = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var byHand = threads.submit(() -> transaction.executeWithoutResult(status -> {
                given.asStaff("perencana", () -> planning.apply(set(KATAPANG, day, MORE), previewOf(KATAPANG, day)));
                locked.countDown();
                await().until(this::someoneWaitsForALock);
            }));
            assertThat(locked.await(10, TimeUnit.SECONDS)).isTrue();
            planning.setRules(KATAPANG, List.of(rule));
            byHand.get();
        }
        assertThat(quota(KATAPANG, day)).isEqualTo(MORE);
        assertThat(calendar.day(KATAPANG, day).followsRule()).isFalse();
    }

    private List<Planned> previewOf(OfficeCode office, LocalDate day) {
        return planning.preview(set(office, day, MORE));
    }

    private boolean someoneWaitsForALock() {
        return jdbc.sql("SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "booked = capacity + 1",
                "booked = -1",
                "booked_internal = booked + 1",
                "reserved_internal = capacity + 1",
                "capacity = 0",
                "closed = TRUE, closure_reason = NULL"
            })
    void theDatabaseItselfRefusesADayThatCannotBe(String impossible) {
        LocalDate day = LocalDate.of(2026, 12, 8);
        if (calendar.day(MARGAHAYU, day).booked() == 0) {
            given.booked(MARGAHAYU, day);
        }
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> jdbc.sql("UPDATE booking_quota_day SET " + impossible
                                + " WHERE office_code = ? AND service_date = ?")
                        .param(MARGAHAYU.value())
                        .param(day)
                        .update());
    }

    @Test
    void theDatabaseItselfRefusesASecondSeatOrASecondHolderOfANumber() {
        LocalDate day = LocalDate.of(2026, 12, 9);
        BookingDetails one = given.booked(MARGAHAYU, day);
        BookingDetails other = given.booked(MARGAHAYU, day);
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> jdbc.sql("UPDATE booking_booking SET nik = ? WHERE code = ?")
                        .param(one.nik().value())
                        .param(other.code().value())
                        .update())
                .withMessageContaining("booking_one_active_per_nik");
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> jdbc.sql("UPDATE booking_booking SET queue_number = ? WHERE code = ?")
                        .param(one.queueNumber())
                        .param(other.code().value())
                        .update())
                .withMessageContaining("booking_number");
    }

    private static QuotaEdit set(OfficeCode office, LocalDate day, QuotaRule quota) {
        return QuotaEdit.oneDay(office, day, new Change.SetQuota(quota));
    }

    private int applied(QuotaEdit edit) {
        return planning.apply(edit, planning.preview(edit));
    }

    private QuotaRule quota(OfficeCode office, LocalDate day) {
        return calendar.day(office, day).quota();
    }

    private static Planned onlyDay(List<Planned> planned) {
        assertThat(planned).hasSize(1);
        return planned.getFirst();
    }
}
