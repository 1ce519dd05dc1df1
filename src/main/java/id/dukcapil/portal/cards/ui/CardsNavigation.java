package id.dukcapil.portal.cards.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import id.dukcapil.portal.common.OfficeCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Addresses of the pages about blank cards. */
final class CardsNavigation {

    static final String LEDGER = "blangko";
    static final String SHIPMENTS = "blangko/kiriman";
    static final String CLOSING = "blangko/penutupan";
    static final String REGENCY = "blangko/kabupaten";
    static final String DESTRUCTION = "pemusnahan";
    static final String DAY = "hari";

    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    static {
        PAGES.put(LEDGER, "Buku");
        PAGES.put(SHIPMENTS, "Kiriman");
        PAGES.put(CLOSING, "Penutupan");
        PAGES.put(REGENCY, "Kabupaten");
    }

    private CardsNavigation() {}

    static String ledgerOf(OfficeCode office) {
        return LEDGER + "?kantor=" + office;
    }

    static String closingOf(OfficeCode office) {
        return CLOSING + "?kantor=" + office;
    }

    static String shipmentsOf(OfficeCode office) {
        return SHIPMENTS + "?kantor=" + office;
    }

    private static Anchor link(String address, String name) {
        var link = new Anchor(address, name);
        link.addClassName("card-page-link");
        return link;
    }

    /** The other pages of the same office. */
    static List<Component> links(String here, OfficeCode office) {
        return PAGES.entrySet().stream()
                .filter(page -> !page.getKey().equals(here))
                .<Component>map(page -> link(page.getKey() + "?kantor=" + office, page.getValue()))
                .toList();
    }
}
