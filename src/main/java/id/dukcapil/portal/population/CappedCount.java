package id.dukcapil.portal.population;

/**
 * How many rows match, counted up to a limit because counting millions exactly takes longer than it is worth.
 *
 * @param value the number, or the limit when there are more
 */
public record CappedCount(int value, boolean more) {}
