package id.dukcapil.portal.sla.ui.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.Screen;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.CaseMoved;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.PastCases;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.WaitingFor;
import id.dukcapil.portal.sla.forecast.Forecast;
import id.dukcapil.portal.sla.forecast.Forecasts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.transaction.support.TransactionOperations;

/** Five requests on each of the last four Mondays, of five minutes each. Today is Monday 23 November 2026. */
@WithUserDetails("manajer")
class ForecastViewTest extends Screen {

    private static final OfficeCode OFFICE = new OfficeCode("320416");
    private static final String SOP_31 = "bandung-31-2023";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    Forecasts forecasts;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionOperations transaction;

    @Test
    void theNextMondaysBringWhatTheLastOnesBroughtAndTheErrorIsPrinted() {
        var moves = new ArrayList<CaseMoved>();
        for (int i = 0; i < 20; i++) {
            Instant begun = TODAY.minusWeeks(1 + i % 4)
                    .atTime(9, i)
                    .atZone(ZoneId.of("Asia/Jakarta"))
                    .toInstant();
            UUID id = TimeOrderedId.at(begun);
            moves.add(moved(id, null, 6, begun));
            moves.add(moved(id, 6, null, begun.plusSeconds(300)));
        }
        transaction.executeWithoutResult(done -> events.publishEvent(new PastCases(moves)));

        Forecast found = forecasts.of(OFFICE);
        assertThat(found.days()).hasSize(14).startsWith(TODAY.plusDays(1)).endsWith(TODAY.plusDays(14));
        assertThat(found.procedures()).singleElement().satisfies(line -> {
            assertThat(line.standard()).isEqualTo(SOP_31);
            assertThat(line.all()).isEqualTo(10);
            assertThat(line.cases().get(6)).as("Monday 30 November").isEqualTo(5);
            assertThat(line.cases().get(7)).as("the Tuesday after").isZero();
            assertThat(line.secondsEach()).isEqualTo(300);
            // Of 5 each: 1.25, 2.5, 3.75 and 5 too few, when four Mondays before each are taken
            assertThat(line.error()).isEqualTo(0.625);
        });

        open(ForecastView.class, Map.of("kantor", OFFICE.value()));
        assertThat(page()).contains("Jam kerja yang dibutuhkan", "62,5%", "Sen, 30 Nov", "Belum ada buku blangko.");
    }

    private static CaseMoved moved(UUID id, @Nullable Integer ended, @Nullable Integer begun, Instant at) {
        WaitingFor party = begun == null ? WaitingFor.NOBODY : WaitingFor.OFFICE;
        return new CaseMoved(id, SOP_31, "UJI/" + id, OFFICE, ended, begun, party, at, Actor.PORTAL);
    }
}
