package id.dukcapil.portal.documents.export;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.PoisonedRow;
import id.dukcapil.portal.common.ExportId;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.Retention;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long an export and what it tells of people are kept. */
class ExportExpiryTest extends ExportRunning {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ExportExpiry expiry;

    @Autowired
    ExportHoldings holdings;

    @Autowired
    Retention exportRetention;

    @Test
    void whenItsTimeIsUpFileAndFilterAreGone() {
        ExportId id = asked(ExportFormat.CSV);
        run(line -> {}).run(id, 0, () -> false);
        clock.advance(Duration.ofHours(24).minusSeconds(1));
        expiry.run();
        assertThat(entry(id).downloadable(clock.instant())).isTrue();
        assertThat(files.present()).contains(id);

        clock.advance(Duration.ofSeconds(1));
        assertThat(entry(id).downloadable(clock.instant())).isFalse();
        expiry.run();
        assertThat(entry(id).status()).isEqualTo(ExportStatus.EXPIRED);
        assertThat(entry(id).repeatable()).isFalse();
        assertThat(files.present()).doesNotContain(id);

        assertThat(exportRetention.removeEndedBefore(clock.instant().minus(Duration.ofDays(30)), 100))
                .isZero();
        clock.advance(Duration.ofDays(31));
        expiry.run();
        assertThat(exportRetention.removeEndedBefore(clock.instant().minus(Duration.ofDays(30)), 10_000))
                .isPositive();
        assertThat(records.find(id)).isEmpty();
    }

    @Test
    void anExportThatCannotBeEndedKeepsNoOtherOnTheDisk() {
        ExportId first = asked(ExportFormat.CSV);
        run(line -> {}).run(first, 0, () -> false);
        ExportId second = asked(ExportFormat.CSV);
        run(line -> {}).run(second, 0, () -> false);
        clock.advance(Duration.ofHours(24));
        try (var poisoned = PoisonedRow.against(jdbc, "documents_export", first.value())) {
            expiry.run();
            poisoned.hasFailed(ExportExpiry.TASK, 1);
            assertThat(entry(second).status()).isEqualTo(ExportStatus.EXPIRED);
            poisoned.close();
            clock.advance(Duration.ofMinutes(10));
            expiry.run();
            poisoned.hasFailed(ExportExpiry.TASK, 0);
        }
        assertThat(entry(first).status()).isEqualTo(ExportStatus.EXPIRED);
    }

    @Test
    void whatNobodyKnowsOfIsSweptUp() throws IOException {
        var unknown = new ExportId(UUID.randomUUID());
        Files.writeString(files.of(unknown, 1), "sisa");
        ExportId known = asked(ExportFormat.CSV);
        run(line -> {}).run(known, 0, () -> false);
        expiry.run();
        assertThat(files.present()).contains(known).doesNotContain(unknown);
    }

    @Test
    void aFilterThatNamesAResidentIsToldToThatResident() {
        assertThat(holdings.about(new Nik("3204014505900005"))).isEmpty();
        entered(ExportFormat.CSV, new Lines.Filter(1, "3204014505900005"));
        assertThat(holdings.about(new Nik("3204014505900005")))
                .singleElement()
                .satisfies(item -> assertThat(item.values()).containsEntry("Saringan", WORDS));
    }
}
