package id.dukcapil.portal.cards.ui.order;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.cards.NewCardEntry;
import id.dukcapil.portal.cards.order.OrderDetails;
import id.dukcapil.portal.cards.order.PrintDesk;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.ListFilters;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;

/** Has an order printed and fetched at another office. */
class MoveDialog extends FormDialog {

    private final transient PrintDesk desk;
    private final transient OrderDetails order;
    private final ComboBox<Office> place = Indonesian.comboBox("Tempat cetak dan penyerahan");
    private final TextField reason = Indonesian.textField("Alasan");

    MoveDialog(PrintDesk desk, Offices offices, OrderDetails order, Runnable changed) {
        super("Pindahkan " + order.number(), "Pindahkan", changed);
        this.desk = desk;
        this.order = order;
        place.setItems(offices.all().stream()
                .filter(office -> !office.code().equals(order.office()))
                .toList());
        place.setItemLabelGenerator(Office::name);
        reason.setMaxLength(NewCardEntry.LONGEST_REASON);
        reason.setRequiredIndicatorVisible(true);
        addFields(
                new Paragraph("%s mengambil kartunya di kantor itu. Kedua kantor melihat pesanan ini."
                        .formatted(order.name())),
                place,
                reason);
        findings().at("place", place).at("reason", reason);
    }

    @Override
    protected String act() {
        desk.move(order.number(), order.version(), ListFilters.chosen(place, Office::code), reason.getValue());
        return "Pesanan %s dipindahkan ke %s."
                .formatted(order.number(), place.getValue().name());
    }
}
