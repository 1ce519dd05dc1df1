package id.dukcapil.portal.cards.shipment;

import id.dukcapil.portal.cards.NewCardEntry;
import id.dukcapil.portal.common.InvalidInput;
import org.jspecify.annotations.Nullable;

/** What people type into forms about cards. */
public final class Count {

    private Count() {}

    /** @throws InvalidInput at that field when it is no number of cards; an empty field is not zero */
    public static int of(String field, @Nullable Integer typed) {
        if (typed == null || typed < 0 || typed > NewCardEntry.LARGEST) {
            throw new InvalidInput(field, "Isi jumlah antara 0 dan 100.000; ketik 0 bila tidak ada.");
        }
        return typed;
    }

    /** @throws InvalidInput without words, or with too many */
    public static String reason(String text) {
        String why = text.strip();
        if (why.isEmpty() || why.length() > NewCardEntry.LONGEST_REASON) {
            throw new InvalidInput("reason", "Alasan harus diisi, paling banyak 300 huruf.");
        }
        return why;
    }
}
