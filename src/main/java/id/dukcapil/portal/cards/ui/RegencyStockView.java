package id.dukcapil.portal.cards.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.cards.regency.OfficeStock;
import id.dukcapil.portal.cards.regency.RegencyStocks;
import id.dukcapil.portal.cards.regency.TransferProposal;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.AddressedPage;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.Sheet;
import id.dukcapil.portal.staff.CurrentStaff;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Who has how many blanks for how many days, and who could help whom. */
@Route(CardsNavigation.REGENCY)
@PageTitle("Blangko sekabupaten")
@RolesAllowed(Permission.Name.CARDS_READ)
@StyleSheet("context://styles/cards.css")
class RegencyStockView extends AddressedPage {

    private static final double TWO_WEEKS = 10;
    private static final double A_WEEK = 5;

    private final transient RegencyStocks stocks;
    private final transient CurrentStaff staff;
    private final RowList offices = new RowList();
    private final RowList proposals = new RowList();

    RegencyStockView(RegencyStocks stocks, CurrentStaff staff) {
        super("Blangko sekabupaten", CardsNavigation.REGENCY);
        this.stocks = stocks;
        this.staff = staff;
        add(
                new Sheet("Kantor, yang paling dahulu habis di atas", offices),
                new Sheet("Usulan transfer", proposals).note("yang kurang dari 5 hari dibantu sampai 10 hari"));
    }

    @Override
    protected void refresh() {
        List<OfficeStock> all = stocks.all();
        setSubtitle("%s blangko di %d kantor · di jalan %s"
                .formatted(
                        Formats.number(all.stream().mapToInt(OfficeStock::stock).sum()),
                        all.size(),
                        Formats.number(
                                all.stream().mapToInt(OfficeStock::coming).sum())));
        setActions(
                CardsNavigation.links(CardsNavigation.REGENCY, staff.require().office())
                        .toArray(Component[]::new));
        offices.show(all.stream().map(RegencyStockView::row).toList(), "Belum ada kantor yang memiliki buku blangko.");
        proposals.show(
                stocks.proposals().stream().map(RegencyStockView::row).toList(),
                "Tidak ada kantor yang perlu dibantu.");
    }

    private static RowList.Row row(OfficeStock office) {
        double days = office.daysLeft();
        var row = new RowList.Row(office.name())
                .line("pengaman %s · terpakai %s per hari%s"
                        .formatted(
                                Formats.number(office.safety()),
                                Formats.decimal(office.perDay()),
                                office.coming() == 0 ? "" : " · di jalan " + Formats.number(office.coming())))
                .figure(Formats.number(office.stock()))
                .with(new Anchor(CardsNavigation.ledgerOf(office.office()), "Buku"));
        if (office.openDays() > 0) {
            row.badge("%d hari belum ditutup".formatted(office.openDays()), Tone.WARN);
        }
        return Double.isInfinite(days)
                ? row.badge("laju belum diketahui", Tone.NEUTRAL)
                : row.badge(
                        Formats.decimal(days) + " hari lagi",
                        days < A_WEEK ? Tone.LATE : days < TWO_WEEKS ? Tone.WARN : Tone.OK);
    }

    private static RowList.Row row(TransferProposal proposal) {
        return new RowList.Row("%s → %s"
                        .formatted(proposal.from().name(), proposal.to().name()))
                .figure(Formats.number(proposal.cards()))
                .with(new Anchor(
                        CardsNavigation.SHIPMENTS + "?kantor=" + proposal.from().office(), "Kirim"));
    }
}
