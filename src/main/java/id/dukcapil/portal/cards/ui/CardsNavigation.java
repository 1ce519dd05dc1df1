package id.dukcapil.portal.cards.ui;

import id.dukcapil.portal.common.OfficeCode;

/** Addresses of the ledger of blank cards. */
final class CardsNavigation {

    static final String LEDGER = "blangko";

    private CardsNavigation() {}

    static String ledgerOf(OfficeCode office) {
        return LEDGER + "?kantor=" + office;
    }
}
