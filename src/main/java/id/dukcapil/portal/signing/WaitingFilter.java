package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.OfficeCode;
import org.jspecify.annotations.Nullable;

/**
 * What of the documents that wait for a signature is looked at.
 *
 * @param kind null for all
 * @param office null for all within reach
 * @param text a part of the reference, or beginnings of words of the name; empty for all
 */
public record WaitingFilter(
        @Nullable String kind, WaitingAge age, @Nullable OfficeCode office, String text) {

    public static final WaitingFilter ALL = new WaitingFilter(null, WaitingAge.ANY, null, "");

    public WaitingFilter of(WaitingAge other) {
        return new WaitingFilter(kind, other, office, text);
    }
}
