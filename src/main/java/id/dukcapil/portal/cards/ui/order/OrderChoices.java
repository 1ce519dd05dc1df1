package id.dukcapil.portal.cards.ui.order;

import com.vaadin.flow.component.UI;
import id.dukcapil.portal.cards.order.OrderDetails;
import id.dukcapil.portal.cards.order.OrderPapers;
import id.dukcapil.portal.cards.order.OrderStatus;
import id.dukcapil.portal.cards.order.PrintDesk;
import id.dukcapil.portal.cards.order.PrintOutcome;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.PdfDialog;
import id.dukcapil.portal.common.ui.ReasonDialog;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Offices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with the open order, numbered: the number and Enter in the scan field does it, so that hands stay on
 * scanner and keys. What is no number is the serial of the card that is being printed, or the shelf of the one that is checked.
 */
final class OrderChoices {

    private final PrintDesk desk;
    private final OrderPapers papers;
    private final CurrentStaff staff;
    private final Offices places;
    private final Runnable changed;

    OrderChoices(PrintDesk desk, OrderPapers papers, CurrentStaff staff, Offices places, Runnable changed) {
        this.places = places;
        this.desk = desk;
        this.papers = papers;
        this.staff = staff;
        this.changed = changed;
    }

    record Choice(String label, Runnable act) {}

    List<Choice> of(OrderDetails order, @Nullable UUID printer) {
        var choices = new ArrayList<Choice>();
        if (!staff.require().mayActFor(order.office())) {
            // Moved away from here: seen, but the other place goes on with it
            return choices;
        }
        if (staff.may(Permission.CARDS_HAND_OVER) && order.status() == OrderStatus.READY) {
            choices.add(
                    new Choice("Serahkan", () -> UI.getCurrent().navigate(OrdersNavigation.handOver(order.number()))));
        }
        if (staff.may(Permission.CARDS_PRINT)) {
            switch (order.status()) {
                case WAITING -> choices.add(new Choice("Cetak", () -> start(order, printer)));
                case PRINTING -> {
                    choices.add(new Choice("Baik", () -> printedWell(order, "")));
                    faults(
                            choices,
                            cause -> act(
                                    "Gagal dicatat, menunggu cetak ulang",
                                    () -> desk.misprinted(order.number(), order.version(), cause, "")));
                    choices.add(new Choice(
                            "Kembalikan ke antrean",
                            () -> act("Kembali ke antrean", () -> desk.putBack(order.number(), order.version()))));
                }
                case PRINTED -> {
                    choices.add(new Choice(
                            "Nama, foto, chip benar",
                            () -> act("Lulus periksa", () -> desk.passed(order.number(), order.version()))));
                    faults(
                            choices,
                            cause -> act(
                                    "Ditolak, menunggu cetak ulang",
                                    () -> desk.rejected(order.number(), order.version(), cause)));
                }
                case CHECKED -> choices.add(label(order));
                case READY -> {
                    choices.add(label(order));
                    choices.add(reasoned(
                            "Tarik ke brankas", order, why -> desk.recall(order.number(), order.version(), why)));
                }
                case HELD, RECALLED, HANDED_OVER, CANCELLED -> {}
            }
            if (order.status().canBecome(OrderStatus.CANCELLED)) {
                choices.add(reasoned("Batalkan", order, why -> desk.cancel(order.number(), order.version(), why)));
            }
        }
        boolean untouched = order.status() == OrderStatus.WAITING || order.status() == OrderStatus.HELD;
        if (untouched && staff.may(Permission.CARDS_ARRANGE)) {
            choices.add(new Choice("Pindahkan …", () -> new MoveDialog(desk, places, order, changed).open()));
        }
        return choices;
    }

    private static void faults(List<Choice> choices, Consumer<PrintOutcome> fault) {
        for (PrintOutcome cause : PrintOutcome.values()) {
            if (cause != PrintOutcome.GOOD) {
                choices.add(new Choice(cause.label(), () -> fault.accept(cause)));
            }
        }
    }

    /** What is asked for now, beside the field. */
    static String hint(OrderStatus status) {
        return switch (status) {
            case PRINTING -> "Pindai seri kartu yang baik, atau ketik angka tombolnya lalu Enter.";
            case PRINTED -> "Bandingkan nama dan foto, baca chipnya; ketik angka tombolnya lalu Enter.";
            case CHECKED -> "Cetak label, lalu ketik tempat di rak dan Enter.";
            case READY, RECALLED -> "Ketik tempat lain di rak untuk memindahkannya.";
            case WAITING, HELD, HANDED_OVER, CANCELLED -> "Ketik angka tombolnya lalu Enter.";
        };
    }

    /** Does what was typed or scanned about the open order. */
    void enter(OrderDetails order, @Nullable UUID printer, String text) {
        List<Choice> choices = of(order, printer);
        if (text.matches("\\d") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= choices.size()) {
            choices.get(Integer.parseInt(text) - 1).act().run();
            return;
        }
        switch (order.status()) {
            case PRINTING -> printedWell(order, text);
            case CHECKED, READY, RECALLED ->
                act("Di rak " + text, () -> desk.shelve(order.number(), order.version(), text));
            case WAITING, PRINTED, HELD, HANDED_OVER, CANCELLED ->
                Notify.warning("\"%s\" bukan nomor pesanan dan bukan angka tombol.".formatted(text));
        }
    }

    private void start(OrderDetails order, @Nullable UUID printer) {
        if (printer == null) {
            Notify.warning("Pilih pencetaknya dahulu.");
        } else {
            act("Mulai dicetak", () -> desk.start(order.number(), order.version(), printer));
        }
    }

    private void printedWell(OrderDetails order, String serial) {
        act("Tercetak baik", () -> desk.printedWell(order.number(), order.version(), serial));
    }

    private Choice label(OrderDetails order) {
        return new Choice(
                "Label paket",
                () -> new PdfDialog(
                                "Label paket " + order.number(),
                                "label-%s.pdf".formatted(order.number()),
                                () -> papers.label(order.number()).orElseThrow())
                        .open());
    }

    private Choice reasoned(String label, OrderDetails order, Consumer<String> verb) {
        return new Choice(
                label,
                () -> ReasonDialog.ask(label, "Pesanan %s, %s.".formatted(order.number(), order.name()), label, why -> {
                    try {
                        verb.accept(why);
                        Notify.done("%s: %s.".formatted(order.number(), label));
                    } catch (ChangedMeanwhile | IllegalMove refused) {
                        Notify.problem(String.valueOf(refused.getMessage()));
                    }
                    changed.run();
                }));
    }

    private void act(String done, Supplier<Optional<OrderDetails>> verb) {
        try {
            verb.get().ifPresent(order -> Notify.done("%s: %s.".formatted(order.number(), done)));
        } catch (InvalidInput unusable) {
            Notify.warning(String.valueOf(unusable.getMessage()));
        } catch (ChangedMeanwhile | IllegalMove refused) {
            Notify.problem(String.valueOf(refused.getMessage()));
        }
        changed.run();
    }
}
