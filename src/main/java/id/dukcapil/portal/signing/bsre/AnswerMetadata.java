package id.dukcapil.portal.signing.bsre;

import id.dukcapil.portal.common.Masking;
import java.net.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Picks out of an answer what the log may keep: every short value under its own name, and never a document. */
final class AnswerMetadata {

    private static final int LONGEST_VALUE = 300;
    private static final int MOST_VALUES = 60;
    private static final Set<String> DOCUMENTS = Set.of("file", "files", "base64", "signed_file", "imageBase64");

    private AnswerMetadata() {}

    static Map<String, String> of(Reply reply) {
        Map<String, String> found = of(reply.headers());
        found.put("length", Integer.toString(reply.body().length));
        reply.json().ifPresent(json -> collect("", json, found));
        return found;
    }

    static Map<String, String> of(HttpHeaders headers) {
        var found = new LinkedHashMap<String, String>();
        headers.firstValue("Content-Type").ifPresent(type -> found.put("content-type", shortened(type)));
        documentId(headers).ifPresent(id -> found.put("id_dokumen", shortened(id)));
        return found;
    }

    /** {@code id_dokumen} of version 1, which some installations spell with a hyphen. */
    static Optional<String> documentId(HttpHeaders headers) {
        return headers.firstValue("id_dokumen")
                .or(() -> headers.firstValue("id-dokumen"))
                .filter(id -> id.matches("[A-Za-z0-9._-]{1,100}"));
    }

    private static void collect(String prefix, JsonNode node, Map<String, String> found) {
        node.properties().forEach(field -> {
            if (!DOCUMENTS.contains(field.getKey())) {
                collectValue(prefix + field.getKey(), field.getValue(), found);
            }
        });
    }

    private static void collectValue(String name, JsonNode value, Map<String, String> found) {
        if (found.size() >= MOST_VALUES) {
            return;
        }
        if (value.isValueNode()) {
            found.put(name, shortened(value.asString("")));
        } else if (value.isObject()) {
            collect(name + ".", value, found);
        } else {
            int index = 0;
            for (JsonNode element : value) {
                collectValue(name + "." + index++, element, found);
            }
        }
    }

    private static String shortened(String value) {
        String masked = Masking.text(value);
        return masked.length() <= LONGEST_VALUE ? masked : masked.substring(0, LONGEST_VALUE) + "…";
    }
}
