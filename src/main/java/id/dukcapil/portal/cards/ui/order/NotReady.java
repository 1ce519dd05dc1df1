package id.dukcapil.portal.cards.ui.order;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import id.dukcapil.portal.cards.order.OrderDetails;

/** Why the card of an order cannot be handed over now, and what is done about it. */
class NotReady extends Div {

    NotReady(OrderDetails order, Runnable receipt) {
        String sentence = switch (order.status()) {
            case HELD -> "Kartu ditahan sampai pemegangnya berusia 17 tahun.";
            case WAITING -> "Kartu belum dicetak.";
            case PRINTING -> "Kartu sedang dicetak.";
            case PRINTED, CHECKED -> "Kartu sudah dicetak dan belum di rak; periksa di Antrean cetak.";
            case RECALLED -> "Kartu ditarik ke brankas; letakkan kembali di rak lewat Antrean cetak.";
            case READY -> "";
            case HANDED_OVER -> "Kartu sudah diserahkan.";
            case CANCELLED -> "Pesanan dibatalkan.";
        };
        add(new Paragraph(sentence));
        switch (order.status()) {
            case HANDED_OVER -> add(new Button("Tanda terima", click -> receipt.run()));
            case HELD, WAITING, PRINTING, PRINTED, CHECKED, READY, RECALLED, CANCELLED -> {}
        }
    }
}
