package id.dukcapil.portal.cards.ui;

import id.dukcapil.portal.cards.CardStocks;
import id.dukcapil.portal.cards.CardSupply;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.DeskCard;
import id.dukcapil.portal.common.ui.DeskContribution;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.CurrentStaff;
import java.util.List;
import org.springframework.stereotype.Component;

/** The stock of blank cards of the own office on a person's desk, where the office keeps a ledger. */
@Component
class CardsDesk implements DeskContribution {

    private static final int PLACE = 22;

    private final CardStocks stocks;
    private final CurrentStaff staff;

    CardsDesk(CardStocks stocks, CurrentStaff staff) {
        this.stocks = stocks;
        this.staff = staff;
    }

    @Override
    public List<DeskCard> cards() {
        if (!staff.may(Permission.CARDS_READ)) {
            return List.of();
        }
        OfficeCode office = staff.require().office();
        return stocks.of(office).map(this::card).stream().toList();
    }

    private DeskCard card(CardSupply supply) {
        return new DeskCard(
                "Stok blangko",
                Formats.number(supply.stock()),
                stocks.forecast(supply)
                        .runsOutOn()
                        .map(day -> "habis " + Formats.longDate(day) + " dengan laju sekarang")
                        .orElse("stok pengaman " + Formats.number(supply.safetyStock())),
                CardFigures.tone(supply),
                CardsNavigation.ledgerOf(supply.office()),
                PLACE);
    }
}
