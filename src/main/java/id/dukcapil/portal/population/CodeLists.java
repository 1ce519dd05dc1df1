package id.dukcapil.portal.population;

import id.dukcapil.portal.common.RecordRow;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The official code tables: forms F-1.01 and F-1.02, KTP-el statuses, ranks, archive classification. Public knowledge. */
@Service
@PreAuthorize("permitAll()")
public class CodeLists {

    private static final RowMapper<RequestType> REQUEST_TYPE = RecordRow.of(RequestType.class);

    private record Row(String listName, String code, String label) {}

    private final JdbcClient jdbc;
    private final ReentrantLock loading = new ReentrantLock();
    private volatile @Nullable Map<CodeList, Map<String, String>> lists;

    CodeLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<CodeList.Entry> entries(CodeList list) {
        return labels(list).entrySet().stream()
                .map(entry -> new CodeList.Entry(entry.getKey(), entry.getValue()))
                .toList();
    }

    public Optional<String> label(CodeList list, String code) {
        return Optional.ofNullable(labels(list).get(code));
    }

    /** The wording for a number stored with a person; a number the list does not know is shown as it is. */
    public String label(CodeList list, int code) {
        String text = Integer.toString(code);
        return labels(list).getOrDefault(text, text);
    }

    public List<RequestType> requestTypes() {
        return jdbc.sql("SELECT code, document, kind, description FROM population_request_type ORDER BY ordinal")
                .query(REQUEST_TYPE)
                .list();
    }

    /** Compared here: the database refuses to compare a code of ASCII with text that is not. */
    public Optional<RequestType> requestType(String code) {
        return requestTypes().stream()
                .filter(type -> type.code().equalsIgnoreCase(code))
                .findFirst();
    }

    private Map<String, String> labels(CodeList list) {
        return lists().getOrDefault(list, Map.of());
    }

    /** Kept once read: the tables change with a release only, never while the portal runs. */
    private Map<CodeList, Map<String, String>> lists() {
        Map<CodeList, Map<String, String>> known = lists;
        if (known != null) {
            return known;
        }
        loading.lock();
        try {
            Map<CodeList, Map<String, String>> read = read();
            lists = read;
            return read;
        } finally {
            loading.unlock();
        }
    }

    private Map<CodeList, Map<String, String>> read() {
        var read = new EnumMap<CodeList, Map<String, String>>(CodeList.class);
        jdbc.sql("SELECT list_name, code, label FROM population_code ORDER BY list_name, ordinal")
                .query(Row.class)
                .list()
                .forEach(row -> read.computeIfAbsent(CodeList.valueOf(row.listName()), list -> new LinkedHashMap<>())
                        .put(row.code(), row.label()));
        return read;
    }
}
