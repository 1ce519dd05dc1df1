package id.dukcapil.portal.visits.school;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Kinds of upper-secondary school, under the names of the ministry's list. */
public enum SchoolKind {
    SMA,
    SMK,
    MA,
    SMALB,
    SLB,
    PKBM;

    static Optional<SchoolKind> read(String text) {
        String plain = text.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(kind -> kind.name().equals(plain)).findFirst();
    }
}
