package id.dukcapil.portal.channel.gate;

/**
 * Where somebody stands in the order of arrival, in every process of the portal.
 *
 * @param slot the tenth of a second of the arrival
 * @param ordinal among those who arrived at that process in it, from 1
 */
public record Place(long slot, int ordinal) {}
