package id.dukcapil.portal.visits.day;

import id.dukcapil.portal.cards.CardHandedOver;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.CaseMoved;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.PastCases;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.WaitingFor;
import id.dukcapil.portal.common.procedure.StepTaken;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.visits.day.DayRow.Result;
import id.dukcapil.portal.visits.visit.VisitAction;
import id.dukcapil.portal.visits.visit.VisitDetails;
import id.dukcapil.portal.visits.visit.VisitStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells the clock of the service standard how long the eight steps of SOP Balangan took, each when it is over: steps 1 and 2 of a
 * visit and steps 3 to 6 of its pupils at the sign-off, step 5 of a correction that is made later, steps 7 and 8 of a card. In the
 * transaction of the caller.
 */
@Component
public class VisitClock {

    private static final String PROCEDURE = "balangan-2020";

    /** Between two pupils of a tablet; what takes longer is a break, and when the next one began is not known. */
    private static final Duration BREAK = Duration.ofMinutes(30);

    private final ApplicationEventPublisher events;
    private final OutcomeRows rows;
    private final Organisation organisation;
    private final JdbcClient jdbc;

    VisitClock(ApplicationEventPublisher events, OutcomeRows rows, Organisation organisation, JdbcClient jdbc) {
        this.events = events;
        this.rows = rows;
        this.organisation = organisation;
        this.jdbc = jdbc;
    }

    /** Where a case stands from a moment on. @param step null when it is over */
    private record Stop(@Nullable Integer step, WaitingFor party, Instant at, Actor by) {

        static Stop work(int step, Instant at, Actor by) {
            return new Stop(step, WaitingFor.OFFICE, at, by);
        }

        static Stop end(Instant at, Actor by) {
            return new Stop(null, WaitingFor.NOBODY, at, by);
        }
    }

    private static List<CaseMoved> moves(UUID id, String number, OfficeCode office, List<Stop> stops) {
        var moves = new ArrayList<CaseMoved>();
        Integer step = null;
        for (Stop stop : stops) {
            moves.add(new CaseMoved(
                    id, PROCEDURE, number, office, step, stop.step(), stop.party(), stop.at(), stop.by()));
            step = stop.step();
        }
        return moves;
    }

    /** At the sign-off, or for a visit that is over. */
    public void visit(VisitDetails visit) {
        List<DayRow> worked = rows.list(visit.id(), null).stream()
                .filter(row -> row.result() != null)
                .sorted(Comparator.comparing((DayRow row) -> result(row).at()).thenComparing(DayRow::id))
                .toList();
        var moves = new ArrayList<CaseMoved>();
        moves.addAll(moves(visit.id(), visit.number(), visit.office(), preparation(visit, worked)));
        Map<UUID, Instant> before = new HashMap<>();
        for (DayRow row : worked) {
            Result result = result(row);
            List<Stop> stops = pupil(row, before.put(result.device(), result.at()));
            if (!stops.isEmpty()) {
                moves.addAll(moves(row.id(), visit.number(), visit.office(), stops));
            }
            moves.addAll(correction(visit.number(), visit.office(), row));
        }
        events.publishEvent(new PastCases(moves));
    }

    private static Result result(DayRow row) {
        return Objects.requireNonNull(row.result());
    }

    /** Step 1 until the morning of the visit, during which the school's turns are the school's time; step 2 until the first tap. */
    private List<Stop> preparation(VisitDetails visit, List<DayRow> worked) {
        Instant morning = visit.first().atStartOfDay(organisation.timeZone()).toInstant();
        var stops = new ArrayList<Stop>();
        for (StepTaken<VisitStatus, VisitAction> step : visit.history()) {
            WaitingFor party = step.to() == VisitStatus.DRAFT || step.to() == VisitStatus.ANSWERED
                    ? WaitingFor.OFFICE
                    : WaitingFor.APPLICANT;
            if (stops.isEmpty() || stops.getLast().party() != party && step.at().isBefore(morning)) {
                stops.add(new Stop(1, party, step.at(), new Actor(step.actorKind(), step.actorId(), step.actor())));
            }
        }
        Instant begun = later(stops.getLast().at(), morning);
        stops.add(Stop.work(2, begun, Actor.PORTAL));
        Instant first = worked.stream()
                .map(VisitClock::firstTap)
                .min(Comparator.naturalOrder())
                .orElse(begun);
        stops.add(Stop.end(later(begun, first), Actor.PORTAL));
        return stops;
    }

    private static Instant firstTap(DayRow row) {
        return row.siak() == null ? result(row).at() : row.siak().at();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    /**
     * The check of status and SIAK is one tap and counts as step 4, unless the status decides already: then as step 3.
     *
     * @param before when the tablet was done with the pupil before; null for the first
     */
    private static List<Stop> pupil(DayRow row, @Nullable Instant before) {
        Result result = result(row);
        var by = new Actor(Actor.Kind.STAFF, null, result.by());
        Instant end = result.at();
        Instant compared =
                row.siak() != null && row.siak().at().isBefore(end) ? row.siak().at() : null;
        Instant check = compared == null ? end : compared;
        boolean followed = before != null
                && !before.isAfter(check)
                && Duration.between(before, check).compareTo(BREAK) <= 0;
        var stops = new ArrayList<Stop>();
        if (result.outcome() == Outcome.ABSENT) {
            return stops;
        }
        boolean listed = result.outcome() == Outcome.PRINT_LIST;
        if (followed) {
            stops.add(Stop.work(listed ? 3 : 4, Objects.requireNonNull(before), by));
        }
        if (compared != null && !listed) {
            Instant fixed = fixedBefore(row, end);
            if (fixed != null) {
                stops.add(Stop.work(5, compared, by));
            }
            stops.add(Stop.work(6, fixed == null ? compared : later(compared, fixed), by));
        }
        if (!stops.isEmpty()) {
            stops.add(Stop.end(end, by));
        }
        return stops;
    }

    private static @Nullable Instant fixedBefore(DayRow row, Instant end) {
        Instant fixed = row.correction() == null ? null : row.correction().doneAt();
        return fixed == null || fixed.isAfter(end) ? null : fixed;
    }

    /** A correction that the operator of SIAK made once the visit was closed; the others are told at the sign-off. */
    void correction(UUID visit, DayRow row) {
        if (rows.closedAt(visit) != null) {
            jdbc.sql("SELECT number, office_code FROM visits_visit WHERE id = ?")
                    .param(visit)
                    .query((found, number) -> correction(found.getString(1), new OfficeCode(found.getString(2)), row))
                    .optional()
                    .filter(moves -> !moves.isEmpty())
                    .ifPresent(moves -> events.publishEvent(new PastCases(moves)));
        }
    }

    /** @return nothing for a correction that was made before the recording: it belongs to the time of the pupil */
    private static List<CaseMoved> correction(String visit, OfficeCode office, DayRow row) {
        DayRow.Correction correction = row.correction();
        Instant fixed = correction == null ? null : correction.doneAt();
        if (correction == null
                || fixed == null
                || row.siak() == null
                || row.result() == null
                || !fixed.isAfter(row.result().at())) {
            return List.of();
        }
        Instant asked = row.siak().at();
        var by = new Actor(Actor.Kind.STAFF, null, Objects.requireNonNullElse(correction.doneBy(), ""));
        return moves(
                TimeOrderedId.at(fixed),
                visit,
                office,
                List.of(Stop.work(5, asked, by), Stop.end(later(asked, fixed), by)));
    }

    /** While a card lies on the shelf the school's time runs; its hand-over begins when it is packed for the school. */
    public void cards(List<CardHandedOver> handedOver) {
        events.publishEvent(new PastCases(
                handedOver.stream().flatMap(card -> card(card).stream()).toList()));
    }

    private static List<CaseMoved> card(CardHandedOver card) {
        CardHandedOver.Printed printed = card.printed();
        if (printed == null) {
            return List.of();
        }
        var stops = new ArrayList<Stop>();
        stops.add(Stop.work(7, printed.from(), Actor.PORTAL));
        stops.add(new Stop(8, WaitingFor.APPLICANT, printed.to(), Actor.PORTAL));
        Instant packed = card.packedAt();
        if (packed != null) {
            stops.add(Stop.work(8, packed, Actor.PORTAL));
        }
        stops.add(Stop.end(card.at(), Actor.PORTAL));
        return moves(TimeOrderedId.at(card.at()), card.number(), card.office(), stops);
    }
}
