package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import id.dukcapil.portal.booking.BookingCode;
import id.dukcapil.portal.booking.BookingFilter;
import id.dukcapil.portal.booking.BookingStatus;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.FilterBar;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.SearchField;
import id.dukcapil.portal.common.ui.UrlState;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The filters of the list of bookings and what they ask for. What is chosen goes through the address, except a NIK,
 * which is searched for but never stands there.
 */
class BookingFilters extends FilterBar {

    private static final long serialVersionUID = 1L;

    private final transient List<Office> offices;
    private final transient Clock clock;
    private final transient Consumer<UrlState> chosen;
    private final SearchField search;
    private final OfficePicker office;
    private final MultiSelectComboBox<BookingStatus> statuses = new MultiSelectComboBox<>();
    private final DatePicker from = Indonesian.datePicker("Dari");
    private final DatePicker to = Indonesian.datePicker("Sampai");
    private transient UrlState url = new UrlState();

    /**
     * @param chosen opens the address that stands for the new choice
     * @param personalSearch asks the list again, because the address does not tell of the search
     */
    BookingFilters(CurrentStaff staff, Clock clock, Consumer<UrlState> chosen, Runnable personalSearch) {
        this.offices = staff.officesInScope();
        this.clock = clock;
        this.chosen = chosen;
        search = new SearchField("Kode, NIK, atau nama", text -> chosen.accept(url.with("cari", text)), personalSearch);
        search.focus();
        office = new OfficePicker(staff, code -> chosen.accept(url.with("kantor", code)));
        addFields(search, officeField(), statusField(), dateField(from, "dari"), dateField(to, "sampai"));
    }

    private OfficePicker officeField() {
        office.setClearButtonVisible(offices.size() > 1);
        office.setLabel("Kantor");
        office.setPlaceholder("Semua kantor");
        office.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() == null) {
                chosen.accept(url.with("kantor", ""));
            }
        });
        return office;
    }

    private MultiSelectComboBox<BookingStatus> statusField() {
        statuses.setItems(BookingStatus.values());
        statuses.setItemLabelGenerator(BookingStatus::label);
        statuses.setPlaceholder("Semua status");
        statuses.setLabel("Status");
        statuses.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                String names =
                        change.getValue().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
                chosen.accept(url.with("status", names.isEmpty() ? null : names));
            }
        });
        return statuses;
    }

    private DatePicker dateField(DatePicker field, String name) {
        field.setClearButtonVisible(true);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.accept(url.with(name, change.getValue() == null ? "" : change.getValue()));
            }
        });
        return field;
    }

    /** Puts into the fields what the address says. */
    void show(UrlState state) {
        url = state;
        search.show(url);
        showOffice();
        statuses.setValue(statusesInUrl());
        from.setValue(dateFrom());
        to.setValue(url.date("sampai").orElse(null));
    }

    private void showOffice() {
        if (offices.size() == 1) {
            office.setValue(offices.getFirst());
        } else {
            office.setValue(url.text("kantor")
                    .flatMap(code -> offices.stream()
                            .filter(candidate -> candidate.code().value().equals(code))
                            .findFirst())
                    .orElse(null));
        }
    }

    /** Without a date in the address the list starts today; an empty one means from the beginning. */
    private @Nullable LocalDate dateFrom() {
        return url.has("dari")
                ? url.date("dari").orElse(null)
                : LocalDate.ofInstant(clock.instant(), offices.getFirst().timeZone());
    }

    private Set<BookingStatus> statusesInUrl() {
        var chosen = EnumSet.noneOf(BookingStatus.class);
        url.text("status").stream()
                .flatMap(names -> Arrays.stream(names.split(",")))
                .flatMap(name -> Arrays.stream(BookingStatus.values())
                        .filter(status -> status.name().equals(name)))
                .forEach(chosen::add);
        return chosen;
    }

    BookingFilter filter() {
        List<OfficeCode> codes = Optional.ofNullable(office.getValue())
                .map(chosen -> List.of(chosen.code()))
                .orElseGet(() -> offices.stream().map(Office::code).toList());
        boolean exact = BookingCode.parse(search.getValue()).value().isPresent() || search.isPersonal();
        return new BookingFilter(
                codes,
                exact ? null : from.getValue(),
                exact ? null : to.getValue(),
                statuses.getValue(),
                search.getValue());
    }
}
