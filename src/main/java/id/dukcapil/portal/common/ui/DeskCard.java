package id.dukcapil.portal.common.ui;

/**
 * One card on the home page: something that waits, is late or happened today.
 *
 * @param title what is counted, "Pemesanan hari ini"
 * @param figure the number as it is shown, "128"
 * @param explanation one short line, "12 belum datang"
 * @param link the list behind the figure with its filter, relative to the application
 * @param order position among the cards; small numbers first
 */
public record DeskCard(String title, String figure, String explanation, Tone tone, String link, int order) {}
