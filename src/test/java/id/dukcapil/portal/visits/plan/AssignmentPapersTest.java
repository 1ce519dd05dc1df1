package id.dukcapil.portal.visits.plan;

import static id.dukcapil.portal.visits.VisitScenario.PLANNER;
import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.visits.VisitScenario;
import id.dukcapil.portal.visits.plan.Disturbances.Touched;
import id.dukcapil.portal.visits.resource.Crew;
import id.dukcapil.portal.visits.resource.Crew.CrewMember;
import id.dukcapil.portal.visits.resource.Resources;
import id.dukcapil.portal.visits.visit.VisitDetails;
import id.dukcapil.portal.visits.visit.VisitStatus;
import id.dukcapil.portal.visits.visit.Visits;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The letter of assignment, and what happens on the morning when somebody of it is ill. */
@IntegrationTest
class AssignmentPapersTest {

    /** A Wednesday of school, far from other tests. */
    private static final LocalDate DAY = LocalDate.of(2027, 9, 15);

    @Autowired
    VisitScenario given;

    @Autowired
    Resources resources;

    @Autowired
    Visits visits;

    @Autowired
    Schedule schedule;

    @Autowired
    AssignmentPapers papers;

    @Autowired
    Disturbances disturbances;

    @Autowired
    SettableClock clock;

    @AfterEach
    void now() {
        clock.reset();
    }

    private <T> T planner(Supplier<T> work) {
        return given.as(PLANNER, work);
    }

    @BeforeEach
    void twoCrewsWithPeople() {
        given.resources();
        planner(() -> {
            if (crew("Z1").isEmpty()) {
                resources.addCrew(List.of("Z1", "Tim Z1"));
                resources.addCrew(List.of("Z2", "Tim Z2"));
                resources.addPerson("Z1", List.of("Asep Uji", CrewMember.OPERATOR));
                resources.addPerson("Z1", List.of("Budi Uji", CrewMember.OPERATOR));
                resources.addPerson("Z2", List.of("Cici Uji", CrewMember.OPERATOR));
                resources.addSet(List.of("Z1", "Set Z1"));
                resources.addSet(List.of("Z2", "Set Z2"));
                resources.addItem("Z1", List.of("Iris scanner", "SN-Z1"));
            }
            return true;
        });
    }

    private List<CrewMember> crew(String code) {
        return resources.crews(DAY, DAY).stream()
                .filter(crew -> crew.code().equals(code))
                .map(Crew::members)
                .findFirst()
                .orElse(List.of());
    }

    private VisitDetails published() {
        String npsn = given.school();
        return planner(() -> {
            VisitDetails draft = visits.plan(npsn, DAY, 1);
            var wanted = new Arrangement(
                    draft.number(),
                    draft.schoolName(),
                    schedule.arrangement(draft).kind(),
                    DAY,
                    1,
                    40,
                    "Z1",
                    null,
                    Set.of("Z1", "Z2"));
            VisitDetails arranged =
                    schedule.arrange(draft.version(), wanted, "").orElseThrow();
            VisitDetails agreed =
                    visits.agree(arranged.number(), arranged.version()).orElseThrow();
            return visits.publish(agreed.number(), agreed.version()).orElseThrow();
        });
    }

    @Test
    void onTheMorningWhenSomebodyIsIllAnotherOperatorGoesAlongAndStandsInTheNewLetter() throws IOException {
        VisitDetails visit = published();
        assertThat(text(visit)).contains("AsepUji", "BudiUji", "SN-Z1", String.valueOf(visit.assignmentNumber()));
        clock.set(DAY.atTime(6, 0).atZone(ZoneId.of("Asia/Jakarta")).toInstant());
        long budi = planner(() -> crew("Z1")).getLast().id();
        List<Touched> touched = planner(() -> disturbances.ill(budi, DAY, "sakit")).stream()
                .filter(one -> one.visit().number().equals(visit.number()))
                .toList();
        assertThat(touched).singleElement().satisfies(one -> {
            assertThat(one.trouble()).contains("Budi Uji tidak ada (sakit)");
            assertThat(one.ways().getFirst().act()).endsWith("ikut");
        });
        VisitDetails mended = planner(() -> disturbances.take(
                        touched.getFirst().visit(), touched.getFirst().ways().getFirst(), "Budi sakit"))
                .orElseThrow();
        assertThat(mended.status()).isEqualTo(VisitStatus.AGREED);
        assertThat(mended.helpers()).hasSize(1);
        VisitDetails again =
                planner(() -> visits.publish(mended.number(), mended.version())).orElseThrow();
        assertThat(again.assignmentNumber()).isEqualTo(visit.assignmentNumber());
        assertThat(text(again)).contains("AsepUji").doesNotContain("BudiUji");
    }

    private String text(VisitDetails visit) throws IOException {
        byte[] pdf = planner(() -> papers.pdf(visit.number())).orElseThrow();
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", "");
        }
    }
}
