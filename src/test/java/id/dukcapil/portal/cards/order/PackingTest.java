package id.dukcapil.portal.cards.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.cards.PrintReason;
import id.dukcapil.portal.cards.handover.Packing.Packed;
import id.dukcapil.portal.cards.handover.PackingPapers;
import id.dukcapil.portal.cards.handover.Packings;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Retention;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cards that lie on the shelf of a kecamatan: fetched together, reminded of, and forgotten in the end. */
@IntegrationTest
class PackingTest {

    private static final OfficeCode OFFICE = new OfficeCode("320415");

    @Autowired
    PrintScenario given;

    @Autowired
    Packings packings;

    @Autowired
    PackingPapers papers;

    @Autowired
    Uncollected uncollected;

    @Autowired
    Retention printOrderRetention;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    private UUID printer = UUID.randomUUID();

    @BeforeEach
    void aPrinterAndBlanks() {
        given.blanks(OFFICE, 30);
        printer = given.printer(OFFICE, 50);
    }

    @AfterEach
    void asBefore() {
        clock.reset();
    }

    @Test
    void aSchoolTakesSomeAndTheOthersGoBackToTheShelf() throws Exception {
        OrderDetails taken = given.ready(OFFICE, printer);
        OrderDetails left = given.ready(OFFICE, printer);
        Packed packed = given.at(
                OFFICE,
                () -> packings.pack(OFFICE, "SMAN 1 Baleendah", List.of(taken.number(), left.number(), left.number())));
        assertThat(packed.lines()).hasSize(2);
        assertThatExceptionOfType(InvalidInput.class)
                .as("a card lies in one packing")
                .isThrownBy(() -> given.at(OFFICE, () -> packings.pack(OFFICE, "Desa", List.of(left.number()))))
                .withMessageContaining("kemasan lain");
        Packed delivered = given.at(
                OFFICE,
                () -> packings.deliver(
                        packed.packing().number(),
                        "Drs. Wawan",
                        "Wakil kepala sekolah",
                        Set.of(taken.number()),
                        "12,30 14,33"));
        assertThat(given.now(OFFICE, taken.number()).status()).isEqualTo(OrderStatus.HANDED_OVER);
        assertThat(given.now(OFFICE, left.number()).last().action()).isEqualTo(OrderAction.HOLD_BACK);
        byte[] pdf = given.at(OFFICE, () -> papers.statement(delivered));
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains(
                            "BERITA ACARA SERAH TERIMA",
                            "1 (satu) KTP-el",
                            "Kembali ke kantor",
                            "Drs. Wawan",
                            "menandatangani di layar");
        }
        assertThatExceptionOfType(ChangedMeanwhile.class)
                .as("a second click")
                .isThrownBy(() -> given.at(
                        OFFICE,
                        () -> packings.deliver(
                                packed.packing().number(), "Drs. Wawan", "Wakil", Set.of(left.number()), "")));
    }

    @Test
    void aReplacementIsNotPacked() {
        OrderDetails replacement = given.ordered(given.somebody(), OFFICE, PrintReason.DAMAGED);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> given.at(OFFICE, () -> packings.pack(OFFICE, "Desa", List.of(replacement.number()))))
                .withMessageContaining("hanya kartu pertama");
    }

    @Test
    void whoGaveAnAddressIsRemindedOnceAtEachAge() {
        OrderDetails order = given.ready(OFFICE, printer);
        jdbc.sql("UPDATE card_order SET email = 'warga@example.id' WHERE number = ?")
                .param(order.number())
                .update();
        clock.advance(Duration.ofDays(8));
        uncollected.remind();
        uncollected.remind();
        assertThat(letters(order)).isEqualTo(1);
        clock.advance(Duration.ofDays(90));
        uncollected.remind();
        uncollected.remind();
        assertThat(letters(order)).as("one for all ages that have passed").isEqualTo(2);
    }

    @Test
    void whenItsTimeIsOverAnOrderForgetsItsPersonAndKeepsItsSerial() {
        OrderDetails printed = given.printed(OFFICE, printer, "B" + System.nanoTime());
        jdbc.sql("UPDATE card_order SET status = 'CANCELLED', status_since = '2020-01-01' WHERE number = ?")
                .param(printed.number())
                .update();
        printOrderRetention.removal().removeAllEndedBefore(Instant.parse("2021-01-01T00:00:00Z"));
        assertThat(jdbc.sql(
                                "SELECT serial FROM card_order WHERE number = ? AND person_nik IS NULL AND full_name IS NULL")
                        .param(printed.number())
                        .query(String.class)
                        .optional())
                .hasValue(String.valueOf(printed.serial()));
    }

    private int letters(OrderDetails order) {
        return jdbc.sql("SELECT COUNT(*) FROM notification_mail WHERE reference = ?")
                .param(order.number())
                .query(Integer.class)
                .single();
    }
}
