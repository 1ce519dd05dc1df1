package id.dukcapil.portal.cards.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.booking.BookingDetails;
import id.dukcapil.portal.booking.BookingScenario;
import id.dukcapil.portal.booking.BookingService;
import id.dukcapil.portal.booking.BookingStatus;
import id.dukcapil.portal.booking.Reception;
import id.dukcapil.portal.cards.handover.GivenCard;
import id.dukcapil.portal.cards.handover.HandoverReceipts;
import id.dukcapil.portal.cards.handover.Handovers;
import id.dukcapil.portal.cards.handover.OldCard;
import id.dukcapil.portal.cards.handover.ReceiverKind;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentStore;
import id.dukcapil.portal.documents.upload.FileExamination;
import id.dukcapil.portal.documents.upload.FileKind;
import id.dukcapil.portal.documents.upload.SafeFile;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cards on the shelf of the head office meet the people who come for them. */
@IntegrationTest
class HandoverTest {

    private static final OfficeCode DINAS = new OfficeCode("DINAS");
    private static final String STROKES = "12,30 14,33 20,41;80,40 81,44";

    @Autowired
    PrintScenario given;

    @Autowired
    BookingScenario bookings;

    @Autowired
    BookingService bookingService;

    @Autowired
    Reception reception;

    @Autowired
    Handovers handovers;

    @Autowired
    HandoverReceipts receipts;

    @Autowired
    PrintDesk desk;

    @Autowired
    DocumentStore documents;

    @Autowired
    FileExamination examination;

    @Autowired
    OrderPapers papers;

    @Autowired
    JdbcClient jdbc;

    private UUID printer = UUID.randomUUID();

    @BeforeEach
    void aPrinterAndBlanks() {
        given.blanks(DINAS, 30);
        printer = given.printer(DINAS, 50);
    }

    private static String lastFour(OrderDetails order) {
        return order.nik().value().substring(12);
    }

    private static GivenCard self(OrderDetails order) {
        return GivenCard.toHolder(lastFour(order), OldCard.NONE, "Kartu pertama", STROKES);
    }

    private static GivenCard by(OrderDetails order, ReceiverKind kind, @Nullable Nik relative, String letter) {
        return new GivenCard(
                lastFour(order),
                kind,
                relative,
                kind == ReceiverKind.PROXY ? "DEDE SUNARYA" : "",
                kind == ReceiverKind.PROXY ? "tetangga" : "",
                letter,
                letter.isEmpty() ? null : LocalDate.of(2026, 11, 20),
                null,
                OldCard.RECEIVED,
                "",
                "",
                true);
    }

    private OrderDetails handOver(OrderDetails order, GivenCard card) {
        return given.at(DINAS, () -> handovers.handOver(order.number(), order.version(), card))
                .orElseThrow();
    }

    private void refused(OrderDetails order, GivenCard card, String sentence) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> handOver(order, card))
                .satisfies(invalid -> assertThat(invalid.findings().toString()).contains(sentence));
        assertThat(given.now(DINAS, order.number()).status()).isEqualTo(OrderStatus.READY);
    }

    @Test
    void theHolderSignsAndTheRegisterKnowsTheCardIsIssued() throws Exception {
        OrderDetails order = given.ready(DINAS, printer);
        assertThat(handOver(order, self(order)).status()).isEqualTo(OrderStatus.HANDED_OVER);
        assertThat(given.statusOf(order.nik())).hasValue("CARD_ISSUED");
        var handover = given.at(DINAS, () -> handovers.find(order.number())).orElseThrow();
        var hash = new ContentHash(Objects.requireNonNull(handover.signatureHash()));
        assertThat(new String(documents.read(hash), StandardCharsets.UTF_8))
                .startsWith("<svg")
                .contains("points=\"12,30 14,33 20,41\"");
        byte[] pdf = given.at(DINAS, () -> receipts.pdf(order.number())).orElseThrow();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("TANDA TERIMA KTP-EL", "/TTK/DINAS/2026", order.name(), "Kartu pertama");
        }
        assertThatExceptionOfType(ChangedMeanwhile.class)
                .as("a second click")
                .isThrownBy(() -> handOver(order, self(order)));
    }

    @Test
    void aBookingIsHandedOverByItsCard() {
        LocalDate today = LocalDate.of(2026, 11, 23);
        bookings.quotaOf(DINAS, today, 500, 0);
        BookingDetails booking = bookings.booked(DINAS, today);
        bookings.asStaff("operator", () -> reception.checkIn(booking.code(), DINAS));
        String number = jdbc.sql("SELECT number FROM card_order WHERE reference = ?")
                .param(booking.code().value())
                .query(String.class)
                .single();
        OrderDetails ready = given.at(DINAS, () -> {
                    OrderDetails order = given.now(DINAS, number);
                    long version = desk.start(number, order.version(), printer)
                            .orElseThrow()
                            .version();
                    version =
                            desk.printedWell(number, version, "").orElseThrow().version();
                    version = desk.passed(number, version).orElseThrow().version();
                    return desk.shelve(number, version, "A-02");
                })
                .orElseThrow();
        handOver(ready, self(ready));
        assertThat(bookings.asStaff("operator", () -> bookingService.find(booking.code()))
                        .orElseThrow()
                        .status())
                .isEqualTo(BookingStatus.HANDED_OVER);
    }

    @Test
    void aProxyWithoutLetterGetsNothing() {
        OrderDetails order = given.ready(DINAS, printer);
        refused(order, by(order, ReceiverKind.PROXY, null, ""), "Tanpa surat kuasa");
        int boxed = inBox();
        handOver(order, by(order, ReceiverKind.PROXY, null, "03/SK/XI/2026"));
        assertThat(inBox()).as("the old card waits to be destroyed").isEqualTo(boxed + 1);
        assertThat(given.at(DINAS, () -> handovers.find(order.number()))
                        .orElseThrow()
                        .relation())
                .isEqualTo("tetangga");
    }

    @Test
    void theScannedLetterOfAProxyIsKeptWithTheHandOver() throws Exception {
        OrderDetails order = given.ready(DINAS, printer);
        byte[] paper = given.at(DINAS, () -> papers.label(order.number())).orElseThrow();
        SafeFile letter = examination.examine(() -> new ByteArrayInputStream(paper), 5 << 20);
        handOver(
                order,
                new GivenCard(
                        lastFour(order),
                        ReceiverKind.PROXY,
                        null,
                        "DEDE SUNARYA",
                        "tetangga",
                        "05/SK/XI/2026",
                        LocalDate.of(2026, 11, 20),
                        letter,
                        OldCard.NONE,
                        "Kartu pertama",
                        STROKES,
                        false));
        var handover = given.at(DINAS, () -> handovers.find(order.number())).orElseThrow();
        assertThat(handover.letterKind()).isEqualTo(FileKind.PDF);
        assertThat(given.at(DINAS, () -> handovers.letter(handover))).hasValue(paper);
        assertThat(documents.read(new ContentHash(Objects.requireNonNull(handover.letterHash()))))
                .isEqualTo(paper);
    }

    private int inBox() {
        return jdbc.sql("SELECT COUNT(*) FROM cards_box").query(Integer.class).single();
    }

    @Test
    void aRelativeStandsOnTheSameFamilyCard() {
        OrderDetails order = given.ready(DINAS, printer);
        jdbc.sql(
                        "UPDATE population_person SET family_number = (SELECT family_number FROM population_person WHERE nik = ?)"
                                + " WHERE nik = ?")
                .params(order.nik().value(), given.ready(DINAS, printer).nik().value())
                .update();
        Nik relative = given.at(DINAS, () -> handovers.family(order.number()))
                .getFirst()
                .nik();
        refused(order, by(order, ReceiverKind.FAMILY, given.somebody(), ""), "satu KK");
        handOver(order, by(order, ReceiverKind.FAMILY, relative, ""));
    }

    @Test
    void anotherCardInTheHandStopsAndIsNoted() {
        OrderDetails order = given.ready(DINAS, printer);
        String wrong = lastFour(order).equals("0000") ? "1111" : "0000";
        refused(order, GivenCard.toHolder(wrong, OldCard.NONE, "Kartu pertama", STROKES), "bukan milik pesanan");
        assertThat(given.now(DINAS, order.number()).last().action()).isEqualTo(OrderAction.HOLD_BACK);
    }

    @Test
    void whatBecameOfTheOldCardAndTheSignatureAreRequired() {
        OrderDetails order = given.ready(DINAS, printer);
        refused(order, GivenCard.toHolder(lastFour(order), OldCard.LOST, " ", STROKES), "kepolisian");
        refused(
                order,
                new GivenCard(
                        lastFour(order), ReceiverKind.SELF, null, "", "", "", null, null, null, "", "<script>", false),
                "KTP lama");
        refused(order, GivenCard.toHolder(lastFour(order), OldCard.RECEIVED, "", "<script>"), "ulangi");
    }

    @Test
    void theCardOfWhoDiedYesterdayStays() {
        OrderDetails order = given.ready(DINAS, printer);
        standing(order, "DECEASED");
        refused(order, self(order), "tercatat meninggal");
        standing(order, null);
    }

    /** Other tests book for the same people. */
    private void standing(OrderDetails order, @Nullable String standing) {
        jdbc.sql("UPDATE population_person SET standing = :standing WHERE nik = :nik")
                .param("standing", standing)
                .param("nik", order.nik().value())
                .update();
    }
}
