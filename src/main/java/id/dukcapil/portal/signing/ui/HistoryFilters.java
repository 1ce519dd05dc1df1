package id.dukcapil.portal.signing.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import id.dukcapil.portal.common.ui.FilterBar;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.UrlState;
import id.dukcapil.portal.signing.BatchEnding;
import id.dukcapil.portal.signing.BatchFilter;
import id.dukcapil.portal.signing.BatchLists.KnownSigner;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The filters of the history of batches; all of them stand in the address. */
class HistoryFilters extends FilterBar {

    private static final long serialVersionUID = 1L;
    private static final String SIGNER = "penanda-tangan";
    private static final String ENDING = "akhir";
    private static final String FROM = "dari";
    private static final String TO = "sampai";

    /** Stands in the address where no way of ending can. */
    private static final String RUNNING = "BERJALAN";

    private final transient ZoneId zone;
    private final transient Consumer<UrlState> chosen;
    private final transient List<KnownSigner> signers;
    private final Select<KnownSigner> signer = Indonesian.select("Penanda tangan");
    private final Select<String> ending = Indonesian.select("Akhir sesi");
    private final DatePicker from = Indonesian.datePicker("Dari");
    private final DatePicker to = Indonesian.datePicker("Sampai");
    private transient UrlState url = new UrlState();

    /** @param chosen opens the address that stands for the new choice */
    HistoryFilters(List<KnownSigner> signers, ZoneId zone, Consumer<UrlState> chosen) {
        this.signers = signers;
        this.zone = zone;
        this.chosen = chosen;
        addFields(signerField(), endingField(), dateField(from, FROM), dateField(to, TO));
    }

    private Select<KnownSigner> signerField() {
        signer.setItems(signers);
        signer.setItemLabelGenerator(one -> one == null ? "Semua penanda tangan" : one.name());
        signer.setEmptySelectionAllowed(true);
        signer.setEmptySelectionCaption("Semua penanda tangan");
        signer.setVisible(signers.size() > 1);
        signer.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                KnownSigner one = change.getValue();
                chosen.accept(url.with(SIGNER, one == null ? null : one.id()));
            }
        });
        return signer;
    }

    private Select<String> endingField() {
        List<String> items = new ArrayList<>(List.of(RUNNING));
        Arrays.stream(BatchEnding.values()).map(BatchEnding::name).forEach(items::add);
        ending.setItems(items);
        ending.setItemLabelGenerator(HistoryFilters::label);
        ending.setEmptySelectionAllowed(true);
        ending.setEmptySelectionCaption("Semua sesi");
        ending.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.accept(url.with(ENDING, change.getValue()));
            }
        });
        return ending;
    }

    private static String label(@Nullable String one) {
        if (one == null) {
            return "Semua sesi";
        }
        return one.equals(RUNNING)
                ? HistoryTones.RUNNING
                : BatchEnding.valueOf(one).label();
    }

    private DatePicker dateField(DatePicker field, String name) {
        field.setClearButtonVisible(true);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.accept(url.with(name, change.getValue()));
            }
        });
        return field;
    }

    /** Puts into the fields what the address says. */
    void show(UrlState state) {
        url = state;
        signer.setValue(url.text(SIGNER)
                .flatMap(wanted -> signers.stream()
                        .filter(one -> one.id().toString().equals(wanted))
                        .findFirst())
                .orElse(null));
        ending.setValue(
                isRunning() ? RUNNING : chosenEnding().map(BatchEnding::name).orElse(null));
        from.setValue(url.date(FROM).orElse(null));
        to.setValue(url.date(TO).orElse(null));
    }

    BatchFilter filter() {
        return new BatchFilter(
                Optional.ofNullable(signer.getValue()).map(KnownSigner::id).orElse(null),
                isRunning(),
                chosenEnding().orElse(null),
                startOf(from.getValue()),
                Optional.ofNullable(to.getValue())
                        .map(day -> startOf(day.plusDays(1)))
                        .orElse(null));
    }

    private boolean isRunning() {
        return url.text(ENDING).filter(RUNNING::equals).isPresent();
    }

    private Optional<BatchEnding> chosenEnding() {
        return url.constant(ENDING, BatchEnding.class);
    }

    private @Nullable Instant startOf(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }
}
