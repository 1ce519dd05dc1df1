package id.dukcapil.portal.submission.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.FilterBar;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.UrlState;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.submission.InboxFilter;
import id.dukcapil.portal.submission.InboxOrder;
import id.dukcapil.portal.submission.InboxQueue;
import id.dukcapil.portal.submission.InboxWindow;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The filters of the inbox. What is chosen goes through the address, except a NIK or KK number, which is searched for but
 * never stands there.
 */
class InboxFilters extends FilterBar {

    private static final long serialVersionUID = 1L;
    private static final int PERSONAL_DIGITS = 9;

    private final transient List<Office> offices;
    private final transient Consumer<UrlState> chosen;
    private final transient Runnable personalSearch;
    private final TextField search = Indonesian.textField("Cari");
    private final ComboBox<Office> office = Indonesian.comboBox("Kantor");
    private final ComboBox<String> reason = Indonesian.comboBox("Alasan");
    private final Select<InboxWindow> window = Indonesian.select("Waktu");
    private final Select<InboxOrder> order = Indonesian.select("Urutan");
    private transient UrlState url = new UrlState();
    private transient String privateText = "";

    /**
     * @param chosen opens the address that stands for the new choice
     * @param personalSearch asks the list again, because the address does not tell of the search
     */
    InboxFilters(CurrentStaff staff, Reasons reasons, Consumer<UrlState> chosen, Runnable personalSearch) {
        this.offices = staff.officesInScope();
        this.chosen = chosen;
        this.personalSearch = personalSearch;
        addClassName("inbox-filters");
        searchField();
        office.setItems(offices);
        office.setItemLabelGenerator(Office::name);
        office.setPlaceholder("Semua kantor");
        office.setClearButtonVisible(true);
        office.setVisible(offices.size() > 1);
        office.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                choose(
                        "kantor",
                        change.getValue() == null ? null : change.getValue().code());
            }
        });
        reason.setItems(reasons.codes());
        reason.setItemLabelGenerator(reasons::label);
        reason.setPlaceholder("Semua alasan");
        reason.setClearButtonVisible(true);
        reason.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                choose("alasan", change.getValue());
            }
        });
        choices(window, InboxWindow.values(), "waktu");
        window.setItemLabelGenerator(InboxWindow::label);
        choices(order, InboxOrder.values(), "urut");
        order.setItemLabelGenerator(InboxOrder::label);
        addFields(search, office, reason, window, order);
    }

    private void searchField() {
        search.setPlaceholder("Nomor, NIK, KK, atau nama");
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addClassName("search");
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                searchFor(change.getValue());
            }
        });
    }

    private <E extends Enum<E>> void choices(Select<E> field, E[] constants, String name) {
        field.setItems(constants);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                choose(
                        name,
                        change.getValue().ordinal() == 0
                                ? null
                                : change.getValue().name());
            }
        });
    }

    private void choose(String name, @Nullable Object value) {
        chosen.accept(url.with(name, value).with("nomor", null));
    }

    private void searchFor(String text) {
        boolean personal = text.matches("[\\d\\s.\\-]{%d,}".formatted(PERSONAL_DIGITS));
        privateText = personal ? text : "";
        chosen.accept(url.with("cari", personal || text.isBlank() ? null : text.strip())
                .with("nomor", null));
        if (personal) {
            personalSearch.run();
        }
    }

    /** Puts into the fields what the address says. */
    void show(UrlState state) {
        url = state;
        if (url.has("cari")) {
            privateText = "";
        }
        InboxFilter filter = filter();
        boolean searching = !filter.text().isEmpty();
        search.setValue(filter.text());
        office.setValue(offices.stream()
                .filter(candidate -> candidate.code().equals(filter.office()))
                .findFirst()
                .orElse(null));
        reason.setValue(filter.reasonCode());
        window.setValue(filter.window());
        order.setValue(filter.order());
        reason.setEnabled(!searching);
        window.setEnabled(!searching && filter.queue() != InboxQueue.LATE);
        order.setEnabled(!searching);
    }

    InboxFilter filter() {
        return new InboxFilter(
                url.constant("antrean", InboxQueue.class).orElse(InboxQueue.NEW),
                url.text("kantor")
                        .filter(code -> offices.stream()
                                .anyMatch(known -> known.code().value().equals(code)))
                        .map(OfficeCode::new)
                        .orElse(null),
                url.text("alasan").orElse(null),
                url.constant("waktu", InboxWindow.class).orElse(InboxWindow.ANY),
                privateText.isEmpty() ? url.text("cari").orElse("") : privateText,
                url.constant("urut", InboxOrder.class).orElse(InboxOrder.DUE));
    }
}
