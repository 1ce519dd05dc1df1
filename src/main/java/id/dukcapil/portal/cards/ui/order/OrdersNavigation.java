package id.dukcapil.portal.cards.ui.order;

/** Addresses of the print room and the hand-over. Never carries personal data. */
final class OrdersNavigation {

    static final String QUEUE = "antrean-cetak";
    static final String ORDER = "pesanan";
    static final String PRINTER = "pencetak";
    static final String HAND_OVER = "penyerahan";
    static final String TICKET = "tiket";

    private OrdersNavigation() {}

    static String queue(String number) {
        return QUEUE + "?" + ORDER + "=" + number;
    }

    static String handOver(String number) {
        return HAND_OVER + "?" + ORDER + "=" + number;
    }
}
