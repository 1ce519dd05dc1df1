package id.dukcapil.portal.booking;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Programs are slowed down; villages are not. */
class RefusalPaceTest {

    private static final UUID BDS = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final String NIK = "3204376501900001";
    private static final Refusal FULL = refused(Refusal.Kind.QUOTA_FULL);
    private static final Refusal UNKNOWN = refused(Refusal.Kind.UNKNOWN_PERSON);
    private static final Refusal NOT_READY = refused(Refusal.Kind.NOT_ELIGIBLE);
    private static final @Nullable Refusal BOOKED = null;

    private final SettableClock clock = new SettableClock();
    private final RefusalPace pace =
            new RefusalPace(new PaceSettings(12, 30, Duration.ofSeconds(30), Duration.ofMinutes(15)), clock);

    @Test
    void whoTriesElevenTimesInAMinuteIsNotHeldUp() {
        refuse(NIK, 11);
        assertThat(pace.pause(BDS, NIK)).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        refuse(NIK, 11);
        assertThat(pace.pause(BDS, NIK)).as("each minute counts for itself").isEmpty();
    }

    @Test
    void aNikThatIsRefusedTooOftenHasAPauseThatGrows() {
        refuse(NIK, 12);
        assertThat(pace.pause(BDS, NIK)).contains(Duration.ofSeconds(30));
        clock.advance(Duration.ofSeconds(29));
        assertThat(pace.pause(BDS, NIK)).contains(Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(1));
        assertThat(pace.pause(BDS, NIK)).isEmpty();
        for (long seconds : List.of(60L, 120L, 240L, 480L, 900L, 900L)) {
            refuse(NIK, 12);
            assertThat(pace.pause(BDS, NIK)).contains(Duration.ofSeconds(seconds));
            clock.advance(Duration.ofSeconds(seconds));
        }
        clock.advance(Duration.ofMinutes(30));
        refuse(NIK, 12);
        assertThat(pace.pause(BDS, NIK)).as("forgiven after a while").contains(Duration.ofSeconds(30));
    }

    @Test
    void thePauseIsOfThatNikAtThatApplicationOnly() {
        refuse(NIK, 12);
        assertThat(pace.pause(BDS, "3204376501900002")).isEmpty();
        assertThat(pace.pause(OTHER, NIK)).isEmpty();
    }

    @Test
    void whoGetsASeatStartsAfresh() {
        refuse(NIK, 11);
        pace.answered(BDS, NIK, BOOKED);
        refuse(NIK, 11);
        assertThat(pace.pause(BDS, NIK)).isEmpty();
    }

    @Test
    void aWholeVillageBehindOneApplicationIsNotHeldUp() {
        for (int person = 0; person < 5_000; person++) {
            String nik = nik(person);
            assertThat(pace.pause(BDS, nik)).isEmpty();
            for (int day = 0; day < 6; day++) {
                assertThat(pace.answered(BDS, nik, FULL)).isEmpty();
            }
            assertThat(pace.answered(BDS, nik, BOOKED)).isEmpty();
        }
    }

    @Test
    void slipsOfTheFingerOfAVillageAreAnsweredLikeAnyOther() {
        for (int person = 0; person < 3_000; person++) {
            boolean slip = person % 20 == 0;
            assertThat(pace.answered(BDS, nik(person), slip ? UNKNOWN : BOOKED)).isEmpty();
        }
    }

    @Test
    void aVillageWhoseCardsAreNotReadyIsTold() {
        for (int person = 0; person < 3_000; person++) {
            assertThat(pace.answered(BDS, nik(person), NOT_READY)).isEmpty();
        }
    }

    @Test
    void guessingIsSlowedDownAndPeopleOfTheSameApplicationAreNot() {
        for (int guess = 0; guess < 29; guess++) {
            assertThat(pace.answered(BDS, nik(guess), UNKNOWN)).isEmpty();
        }
        assertThat(pace.answered(BDS, nik(29), UNKNOWN)).contains(Duration.ofSeconds(30));
        assertThat(pace.answered(BDS, nik(30), UNKNOWN)).contains(Duration.ofSeconds(30));
        assertThat(pace.pause(BDS, NIK)).isEmpty();
        assertThat(pace.answered(BDS, NIK, BOOKED)).isEmpty();
        assertThat(pace.answered(BDS, nik(31), FULL)).isEmpty();
        assertThat(pace.answered(OTHER, nik(32), UNKNOWN)).isEmpty();
        clock.advance(Duration.ofSeconds(30));
        assertThat(pace.answered(BDS, nik(33), UNKNOWN)).isEmpty();
        Optional<Duration> next = Optional.empty();
        for (int guess = 0; guess < 40 && next.isEmpty(); guess++) {
            next = pace.answered(BDS, nik(guess), UNKNOWN);
        }
        assertThat(next).contains(Duration.ofSeconds(60));
    }

    @Test
    void aMillionNiksTakeNoMoreMemoryThanFiftyThousand() {
        for (int guess = 0; guess < 1_000_000; guess++) {
            pace.answered(BDS, nik(guess), FULL);
        }
        assertThat(pace.remembered()).isEqualTo(RefusalPace.REMEMBERED);
    }

    private void refuse(String nik, int times) {
        for (int time = 0; time < times; time++) {
            pace.answered(BDS, nik, FULL);
        }
    }

    private static String nik(int serial) {
        return "32043%011d".formatted(serial);
    }

    private static Refusal refused(Refusal.Kind kind) {
        return new Refusal(kind, "tidak");
    }
}
