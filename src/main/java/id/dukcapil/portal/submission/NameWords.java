package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.submission.SubmissionEvent.SubmissionReceived;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the words of the applicants' names, so that requests are found by them among millions. */
@Component
class NameWords {

    private final JdbcClient jdbc;

    NameWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void note(SubmissionReceived received) {
        SubmissionDetails submission = received.submission();
        for (String word : InboxText.words(submission.applicant().fullName())) {
            jdbc.sql("""
                            INSERT INTO submission_name_word (word, created_at, submission_id, office_code)
                            VALUES (:word, :at, :id, :office)""")
                    .param("word", word)
                    .param("at", UtcDateTime.of(submission.createdAt()))
                    .param("id", submission.id().value())
                    .param("office", submission.office().value())
                    .update();
        }
    }

    /** The words that begin so, by the alphabet. */
    List<String> beginning(String typed) {
        return jdbc
                .sql(
                        "SELECT word FROM submission_name_word WHERE word LIKE :typed ESCAPE '!' GROUP BY word LIMIT :most")
                .param("typed", InboxText.escaped(typed) + "%")
                .param("most", InboxText.ALIKE)
                .query((row, number) -> row.getString("word"))
                .list()
                .stream()
                .toList();
    }
}
