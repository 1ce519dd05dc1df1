package id.dukcapil.portal.signing.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import id.dukcapil.portal.common.ui.AddressedFilters;
import id.dukcapil.portal.common.ui.UrlState;
import id.dukcapil.portal.signing.BatchEnding;
import id.dukcapil.portal.signing.BatchFilter;
import id.dukcapil.portal.signing.BatchLists.KnownSigner;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The filters of the history of batches. */
class HistoryFilters extends AddressedFilters {

    private static final long serialVersionUID = 1L;

    /** Stands in the address where no way of ending can. */
    private static final String RUNNING = "BERJALAN";

    private final transient ZoneId zone;
    private final Select<KnownSigner> signer;
    private final Select<String> ending =
            choice("Akhir sesi", "Semua sesi", "akhir", endings(), HistoryFilters::label, one -> one);
    private final DatePicker from = day("Dari", "dari");
    private final DatePicker to = day("Sampai", "sampai");

    /** @param chosen opens the address that stands for the new choice */
    HistoryFilters(List<KnownSigner> signers, ZoneId zone, Consumer<UrlState> chosen) {
        super(chosen);
        this.zone = zone;
        signer = choice(
                "Penanda tangan",
                "Semua penanda tangan",
                "penanda-tangan",
                signers,
                KnownSigner::name,
                one -> one.id().toString());
        addFields(signer, ending, from, to);
    }

    private static List<String> endings() {
        return Stream.concat(
                        Stream.of(RUNNING), Arrays.stream(BatchEnding.values()).map(BatchEnding::name))
                .toList();
    }

    private static String label(String one) {
        return one.equals(RUNNING)
                ? HistoryTones.RUNNING
                : BatchEnding.valueOf(one).label();
    }

    BatchFilter filter() {
        Optional<String> ended = Optional.ofNullable(ending.getValue());
        return new BatchFilter(
                Optional.ofNullable(signer.getValue()).map(KnownSigner::id).orElse(null),
                ended.filter(RUNNING::equals).isPresent(),
                ended.filter(one -> !one.equals(RUNNING))
                        .map(BatchEnding::valueOf)
                        .orElse(null),
                startOf(from, zone),
                endOf(to, zone));
    }
}
