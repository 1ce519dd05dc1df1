package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.population.CodeList;
import id.dukcapil.portal.population.CodeLists;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What applicants want to stand on their card instead of what the register says, as far as they have said it element by element. */
@Repository
class WantedChanges {

    static final String FIELD = "changes.";

    private static final int LONGEST = 200;

    private record Row(String element, String wanted) {}

    private final JdbcClient jdbc;
    private final CodeLists codes;

    WantedChanges(JdbcClient jdbc, CodeLists codes) {
        this.jdbc = jdbc;
        this.codes = codes;
    }

    /** What is wrong with changes as they came in: an element that no card has, words that are not in the official list. */
    List<Finding> findings(Map<String, String> stated) {
        return stated.entrySet().stream()
                .filter(change -> !change.getValue().isBlank())
                .flatMap(change -> finding(change.getKey(), change.getValue().strip()).stream())
                .toList();
    }

    private Optional<Finding> finding(String name, String wanted) {
        Optional<CardElement> element = CardElement.find(name);
        if (element.isEmpty()) {
            return Optional.of(Finding.error("changes", "Unsur KK yang diubah tidak dikenal."));
        }
        boolean readable = wanted.length() <= LONGEST && wanted.chars().noneMatch(Character::isISOControl);
        if (readable
                && (element.get().list().isEmpty()
                        || official(element.get(), wanted).isPresent())) {
            return Optional.empty();
        }
        return Optional.of(Finding.error(
                FIELD + name,
                element.get().list().isPresent()
                        ? "%s harus satu dari daftar formulir F-1.01."
                                .formatted(element.get().label())
                        : "%s paling banyak %d huruf.".formatted(element.get().label(), LONGEST)));
    }

    private Optional<String> official(CardElement element, String wanted) {
        return element.list()
                .flatMap(list -> codes.entries(list).stream()
                        .map(CodeList.Entry::label)
                        .filter(label -> label.equalsIgnoreCase(wanted))
                        .findFirst());
    }

    /** Keeps what was stated and found right. */
    void enter(SubmissionId request, Map<String, String> stated) {
        stated.forEach((name, wanted) -> {
            if (!wanted.isBlank()) {
                CardElement element = CardElement.valueOf(name);
                jdbc.sql("INSERT INTO submission_change (submission_id, element, wanted) VALUES (?, ?, ?)")
                        .params(
                                request.value(),
                                name,
                                official(element, wanted.strip())
                                        .orElse(wanted.strip().toUpperCase(Locale.ROOT)))
                        .update();
            }
        });
    }

    Map<CardElement, String> of(SubmissionId request) {
        var wanted = new EnumMap<CardElement, String>(CardElement.class);
        jdbc.sql("SELECT element, wanted FROM submission_change WHERE submission_id = ?")
                .param(request.value())
                .query(Row.class)
                .list()
                .forEach(row -> wanted.put(CardElement.valueOf(row.element()), row.wanted()));
        return wanted;
    }

    void forget(Collection<UUID> requests) {
        jdbc.sql("DELETE FROM submission_change WHERE submission_id IN (:ids)")
                .param("ids", requests)
                .update();
    }
}
