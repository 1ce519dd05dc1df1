package id.dukcapil.portal.cards.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.cards.CardEntryKind;
import id.dukcapil.portal.cards.CardFilter;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.AddressedFilters;
import id.dukcapil.portal.common.ui.UrlState;
import java.util.List;
import java.util.function.Consumer;

/** Which lines of the ledger are listed; none of it is personal. */
class CardFilters extends AddressedFilters {

    private static final long serialVersionUID = 1L;

    private final TextField reference = text("Cari", "Nomor surat", "cari");
    private final Select<CardEntryKind> kind = choice(
            "Jenis",
            "Semua jenis",
            "jenis",
            List.of(CardEntryKind.values()),
            CardEntryKind::label,
            CardEntryKind::name);
    private final DatePicker from = day("Dari", "dari");
    private final DatePicker to = day("Sampai", "sampai");

    /** @param chosen opens the address that stands for the new choice */
    CardFilters(Consumer<UrlState> chosen) {
        super(chosen);
        addFields(reference, kind, from, to);
    }

    CardFilter filter(OfficeCode office) {
        return new CardFilter(office, kind.getValue(), from.getValue(), to.getValue(), reference.getValue());
    }
}
