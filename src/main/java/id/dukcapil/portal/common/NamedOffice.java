package id.dukcapil.portal.common;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** An office as fields and lists name it. */
public interface NamedOffice {

    OfficeCode code();

    String name();

    /** The name of the office of that code; the code itself when it is not among these, nothing for none. */
    static String name(@Nullable OfficeCode code, Collection<? extends NamedOffice> offices) {
        return code == null
                ? ""
                : offices.stream()
                        .filter(office -> office.code().equals(code))
                        .map(NamedOffice::name)
                        .findFirst()
                        .orElse(code.value());
    }
}
