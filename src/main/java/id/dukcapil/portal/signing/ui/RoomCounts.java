package id.dukcapil.portal.signing.ui;

import id.dukcapil.portal.signing.WaitingAge;
import id.dukcapil.portal.signing.WaitingDocuments;
import id.dukcapil.portal.signing.WaitingFilter;
import id.dukcapil.portal.signing.WaitingKind;
import id.dukcapil.portal.signing.WaitingRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How much waits, altogether, by kind and by age.
 *
 * @param kinds also the one looked at, when none of it waits
 * @param oldest the one that has waited longest
 */
record RoomCounts(List<WaitingKind> kinds, int all, Map<WaitingAge, Integer> ages, Optional<WaitingRow> oldest) {

    static RoomCounts of(WaitingDocuments documents, WaitingFilter filter) {
        List<WaitingKind> kinds = new ArrayList<>(documents.kinds());
        String looked = filter.kind();
        if (looked != null && kinds.stream().noneMatch(kind -> kind.kind().equals(looked))) {
            kinds.add(new WaitingKind(looked, documents.titleOf(looked).orElse("Jenis lain"), 0));
        }
        return new RoomCounts(
                kinds,
                documents.count(WaitingFilter.ALL),
                documents.ages(filter),
                documents.page(WaitingFilter.ALL, null, 0, 1).stream().findFirst());
    }
}
