package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.documents.numbers.DocumentNumbers;
import id.dukcapil.portal.documents.numbers.NumberKind;
import id.dukcapil.portal.documents.numbers.NumberPattern;
import id.dukcapil.portal.staff.Office;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The numbers of berita acara; whoever prints one first gives it its number. */
@Component
class BatchRecords {

    /** 400.12 is Kependudukan dan Pencatatan Sipil in the archive classification of Permendagri 83/2022. */
    static final NumberKind RECORD =
            new NumberKind("signing-record", new NumberPattern("400.12/{n}/BA-TTE/{office}/{year}"), false);

    private final JdbcClient jdbc;
    private final DocumentNumbers numbers;

    BatchRecords(JdbcClient jdbc, DocumentNumbers numbers) {
        this.jdbc = jdbc;
        this.numbers = numbers;
    }

    @Configuration(proxyBeanMethods = false)
    static class Numbering {

        @Bean
        NumberKind signingRecordNumbers() {
            return RECORD;
        }
    }

    /** Inside a transaction: the batch is locked, so that two who print it at once get the same number. */
    String numberOf(SigningBatchId batch, Office office, String by, Instant at) {
        jdbc.sql("SELECT id FROM signing_batch WHERE id = ? FOR UPDATE")
                .param(batch.value())
                .query()
                .singleRow();
        return find(batch).orElseGet(() -> issue(batch, office, by, at));
    }

    private Optional<String> find(SigningBatchId batch) {
        return jdbc.sql("SELECT number FROM signing_batch_record WHERE batch_id = ?")
                .param(batch.value())
                .query(String.class)
                .optional();
    }

    private String issue(SigningBatchId batch, Office office, String by, Instant at) {
        String number = numbers.next(RECORD, office);
        jdbc.sql("INSERT INTO signing_batch_record (batch_id, number, issued_at, issued_by) VALUES (?, ?, ?, ?)")
                .param(batch.value())
                .param(number)
                .param(UtcDateTime.of(at))
                .param(by)
                .update();
        return number;
    }
}
