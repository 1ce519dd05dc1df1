package id.dukcapil.portal.submission.document;

import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.documents.numbers.DocumentNumbers;
import id.dukcapil.portal.documents.numbers.NumberKind;
import id.dukcapil.portal.documents.numbers.NumberPattern;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.submission.SubmissionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register of letters of return: each return of a request has one letter, numbered when it is first printed. */
@Component
class ReturnLetters {

    /** 400.12.2.1 is Pendaftaran Penduduk, Identitas Penduduk in the archive classification of Permendagri 83/2022. */
    static final NumberKind LETTER =
            new NumberKind("return-letter", new NumberPattern("400.12.2.1/{n}/{office}/{year}"), false);

    private static final RowMapper<ReturnLetter> ROW = (row, number) -> letter(row);

    private final JdbcClient jdbc;
    private final DocumentNumbers numbers;

    ReturnLetters(JdbcClient jdbc, DocumentNumbers numbers) {
        this.jdbc = jdbc;
        this.numbers = numbers;
    }

    @Configuration(proxyBeanMethods = false)
    static class Numbering {

        @Bean
        NumberKind returnLetterNumbers() {
            return LETTER;
        }
    }

    /**
     * The letter about one step of a request; whoever asks first gives it its number. Inside a transaction that holds the
     * request.
     *
     * @param ordinal of the step in the history
     */
    ReturnLetter of(SubmissionId request, int ordinal, Office office, String by, Instant at) {
        jdbc.sql("SELECT id FROM submission_request WHERE id = ? FOR UPDATE")
                .param(request.value())
                .query()
                .singleRow();
        return find(request, ordinal).orElseGet(() -> issue(request, ordinal, office, by, at));
    }

    private Optional<ReturnLetter> find(SubmissionId request, int ordinal) {
        return jdbc.sql("""
                        SELECT number, issued_at FROM submission_return_letter
                        WHERE submission_id = :request AND ordinal = :ordinal""")
                .param("request", request.value())
                .param("ordinal", ordinal)
                .query(ROW)
                .optional();
    }

    private ReturnLetter issue(SubmissionId request, int ordinal, Office office, String by, Instant at) {
        var letter = new ReturnLetter(numbers.next(LETTER, office), at);
        jdbc.sql("""
                        INSERT INTO submission_return_letter (submission_id, ordinal, number, issued_at, issued_by)
                        VALUES (:request, :ordinal, :number, :at, :by)""")
                .param("request", request.value())
                .param("ordinal", ordinal)
                .param("number", letter.number())
                .param("at", UtcDateTime.of(at))
                .param("by", by)
                .update();
        return letter;
    }

    private static ReturnLetter letter(ResultSet row) throws SQLException {
        return new ReturnLetter(row.getString("number"), UtcDateTime.read(row, "issued_at"));
    }
}
