package id.dukcapil.portal.cards.closing;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.cards.CardEntryKind;
import id.dukcapil.portal.cards.closing.DayBalance.Movement;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The identity of a day, from a fixed random number. */
class DayBalanceTest {

    private static final int DAYS = 100_000;

    @Test
    void onManyRandomDaysTheCountAgreesAndOneCardMoreOrLessIsAlwaysFound() {
        var dice = new Random(28_2024);
        int opening = 500;
        for (int day = 0; day < DAYS; day++) {
            int stock = opening;
            var movements = new ArrayList<Movement>();
            for (int i = dice.nextInt(12); i > 0; i--) {
                CardEntryKind kind = CardEntryKind.values()[dice.nextInt(CardEntryKind.values().length)];
                int cards = 1 + dice.nextInt(60);
                int quantity = switch (kind) {
                    case RECEIPT, TRANSFER_IN -> cards;
                    case USE, MISPRINT, DAMAGE, RETURN, TRANSFER_OUT -> -cards;
                    case CORRECTION -> dice.nextBoolean() ? cards : -cards;
                };
                if (stock + quantity >= 0) {
                    stock += quantity;
                    movements.add(new Movement(kind, quantity));
                }
            }
            DayBalance balance = DayBalance.of(opening, movements);
            assertThat(stock - balance.expected()).isZero();
            int missing = dice.nextBoolean() ? 1 : -1;
            assertThat(stock + missing - balance.expected()).isEqualTo(missing);
            assertThat(balance.opening() + balance.received() + balance.transferredIn() + balance.corrections())
                    .isEqualTo(balance.printed()
                            + balance.misprinted()
                            + balance.damaged()
                            + balance.sent()
                            + balance.returned()
                            + stock);
            opening = stock;
        }
    }
}
