package id.dukcapil.portal.cards.destruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.booking.BookingScenario;
import id.dukcapil.portal.cards.CardEntry;
import id.dukcapil.portal.cards.CardEntryKind;
import id.dukcapil.portal.cards.CardLedger;
import id.dukcapil.portal.cards.NewCardEntry;
import id.dukcapil.portal.cards.destruction.Destruction.Witness;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A box of five misprints and an old card is burned. */
@IntegrationTest
class DestructionsTest {

    private static final OfficeCode OFFICE = new OfficeCode("320428");
    private static final List<Witness> WITNESSES = List.of(
            new Witness("Rudi Hartono", "Kasi Penegakan", "Satpol PP"),
            new Witness("Sri Lestari", "Auditor", "Inspektorat"));

    @Autowired
    Destructions destructions;

    @Autowired
    DestructionPapers papers;

    @Autowired
    CardLedger ledger;

    @Autowired
    BookingScenario given;

    @Autowired
    JdbcClient jdbc;

    private CardEntry misprints;

    @BeforeEach
    void aBoxOfSix() {
        jdbc.sql("DELETE FROM cards_destruction WHERE office_code = ?")
                .param(OFFICE.value())
                .update();
        given.withoutLedger(OFFICE);
        enter(CardEntryKind.RECEIPT, 100);
        misprints = enter(CardEntryKind.MISPRINT, 5);
        given.asPrinterAt(OFFICE, () -> {
            ledger.takeBack(OFFICE, new SpoiltCard(SpoiltCause.CHANGED_DATA, "320437"), "CETAK-9", UUID.randomUUID());
            return true;
        });
    }

    @Test
    void aBatchIsCountedByTwoBurnedBeforeWitnessesAndFrozen() {
        Destruction batch = begin(6);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> finish(batch, WITNESSES))
                .withMessageContaining("Orang kedua");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given.asPrinterAt(OFFICE, () -> destructions.countAgain(batch.id(), 6)));
        given.asOperatorAt(OFFICE, () -> destructions.countAgain(batch.id(), 6));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> finish(batch, WITNESSES.subList(0, 1)))
                .withMessageContaining("dua saksi");
        enter(CardEntryKind.DAMAGE, 2);
        Destruction done = finish(batch, WITNESSES);
        assertThat(done.number()).contains("BA-MUSNAH");
        assertThat(done.intact()).isTrue();
        // What came after the batch was taken out waits for the next one
        assertThat(given.asPrinterAt(OFFICE, () -> destructions.waiting(OFFICE)))
                .containsExactly(new Destruction.Line(SpoiltCause.DAMAGED, null, 2));
        assertThatExceptionOfType(ChangedMeanwhile.class).isThrownBy(() -> finish(batch, WITNESSES));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given.asPrinterAt(
                        OFFICE, () -> ledger.correct(misprints, 4, "Salah hitung", UUID.randomUUID())))
                .withMessageContaining("sudah dimusnahkan");
        byte[] pdf = given.asPrinterAt(OFFICE, () -> papers.pdf(done));
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(given.asPrinterAt(OFFICE, () -> papers.monthly(YearMonth.of(2026, 11))))
                .isNotEmpty();
    }

    @Test
    void aCountThatDiffersFromTheLedgerIsNoBatch() {
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> begin(5)).withMessageContaining("Hitung ulang");
        Destruction batch = begin(6);
        assertThatExceptionOfType(ChangedMeanwhile.class).isThrownBy(() -> begin(6));
        given.asPrinterAt(OFFICE, () -> {
            destructions.discard(batch.id(), "Saksi tidak datang");
            return true;
        });
        assertThat(begin(6).cards()).isEqualTo(6);
    }

    @Test
    void aFrozenBatchThatIsEditedBySqlIsSeen() {
        Destruction batch = begin(6);
        given.asOperatorAt(OFFICE, () -> destructions.countAgain(batch.id(), 6));
        finish(batch, WITNESSES);
        jdbc.sql("UPDATE cards_destruction SET manner = 'dipotong' WHERE id = ?")
                .param(batch.id())
                .update();
        assertThat(given.asPrinterAt(OFFICE, () -> destructions.of(OFFICE))
                        .getFirst()
                        .intact())
                .isFalse();
    }

    private Destruction begin(int cards) {
        return given.asPrinterAt(OFFICE, () -> destructions.begin(UUID.randomUUID(), OFFICE, cards));
    }

    private Destruction finish(Destruction batch, List<Witness> witnesses) {
        return given.asPrinterAt(OFFICE, () -> destructions.finish(batch.id(), "dibakar", witnesses));
    }

    private CardEntry enter(CardEntryKind kind, int cards) {
        return given.asPrinterAt(
                OFFICE,
                () -> ledger.enter(new NewCardEntry(
                        OFFICE, kind, cards, LocalDate.of(2026, 11, 23), "BAST-1", "Uji", UUID.randomUUID())));
    }
}
