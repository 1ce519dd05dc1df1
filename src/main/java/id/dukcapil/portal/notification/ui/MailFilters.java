package id.dukcapil.portal.notification.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import id.dukcapil.portal.common.ui.FilterBar;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.SearchField;
import id.dukcapil.portal.common.ui.UrlState;
import id.dukcapil.portal.notification.MailFilter;
import id.dukcapil.portal.notification.MailStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The filters of the outbox; all of them stand in the address, none of them is personal. */
class MailFilters extends FilterBar {

    static final String STATUS = "status";

    private static final long serialVersionUID = 1L;
    private static final String KIND = "jenis";
    private static final String REFERENCE = "cari";
    private static final String FROM = "dari";
    private static final String TO = "sampai";

    private final transient Map<String, String> kinds;
    private final transient ZoneId zone;
    private final transient Consumer<UrlState> chosen;
    private final TextField reference = Indonesian.textField("Cari");
    private final Select<String> kind = Indonesian.select("Jenis surat");
    private final DatePicker from = Indonesian.datePicker("Dari");
    private final DatePicker to = Indonesian.datePicker("Sampai");
    private transient UrlState url = new UrlState();

    /**
     * @param kinds labels by the name of the template
     * @param chosen opens the address that stands for the new choice
     */
    MailFilters(Map<String, String> kinds, ZoneId zone, Consumer<UrlState> chosen) {
        this.kinds = kinds;
        this.zone = zone;
        this.chosen = chosen;
        addFields(referenceField(), kindField(), dateField(from, FROM), dateField(to, TO));
    }

    private TextField referenceField() {
        reference.setPlaceholder("Nomor perkara atau kode booking");
        reference.addClassNames("mail-reference", SearchField.OF_THE_LIST);
        reference.setClearButtonVisible(true);
        reference.setValueChangeMode(ValueChangeMode.LAZY);
        reference.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.accept(url.with(
                        REFERENCE,
                        change.getValue().isBlank() ? null : change.getValue().strip()));
            }
        });
        return reference;
    }

    private Select<String> kindField() {
        kind.setItems(kinds.keySet());
        kind.setItemLabelGenerator(
                template -> template == null ? "Semua jenis" : kinds.getOrDefault(template, template));
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption("Semua jenis");
        kind.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.accept(url.with(KIND, change.getValue()));
            }
        });
        return kind;
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
        reference.setValue(url.text(REFERENCE).orElse(""));
        kind.setValue(url.text(KIND).filter(kinds::containsKey).orElse(null));
        from.setValue(url.date(FROM).orElse(null));
        to.setValue(url.date(TO).orElse(null));
    }

    /** The state in the address; null for all, also when it is none. */
    static @Nullable MailStatus status(UrlState url) {
        return url.constant(STATUS, MailStatus.class).orElse(null);
    }

    MailFilter filter() {
        MailStatus status = status(url);
        return new MailFilter(
                status == null ? Set.of() : Set.of(status),
                kind.getValue(),
                reference.getValue(),
                startOf(from.getValue()),
                Optional.ofNullable(to.getValue())
                        .map(day -> startOf(day.plusDays(1)))
                        .orElse(null));
    }

    private @Nullable Instant startOf(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }
}
