package id.dukcapil.portal.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Retention;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** What operators and verifiers find in their inbox, and how the database finds it. */
@IntegrationTest
class SubmissionInboxTest {

    private static final int PAGE = 7;

    /** A line of a plan. */
    private record Step(String table, String type, String key, String extra) {}

    private static final RowMapper<Step> STEP = (row, number) -> new Step(
            Objects.requireNonNullElse(row.getString("table"), ""),
            Objects.requireNonNullElse(row.getString("type"), ""),
            Objects.requireNonNullElse(row.getString("key"), ""),
            Objects.requireNonNullElse(row.getString("Extra"), ""));

    @Autowired
    SubmissionInbox inbox;

    @Autowired
    SubmissionDesk desk;

    @Autowired
    Retention submissionRetention;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SubmissionScenario given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void aRequestLiesInTheQueueOfTheLaneWhoseTurnItIs() {
        SubmissionDetails request = given.submitted();
        assertThat(numbers("operator", InboxQueue.NEW)).contains(request.number());
        assertThat(numbers("verifikator", InboxQueue.NEW)).doesNotContain(request.number());

        SubmissionDetails checked = given.asStaff(
                "operator",
                () -> desk.check(request.number(), request.version()).orElseThrow());
        assertThat(numbers("operator", InboxQueue.NEW)).doesNotContain(request.number());
        assertThat(numbers("verifikator", InboxQueue.NEW)).contains(request.number());

        given.asStaff("verifikator", () -> desk.returnToOperator(checked.number(), checked.version(), "Nama berbeda"));
        assertThat(numbers("operator", InboxQueue.RETURNED)).contains(request.number());
        assertThat(numbers("verifikator", InboxQueue.RETURNED)).contains(request.number());
        assertThat(numbers("manajer", InboxQueue.ALL)).contains(request.number());
    }

    @Test
    void whatSomebodyHoldsIsThatPersonsUntilTheTimeOfTheClaimIsOver() {
        SubmissionDetails request = given.submitted();
        hold(request, "operator", clock.instant().plus(Duration.ofMinutes(30)));
        assertThat(numbers("operator", InboxQueue.MINE)).contains(request.number());
        assertThat(numbers("verifikator", InboxQueue.MINE)).doesNotContain(request.number());
        InboxRow row = find("operator", request.number().value()).getFirst();
        assertThat(Objects.requireNonNull(row.holding()).name()).isEqualTo("Tita Wulandari");

        clock.advance(Duration.ofMinutes(31));
        assertThat(numbers("operator", InboxQueue.MINE)).doesNotContain(request.number());
        assertThat(find("operator", request.number().value()).getFirst().holding())
                .isNull();
    }

    @Test
    void whatIsDueFirstStandsFirstAndWhatIsLateInAQueueOfItsOwn() {
        SubmissionDetails late = given.submitted();
        SubmissionDetails soon = given.submitted();
        SubmissionDetails without = given.submitted();
        Instant now = clock.instant();
        due(late, now.minus(Duration.ofMinutes(3)));
        due(soon, now.plus(Duration.ofMinutes(20)));
        due(without, null);
        assertThat(numbers("operator", InboxQueue.NEW))
                .containsSubsequence(late.number(), soon.number(), without.number());
        assertThat(numbers("operator", InboxQueue.LATE))
                .contains(late.number())
                .doesNotContain(soon.number(), without.number());
        assertThat(numbers("operator", window(InboxWindow.SOON)))
                .contains(soon.number())
                .doesNotContain(late.number(), without.number());
        assertThat(numbers("operator", window(InboxWindow.IN_TIME)))
                .doesNotContain(late.number(), soon.number(), without.number());
        assertThat(numbers("operator", window(InboxWindow.LAST_DAY))).contains(without.number());
        clock.advance(Duration.ofDays(8));
        assertThat(numbers("operator", window(InboxWindow.OVER_A_WEEK))).contains(without.number());
        assertThat(numbers("operator", window(InboxWindow.LAST_DAY))).doesNotContain(without.number());
    }

    @Test
    void aNumberANikAFamilyAndWordsOfTheNameFindARequestInAnyQueue() {
        SubmissionDetails request = given.submitted();
        String[] words = request.applicant().fullName().toLowerCase(Locale.ROOT).split(" ");
        String number = request.number().value();
        Stream.of(
                        number,
                        number.toLowerCase(Locale.ROOT),
                        number.substring(0, number.length() - 1),
                        request.applicant().nik().value(),
                        request.applicant().family().value(),
                        words[0],
                        words[words.length - 1],
                        words[words.length - 1].substring(0, 3) + " " + words[0])
                .forEach(text -> assertThat(find("verifikator", text))
                        .describedAs(text)
                        .extracting(InboxRow::number)
                        .contains(request.number()));
        assertThat(find("operator", "TIDAKADANAMAINI")).isEmpty();
        assertThat(find("operator", words[0] + " TIDAKADANAMAINI")).isEmpty();
        assertThat(find("operator", "%")).isEmpty();
        InboxRow row = find("operator", number).getFirst();
        assertThat(row.maskedNik()).isEqualTo(request.applicant().nik().masked());
    }

    @Test
    void theRequestsOfAnotherOfficeAreOutOfReach() {
        SubmissionDetails request = given.submitted();
        jdbc.sql("UPDATE submission_request SET office_code = '320437' WHERE number = ?")
                .param(request.number().value())
                .update();
        jdbc.sql("UPDATE submission_name_word SET office_code = '320437' WHERE submission_id = ?")
                .param(request.id().value())
                .update();
        for (InboxQueue queue : InboxQueue.values()) {
            assertThat(numbers("operator", queue)).doesNotContain(request.number());
        }
        assertThat(numbers(
                        "operator",
                        new InboxFilter(
                                InboxQueue.ALL, new OfficeCode("320437"), null, InboxWindow.ANY, "", InboxOrder.DUE)))
                .doesNotContain(request.number());
        assertThat(find("operator", request.number().value())).isEmpty();
        assertThat(find("operator", request.applicant().fullName()))
                .extracting(InboxRow::number)
                .doesNotContain(request.number());
        assertThat(find("manajer", request.number().value())).hasSize(1);
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> given.asStaff("cetak", () -> inbox.count(InboxFilter.of(InboxQueue.ALL))));
    }

    @ParameterizedTest
    @EnumSource(InboxOrder.class)
    void leafingThroughShowsEveryRequestOnce(InboxOrder order) {
        for (int i = 0; i < PAGE; i++) {
            given.submitted();
        }
        var filter = new InboxFilter(InboxQueue.ALL, null, null, InboxWindow.ANY, "", order);
        List<SubmissionNumber> whole = given.asStaff("manajer", () -> inbox.page(filter, null, 0, 10_000)).stream()
                .map(InboxRow::number)
                .toList();
        var leafed = new ArrayList<SubmissionNumber>();
        InboxRow.Cursor after = null;
        List<InboxRow> page;
        do {
            InboxRow.Cursor from = after;
            page = given.asStaff("manajer", () -> inbox.page(filter, from, 0, PAGE));
            page.forEach(row -> leafed.add(row.number()));
            after = page.isEmpty() ? null : page.getLast().cursor();
        } while (!page.isEmpty());
        assertThat(whole).hasSizeGreaterThan(PAGE).doesNotHaveDuplicates();
        assertThat(leafed).isEqualTo(whole);
        assertThat(given.asStaff("manajer", () -> inbox.page(filter, null, 3, 2)))
                .extracting(InboxRow::number)
                .isEqualTo(whole.subList(3, 5));
    }

    @Test
    void everyTabSaysHowMuchLiesInIt() {
        given.submitted();
        Map<InboxQueue, Integer> counts = given.asStaff("operator", inbox::counts);
        assertThat(counts).containsOnlyKeys(InboxQueue.values());
        assertThat(counts.get(InboxQueue.NEW))
                .isEqualTo(numbers("operator", InboxQueue.NEW).size());
        assertThat(counts.get(InboxQueue.ALL))
                .isEqualTo(numbers("operator", InboxQueue.ALL).size());
    }

    @Test
    void aRequestThatHasLostItsPeopleIsListedNowhere() {
        SubmissionDetails request = given.submitted();
        given.asStaff("operator", () -> desk.cancel(request.number(), request.version(), "Salah pilih alasan"));
        transaction.executeWithoutResult(
                status -> submissionRetention.removeEndedBefore(clock.instant().plus(Duration.ofDays(1)), 1_000));
        assertThat(numbers("operator", InboxQueue.ALL)).doesNotContain(request.number());
        assertThat(find("operator", request.number().value())).isEmpty();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM submission_name_word WHERE submission_id = ?")
                        .param(request.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    static Stream<Arguments> pairs() {
        return Arrays.stream(InboxOrder.values())
                .flatMap(order -> Stream.of("", "office_", "reason_", "office_reason_")
                        .map(filters -> Arguments.of(order, filters, "submission_inbox_" + filters + order.index())));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void everyPairOfFilterAndOrderWalksItsOwnIndexWithoutSorting(InboxOrder order, String filters, String index) {
        somethingInEveryWindow();
        for (InboxWindow window : InboxWindow.values()) {
            if (window.orderFor(order) == order) {
                var filter = new InboxFilter(
                        InboxQueue.NEW, null, filters.contains("reason") ? "I.B.3" : null, window, "", order);
                var query = InboxQuery.ofQueue(
                        filter,
                        EnumSet.of(SubmissionStatus.CHECKED, SubmissionStatus.SUBMITTED),
                        filters.contains("office") ? new OfficeCode("DINAS") : null,
                        clock.instant());
                assertThat(branches(query, insideOf(window, order)))
                        .describedAs("%s", window)
                        .hasSize(2)
                        .allSatisfy(step -> {
                            assertThat(step.key()).isEqualTo(index);
                            assertThat(step.extra()).contains("Using index").doesNotContain("filesort");
                        });
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aQueueIsCountedInOneWalkThroughItsIndex(InboxOrder order, String filters, String index) {
        somethingInEveryWindow();
        var filter = new InboxFilter(
                InboxQueue.NEW, null, filters.contains("reason") ? "I.B.3" : null, InboxWindow.ANY, "", order);
        var query = InboxQuery.ofQueue(
                filter,
                EnumSet.of(SubmissionStatus.CHECKED, SubmissionStatus.SUBMITTED),
                filters.contains("office") ? new OfficeCode("DINAS") : null,
                clock.instant());
        assertThat(plan(query, query.count())).singleElement().satisfies(step -> {
            assertThat(step.key()).isEqualTo(index);
            assertThat(step.extra()).contains("Using index").doesNotContain("temporary", "filesort");
        });
    }

    @Test
    void whatHasNoDueTimeStandsBehindTheRestTheNewestFirst() {
        SubmissionDetails older = given.submitted();
        SubmissionDetails newer = given.submitted();
        SubmissionDetails due = given.submitted();
        due(older, null);
        due(newer, null);
        due(due, clock.instant().plus(Duration.ofDays(3_650)));
        created(older, clock.instant().minusSeconds(2));
        created(newer, clock.instant().minusSeconds(1));
        assertThat(numbers("operator", InboxQueue.ALL))
                .containsSubsequence(due.number(), newer.number(), older.number());
        assertThat(numbers(
                        "operator",
                        new InboxFilter(InboxQueue.ALL, null, null, InboxWindow.IN_TIME, "", InboxOrder.DUE)))
                .contains(due.number())
                .doesNotContain(newer.number(), older.number());
    }

    private Instant insideOf(InboxWindow window, InboxOrder order) {
        Instant now = clock.instant();
        Instant to = Objects.requireNonNullElse(window.to(now), now);
        Instant from = Objects.requireNonNullElse(window.from(now), to.minus(Duration.ofDays(30)));
        return order == InboxOrder.NEWEST ? to : from;
    }

    /** The database plans nothing for a range of which it knows that it is empty. */
    private void somethingInEveryWindow() {
        Instant now = clock.instant();
        for (int i = 0; i < 6; i++) {
            SubmissionDetails request = given.submitted();
            jdbc.sql(
                            "UPDATE submission_request SET status = :status, created_at = :created, step_due_at = :due WHERE id = :id")
                    .param("status", i < 3 ? "SUBMITTED" : "CHECKED")
                    .param("created", UtcDateTime.of(now.minus(Duration.ofDays(new int[] {0, 40, 40}[i % 3]))))
                    .param("due", UtcDateTime.of(now.plus(Duration.ofMinutes(new int[] {-9, 9, 99}[i % 3]))))
                    .param("id", request.id().value())
                    .update();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneWordOfANameWalksItsIndexWithoutSorting(boolean oneOffice) {
        var query = InboxQuery.ofText(
                InboxText.of("siti", typed -> List.of("SITI")), oneOffice ? new OfficeCode("DINAS") : null);
        assertThat(branches(query, clock.instant())).hasSize(1).first().satisfies(step -> {
            assertThat(step.key()).isEqualTo(oneOffice ? "submission_word_of_office" : "PRIMARY");
            assertThat(step.extra()).doesNotContain("filesort");
        });
    }

    @Test
    void aNikAndAKkNumberAreLookedUpInTheirIndexes() {
        var query = InboxQuery.ofText(InboxText.of("3204054101900001", typed -> List.of()), null);
        assertThat(branches(query, clock.instant()))
                .extracting(Step::key)
                .containsExactly("submission_by_applicant", "submission_by_family");
    }

    private List<Step> branches(InboxQuery query, Instant after) {
        return plan(query, query.page(new InboxRow.Cursor(after, UUID.randomUUID())));
    }

    /** The steps of the plan that read the queues, without the fetching of the few rows found. */
    private List<Step> plan(InboxQuery query, String sql) {
        return jdbc
                .sql("EXPLAIN " + sql)
                .params(query.parameters())
                .param("limit", 50)
                .param("skip", 0)
                .param("beyond", 50)
                .param("most", 50)
                .query(STEP)
                .list()
                .stream()
                .filter(step -> !step.table().startsWith("<") && !step.type().equals("eq_ref"))
                .toList();
    }

    private InboxFilter window(InboxWindow window) {
        return new InboxFilter(InboxQueue.NEW, null, "I.B.3", window, "", InboxOrder.DUE);
    }

    private List<InboxRow> find(String username, String text) {
        return given.asStaff(
                username,
                () -> inbox.page(
                        new InboxFilter(InboxQueue.NEW, null, null, InboxWindow.ANY, text, InboxOrder.DUE),
                        null,
                        0,
                        100));
    }

    private List<SubmissionNumber> numbers(String username, InboxQueue queue) {
        return numbers(username, InboxFilter.of(queue));
    }

    private List<SubmissionNumber> numbers(String username, InboxFilter filter) {
        return given.asStaff(username, () -> inbox.page(filter, null, 0, 10_000)).stream()
                .map(InboxRow::number)
                .toList();
    }

    private void due(SubmissionDetails request, @Nullable Instant at) {
        jdbc.sql("UPDATE submission_request SET step_due_at = :at WHERE number = :number")
                .param("at", UtcDateTime.ofNullable(at))
                .param("number", request.number().value())
                .update();
    }

    private void created(SubmissionDetails request, Instant at) {
        jdbc.sql("UPDATE submission_request SET created_at = :at WHERE number = :number")
                .param("at", UtcDateTime.of(at))
                .param("number", request.number().value())
                .update();
    }

    private void hold(SubmissionDetails request, String username, Instant until) {
        jdbc.sql("""
                        UPDATE submission_request r JOIN staff_account a ON a.username = :username
                        SET r.holder_id = a.id, r.holder_name = a.full_name, r.held_until = :until WHERE r.number = :number""")
                .param("username", username)
                .param("until", UtcDateTime.of(until))
                .param("number", request.number().value())
                .update();
    }
}
