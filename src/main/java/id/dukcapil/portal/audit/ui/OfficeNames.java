package id.dukcapil.portal.audit.ui;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.staff.Office;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names of offices, also of those that exist no longer: these keep their code. */
final class OfficeNames {

    private final Map<OfficeCode, String> names;

    OfficeNames(List<Office> offices) {
        names = offices.stream().collect(Collectors.toMap(Office::code, Office::name));
    }

    String of(@Nullable OfficeCode office) {
        return office == null ? "" : names.getOrDefault(office, office.value());
    }
}
