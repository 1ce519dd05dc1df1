package id.dukcapil.portal.sla.demonstration;

import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.CaseMoved;
import id.dukcapil.portal.common.PastCases;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.WaitingFor;
import id.dukcapil.portal.staff.Demonstration;
import id.dukcapil.portal.staff.DemonstrationStaff;
import id.dukcapil.portal.staff.Office;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Makes up how one person was served, and tells the cases to the clock of the procedures at once. */
@Component
@Demonstration
class PastCaseWriter {

    private static final double SPREAD = 0.55;
    private static final int RETURNED_OF_HUNDRED = 9;

    /** How much longer than usual signing and printing took. */
    record Pace(double signing, double printing) {

        double of(Stage stage) {
            return switch (stage.work()) {
                case SIGNING -> signing;
                case PRINTING -> printing;
                case OTHER -> 1;
            };
        }
    }

    private enum Work {
        SIGNING,
        PRINTING,
        OTHER
    }

    /** @param minutes that half of the people do not exceed @param by who ends it; null for the applicant */
    private record Stage(
            int step,
            WaitingFor party,
            double minutes,
            @Nullable String by,
            Work work) {

        Stage(int step, WaitingFor party, double minutes, @Nullable String by) {
            this(step, party, minutes, by, Work.OTHER);
        }
    }

    /**
     * @param share how many people among those of all stories
     * @param returned whether one in some is sent back to bring something
     */
    private record Story(String procedure, String letters, int share, boolean returned, List<Stage> stages) {}

    private static final List<Story> STORIES = List.of(
            new Story(
                    "bandung-31-2023",
                    "KK",
                    23,
                    true,
                    List.of(
                            new Stage(6, WaitingFor.OFFICE, 3.1, "operator"),
                            new Stage(7, WaitingFor.OFFICE, 2.7, "verifikator"),
                            new Stage(8, WaitingFor.OFFICE, 3.4, "kadis", Work.SIGNING),
                            new Stage(9, WaitingFor.OFFICE, 0.4, null),
                            new Stage(10, WaitingFor.APPLICANT, 95, null))),
            new Story(
                    "bandung-28-2024",
                    "BOOKING",
                    14,
                    false,
                    List.of(
                            new Stage(6, WaitingFor.APPLICANT, 2, null),
                            new Stage(7, WaitingFor.APPLICANT, 3, null),
                            new Stage(8, WaitingFor.APPLICANT, 1, null))),
            new Story(
                    "balangan-2020",
                    "SEKOLAH",
                    8,
                    false,
                    List.of(
                            new Stage(3, WaitingFor.OFFICE, 2.8, "perekaman"),
                            new Stage(4, WaitingFor.OFFICE, 2.6, "perekaman"),
                            new Stage(5, WaitingFor.OFFICE, 4.5, "perekaman"),
                            new Stage(6, WaitingFor.OFFICE, 9, "perekaman"),
                            new Stage(7, WaitingFor.OFFICE, 2.6, "cetak", Work.PRINTING),
                            new Stage(8, WaitingFor.OFFICE, 14, "perekaman"))));

    private static final int SHARES = STORIES.stream().mapToInt(Story::share).sum();

    private final DemonstrationStaff staff;
    private final ApplicationEventPublisher events;
    private final List<CaseMoved> moves = new ArrayList<>();
    private int number;

    PastCaseWriter(DemonstrationStaff staff, ApplicationEventPublisher events) {
        this.staff = staff;
        this.events = events;
    }

    void person(Office office, Instant begun, Pace pace, Random dice) {
        Story story = story(dice.nextInt(SHARES));
        List<Stage> stages = new ArrayList<>(story.stages());
        if (story.returned() && dice.nextInt(100) < RETURNED_OF_HUNDRED) {
            Stage first = stages.getFirst();
            stages.addFirst(new Stage(first.step(), WaitingFor.APPLICANT, 40, null));
            stages.addFirst(first);
        }
        UUID id = TimeOrderedId.at(begun);
        String name = "ARSIP/%s/%d/%05d"
                .formatted(story.letters(), begun.atZone(ZoneOffset.UTC).getYear(), ++number);
        Instant at = begun;
        Actor actor = Actor.PORTAL;
        Integer left = null;
        for (Stage stage : stages) {
            moves.add(new CaseMoved(
                    id, story.procedure(), name, office.code(), left, stage.step(), stage.party(), at, actor));
            at = at.plusSeconds(
                    Math.round(60 * stage.minutes() * pace.of(stage) * Math.exp(SPREAD * dice.nextGaussian())));
            actor = stage.by() == null ? Actor.PORTAL : staff.actor(stage.by());
            left = stage.step();
        }
        moves.add(new CaseMoved(id, story.procedure(), name, office.code(), left, null, WaitingFor.NOBODY, at, actor));
    }

    private static Story story(int place) {
        int passed = 0;
        for (Story story : STORIES) {
            passed += story.share();
            if (place < passed) {
                return story;
            }
        }
        return STORIES.getLast();
    }

    void tell() {
        events.publishEvent(new PastCases(moves));
        moves.clear();
    }
}
