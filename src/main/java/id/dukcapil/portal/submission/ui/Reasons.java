package id.dukcapil.portal.submission.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import id.dukcapil.portal.population.CodeLists;
import id.dukcapil.portal.population.RequestType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The reasons of form F-1.02 for a family card, in the words of the form; they change with a release only. */
@SpringComponent
class Reasons {

    private static final String FAMILY_CARD = "KARTU KELUARGA";

    private final CodeLists codes;
    private volatile @Nullable Map<String, String> labels;

    Reasons(CodeLists codes) {
        this.codes = codes;
    }

    String label(String code) {
        return labels().getOrDefault(code, code);
    }

    List<String> codes() {
        return List.copyOf(labels().keySet());
    }

    private Map<String, String> labels() {
        Map<String, String> known = labels;
        if (known == null) {
            known = read();
            labels = known;
        }
        return known;
    }

    private Map<String, String> read() {
        var read = new LinkedHashMap<String, String>();
        codes.requestTypes().stream()
                .filter(reason -> reason.document().equals(FAMILY_CARD))
                .forEach(reason -> read.put(reason.code(), wording(reason)));
        return read;
    }

    private static String wording(RequestType reason) {
        return reason.description() == null ? reason.kind() : reason.description();
    }
}
