package id.dukcapil.portal.counter.waiting;

import static id.dukcapil.portal.counter.ServiceCode.CETAK_KTP;
import static id.dukcapil.portal.counter.ServiceCode.KK;
import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.counter.Ticket.WaitRange;
import id.dukcapil.portal.counter.waiting.Pace.Wait;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static List<Wait> mornings(int waits, int minutesEach) {
        var all = new ArrayList<Wait>();
        for (int i = 0; i < waits; i++) {
            all.add(new Wait(CETAK_KTP, 9, i % 4, (i % 4 + 1) * 60L * minutesEach));
        }
        return all;
    }

    @Test
    void theRangeGrowsWithThePeopleInFront() {
        Pace pace = new Pace(mornings(40, 6));
        assertThat(pace.expected(CETAK_KTP, 9, 0)).contains(new WaitRange(5, 10));
        assertThat(pace.expected(CETAK_KTP, 9, 3)).contains(new WaitRange(20, 25));
    }

    @Test
    void anHourThatIsHardlyKnownIsJudgedByTheWholeDayAndAnUnknownServiceNotAtAll() {
        Pace pace = new Pace(mornings(40, 6));
        assertThat(pace.expected(CETAK_KTP, 14, 0)).contains(new WaitRange(5, 10));
        assertThat(pace.expected(KK, 9, 0)).isEmpty();
        assertThat(new Pace(mornings(Pace.ENOUGH - 1, 6)).expected(CETAK_KTP, 9, 0))
                .isEmpty();
    }

    @Property
    void eightOfTenWaitsOfTheSameKindAreInsideTheRange(@ForAll long seed) {
        Random dice = new Random(seed);
        var past = new ArrayList<Wait>();
        for (int i = 0; i < 400; i++) {
            past.add(wait(dice));
        }
        Pace pace = new Pace(past);
        int inside = 0;
        for (int i = 0; i < 400; i++) {
            Wait now = wait(dice);
            WaitRange told = pace.expected(CETAK_KTP, 9, now.ahead()).orElseThrow();
            inside += told.contains(now.seconds() / 60) ? 1 : 0;
        }
        assertThat(inside).isGreaterThan(280);
    }

    private static Wait wait(Random dice) {
        int ahead = dice.nextInt(6);
        return new Wait(CETAK_KTP, 9, ahead, (ahead + 1) * (120L + dice.nextInt(480)));
    }
}
