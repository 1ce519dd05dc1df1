package id.dukcapil.portal.booking;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.booking.StockProposal.Candidate;
import id.dukcapil.portal.booking.StockProposal.ProposedDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StockProposalTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
    private static final QuotaRule RULE = new QuotaRule(100, 10);

    @Test
    void plentyOfCardsProposesWhatTheWeekdayRuleSays() {
        StockProposal proposal = StockProposal.of(1_000, days(20, 0, 100));
        assertThat(capacities(proposal)).containsExactly(100, 100, 100);
        assertThat(proposal.days()).noneMatch(ProposedDay::changes);
        assertThat(proposal.lacking()).isZero();
        assertThat(proposal.unpromised()).isEqualTo(880);
    }

    @Test
    void whoeverHasBookedComesFirstAndWhatIsLeftOpensTheNearestDays() {
        // 250 cards, 120 promised: 130 seats more, 80 on the first day and 50 on the second
        StockProposal proposal = StockProposal.of(250, days(20, 0, 100));
        assertThat(capacities(proposal)).containsExactly(100, 50, 100);
        assertThat(proposal.days()).extracting(ProposedDay::unpromised).containsExactly(130, 50, 0);
        assertThat(proposal.reachesUntil()).contains(TUESDAY.plusDays(1));
        assertThat(proposal.days().get(1).proposed()).isEqualTo(new QuotaRule(50, 5));
        assertThat(proposal.acceptable(TUESDAY, TUESDAY.plusDays(9)))
                .extracting(ProposedDay::date)
                .containsExactly(TUESDAY.plusDays(1));
    }

    @Test
    void withTooFewCardsTheLastOfThoseWhoBookedHaveToMove() {
        StockProposal proposal = StockProposal.of(130, days(100, 20, 60));
        assertThat(capacities(proposal)).containsExactly(100, 100, 10);
        assertThat(proposal.lacking()).isEqualTo(50);
        assertThat(proposal.days().getLast().belowBooked()).isTrue();
        assertThat(proposal.acceptable(TUESDAY, TUESDAY.plusDays(9))).isEmpty();
        assertThat(proposal.reachesUntil()).isEmpty();
    }

    @Test
    void peopleWhoMoveTakeTheNeedForACardWithThem() {
        StockProposal proposal = StockProposal.of(130, days(100, 20, 0));
        assertThat(proposal.firstShort(Map.of())).isEmpty();
        assertThat(proposal.firstShort(Map.of(TUESDAY, -40, TUESDAY.plusDays(2), 40)))
                .isEmpty();
        assertThat(proposal.firstShort(Map.of(TUESDAY.plusDays(2), 11))).contains(TUESDAY.plusDays(2));
        assertThat(StockProposal.of(99, days(100, 20)).firstShort(Map.of())).contains(TUESDAY);
    }

    @Test
    void aDayThatTheCardsDoNotReachIsNotProposedToBeClosed() {
        // Like December seen in November: the cards end on the second day, and more of them will have come by then
        StockProposal proposal = StockProposal.of(168, days(0, 0, 0, 30, 0));
        assertThat(capacities(proposal)).containsExactly(100, 38, 100, 100, 100);
        assertThat(proposal.days().stream().filter(ProposedDay::changes))
                .singleElement()
                .satisfies(day -> assertThat(day.proposed()).isEqualTo(new QuotaRule(38, 3)));
    }

    @Test
    void whenTheLastCardFillsADayExactlyTheNextOneIsLeftAlone() {
        assertThat(StockProposal.of(200, days(0, 0, 0)).days()).noneMatch(ProposedDay::changes);
    }

    @Test
    void withoutCardsNothingIsProposedExceptForThoseWhoHaveToMove() {
        StockProposal proposal = StockProposal.of(0, days(0, 5));
        assertThat(capacities(proposal)).containsExactly(100, 0);
        assertThat(proposal.acceptable(TUESDAY, TUESDAY.plusDays(9))).isEmpty();
        assertThat(StockProposal.of(0, List.of()).days()).isEmpty();
    }

    @Test
    void aDayThatWasCutBeforeGrowsAgainWhenCardsHaveCome() {
        var cut = new Candidate(TUESDAY, new QuotaRule(30, 3), RULE, 30, 4);
        assertThat(StockProposal.of(500, List.of(cut)).days().getFirst().proposed())
                .isEqualTo(RULE);
    }

    @Test
    void moreBookedThanTheRuleAllowsIsLeftAlone() {
        var special = new Candidate(TUESDAY, new QuotaRule(150, 40), RULE, 150, 4);
        assertThat(StockProposal.of(500, List.of(special)).days().getFirst().changes())
                .isFalse();
    }

    @Test
    void theSameNumberOfSeatsKeepsTheReserveThatWasSetByHand() {
        var special = new Candidate(TUESDAY, new QuotaRule(100, 40), RULE, 5, 4);
        assertThat(StockProposal.of(500, List.of(special)).days().getFirst().changes())
                .isFalse();
    }

    @Property
    void noMoreIsProposedThanThereAreCardsAndNoCardThatCouldServeIsHeldBack(
            @ForAll @IntRange(max = 3_000) int usable,
            @ForAll @Size(max = 25) List<@IntRange(max = 140) Integer> booked) {
        StockProposal proposal = StockProposal.of(
                usable, days(booked.stream().mapToInt(people -> people).toArray()));
        int reached = proposal.days().stream()
                .filter(ProposedDay::reached)
                .mapToInt(day -> day.proposed().capacity() - day.booked())
                .sum();
        int wanted = booked.stream()
                .mapToInt(people -> Math.max(0, RULE.capacity() - people))
                .sum();
        assertThat(reached).isEqualTo(Math.min(proposal.unpromised(), wanted));
        assertThat(proposal.days()).allSatisfy(day -> {
            assertThat(day.proposed().capacity()).isLessThanOrEqualTo(Math.max(day.booked(), RULE.capacity()));
            if (proposal.lacking() == 0) {
                assertThat(day.belowBooked()).isFalse();
            }
            if (!day.reached() && !day.belowBooked()) {
                assertThat(day.changes()).isFalse();
            }
        });
    }

    private static List<Integer> capacities(StockProposal proposal) {
        return proposal.days().stream().map(day -> day.proposed().capacity()).toList();
    }

    private static List<Candidate> days(int... booked) {
        return IntStream.range(0, booked.length)
                .mapToObj(i -> new Candidate(
                        TUESDAY.plusDays(i),
                        new QuotaRule(Math.max(RULE.capacity(), booked[i]), RULE.reserved()),
                        RULE,
                        booked[i],
                        0))
                .toList();
    }
}
