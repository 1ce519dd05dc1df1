package id.dukcapil.portal.documents.export;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All lists that can be taken along, by their key. */
@Component
class ExportKinds {

    private final Map<String, ExportKind<?, ?>> kinds;

    ExportKinds(List<ExportKind<?, ?>> kinds) {
        this.kinds = kinds.stream().collect(Collectors.toMap(ExportKind::key, kind -> kind));
    }

    /** Nothing for a list that a later version of the portal no longer has. */
    Optional<ExportKind<?, ?>> find(String key) {
        return Optional.ofNullable(kinds.get(key));
    }
}
