package id.dukcapil.portal.cards.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.cards.closing.CardClosings;
import id.dukcapil.portal.cards.destruction.Destruction;
import id.dukcapil.portal.cards.destruction.DestructionPapers;
import id.dukcapil.portal.cards.destruction.Destructions;
import id.dukcapil.portal.cards.destruction.SpoiltCause;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.AddressedPage;
import id.dukcapil.portal.common.ui.FileLink;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.ListFilters;
import id.dukcapil.portal.common.ui.OfficePicker;
import id.dukcapil.portal.common.ui.ReasonDialog;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.Sheet;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Pemusnahan: what waits in the box, the batch under way, and the berita acara of those before. */
@Route(CardsNavigation.DESTRUCTION)
@PageTitle("Pemusnahan")
@Menu(title = "Pemusnahan", order = 78)
@RolesAllowed(Permission.Name.CARDS_READ)
class DestructionView extends AddressedPage {

    private final transient Destructions destructions;
    private final transient DestructionPapers papers;
    private final transient CurrentStaff staff;
    private final transient Clock clock;
    private final OfficePicker<Office> offices;
    private final OpenDays openDays;
    private final RowList waiting = new RowList();
    private final RowList batches = new RowList();
    private transient Office office;

    DestructionView(
            Destructions destructions,
            DestructionPapers papers,
            CardClosings closings,
            CurrentStaff staff,
            Clock clock) {
        super("Pemusnahan", CardsNavigation.DESTRUCTION);
        this.destructions = destructions;
        this.papers = papers;
        this.staff = staff;
        this.clock = clock;
        offices = new OfficePicker<>(staff.officesInScope(), staff.require().office(), code -> {
            go(url().with(ListFilters.OFFICE, code));
            refresh();
        });
        office = offices.show(url());
        openDays = new OpenDays(closings);
        add(openDays, new Sheet("Menunggu musnah", waiting), new Sheet("Berita acara pemusnahan", batches));
    }

    @Override
    protected void refresh() {
        office = offices.show(url());
        List<Destruction.Line> lines = destructions.waiting(office.code());
        List<Destruction> all = destructions.of(office.code());
        boolean underWay = all.stream().anyMatch(batch -> !batch.isDestroyed());
        setSubtitle(office.name());
        openDays.show(office.code());
        setActions(actions(!lines.isEmpty() && !underWay));
        waiting.show(
                Arrays.stream(SpoiltCause.values())
                        .map(cause -> row(cause, lines))
                        .filter(RowList.Row::isVisible)
                        .toList(),
                "Kotak musnah kosong.");
        batches.show(all.stream().map(this::row).toList(), "Belum ada pemusnahan.");
    }

    private Component[] actions(boolean mayBegin) {
        var actions = new ArrayList<Component>(List.of(offices));
        YearMonth month = YearMonth.from(LocalDate.ofInstant(clock.instant(), office.timeZone()));
        actions.add(new FileLink(
                "Laporan bulan ini",
                "blangko-" + month + ".pdf",
                FileLink.PDF,
                out -> out.write(papers.monthly(month))));
        YearMonth before = month.minusMonths(1);
        actions.add(new FileLink(
                "Bulan lalu", "blangko-" + before + ".pdf", FileLink.PDF, out -> out.write(papers.monthly(before))));
        if (mayBegin && staff.may(Permission.CARDS_ENTER)) {
            var begin = new Button("Hitung untuk dimusnahkan", click -> begin());
            begin.addThemeVariants(ButtonVariant.PRIMARY);
            actions.add(begin);
        }
        return actions.toArray(Component[]::new);
    }

    private void begin() {
        var id = UUID.randomUUID();
        OfficeCode code = office.code();
        new CountDialog(
                        "Hitung kotak musnah",
                        "Keluarkan semua kartu dari kotak dan hitung. Jumlah menurut buku tidak ditampilkan di sini.",
                        "Simpan hitungan",
                        counted -> "%s kartu siap; menunggu hitungan orang kedua."
                                .formatted(Formats.number(
                                        destructions.begin(id, code, counted).cards())),
                        this::refresh)
                .open();
    }

    private static RowList.Row row(SpoiltCause cause, List<Destruction.Line> lines) {
        int cards = lines.stream()
                .filter(line -> line.cause() == cause)
                .mapToInt(Destruction.Line::cards)
                .sum();
        var row = new RowList.Row(cause.label()).figure(Formats.number(cards));
        row.setVisible(cards > 0);
        return row;
    }

    private RowList.Row row(Destruction batch) {
        String number = batch.number();
        var row = new RowList.Row(number == null ? "Sedang disiapkan" : number)
                .line("dihitung %s%s, %s"
                        .formatted(
                                batch.countedName(),
                                batch.secondName() == null ? "" : " dan " + batch.secondName(),
                                Formats.shortDateTime(batch.countedAt(), office.timeZone())))
                .figure(number == null && !batch.isCountedByTwo() ? "?" : Formats.number(batch.cards()));
        if (number != null) {
            row.badge(batch.intact() ? "dibekukan" : "diubah di luar portal", batch.intact() ? Tone.OK : Tone.LATE);
            return row.with(new FileLink(
                    "PDF", "ba-musnah-" + batch.id() + ".pdf", FileLink.PDF, out -> out.write(papers.pdf(batch))));
        }
        return underWay(batch, row);
    }

    private RowList.Row underWay(Destruction batch, RowList.Row row) {
        row.badge(batch.isCountedByTwo() ? "siap dimusnahkan" : "menunggu orang kedua", Tone.WARN);
        if (!batch.isCountedByTwo()
                && staff.may(Permission.CARDS_WITNESS)
                && !staff.require().id().value().equals(batch.countedBy())) {
            row.act("Hitung kedua", () -> countAgain(batch));
        }
        if (staff.may(Permission.CARDS_ENTER)) {
            if (batch.isCountedByTwo()) {
                row.act("Musnahkan …", () -> new WitnessDialog(destructions, batch, this::refresh).open());
            }
            row.act(
                    "Kembalikan",
                    () -> ReasonDialog.ask(
                            "Kembalikan ke kotak?",
                            "Kartu tetap menunggu dan dihitung lagi nanti.",
                            "Kembalikan",
                            why -> {
                                destructions.discard(batch.id(), why);
                                refresh();
                            }));
        }
        return row;
    }

    private void countAgain(Destruction batch) {
        new CountDialog(
                        "Hitungan kedua",
                        "Hitung semua kartunya sendiri, lalu ketik.",
                        "Simpan hitungan",
                        counted -> "%s kartu dihitung dua orang."
                                .formatted(Formats.number(destructions
                                        .countAgain(batch.id(), counted)
                                        .cards())),
                        this::refresh)
                .open();
    }
}
