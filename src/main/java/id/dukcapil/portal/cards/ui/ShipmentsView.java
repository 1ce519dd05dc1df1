package id.dukcapil.portal.cards.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.cards.closing.CardClosings;
import id.dukcapil.portal.cards.shipment.CardReceipts;
import id.dukcapil.portal.cards.shipment.CardTransfers;
import id.dukcapil.portal.cards.shipment.Receipt;
import id.dukcapil.portal.cards.shipment.Transfer;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.AddressedPage;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.ListFilters;
import id.dukcapil.portal.common.ui.OfficePicker;
import id.dukcapil.portal.common.ui.ReasonDialog;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.Sheet;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Deliveries of the centre and transfers between offices, each with its next act. */
@Route(CardsNavigation.SHIPMENTS)
@PageTitle("Penerimaan & transfer blangko")
@RolesAllowed(Permission.Name.CARDS_READ)
class ShipmentsView extends AddressedPage {

    private final transient CardReceipts receipts;
    private final transient CardTransfers transfers;
    private final transient CurrentStaff staff;
    private final OfficePicker<Office> offices;
    private final OpenDays openDays;
    private final RowList received = new RowList();
    private final RowList moved = new RowList();
    private final Sheet transferSheet = new Sheet("Transfer antarkantor", moved);

    ShipmentsView(CardReceipts receipts, CardTransfers transfers, CardClosings closings, CurrentStaff staff) {
        super("Penerimaan & transfer blangko", CardsNavigation.SHIPMENTS);
        this.receipts = receipts;
        this.transfers = transfers;
        this.staff = staff;
        offices = new OfficePicker<>(staff.officesInScope(), staff.require().office(), code -> {
            go(url().with(ListFilters.OFFICE, code));
            refresh();
        });
        openDays = new OpenDays(closings);
        add(openDays, new Sheet("Kiriman dari pusat", received), transferSheet);
    }

    @Override
    protected void refresh() {
        Office office = offices.show(url());
        int onTheWay = transfers.onTheWayTo(office.code());
        setSubtitle(office.name() + (onTheWay == 0 ? "" : " · di jalan ke sini: " + Formats.number(onTheWay)));
        setActions(actions(office));
        openDays.show(office.code());
        received.show(
                receipts.of(office.code()).stream()
                        .map(receipt -> row(receipt, office))
                        .toList(),
                "Belum ada kiriman. Catat saat datang; sesudah dihitung dua orang menjadi stok.");
        moved.show(
                transfers.of(office.code()).stream()
                        .map(transfer -> row(transfer, office))
                        .toList(),
                "Belum ada transfer dari atau ke kantor ini.");
    }

    private Component[] actions(Office office) {
        var actions = new ArrayList<Component>(List.of(offices));
        actions.addAll(CardsNavigation.links(CardsNavigation.SHIPMENTS, office.code()));
        if (staff.may(Permission.CARDS_ENTER)) {
            actions.add(new Button(
                    "Kirim ke kantor lain", click -> new SendDialog(transfers, office.code(), this::refresh).open()));
            var came = new Button(
                    "Catat kiriman pusat", click -> new ReceiptDialog(receipts, office, this::refresh).open());
            came.addThemeVariants(ButtonVariant.PRIMARY);
            actions.add(came);
        }
        return actions.toArray(Component[]::new);
    }

    private RowList.Row row(Receipt receipt, Office office) {
        String lines = "surat jalan %s · dihitung %s, %s"
                .formatted(
                        Formats.number(receipt.declared()),
                        receipt.countedName(),
                        Formats.shortDateTime(receipt.countedAt(), office.timeZone()));
        var row = new RowList.Row(receipt.reference());
        if (!receipt.isConfirmed()) {
            row.badge("menunggu orang kedua", Tone.WARN).line(lines);
            if (staff.may(Permission.CARDS_WITNESS)
                    && !receipt.countedBy().equals(staff.require().id().value())) {
                row.act("Hitung kedua", () -> countAgain(receipt));
            }
            return row;
        }
        row.line(lines + " dan " + receipt.secondName()).figure(Formats.number(receipt.counted()));
        return difference(row, receipt.difference(), receipt.explanation(), staff.may(Permission.CARDS_ENTER), text -> {
            receipts.explain(receipt.id(), text);
            refresh();
        });
    }

    private void countAgain(Receipt receipt) {
        new CountDialog(
                        "Hitungan kedua, " + receipt.reference(),
                        "Hitung kartunya sendiri, lalu ketik. Hitungan orang pertama tidak ditampilkan.",
                        "Simpan hitungan",
                        counted -> receipts.countAgain(receipt.id(), counted).isConfirmed()
                                ? "Kedua hitungan sama; %s blangko menjadi stok."
                                        .formatted(Formats.number(receipt.counted()))
                                : "Hitungan berbeda dari orang pertama. Hitung ulang bersama; orang lain menghitung lagi.",
                        this::refresh)
                .open();
    }

    private RowList.Row row(Transfer transfer, Office office) {
        boolean coming = transfer.toOffice().equals(office.code());
        var row = new RowList.Row(transfer.number())
                .line("%s → %s · dikirim %s, %s"
                        .formatted(
                                transfer.fromName(),
                                transfer.toName(),
                                transfer.sentName(),
                                Formats.shortDateTime(transfer.sentAt(), office.timeZone())));
        boolean enters = staff.may(Permission.CARDS_ENTER);
        if (transfer.isOnTheWay()) {
            row.badge("di jalan", Tone.INFO).figure(coming ? "?" : Formats.number(transfer.sent()));
            if (coming && enters) {
                row.act("Terima", () -> receive(transfer));
            }
            return row;
        }
        row.figure(Formats.number(transfer.sent())).line("diterima " + transfer.receivedName());
        boolean mayExplain = enters && !staff.require().id().value().equals(transfer.receivedBy());
        return difference(row, transfer.difference(), transfer.explanation(), mayExplain, text -> {
            transfers.explain(transfer.id(), text);
            refresh();
        });
    }

    private void receive(Transfer transfer) {
        new CountDialog(
                        "Terima transfer " + transfer.number(),
                        "Hitung kartu yang datang dari %s, lalu ketik. Jumlah yang dikirim tampil sesudahnya."
                                .formatted(transfer.fromName()),
                        "Terima",
                        counted -> {
                            Transfer done = transfers.receive(transfer.id(), counted);
                            return done.difference() == 0
                                    ? "%s blangko diterima.".formatted(Formats.number(done.sent()))
                                    : "Diterima dengan selisih %s; mintalah pengirim menerangkannya."
                                            .formatted(CardsView.signed(done.difference()));
                        },
                        this::refresh)
                .open();
    }

    private static RowList.Row difference(
            RowList.Row row,
            int difference,
            @Nullable String explanation,
            boolean mayExplain,
            Consumer<String> explain) {
        if (difference == 0) {
            return row.badge("cocok", Tone.OK);
        }
        String signed = CardsView.signed(difference);
        if (explanation != null) {
            return row.badge("selisih " + signed + ", diterangkan", Tone.NEUTRAL)
                    .line(explanation);
        }
        row.badge("selisih " + signed, Tone.LATE);
        return mayExplain
                ? row.act(
                        "Terangkan",
                        () -> ReasonDialog.ask(
                                "Selisih " + signed,
                                "Kedua hitungan tetap seperti dicatat; keterangan ini menutup selisihnya.",
                                "Simpan keterangan",
                                explain))
                : row;
    }
}
