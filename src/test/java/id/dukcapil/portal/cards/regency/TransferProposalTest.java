package id.dukcapil.portal.cards.regency;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.common.OfficeCode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who helps whom when an office runs out. */
class TransferProposalTest {

    private final OfficeStock plenty = office("AA", 1_000, 40, 50);
    private final OfficeStock enough = office("AB", 300, 10, 20);
    private final OfficeStock needy = office("AC", 20, 5, 10);

    @Test
    void theOneWithMostToSpareHelpsTheOneThatLastsLessThanAWeek() {
        assertThat(TransferProposal.of(List.of(plenty, enough, needy)))
                .containsExactly(new TransferProposal(plenty, needy, 85));
    }

    @Test
    void nobodyGivesWhatItNeedsItselfAndWhatIsOnTheWayCounts() {
        assertThat(TransferProposal.of(List.of(office("AA", 500, 40, 50), needy)))
                .isEmpty();
        var helped = new OfficeStock(new OfficeCode("AC"), "AC", 20, 5, 10, 85, 0);
        assertThat(TransferProposal.of(List.of(plenty, helped))).isEmpty();
    }

    private static OfficeStock office(String code, int stock, int safety, double perDay) {
        return new OfficeStock(new OfficeCode(code), code, stock, safety, perDay, 0, 0);
    }
}
