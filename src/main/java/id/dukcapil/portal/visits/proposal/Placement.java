package id.dukcapil.portal.visits.proposal;

/**
 * One possibility for one school.
 *
 * @param day counted from the first of the plan
 * @param crew its place among the crews
 * @param rank how many possibilities with fewer sets there are on that day with that crew
 * @param cost what it costs by itself
 */
public record Placement(int day, int crew, int sets, int rank, int span, long cost) {

    Placement with(int otherCrew, long otherCost) {
        return new Placement(day, otherCrew, sets, rank, span, otherCost);
    }
}
