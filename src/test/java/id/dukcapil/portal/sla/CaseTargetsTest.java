package id.dukcapil.portal.sla;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class CaseTargetsTest {

    @Autowired
    FiledStandards filed;

    @Test
    void theTargetsOfAFamilyCardRequestAreThoseOfTheOfficeInSop31() {
        CaseTargets targets = targets("bandung-31-2023");

        assertThat(targets.steps())
                .isEqualTo(Map.of(
                        6, Duration.ofMinutes(5),
                        7, Duration.ofMinutes(5),
                        8, Duration.ofMinutes(5),
                        9, Duration.ofMinutes(15)));
        // Total Waktu says 50 minutes; the other 20 are those of the applicant
        assertThat(targets.total()).contains(Duration.ofMinutes(30));
    }

    @Test
    void everyProcedureSetsTheOfficeATime() {
        assertThat(filed.summaries())
                .isNotEmpty()
                .allSatisfy(procedure ->
                        assertThat(targets(procedure.slug()).total()).isPresent());
    }

    @Test
    void aProcedureWithoutAnyTimeSetsNoTarget() {
        assertThat(new CaseTargets(Map.of()).total()).isEmpty();
        assertThat(new CaseTargets(Map.of()).step(6)).isEmpty();
    }

    private CaseTargets targets(String slug) {
        return CaseTargets.of(filed.find(slug).orElseThrow());
    }
}
