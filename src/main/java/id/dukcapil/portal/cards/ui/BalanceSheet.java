package id.dukcapil.portal.cards.ui;

import com.vaadin.flow.component.html.Paragraph;
import id.dukcapil.portal.cards.CardEntryKind;
import id.dukcapil.portal.cards.closing.Closing;
import id.dukcapil.portal.cards.closing.DayBalance;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.Sheet;
import id.dukcapil.portal.common.ui.parts.Waterfall;
import id.dukcapil.portal.common.ui.parts.Waterfall.Kind;
import id.dukcapil.portal.common.ui.parts.Waterfall.Step;
import java.util.List;

/** The day as the ledger has it, drawn, beside what was counted. */
class BalanceSheet extends Sheet {

    private final Closing closing;

    BalanceSheet(Closing closing) {
        super("Neraca " + Formats.shortDate(closing.day()));
        this.closing = closing;
        addClassName("balance");
        DayBalance day = closing.balance();
        note("kartu, menurut buku blangko");
        if (closing.difference() != 0) {
            beside(new StatusBadge("selisih " + Waterfall.signed(closing.difference()), Tone.LATE));
        }
        add(new Waterfall(List.of(
                new Step("Stok awal", "Awal", day.opening(), Kind.WHOLE, null),
                change("Terima dari pusat", "Terima", day.received(), CardEntryKind.RECEIPT),
                change("Transfer masuk", "Transfer masuk", day.transferredIn(), CardEntryKind.TRANSFER_IN),
                change("Cetak baik", "Cetak baik", -day.printed(), CardEntryKind.USE),
                change("Gagal cetak", "Gagal cetak", -day.misprinted(), CardEntryKind.MISPRINT),
                change("Rusak", "Rusak", -day.damaged(), CardEntryKind.DAMAGE),
                change("Dikirim ke kantor lain", "Dikirim", -day.sent(), CardEntryKind.TRANSFER_OUT),
                change("Kembali ke pusat", "Kembali pusat", -day.returned(), CardEntryKind.RETURN),
                change(
                        "Koreksi hari yang ditutup, hitung fisik",
                        "Koreksi",
                        day.corrections(),
                        CardEntryKind.CORRECTION),
                new Step("Seharusnya", "Neraca", day.expected(), Kind.WHOLE, null),
                new Step("Dihitung", "Dihitung", closing.counted(), Kind.FOUND, null))));
        padded(new Paragraph("Kotak musnah: buku %s, dihitung %s%s."
                .formatted(
                        Formats.number(closing.boxExpected()),
                        Formats.number(closing.boxCounted()),
                        closing.boxDifference() == 0 ? "" : ", selisih " + Waterfall.signed(closing.boxDifference()))));
    }

    private Step change(String label, String brief, int cards, CardEntryKind kind) {
        String lines = "%s&jenis=%s&dari=%s&sampai=%s"
                .formatted(CardsNavigation.ledgerOf(closing.office()), kind, closing.day(), closing.day());
        return new Step(label, brief, cards, Kind.CHANGE, cards == 0 ? null : lines);
    }
}
