package id.dukcapil.portal.cards;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a card.
 *
 * @param office where it is printed and fetched
 * @param letter number of the police's letter about a lost card; empty for none
 * @param reference case of the procedure that asks, as its staff know it; null for none
 * @param email where the person wants to be reminded; null for none
 */
public record PrintRequest(
        Nik nik,
        OfficeCode office,
        PrintReason reason,
        String letter,
        @Nullable String reference,
        @Nullable String email) {

    public static PrintRequest first(Nik nik, OfficeCode office, String reference, @Nullable String email) {
        return new PrintRequest(nik, office, PrintReason.FIRST, "", reference, email);
    }
}
