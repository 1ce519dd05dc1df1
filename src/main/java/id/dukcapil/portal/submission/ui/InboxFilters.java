package id.dukcapil.portal.submission.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import id.dukcapil.portal.common.ui.ListFilters;
import id.dukcapil.portal.common.ui.SearchField;
import id.dukcapil.portal.common.ui.UrlState;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.submission.InboxFilter;
import id.dukcapil.portal.submission.InboxOrder;
import id.dukcapil.portal.submission.InboxQueue;
import id.dukcapil.portal.submission.InboxWindow;
import java.util.function.Consumer;

/**
 * The filters of the inbox. What is chosen goes through the address, except a NIK or KK number, which is searched for but
 * never stands there.
 */
class InboxFilters {

    /** Place of the open request in the address. */
    static final String NUMBER = "nomor";

    static final String QUEUE = "antrean";

    private final ListFilters bar;
    private final SearchField search;
    private final ComboBox<Office> office;
    private final ComboBox<String> reason;
    private final Select<InboxWindow> window;
    private final Select<InboxOrder> order;
    private UrlState url = new UrlState();

    /**
     * @param chosen opens the address that stands for the new choice
     * @param personalSearch asks the list again, because the address does not tell of the search
     */
    InboxFilters(CurrentStaff staff, Reasons reasons, Consumer<UrlState> chosen, Runnable personalSearch) {
        bar = new ListFilters(chosen);
        bar.dropWithEveryChoice(NUMBER);
        bar.addClassName("inbox-filters");
        // A number of a request has many digits too, but also letters
        search = bar.search("Nomor, NIK, KK, atau nama", personalSearch)
                .hiding(text -> text.matches("[\\d\\s.\\-]{9,}"));
        search.addClassName("search");
        office = bar.office(staff.officesInScope());
        reason = bar.pick("Alasan", "Semua alasan", "alasan", reasons.codes(), reasons::label, code -> code);
        window = bar.select("Waktu", "waktu", InboxWindow.values(), InboxWindow::label);
        order = bar.select("Urutan", "urut", InboxOrder.values(), InboxOrder::label);
    }

    ListFilters bar() {
        return bar;
    }

    /** Puts into the fields what the address says. */
    void show(UrlState state) {
        url = state;
        bar.show(state);
        InboxFilter filter = filter();
        boolean searching = !filter.text().isEmpty();
        reason.setValue(filter.reasonCode());
        window.setValue(filter.window());
        order.setValue(filter.order());
        reason.setEnabled(!searching);
        window.setEnabled(!searching && filter.queue() != InboxQueue.LATE);
        order.setEnabled(!searching);
    }

    InboxFilter filter() {
        return new InboxFilter(
                url.constant(QUEUE, InboxQueue.class).orElse(InboxQueue.NEW),
                ListFilters.chosen(office, Office::code),
                reason.getValue(),
                window.getValue(),
                search.getValue(),
                order.getValue());
    }
}
