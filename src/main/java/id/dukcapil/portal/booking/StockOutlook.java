package id.dukcapil.portal.booking;

import id.dukcapil.portal.cards.CardSupply;
import id.dukcapil.portal.cards.StockForecast;
import id.dukcapil.portal.common.ui.Formats;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The blank cards of an office as the quota calendar sees them. */
public record StockOutlook(CardSupply supply, StockProposal proposal, StockForecast forecast) {

    /** Cards that are expected to be left at the end of that day; nothing where no forecast reaches. */
    public OptionalInt leftAfter(LocalDate date) {
        if (!supply.rate().isKnown()
                || forecast.points().isEmpty()
                || date.isAfter(forecast.points().getLast().date())) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(forecast.points().stream()
                .filter(point -> !point.date().isAfter(date))
                .reduce((earlier, later) -> later)
                .map(StockForecast.Point::left)
                .orElse(supply.stock()));
    }

    /** What is written beside a day whose proposal is accepted; at most 120 characters. */
    String reason() {
        return "Usulan dari stok blangko: stok %s, pengaman %s, terpesan %s"
                .formatted(
                        Formats.number(supply.stock()),
                        Formats.number(supply.safetyStock()),
                        Formats.number(proposal.booked()));
    }

    /** "Dengan laju ini blangko habis hari …", in one or two sentences. */
    public String sentence() {
        LocalDate closed = supply.closedOn();
        String source =
                closed == null ? "" : "Blangko terakhir dihitung dan ditutup %s.".formatted(Formats.date(closed));
        return Stream.of(end(), promised(), source)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String end() {
        if (!supply.rate().isKnown()) {
            return "Stok %s blangko; laju pemakaian belum diketahui.".formatted(Formats.number(supply.stock()));
        }
        return "Stok %s blangko, terpakai %s per hari layanan: dengan laju ini blangko %s."
                .formatted(
                        Formats.number(supply.stock()),
                        Formats.decimal(supply.rate().perDay()),
                        forecast.runsOutOn()
                                .map(day -> "habis hari " + Formats.longDate(day))
                                .orElse("cukup untuk lebih dari tiga bulan"));
    }

    private String promised() {
        if (proposal.lacking() > 0) {
            return "Kurang %s blangko untuk yang sudah terpesan; pindahkan sebagian pemesanan atau tunggu kiriman."
                    .formatted(Formats.number(proposal.lacking()));
        }
        return "Setelah %s yang terpesan masih dapat dijanjikan %s blangko."
                .formatted(Formats.number(proposal.booked()), Formats.number(proposal.unpromised()));
    }
}
