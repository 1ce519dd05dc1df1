package id.dukcapil.portal.cards.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.cards.CardEntry;
import id.dukcapil.portal.cards.CardLedger;
import id.dukcapil.portal.cards.CardStocks;
import id.dukcapil.portal.cards.NewCardEntry;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.staff.Office;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks for a number of cards and the reason: the opening of a ledger, a stock-take, a correction, the safety stock. */
class NumberDialog extends FormDialog {

    private final IntegerField cards;
    private final TextField reason;
    private final transient Act act;

    /** Does it with what was typed and says what was done. */
    private interface Act {
        String with(@Nullable Integer cards, String reason);
    }

    /** What the dialog says. */
    private record Words(String title, String button, String sentence, String number, String reason) {}

    private NumberDialog(Words words, @Nullable Integer value, Act act, Runnable changed) {
        super(words.title(), words.button(), changed);
        this.act = act;
        cards = Indonesian.integerField(words.number());
        cards.setMin(0);
        cards.setValue(value);
        reason = Indonesian.textField(words.reason());
        reason.setMaxLength(NewCardEntry.LONGEST_REASON);
        reason.setRequiredIndicatorVisible(true);
        addFields(new Paragraph(words.sentence()), cards, reason);
        findings().at("cards", cards).at("counted", cards).at("reason", reason);
    }

    /** Takes the stock over from the paper of an office. */
    static NumberDialog opening(CardLedger ledger, Office office, Runnable changed) {
        var token = UUID.randomUUID();
        return new NumberDialog(
                new Words(
                        "Mulai buku, " + office.name(),
                        "Mulai",
                        "Asal angka misalnya: buku kertas halaman 41, dihitung 24 November 2026.",
                        "Stok awal",
                        "Asal angka"),
                null,
                (cards, reason) -> "Buku dimulai dengan %s blangko."
                        .formatted(Formats.number(
                                ledger.open(office.code(), cards, reason, token).stockAfter())),
                changed);
    }

    /** Compares the ledger with what was counted by hand, and enters the difference. */
    static NumberDialog stockTake(CardLedger ledger, OfficeCode office, int expected, Runnable changed) {
        var token = UUID.randomUUID();
        return new NumberDialog(
                new Words(
                        "Hitung fisik",
                        "Catat selisih",
                        "Menurut buku ada %s blangko. Hitung yang ada di lemari, lalu isi jumlahnya."
                                .formatted(Formats.number(expected)),
                        "Jumlah yang dihitung",
                        "Alasan selisih"),
                null,
                (cards, reason) -> {
                    CardEntry line = ledger.count(office, expected, cards, reason, token);
                    return "Selisih %s dicatat; stok kini %s."
                            .formatted(CardsView.signed(line), Formats.number(line.stockAfter()));
                },
                changed);
    }

    /** Puts a line right: asks how many cards it should have been, and writes the difference as a further line. */
    static NumberDialog correction(CardLedger ledger, CardEntry line, Runnable changed) {
        var token = UUID.randomUUID();
        return new NumberDialog(
                new Words(
                        "Koreksi baris " + line.number(),
                        "Koreksi",
                        "%s %s blangko pada %s. Baris ini tetap tercatat; selisihnya ditulis sebagai baris baru. Isi 0 bila baris ini seharusnya tidak ada."
                                .formatted(
                                        line.kind().label(),
                                        Formats.number(line.cards()),
                                        Formats.longDate(line.happenedOn())),
                        "Jumlah yang benar",
                        "Alasan"),
                line.cards(),
                (cards, reason) -> {
                    CardEntry correction = ledger.correct(line, cards, reason, token);
                    return "Baris %d dikoreksi %s; stok kini %s."
                            .formatted(
                                    line.number(),
                                    CardsView.signed(correction),
                                    Formats.number(correction.stockAfter()));
                },
                changed);
    }

    /** Says how many cards are held back for what cannot be foreseen. */
    static NumberDialog safetyStock(CardStocks stocks, OfficeCode office, Runnable changed) {
        int seen = stocks.safetyStock(office);
        return new NumberDialog(
                new Words(
                        "Stok pengaman",
                        "Simpan",
                        "Blangko sebanyak ini tidak diusulkan sebagai kuota, untuk gagal cetak dan keperluan mendesak.",
                        "Stok pengaman",
                        "Alasan"),
                seen,
                (cards, reason) -> {
                    stocks.holdBack(office, seen, cards, reason);
                    return "Stok pengaman kini %s blangko.".formatted(cards);
                },
                changed);
    }

    @Override
    protected String act() {
        return act.with(cards.getValue(), reason.getValue());
    }
}
