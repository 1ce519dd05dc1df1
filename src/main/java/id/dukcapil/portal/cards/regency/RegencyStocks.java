package id.dukcapil.portal.cards.regency;

import id.dukcapil.portal.cards.CardStocks;
import id.dukcapil.portal.cards.CardSupply;
import id.dukcapil.portal.cards.closing.CardClosings;
import id.dukcapil.portal.cards.shipment.CardTransfers;
import id.dukcapil.portal.staff.CurrentStaff;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The blanks of all offices that somebody may see, and which of them could help another. */
@Service
@PreAuthorize("hasAuthority('CARDS_READ')")
public class RegencyStocks {

    private final CardStocks stocks;
    private final CardTransfers transfers;
    private final CardClosings closings;
    private final CurrentStaff staff;

    RegencyStocks(CardStocks stocks, CardTransfers transfers, CardClosings closings, CurrentStaff staff) {
        this.stocks = stocks;
        this.transfers = transfers;
        this.closings = closings;
        this.staff = staff;
    }

    /** Those with the fewest days left first; offices without a ledger are left out. */
    public List<OfficeStock> all() {
        return staff.officesInScope().stream()
                .flatMap(office -> stocks.of(office.code()).map(supply -> stock(office.name(), supply)).stream())
                .sorted()
                .toList();
    }

    private OfficeStock stock(String name, CardSupply supply) {
        return new OfficeStock(
                supply.office(),
                name,
                supply.stock(),
                supply.safetyStock(),
                supply.rate().perDay(),
                transfers.onTheWayTo(supply.office()),
                closings.openDays(supply.office()).size());
    }

    /** What could be sent where, so that nobody runs out while another has plenty. */
    public List<TransferProposal> proposals() {
        return TransferProposal.of(all());
    }
}
