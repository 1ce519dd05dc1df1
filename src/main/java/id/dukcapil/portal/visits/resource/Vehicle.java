package id.dukcapil.portal.visits.resource;

/** What brings a crew and its sets to the school. */
public record Vehicle(String code, String name, String plate) {}
