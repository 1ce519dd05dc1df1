package id.dukcapil.portal.channel.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.dukcapil.portal.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody here has a watch: time passes only when the test says so. */
class WaitingRoomTest {

    /** At most 100 at once as long as nothing is known: half a second of 200 a second. */
    private static final GateSettings SETTINGS = new GateSettings(
            400,
            100,
            1_000,
            100,
            Duration.ofMillis(500),
            Duration.ofSeconds(30),
            Duration.ofSeconds(15),
            16,
            300,
            64,
            16,
            Duration.ofSeconds(10),
            64);

    private final SettableClock clock = new SettableClock();
    private WaitingRoom room = new WaitingRoom(SETTINGS, clock);

    @BeforeEach
    void anEmptyRoom() {
        room = new WaitingRoom(SETTINGS, clock);
    }

    @Test
    void asLongAsThereIsRoomNobodyWaits() {
        for (int caller = 0; caller < 100; caller++) {
            assertThat(room.ask(null)).isInstanceOf(Turn.Now.class);
        }
        Turn.Later first = wait(room.ask(null));
        assertThat(first.position()).isEqualTo(1);
        assertThat(first.estimatedSeconds()).isEqualTo(1);
    }

    @Test
    void thoseWhoWaitAreNumberedInTheOrderInWhichTheyCame() {
        fill();
        assertThat(LongStream.range(0, 500)
                        .map(caller -> wait(room.ask(null)).position())
                        .distinct()
                        .count())
                .as("the first ones are called at once, to be there when others are done")
                .isGreaterThan(90);
        List<Turn.Later> later = waiting(300);
        for (int i = 1; i < later.size(); i++) {
            assertThat(later.get(i).position()).isEqualTo(later.get(i - 1).position() + 1);
        }
    }

    @Test
    void whoIsCalledComesInBeforeNewcomersAndInTheOrderOfArrival() {
        fill();
        List<Turn.Later> waiting = waiting(1_000);
        finish(50);
        clock.advance(Duration.ofMillis(500));
        assertThat(room.ask(null)).as("somebody new").isInstanceOf(Turn.Later.class);
        List<Boolean> letIn = new ArrayList<>();
        for (Turn.Later one : waiting.subList(0, 600)) {
            Turn again = room.ask(one.place());
            letIn.add(again instanceof Turn.Now);
        }
        int firstRefused = letIn.indexOf(false);
        assertThat(firstRefused).isPositive();
        assertThat(letIn.subList(firstRefused, letIn.size()))
                .as("nobody overtakes")
                .containsOnly(false);
    }

    @Test
    void anEarlyCallerKeepsThePlaceHoweverOftenItAsks() {
        fill();
        List<Turn.Later> waiting = waiting(1_000);
        Turn.Later last = waiting.getLast();
        for (int i = 0; i < 50; i++) {
            Turn.Later again = wait(room.ask(last.place()));
            assertThat(again.place()).isEqualTo(last.place());
            assertThat(again.position()).isEqualTo(last.position());
        }
        assertThat(room.figures().waiting()).isLessThanOrEqualTo(1_000);
    }

    @Test
    void theEstimateIsTrueToAQuarter() {
        var crowd = new Crowd(room, clock, 5_000, 300, 1.0);
        crowd.arrive(Duration.ofSeconds(1));
        crowd.runUntilServed(Duration.ofMinutes(2));
        assertThat(crowd.unserved()).isZero();
        assertThat(crowd.judgedEstimates()).as("who had to ask twice").isGreaterThan(500);
        assertThat(crowd.errorOfEstimates())
                .as("relative, of waits told once the speed was known, on average")
                .isLessThan(0.25);
    }

    @Test
    void theServerIsKeptBusyWhileSomebodyWaits() {
        var crowd = new Crowd(room, clock, 5_000, 300, 1.0);
        crowd.arrive(Duration.ofSeconds(1));
        Duration took = crowd.runUntilServed(Duration.ofMinutes(2));
        double ideal = 5_000 / 300.0;
        assertThat(took.toMillis() / 1_000.0).isLessThan(ideal / 0.9 + 2);
    }

    @Test
    void noRoomIsKeptEmptyForThoseWhoAreOnTheirWay() {
        fill();
        List<Turn.Later> called = waiting(100);
        finish(100);
        clock.advance(Duration.ofMillis(200));
        assertThat(room.ask(null)).as("somebody new").isInstanceOf(Turn.Now.class);
        assertThat(called)
                .as("who was called")
                .allSatisfy(one -> assertThat(room.ask(one.place())).isInstanceOf(Turn.Now.class));
    }

    @Test
    void callersWhoComeAgainAndAgainKeepTheServerBusyThoughEachIsAwayForASecondAndMore() {
        var crowd = Crowd.withoutEnd(room, clock, 1_280, 1_000);
        crowd.arrive(Duration.ofSeconds(1));
        crowd.run(Duration.ofSeconds(10));
        int before = crowd.served();
        crowd.run(Duration.ofSeconds(20));
        assertThat(crowd.served() - before).as("of 20,000 that can be done").isGreaterThan(19_000);
    }

    @Test
    void theServerIsKeptBusyEvenWhenAThirdNeverComesBack() {
        var crowd = new Crowd(room, clock, 6_000, 300, 0.67);
        crowd.arrive(Duration.ofSeconds(1));
        Duration took = crowd.runUntilServed(Duration.ofMinutes(3));
        assertThat(crowd.unserved()).isZero();
        assertThat(took.toMillis() / 1_000.0).isLessThan(6_000 * 0.67 / 300 * 1.5 + 4);
    }

    @Test
    void moreAreLetInAtOnceWhenTheServerIsFasterAndFewerWhenItIsSlower() {
        var fast = new Crowd(room, clock, 20_000, 1_500, 1.0);
        fast.arrive(Duration.ofSeconds(1));
        fast.run(Duration.ofSeconds(5));
        assertThat(room.figures().perSecond()).isCloseTo(1_500, within(300.0));
        int before = fast.served();
        fast.run(Duration.ofSeconds(4));
        assertThat(fast.served() - before).as("of 6,000 that can be done").isGreaterThan(5_000);

        fast.setSpeed(150);
        fast.run(Duration.ofSeconds(6));
        assertThat(room.figures().perSecond()).isCloseTo(150, within(60.0));
        fast.run(Duration.ofSeconds(10));
        assertThat(room.figures().inFlight()).isLessThan(450);
    }

    @Test
    void whoIsTurnedAwayBehindTheDoorDoesNotMakeTheServerLookFast() {
        for (int caller = 0; caller < 100; caller++) {
            room.ask(null);
        }
        clock.advance(Duration.ofSeconds(1));
        for (int caller = 0; caller < 90; caller++) {
            room.leave(false);
        }
        finish(10);
        assertThat(room.figures().perSecond()).isCloseTo(10, within(1.0));
    }

    @Test
    void aServerThatIsQuickWithFewIsNotOverrunByMany() {
        for (int caller = 0; caller < 60; caller++) {
            room.ask(null);
        }
        clock.advance(Duration.ofMillis(200));
        finish(60);
        assertThat(room.figures().perSecond()).as("a bold guess").isGreaterThan(400);
        int letIn = 0;
        while (room.ask(null) instanceof Turn.Now) {
            letIn++;
        }
        assertThat(letIn).isLessThanOrEqualTo(120);
    }

    @Test
    void whoIsMuchTooLateGetsANewPlaceAtTheEnd() {
        fill();
        List<Turn.Later> waiting = waiting(2_000);
        Turn.Later first = waiting.getFirst();
        clock.advance(Duration.ofSeconds(31));
        finish(1);
        Turn again = room.ask(first.place());
        assertThat(again)
                .isInstanceOfSatisfying(
                        Turn.Later.class, later -> assertThat(later.place()).isNotEqualTo(first.place()));
    }

    @Test
    void whoIsALittleLateIsStillLetIn() {
        fill();
        Turn.Later first = waiting(2_000).getFirst();
        clock.advance(Duration.ofSeconds(20));
        finish(10);
        assertThat(room.ask(first.place())).isInstanceOf(Turn.Now.class);
    }

    @Test
    void anHourLaterNoPlaceIsWorthAnything() {
        fill();
        Turn.Later last = waiting(50_000).getLast();
        clock.advance(WaitingRoom.LIFE.plusSeconds(1));
        assertThat(wait(room.ask(last.place())).place()).isNotEqualTo(last.place());
        assertThat(room.figures().waiting()).isLessThanOrEqualTo(1);
    }

    @Test
    void aMillionWhoNeverComeBackTakeNoMemoryAndDoNotStopTheOthers() {
        fill();
        for (int caller = 0; caller < 1_000_000; caller++) {
            room.ask(null);
            if (caller % 5_000 == 0) {
                clock.advance(Duration.ofMillis(100));
            }
        }
        assertThat(room.remembered()).isLessThanOrEqualTo(301);
        Turn.Later latest = wait(room.ask(null));
        assertThat(latest.position()).isGreaterThan(500_000);
        finish(100);
        clock.advance(WaitingRoom.LIFE);
        assertThat(room.ask(null)).isInstanceOf(Turn.Now.class);
    }

    @Test
    void aClockThatIsSetBackStopsNobody() {
        fill();
        List<Turn.Later> waiting = waiting(200);
        clock.set(clock.instant().minusSeconds(600));
        finish(100);
        assertThat(room.ask(waiting.getFirst().place())).isInstanceOf(Turn.Now.class);
    }

    @Test
    void aPlaceOfOneProcessIsHonouredByAnotherInTheOrderOfArrival() {
        var other = new WaitingRoom(SETTINGS, clock);
        for (int caller = 0; caller < 100; caller++) {
            room.ask(null);
            other.ask(null);
        }
        List<Turn.Later> early = waiting(400);
        clock.advance(Duration.ofSeconds(1));
        List<Turn.Later> later = new ArrayList<>();
        for (int caller = 0; caller < 400; caller++) {
            later.add(wait(other.ask(null)));
        }
        assertThat(other.ask(early.getFirst().place())).isInstanceOf(Turn.Now.class);
        Turn.Later newcomer = wait(other.ask(null));
        assertThat(newcomer.position()).isGreaterThan(later.get(300).position());
        clock.advance(Duration.ofMillis(100));
        assertThat(other.ask(new Place(Slots.of(clock.millis()), 1)))
                .as("who came later at the other process waits here behind those who came before")
                .isInstanceOfSatisfying(
                        Turn.Later.class,
                        turn -> assertThat(turn.position()).isGreaterThanOrEqualTo(newcomer.position()));
    }

    @Test
    void twoProcessesServeACrowdThatComesBackToEither() {
        var nodes = List.of(room, new WaitingRoom(SETTINGS, clock));
        var crowd = new Crowd(nodes, clock, 6_000, 300, 1.0);
        crowd.arrive(Duration.ofSeconds(1));
        Duration took = crowd.runUntilServed(Duration.ofMinutes(2));
        assertThat(crowd.unserved()).isZero();
        assertThat(took.toMillis() / 1_000.0).isLessThan(6_000 / 600.0 / 0.8 + 3);
        assertThat(crowd.meanRankError())
                .as("how far from the order of arrival the order of service is, of 6,000")
                .isLessThan(600);
    }

    private void fill() {
        for (int caller = 0; caller < 100; caller++) {
            room.ask(null);
        }
    }

    private void finish(int howMany) {
        for (int caller = 0; caller < howMany; caller++) {
            room.leave(true);
        }
    }

    private List<Turn.Later> waiting(int howMany) {
        var waiting = new ArrayList<Turn.Later>();
        for (int caller = 0; caller < howMany; caller++) {
            waiting.add(wait(room.ask(null)));
        }
        return waiting;
    }

    private static Turn.Later wait(Turn turn) {
        assertThat(turn).isInstanceOf(Turn.Later.class);
        return (Turn.Later) turn;
    }
}
