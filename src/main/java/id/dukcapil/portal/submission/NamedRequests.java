package id.dukcapil.portal.submission;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the numbers of requests by the applicant's name, for modules that know a request by its number only. */
@Component
public class NamedRequests {

    private final JdbcClient jdbc;
    private final NameWords words;

    NamedRequests(JdbcClient jdbc, NameWords words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    /**
     * The newest requests of all offices whose applicant has this name; a request that has lost its people has none.
     *
     * @param name words of the name in any order, of each the beginning is enough
     * @param most so many numbers at most
     */
    public List<String> newest(String name, int most) {
        InboxQuery query = InboxQuery.ofText(InboxText.of(name, words::beginning), null);
        return query.matchesNothing()
                ? List.of()
                : jdbc
                        .sql(query.page(null))
                        .params(query.parameters())
                        .param("limit", most)
                        .param("skip", 0)
                        .param("beyond", most)
                        .query((row, number) -> row.getString("number"))
                        .list()
                        .stream()
                        .toList();
    }
}
