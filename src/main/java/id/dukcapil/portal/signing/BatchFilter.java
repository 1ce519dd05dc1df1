package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which batches a list shows.
 *
 * @param signer null means all
 * @param running only those that are being signed
 * @param ending only those that ended like that; null means all
 * @param from begun at or after that moment
 * @param until begun before that moment
 */
public record BatchFilter(
        @Nullable StaffId signer,
        boolean running,
        @Nullable BatchEnding ending,
        @Nullable Instant from,
        @Nullable Instant until) {

    public static final BatchFilter ALL = new BatchFilter(null, false, null, null, null);
}
