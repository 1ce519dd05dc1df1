package id.dukcapil.portal.cards.order;

import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The blanks that went through the printers, with their serials where the office notes them. */
@Component
class PrintedCards {

    private static final Pattern SERIAL = Pattern.compile("[A-Z0-9]{4,20}");

    private final JdbcClient jdbc;

    PrintedCards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param serial null at offices that only count */
    record Blank(
            UUID order,
            UUID printer,
            OfficeCode office,
            LocalDate day,
            PrintOutcome outcome,
            @Nullable String serial,
            Instant at) {}

    /**
     * A serial as scanned or typed, without blanks; null for none.
     *
     * @throws InvalidInput when it cannot be one
     */
    static @Nullable String serial(String typed) {
        String bare = typed.replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT);
        if (bare.isEmpty()) {
            return null;
        }
        if (!SERIAL.matcher(bare).matches()) {
            throw new InvalidInput("serial", "Nomor seri terdiri atas 4 sampai 20 huruf dan angka.");
        }
        return bare;
    }

    /** @throws InvalidInput when the serial was used before, anywhere in the regency */
    void add(Blank blank) {
        try {
            jdbc.sql("""
                            INSERT INTO card_printed (id, print_order_id, printer_id, office_code, printed_on, outcome, serial, at)
                            VALUES (:id, :order, :printer, :office, :day, :outcome, :serial, :at)""")
                    .param("id", TimeOrderedId.at(blank.at()))
                    .param("order", blank.order())
                    .param("printer", blank.printer())
                    .param("office", blank.office().value())
                    .param("day", blank.day())
                    .param("outcome", blank.outcome().name())
                    .param("serial", blank.serial())
                    .param("at", UtcDateTime.of(blank.at()))
                    .update();
        } catch (DuplicateKeyException used) {
            throw new InvalidInput(
                    "serial", "Nomor seri %s sudah pernah dipakai. Periksa kartunya.".formatted(blank.serial()));
        }
    }

    /** The good card of an order did not pass the check. */
    void rejected(UUID order, PrintOutcome outcome) {
        jdbc.sql("UPDATE card_printed SET outcome = :outcome WHERE print_order_id = :order AND outcome = :good")
                .param("outcome", outcome.name())
                .param("order", order)
                .param("good", PrintOutcome.GOOD.name())
                .update();
    }
}
