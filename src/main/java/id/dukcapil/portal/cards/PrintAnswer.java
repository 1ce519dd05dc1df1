package id.dukcapil.portal.cards;

/** What came of a request for a card. */
public sealed interface PrintAnswer {

    /** @param known whether the person had an open order already, which now serves this request too */
    record Ordered(String number, boolean known) implements PrintAnswer {}

    record Refused(String sentence) implements PrintAnswer {}
}
