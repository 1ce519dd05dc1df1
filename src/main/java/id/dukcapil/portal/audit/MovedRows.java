package id.dukcapil.portal.audit;

import id.dukcapil.portal.audit.RowCheck.Misfit;
import id.dukcapil.portal.common.Sha256;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Looks among the rows that do not fit for those that would fit in each other's places: they were exchanged, and their
 * neighbours, which only seem wrong, are not. Only tried while they are few; many are reported as they are.
 */
final class MovedRows {

    static final int FEW = 400;

    private final MessageDigest digest = Sha256.digest();
    private final Map<Long, byte[]> trueLinks = new HashMap<>();
    private final List<Misfit> misfits;

    MovedRows(List<Misfit> misfits) {
        this.misfits = misfits.stream()
                .sorted(Comparator.comparingLong(misfit -> misfit.row().number()))
                .toList();
    }

    void report(Consumer<Damage> damages) {
        for (Misfit misfit : misfits) {
            long number = misfit.row().number();
            byte[] before = trueLinks.getOrDefault(number - 1, misfit.before());
            if (fits(before, misfit.row())) {
                trueLinks.put(number, misfit.row().hash());
                continue;
            }
            Optional<Misfit> belongsHere = misfits.size() > FEW
                    ? Optional.empty()
                    : misfits.stream()
                            .filter(other -> other != misfit && fits(before, other.row()))
                            .findFirst();
            belongsHere.ifPresent(other -> trueLinks.put(number, other.row().hash()));
            damages.accept(Damage.row(
                    belongsHere.isPresent() ? Damage.Kind.ROW_MOVED : misfit.kind(), number, misfit.batch()));
        }
    }

    private boolean fits(byte[] before, Sealed row) {
        return Arrays.equals(Chain.link(digest, before, row.content()), row.hash());
    }
}
