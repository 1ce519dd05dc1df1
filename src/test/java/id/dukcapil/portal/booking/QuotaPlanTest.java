package id.dukcapil.portal.booking;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.booking.QuotaEdit.Change;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class QuotaPlanTest {

    private static final QuotaRule RULE = new QuotaRule(100, 10);

    @Test
    void capacityCanFallToWhatIsBookedButNotBelow() {
        var day = dayWith(55);
        assertThat(QuotaPlan.of(day, RULE, new Change.SetQuota(new QuotaRule(55, 0)))
                        .refusal())
                .isNull();
        assertThat(QuotaPlan.of(day, RULE, new Change.SetQuota(new QuotaRule(54, 0)))
                        .refusal())
                .contains("55");
    }

    @Test
    void aDayWithBookingsIsNotClosedOverThePeoplesHeads() {
        var close = new Change.Close("Pemeliharaan server SIAK");
        assertThat(QuotaPlan.of(dayWith(0), RULE, close).after().closure()).isEqualTo("Pemeliharaan server SIAK");
        assertThat(QuotaPlan.of(dayWith(1), RULE, close).refusal()).contains("1 pemesanan");
    }

    @Test
    void reopeningKeepsTheNumbersAndFollowingTheRuleDropsThem() {
        var closed = QuotaPlan.of(
                        QuotaPlan.of(dayWith(0), RULE, new Change.SetQuota(new QuotaRule(40, 4)))
                                .after(),
                        RULE,
                        new Change.Close("Rapat"))
                .after();
        var reopened = QuotaPlan.of(closed, RULE, new Change.Reopen()).after();
        assertThat(reopened.closure()).isNull();
        assertThat(reopened.quota()).isEqualTo(new QuotaRule(40, 4));
        assertThat(QuotaPlan.of(reopened, RULE, new Change.FollowRule()).after().quota())
                .isEqualTo(RULE);
    }

    @Test
    void aReserveLargerThanTheCapacityIsNoQuota() {
        Assertions.assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> new QuotaRule(10, 11))
                .withMessageContaining("Cadangan");
    }

    private static QuotaRows.Row dayWith(int booked) {
        return new QuotaRows.Row(
                new OfficeCode("DINAS"), LocalDate.of(2026, 12, 7), RULE, booked, 0, true, null, null, null, 3);
    }
}
