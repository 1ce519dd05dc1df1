package id.dukcapil.portal.signing;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The names of people in the register of documents: found through the module each document comes from, and masked in time. */
@Component
public class RegisteredNames {

    /** So many cases of one name are looked for in the register, the newest first. */
    private static final int REACH = 500;

    /** Of each word everything but its first letter, as in {@link id.dukcapil.portal.common.Masking#name}. */
    private static final String REST_OF_WORD = "(?<=\\S)\\S";

    private final JdbcClient jdbc;
    private final ObjectProvider<SigningSource> sources;

    RegisteredNames(JdbcClient jdbc, ObjectProvider<SigningSource> sources) {
        this.jdbc = jdbc;
        this.sources = sources;
    }

    /** The references of the newest cases about people of this name, whatever their kind and office. */
    List<String> references(String name) {
        return sources.stream()
                .flatMap(source -> source.named(name, REACH).stream())
                .toList();
    }

    /** Masks the names of cases that have lost their people, in the transaction in which they lose them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void mask(String kind, List<String> references) {
        if (!references.isEmpty()) {
            jdbc.sql("""
                            UPDATE signing_document SET concerns = REGEXP_REPLACE(concerns, :rest, '•')
                            WHERE kind = :kind AND reference IN (:references)""")
                    .param("rest", REST_OF_WORD)
                    .param("kind", kind)
                    .param("references", references)
                    .update();
        }
    }
}
