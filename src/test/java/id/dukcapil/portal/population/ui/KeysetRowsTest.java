package id.dukcapil.portal.population.ui;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.common.FamilyCardNumber;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.population.PersonId;
import id.dukcapil.portal.population.PersonRow;
import id.dukcapil.portal.population.PersonRow.PageKey;
import id.dukcapil.portal.population.RecordingStatus;
import id.dukcapil.portal.population.Relationship;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeysetRowsTest {

    private int asked;

    @Test
    void scrollingFarReadsThePagesInBetweenOnceAndBackReadsNothing() {
        var rows = new KeysetRows(this::page);
        assertThat(rows.fetch(100, 50).map(row -> row.id().value()).toList())
                .isEqualTo(LongStream.rangeClosed(101, 120).boxed().toList());
        assertThat(asked).isEqualTo(3);
        assertThat(rows.fetch(0, 50)).hasSize(50);
        assertThat(rows.fetch(50, 50)).hasSize(50);
        assertThat(asked).isEqualTo(3);
    }

    /** A register of 120 people. */
    private List<PersonRow> page(@Nullable PageKey after, int limit) {
        asked++;
        long first = after == null ? 1 : after.id().value() + 1;
        return LongStream.rangeClosed(first, Math.min(first + limit - 1, 120))
                .mapToObj(KeysetRowsTest::row)
                .toList();
    }

    private static PersonRow row(long id) {
        return new PersonRow(
                new PersonId(id),
                new Nik("3204370101909001"),
                "ASEP",
                new FamilyCardNumber("3204370101909001"),
                Relationship.HEAD,
                LocalDate.of(1990, 1, 1),
                RecordingStatus.CARD_ISSUED,
                "Soreang");
    }
}
