package id.dukcapil.portal.visits.plan;

import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.visits.resource.Crew;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What can be done about a visit that cannot go as planned, the least trouble first: others on the same day, fewer sets, then
 * another day. Each keeps all rules.
 */
public final class WaysOut {

    private static final int REPAIRS = 8;
    private static final int DAYS = 3;

    private final PlanFacts facts;
    private final VisitRules rules;

    public WaysOut(PlanFacts facts) {
        this.facts = facts;
        this.rules = new VisitRules(facts);
    }

    /** @param act what to do, in a few words @param consequence what it means for school, pupils and crew */
    public record Way(String act, String consequence, Arrangement instead) {}

    /** @param sameDay whether the visit may stay on its day */
    public List<Way> of(Arrangement visit, boolean sameDay) {
        var ways = new LinkedHashMap<Arrangement, Way>();
        if (sameDay) {
            repaired(visit, ways);
            facts.crews().stream()
                    .filter(crew -> !crew.code().equals(visit.crew()))
                    .forEach(crew -> keep(
                            ways,
                            "%s menggantikan".formatted(crew.name()),
                            "Hari tetap; %s.".formatted(names(crew)),
                            visit.with(crew.code(), visit.vehicle()).of(visit.sets(), Set.of())));
            fewerSets(visit, ways);
        }
        Arrangement from = visit;
        for (int i = 0; i < DAYS; i++) {
            Arrangement day = rules.fits(from).orElse(null);
            if (day == null) {
                break;
            }
            keep(
                    ways,
                    "Pindah ke %s".formatted(Formats.longDate(day.first())),
                    "Sekolah harus diberi tahu; tim dan perlengkapan tetap.",
                    day);
            from = day;
        }
        return List.copyOf(ways.values());
    }

    private static String names(Crew crew) {
        return crew.members().stream().map(Crew.CrewMember::fullName).collect(Collectors.joining(", "));
    }

    private void keep(LinkedHashMap<Arrangement, Way> ways, String act, String consequence, Arrangement instead) {
        if (rules.broken(instead).isEmpty()) {
            ways.putIfAbsent(instead, new Way(act, consequence, instead));
        }
    }

    /** What the rules themselves suggest, one after the other. */
    private void repaired(Arrangement visit, LinkedHashMap<Arrangement, Way> ways) {
        Arrangement now = visit;
        var words = new ArrayList<String>();
        for (int i = 0; i < REPAIRS; i++) {
            BrokenRule broken = rules.broken(now).stream()
                    .filter(one -> one.instead() != null)
                    .findFirst()
                    .orElse(null);
            if (broken == null) {
                break;
            }
            words.add(broken.wayOut().replace(" bebas", " ikut"));
            now = Objects.requireNonNull(broken.instead());
        }
        if (!words.isEmpty() && now.first().equals(visit.first())) {
            keep(ways, String.join(", ", words), "Hari dan jam tetap.", now);
        }
    }

    private void fewerSets(Arrangement visit, LinkedHashMap<Arrangement, Way> ways) {
        Set<String> usable = facts.sets().stream()
                .filter(set -> set.trouble().isEmpty() && visit.sets().contains(set.code()))
                .map(set -> set.code())
                .collect(Collectors.toCollection(TreeSet::new));
        while (!usable.isEmpty()) {
            int minutes =
                    Math.ceilDiv(visit.pupils(), usable.size()) * VisitRules.MINUTES_A_PUPIL + VisitRules.MINUTES_A_DAY;
            if (usable.size() < visit.sets().size()) {
                keep(
                        ways,
                        "Berangkat dengan %d set".formatted(usable.size()),
                        "Hari tetap; selesai dalam %s jam.".formatted(Formats.decimal(minutes / 60.0)),
                        visit.of(usable, visit.helpers()));
            }
            usable = new TreeSet<>(usable.stream().skip(1).toList());
        }
    }
}
