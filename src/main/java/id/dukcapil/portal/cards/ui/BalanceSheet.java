package id.dukcapil.portal.cards.ui;

import id.dukcapil.portal.cards.closing.Closing;
import id.dukcapil.portal.cards.closing.DayBalance;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.BarTable;
import id.dukcapil.portal.common.ui.parts.BarTable.Bar;
import id.dukcapil.portal.common.ui.parts.Sheet;
import java.util.List;

/** The day as the ledger has it beside what was counted. */
class BalanceSheet extends Sheet {

    BalanceSheet(Closing closing) {
        super("Neraca " + Formats.shortDate(closing.day()));
        note("kartu, menurut buku blangko");
        DayBalance day = closing.balance();
        add(new BarTable(
                        "Unsur",
                        "Kartu",
                        List.of(
                                bar("Stok awal", day.opening(), 1),
                                bar("Terima dari pusat", day.received(), 1),
                                bar("Transfer masuk", day.transferredIn(), 1),
                                bar("Cetak baik", day.printed(), -1),
                                bar("Gagal cetak", day.misprinted(), -1),
                                bar("Rusak", day.damaged(), -1),
                                bar("Dikirim ke kantor lain", day.sent(), -1),
                                bar("Kembali ke pusat", day.returned(), -1),
                                bar("Koreksi hari yang ditutup, hitung fisik", day.corrections(), 1),
                                bar("Seharusnya", day.expected(), 1),
                                new Bar(
                                        "Dihitung",
                                        closing.counted(),
                                        (double) day.expected(),
                                        Formats.number(closing.counted()),
                                        null,
                                        closing.difference() == 0 ? Tone.OK : Tone.LATE),
                                new Bar(
                                        "Kotak musnah: buku %s, dihitung"
                                                .formatted(Formats.number(closing.boxExpected())),
                                        closing.boxCounted(),
                                        (double) closing.boxExpected(),
                                        Formats.number(closing.boxCounted()),
                                        null,
                                        closing.boxDifference() == 0 ? Tone.OK : Tone.LATE)))
                .note("Garis: jumlah menurut buku. Selisih blangko %s, kotak musnah %s."
                        .formatted(signed(closing.difference()), signed(closing.boxDifference()))));
    }

    private static Bar bar(String label, int cards, int sign) {
        int signed = sign * cards;
        return new Bar(label, Math.abs(cards), signed < 0 ? CardsView.signed(signed) : Formats.number(signed), null);
    }

    static String signed(int cards) {
        return cards == 0 ? "0" : CardsView.signed(cards);
    }
}
