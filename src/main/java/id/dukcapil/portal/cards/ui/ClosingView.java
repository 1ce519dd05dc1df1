package id.dukcapil.portal.cards.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.cards.closing.CardClosings;
import id.dukcapil.portal.cards.closing.Closing;
import id.dukcapil.portal.cards.closing.PlaceCount;
import id.dukcapil.portal.cards.closing.PrinterSupplies;
import id.dukcapil.portal.cards.closing.PrinterSupplies.Supply;
import id.dukcapil.portal.cards.closing.StockCards;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.AddressedPage;
import id.dukcapil.portal.common.ui.FileLink;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.ListFilters;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.OfficePicker;
import id.dukcapil.portal.common.ui.ReasonDialog;
import id.dukcapil.portal.common.ui.parts.DayClosing;
import id.dukcapil.portal.common.ui.parts.Sheet;
import id.dukcapil.portal.common.ui.parts.Waterfall;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The closing of the day: count, balance, difference, lock. The balance is shown to nobody who still has to count. */
@Route(CardsNavigation.CLOSING)
@PageTitle("Penutupan hari, blangko")
@RolesAllowed(Permission.Name.CARDS_READ)
class ClosingView extends AddressedPage {

    private final transient CardClosings closings;
    private final transient PrinterSupplies supplies;
    private final transient StockCards cards;
    private final transient CurrentStaff staff;
    private final OfficePicker<Office> offices;
    private final OpenDays open;
    private final Div content = new Div();
    private transient Office office;

    ClosingView(CardClosings closings, PrinterSupplies supplies, StockCards cards, CurrentStaff staff) {
        super("Penutupan hari, blangko KTP-el", CardsNavigation.CLOSING);
        this.closings = closings;
        this.supplies = supplies;
        this.cards = cards;
        this.staff = staff;
        open = new OpenDays(closings);
        offices = new OfficePicker<>(staff.officesInScope(), staff.require().office(), code -> {
            go(url().with(ListFilters.OFFICE, code));
            refresh();
        });
        office = offices.show(url());
        content.addClassName("closing-content");
        add(content);
    }

    @Override
    protected void refresh() {
        office = offices.show(url());
        List<Closing> past = closings.latest(office.code());
        Optional<Closing> pending = closings.pending(office.code());
        Optional<LocalDate> due = pending.map(Closing::day).or(() -> closings.dayToClose(office.code()));
        setSubtitle("%s · %s · penutupan terakhir %s"
                .formatted(
                        office.name(),
                        due.map(Formats::longDate).orElse("hari ini sudah ditutup"),
                        past.stream()
                                .findFirst()
                                .map(last -> Formats.date(last.day()))
                                .orElse("belum ada")));
        setActions(actions());
        content.removeAll();
        open.show(office.code());
        content.add(open);
        Optional<Closing> chosen = url().text(CardsNavigation.DAY)
                .flatMap(day -> past.stream()
                        .filter(closing -> closing.day().toString().equals(day))
                        .findFirst())
                .or(due.isEmpty() ? () -> past.stream().findFirst() : Optional::empty);
        content.add(ClosedDays.steps(pending.orElse(null), due.isPresent() && chosen.isEmpty()));
        if (chosen.isPresent()) {
            content.add(locked(chosen.get()), new BalanceSheet(chosen.get()));
        } else if (pending.isPresent()) {
            showPending(pending.get());
        } else if (due.isPresent() && staff.may(Permission.CARDS_ENTER)) {
            countFirst(due.get());
        }
        content.add(supply(due, chosen.or(() -> pending.filter(this::mayBeSeen))));
        content.add(new ClosedDays(past, day -> go(url().with(CardsNavigation.DAY, day))));
    }

    private Component[] actions() {
        var actions = new ArrayList<Component>(List.of(offices));
        actions.addAll(CardsNavigation.links(CardsNavigation.CLOSING, office.code()));
        String file = "kartu-stok-" + office.code();
        actions.add(new FileLink("Kartu stok PDF", file + ".pdf", FileLink.PDF, out -> out.write(cards.pdf(office))));
        actions.add(new FileLink("Excel", file + ".xlsx", FileLink.XLSX, out -> out.write(cards.xlsx(office))));
        return actions.toArray(Component[]::new);
    }

    private void countFirst(LocalDate day) {
        var id = UUID.randomUUID();
        List<String> printers =
                supplies.of(office.code(), day).stream().map(Supply::printer).toList();
        content.add(
                new Sheet("Hitungan fisik " + Formats.shortDate(day)).padded(new CountForm(printers, (places, box) -> {
                    closings.count(id, office.code(), places, box);
                    refresh();
                })),
                new Sheet("Neraca")
                        .note("tertutup")
                        .padded(new Paragraph("Angka neraca terbuka sesudah hitungan disimpan.")));
    }

    /** Not by whoever still has to count. */
    private boolean mayBeSeen(Closing pending) {
        boolean another = !staff.require().id().value().equals(pending.countedBy());
        return !pending.needsSecondPerson() || !another || !staff.may(Permission.CARDS_WITNESS);
    }

    private void showPending(Closing pending) {
        if (!mayBeSeen(pending)) {
            content.add(new Sheet("Hitungan orang kedua")
                    .padded(
                            new Paragraph(
                                    "%s sudah menghitung dan ada selisih. Hitung sendiri semua blangko dan kotak musnah."
                                            .formatted(pending.countedName())),
                            new CountForm(List.of("semua printer"), (places, box) -> {
                                int sum = places.stream()
                                        .mapToInt(PlaceCount::cards)
                                        .sum();
                                closings.countAgain(pending.id(), sum, box);
                                refresh();
                            })));
            return;
        }
        content.add(new BalanceSheet(pending), difference(pending));
    }

    private Sheet difference(Closing pending) {
        var sheet = new Sheet(pending.agrees() ? "Cocok" : "Selisih " + Waterfall.signed(pending.difference()));
        if (pending.needsSecondPerson()) {
            return sheet.padded(new Paragraph(
                    "Orang kedua membuka halaman ini dengan akunnya sendiri dan menghitung tanpa melihat angka."));
        }
        if (!staff.may(Permission.CARDS_ENTER)) {
            return sheet.padded(new Paragraph("Menunggu petugas cetak menutup hari."));
        }
        var close = new Button("Tutup dan kunci", click -> close(pending));
        close.addThemeVariants(ButtonVariant.PRIMARY);
        var again = new Button(
                "Buang hitungan",
                click -> ReasonDialog.ask(
                        "Buang hitungan ini?", "Hari dihitung dari awal; jejak audit menyimpannya.", "Buang", why -> {
                            closings.discard(pending.id(), why);
                            refresh();
                        }));
        var buttons = new Div(close, again);
        buttons.addClassName("count-buttons");
        return sheet.padded(
                new Paragraph("Dihitung %s%s. Koreksi kemudian menjadi baris hari berikutnya."
                        .formatted(
                                pending.countedName(),
                                pending.secondName() == null ? "" : " dan " + pending.secondName())),
                buttons);
    }

    private void close(Closing pending) {
        if (pending.agrees()) {
            closed(pending, "");
        } else {
            ReasonDialog.ask(
                    "Selisih " + Waterfall.signed(pending.difference()),
                    "Selisih menjadi baris buku yang menyebut penutupan ini.",
                    "Tutup dan kunci",
                    why -> closed(pending, why));
        }
    }

    private void closed(Closing pending, String why) {
        try {
            Closing done = closings.close(pending.id(), why);
            Notify.done("Hari ditutup dan dikunci, nomor %s.".formatted(done.number()));
        } catch (ChangedMeanwhile | InvalidInput refused) {
            Notify.problem(String.valueOf(refused.getMessage()));
        }
        refresh();
    }

    private DayClosing locked(Closing closing) {
        var sheet = new DayClosing("Penutupan " + closing.number());
        sheet.showClosed(closing.lock(office.timeZone()));
        return sheet;
    }

    private Sheet supply(Optional<LocalDate> due, Optional<Closing> seen) {
        var sheet = new SupplySheet(supplies, staff.may(Permission.CARDS_ENTER) ? this::give : null);
        return seen.map(closing -> sheet.compared(supplies.compared(closing), closing))
                .orElseGet(() -> sheet.given(
                        due.map(day -> supplies.of(office.code(), day)).orElse(List.of())));
    }

    private void give(String printer) {
        new SupplyDialog(supplies, supplies.printers(office.code()), office.code(), printer, this::refresh).open();
    }
}
