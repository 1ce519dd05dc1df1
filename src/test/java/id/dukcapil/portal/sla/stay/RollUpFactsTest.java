package id.dukcapil.portal.sla.stay;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Random stays of a year that no other test has: an installation without the heap gives the same figures. */
@IntegrationTest
class RollUpFactsTest {

    private static final LocalDate FROM = LocalDate.of(2034, 2, 1);
    private static final int DAYS = 40;
    private static final Set<OfficeCode> PLACES = Set.of(new OfficeCode("320410"), new OfficeCode("320433"));

    @Autowired
    StayFacts heap;

    @Autowired
    StayLedger ledger;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    private final Random dice = new Random(34);

    @Test
    void bothAnswerAlikeAlsoAfterRowsWereReversed() {
        var rollUp = new RollUpFacts(jdbc, transaction);
        for (int round = 0; round < 4; round++) {
            transaction.executeWithoutResult(done -> invent());
            for (int i = 0; i < 5; i++) {
                LocalDate from = FROM.plusDays(dice.nextInt(DAYS));
                var question = new Question(
                        from,
                        from.plusDays(dice.nextInt(DAYS)),
                        i % 2 == 0 ? null : "a-procedure",
                        i == 4 ? Set.of(new OfficeCode("320410")) : PLACES);
                assertAlike(rollUp.answer(question), heap.answer(question));
            }
        }
        assertThat(rollUp.loadedPercent()).isEqualTo(100);
        assertThat(rollUp.answer(new Question(FROM, FROM, null, Set.of())).cases())
                .isEqualTo(Tally.NONE);
    }

    private static void assertAlike(Answer rollUp, Answer heap) {
        assertThat(rollUp.cases()).isEqualTo(heap.cases());
        assertThat(rollUp.standards()).isEqualTo(heap.standards());
        assertThat(rollUp.offices()).isEqualTo(heap.offices());
        assertThat(rollUp.steps()).isEqualTo(heap.steps());
        assertThat(rollUp.days()).isEqualTo(heap.days());
    }

    /** Sixty cases; a third of them turn out otherwise at once. */
    private void invent() {
        for (int i = 0; i < 60; i++) {
            UUID id = UUID.randomUUID();
            ledger.append(stays(id));
            if (i % 3 == 0) {
                ledger.settle(id, i % 2 == 0 ? List.of() : stays(id));
            }
        }
    }

    private List<Stay> stays(UUID id) {
        String standard = dice.nextBoolean() ? "a-procedure" : "b-procedure";
        OfficeCode office = List.copyOf(PLACES).get(dice.nextInt(2));
        LocalDateTime began = FROM.plusDays(dice.nextInt(DAYS)).atTime(8 + dice.nextInt(6), dice.nextInt(60));
        var stays = new ArrayList<Stay>();
        for (int step = 0; step < 4; step++) {
            boolean whole = step == Stay.WHOLE_CASE;
            Integer target = dice.nextInt(4) == 0 ? null : 300;
            int worked = dice.nextInt(900);
            stays.add(stay(id, standard, step, office, whole, began, worked, target));
        }
        return stays;
    }

    private static Stay stay(
            UUID id,
            String standard,
            int step,
            OfficeCode office,
            boolean whole,
            LocalDateTime began,
            int worked,
            @Nullable Integer target) {
        return new Stay(
                id,
                standard,
                step,
                office,
                null,
                whole || step != 3,
                began,
                began.plusSeconds(worked),
                worked,
                target,
                target != null && worked > target,
                whole ? "1-2-3" : null);
    }
}
