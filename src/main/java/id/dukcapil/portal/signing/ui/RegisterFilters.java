package id.dukcapil.portal.signing.ui;

import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import id.dukcapil.portal.common.ui.FilterBar;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.UrlState;
import id.dukcapil.portal.signing.SignedFilter;
import id.dukcapil.portal.signing.SignedLists;
import id.dukcapil.portal.signing.SignedLists.Kind;
import id.dukcapil.portal.signing.SignedLists.KnownSigner;
import id.dukcapil.portal.signing.SigningDocumentStatus;
import id.dukcapil.portal.staff.Office;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The filters of the register; all of them stand in the address, none of them tells of a resident. */
class RegisterFilters extends FilterBar {

    private static final long serialVersionUID = 1L;
    private static final String REFERENCE = "cari";
    private static final String KIND = "jenis";
    private static final String STATUS = "status";
    private static final String SIGNER = "penanda-tangan";
    private static final String OFFICE = "kantor";
    private static final String FROM = "dari";
    private static final String TO = "sampai";

    private final transient ZoneId zone;
    private final transient Consumer<UrlState> chosen;
    private final transient List<Kind> kinds;
    private final transient List<KnownSigner> signers;
    private final transient List<Office> offices;
    private final TextField reference = Indonesian.textField("Cari");
    private final Select<Kind> kind;
    private final Select<SigningDocumentStatus> status;
    private final Select<KnownSigner> signer;
    private final Select<Office> office;
    private final DatePicker from = Indonesian.datePicker("Dari");
    private final DatePicker to = Indonesian.datePicker("Sampai");
    private transient UrlState url = new UrlState();

    /**
     * @param offices those the person may see
     * @param chosen opens the address that stands for the new choice
     */
    RegisterFilters(SignedLists lists, List<Office> offices, ZoneId zone, Consumer<UrlState> chosen) {
        this.zone = zone;
        this.chosen = chosen;
        this.offices = offices;
        kinds = lists.kinds();
        signers = lists.signers();
        kind = choice("Jenis", "Semua jenis", KIND, kinds, Kind::title, Kind::code);
        status = choice(
                "Status",
                "Semua status",
                STATUS,
                Arrays.stream(SigningDocumentStatus.values())
                        .filter(SigningDocumentStatus::isSigned)
                        .toList(),
                SigningDocumentStatus::label,
                SigningDocumentStatus::name);
        signer = choice(
                "Penanda tangan",
                "Semua penanda tangan",
                SIGNER,
                signers,
                KnownSigner::name,
                one -> one.id().toString());
        office = choice(
                "Kantor",
                "Semua kantor",
                OFFICE,
                offices,
                Office::name,
                one -> one.code().value());
        addFields(referenceField(), kind, status, signer, office, dateField(from, FROM), dateField(to, TO));
    }

    private TextField referenceField() {
        reference.setPlaceholder("Nomor permohonan");
        reference.setClearButtonVisible(true);
        reference.setValueChangeMode(ValueChangeMode.LAZY);
        reference.addFocusShortcut(Key.SLASH);
        reference.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                String text = change.getValue().strip();
                chosen.accept(url.with(REFERENCE, text.isEmpty() ? null : text));
            }
        });
        return reference;
    }

    /** Where there is nothing to choose from, nothing is offered. */
    private <T> Select<T> choice(
            String label, String all, String name, List<T> items, Function<T, String> text, Function<T, String> key) {
        Select<T> field = Indonesian.select(label);
        ItemLabelGenerator<T> labels = one -> one == null ? all : text.apply(one);
        field.setItems(items);
        field.setItemLabelGenerator(labels);
        field.setEmptySelectionAllowed(true);
        field.setEmptySelectionCaption(all);
        field.setVisible(items.size() > 1);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.accept(url.with(name, change.getValue() == null ? null : key.apply(change.getValue())));
            }
        });
        return field;
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
        kind.setValue(named(KIND, kinds, Kind::code));
        status.setValue(url.constant(STATUS, SigningDocumentStatus.class)
                .filter(SigningDocumentStatus::isSigned)
                .orElse(null));
        signer.setValue(named(SIGNER, signers, one -> one.id().toString()));
        office.setValue(named(OFFICE, offices, one -> one.code().value()));
        from.setValue(url.date(FROM).orElse(null));
        to.setValue(url.date(TO).orElse(null));
    }

    private <T> @Nullable T named(String name, List<T> items, Function<T, String> key) {
        return url.text(name)
                .flatMap(wanted -> items.stream()
                        .filter(one -> key.apply(one).equals(wanted))
                        .findFirst())
                .orElse(null);
    }

    SignedFilter filter() {
        return new SignedFilter(
                Optional.ofNullable(kind.getValue()).map(Kind::code).orElse(null),
                status.getValue(),
                Optional.ofNullable(office.getValue()).map(Office::code).orElse(null),
                Optional.ofNullable(signer.getValue()).map(KnownSigner::id).orElse(null),
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
