package id.dukcapil.portal.delivery.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import id.dukcapil.portal.common.ui.FilterBar;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.UrlState;
import id.dukcapil.portal.delivery.ReleaseFilter;
import id.dukcapil.portal.delivery.ReleaseStatus;
import id.dukcapil.portal.staff.Office;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The filters of the releases; all of them stand in the address, none of them is personal. */
class ReleaseFilters extends FilterBar {

    private static final long serialVersionUID = 1L;
    private static final String REFERENCE = "cari";
    private static final String STATUS = "status";
    private static final String OFFICE = "kantor";
    private static final String FROM = "dari";
    private static final String TO = "sampai";

    private final transient List<Office> offices;
    private final transient ZoneId zone;
    private final transient Consumer<UrlState> chosen;
    private final TextField reference = Indonesian.textField("Cari");
    private final Select<ReleaseStatus> status = Indonesian.select("Status");
    private final Select<Office> office = Indonesian.select("Kantor");
    private final DatePicker from = Indonesian.datePicker("Dari");
    private final DatePicker to = Indonesian.datePicker("Sampai");
    private transient UrlState url = new UrlState();

    /**
     * @param offices those the person may see
     * @param chosen opens the address that stands for the new choice
     */
    ReleaseFilters(List<Office> offices, ZoneId zone, Consumer<UrlState> chosen) {
        this.offices = offices;
        this.zone = zone;
        this.chosen = chosen;
        addFields(referenceField(), statusField(), officeField(), dateField(from, FROM), dateField(to, TO));
    }

    private TextField referenceField() {
        reference.setPlaceholder("Nomor permohonan");
        reference.setClearButtonVisible(true);
        reference.setValueChangeMode(ValueChangeMode.LAZY);
        reference.addFocusShortcut(Key.SLASH);
        reference.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.accept(url.with(
                        REFERENCE,
                        change.getValue().isBlank() ? null : change.getValue().strip()));
            }
        });
        return reference;
    }

    private Select<ReleaseStatus> statusField() {
        status.setItems(ReleaseStatus.values());
        status.setItemLabelGenerator(one -> one == null ? "Semua status" : one.label());
        status.setEmptySelectionAllowed(true);
        status.setEmptySelectionCaption("Semua status");
        status.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.accept(url.with(
                        STATUS,
                        change.getValue() == null ? null : change.getValue().name()));
            }
        });
        return status;
    }

    private Select<Office> officeField() {
        office.setItems(offices);
        office.setItemLabelGenerator(one -> one == null ? "Semua kantor" : one.name());
        office.setEmptySelectionAllowed(true);
        office.setEmptySelectionCaption("Semua kantor");
        office.setVisible(offices.size() > 1);
        office.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.accept(url.with(
                        OFFICE,
                        change.getValue() == null
                                ? null
                                : change.getValue().code().value()));
            }
        });
        return office;
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
        status.setValue(url.constant(STATUS, ReleaseStatus.class).orElse(null));
        office.setValue(url.text(OFFICE)
                .flatMap(code -> offices.stream()
                        .filter(one -> one.code().value().equals(code))
                        .findFirst())
                .orElse(null));
        from.setValue(url.date(FROM).orElse(null));
        to.setValue(url.date(TO).orElse(null));
    }

    ReleaseFilter filter() {
        return new ReleaseFilter(
                status.getValue(),
                Optional.ofNullable(office.getValue()).map(Office::code).orElse(null),
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
