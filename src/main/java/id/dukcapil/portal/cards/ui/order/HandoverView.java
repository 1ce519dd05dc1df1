package id.dukcapil.portal.cards.ui.order;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.cards.handover.Handover;
import id.dukcapil.portal.cards.handover.HandoverReceipts;
import id.dukcapil.portal.cards.handover.Handovers;
import id.dukcapil.portal.cards.handover.PackingPapers;
import id.dukcapil.portal.cards.handover.Packings;
import id.dukcapil.portal.cards.order.OrderDetails;
import id.dukcapil.portal.cards.order.OrderLists;
import id.dukcapil.portal.cards.order.OrderStatus;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.common.ui.AddressedPage;
import id.dukcapil.portal.common.ui.DetailPanel;
import id.dukcapil.portal.common.ui.EmptyState;
import id.dukcapil.portal.common.ui.FieldFindings;
import id.dukcapil.portal.common.ui.FileLink;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.PdfDialog;
import id.dukcapil.portal.common.ui.ReasonDialog;
import id.dukcapil.portal.common.ui.ScanField;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.Sheet;
import id.dukcapil.portal.counter.Ticket;
import id.dukcapil.portal.counter.TicketId;
import id.dukcapil.portal.counter.Tickets;
import id.dukcapil.portal.documents.upload.FileExamination;
import id.dukcapil.portal.documents.upload.FileKind;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Penyerahan KTP-el: scan the packet, compare the card, say who takes it and what became of the old one, sign. The person
 * called to this counter is compared with the packet by itself; a packet of somebody else stops.
 */
@Route(OrdersNavigation.HAND_OVER)
@PageTitle("Penyerahan KTP-el")
@Menu(title = "Penyerahan", order = 71)
@RolesAllowed(Permission.Name.CARDS_HAND_OVER)
@StyleSheet("context://styles/cards.css")
class HandoverView extends AddressedPage {

    private final transient Handovers handovers;
    private final transient HandoverReceipts receipts;
    private final transient OrderLists lists;
    private final transient Tickets tickets;
    private final transient FileExamination examination;
    private final transient Clock clock;
    private final transient Office office;
    private final ScanField scan = new ScanField("Pindai tiket, paket, kode booking, atau NIK", this::scanned);
    private final Div place = new Div();
    private final Div beside = new Div();

    HandoverView(
            Handovers handovers,
            HandoverReceipts receipts,
            OrderLists lists,
            Tickets tickets,
            Packings packings,
            PackingPapers papers,
            FileExamination examination,
            CurrentStaff staff,
            Offices offices,
            Clock clock) {
        super("Penyerahan KTP-el", OrdersNavigation.HAND_OVER);
        this.handovers = handovers;
        this.receipts = receipts;
        this.lists = lists;
        this.tickets = tickets;
        this.examination = examination;
        this.clock = clock;
        office = offices.find(staff.require().office()).orElseThrow();
        setSubtitle(office.name());
        setActions(
                new Button("Kemas kartu …", click -> new PackingDialog(packings, papers, office, this::refresh).open()),
                new Button(
                        "Penyerahan kolektif …",
                        click -> new CollectiveDialog(packings, papers, office, this::refresh).open()));
        place.addClassName("stack");
        beside.addClassName("stack");
        var columns = new Div(place, beside);
        columns.addClassName("handover-columns");
        add(scan.withAnswer(), columns);
    }

    @Override
    protected void refresh() {
        place.removeAll();
        beside.removeAll();
        beside.add(new HandedToday(handovers, office), new Shelf(lists.ages(office.code())));
        asked().ifPresentOrElse(
                        this::show,
                        () -> place.add(new EmptyState(
                                "Belum ada yang dilayani",
                                "Pindai tiket untuk menemukan rak paketnya, atau langsung paketnya.")));
    }

    /** From a packet, a booking's page, or a called ticket. */
    private Optional<OrderDetails> asked() {
        return url().text(OrdersNavigation.ORDER)
                .flatMap(lists::find)
                .or(() -> url().text("pemesanan").flatMap(lists::ofReference))
                .or(() -> url().text(OrdersNavigation.TICKET)
                        .flatMap(TicketId::parse)
                        .flatMap(tickets::find)
                        .flatMap(this::packetOf));
    }

    /** Of the person whose number it is, or of the booking that was checked in. */
    private Optional<OrderDetails> packetOf(Ticket ticket) {
        return Optional.ofNullable(ticket.nik())
                .flatMap(lists::readyOf)
                .or(() -> Optional.ofNullable(ticket.bookingCode()).flatMap(lists::ofReference));
    }

    private void scanned(String text) {
        String last = text.replaceFirst(".*/", "");
        Optional<Ticket> ticket = tickets.ofCode(last);
        if (ticket.isPresent()) {
            called(ticket.get());
            return;
        }
        String typed = last.toUpperCase(Locale.ROOT);
        Optional<OrderDetails> found = lists.find(typed)
                .or(() -> lists.ofReference(typed))
                .or(() -> Nik.parse(text).value().flatMap(lists::readyOf));
        if (found.isEmpty()) {
            scan.answer().say("Tidak ada kartu untuk itu di kantor ini.", Tone.WARN);
            return;
        }
        OrderDetails order = found.get();
        Nik expected = expected().orElse(order.nik());
        if (!expected.equals(order.nik())) {
            stop(order);
            return;
        }
        scan.answer().say("Cocok: %s.".formatted(order.name()), Tone.OK);
        go(url().with(OrdersNavigation.ORDER, order.number())
                .with(OrdersNavigation.TICKET, null)
                .with("pemesanan", null));
    }

    /** A ticket says where the packet lies; the packet is scanned next and compared with it. */
    private void called(Ticket ticket) {
        Optional<OrderDetails> packet = packetOf(ticket);
        if (packet.isEmpty()) {
            scan.answer().say("Tiket %s: tidak ada kartu yang siap diambil.".formatted(ticket.label()), Tone.WARN);
            return;
        }
        go(url().with(OrdersNavigation.TICKET, ticket.id())
                .with(OrdersNavigation.ORDER, null)
                .with("pemesanan", null));
        String shelf = packet.get().shelf();
        scan.answer()
                .say(
                        "Tiket %s: %s%s. Pindai paketnya."
                                .formatted(ticket.label(), packet.get().name(), shelf == null ? "" : ", rak " + shelf),
                        Tone.OK);
    }

    /** Who is being served: of the order that is open, or of the number that this counter has called. */
    private Optional<Nik> expected() {
        Optional<Nik> open =
                asked().filter(order -> order.status() == OrderStatus.READY).map(OrderDetails::nik);
        return open.or(() -> tickets.atMyCounter().map(Ticket::nik));
    }

    private void stop(OrderDetails order) {
        if (order.status() == OrderStatus.READY) {
            handovers.holdBack(order.number(), "Paket bukan milik orang di loket");
        }
        scan.answer()
                .say(
                        "Berhenti: paket %s bukan milik orang yang dilayani. Kembalikan ke rak; ini dicatat."
                                .formatted(order.number()),
                        Tone.WARN);
    }

    private void show(OrderDetails order) {
        var badge = new StatusBadge(order.status().label(), QueueView.tone(order.status()));
        var sheet = new Sheet(order.name())
                .note("%s · %s · %s"
                        .formatted(
                                order.nik().masked(),
                                order.number(),
                                order.reason().label()))
                .beside(badge);
        place.add(sheet);
        if (order.status() != OrderStatus.READY) {
            sheet.padded(new NotReady(order, () -> receipt(order.number())));
            handovers
                    .find(order.number())
                    .ifPresent(
                            done -> handovers.letter(done).ifPresent(letter -> sheet.padded(letterLink(done, letter))));
            return;
        }
        var form = new HandoverForm(
                order,
                handovers.family(order.number()),
                LocalDate.ofInstant(clock.instant(), office.timeZone()),
                examination);
        var findings = new FieldFindings();
        form.findings(findings);
        var give = new Button("Serahkan, buat tanda terima", click -> give(order, form, findings));
        give.addThemeVariants(ButtonVariant.PRIMARY);
        give.addClickShortcut(Key.ENTER).listenOn(form).resetFocusOnActiveElement();
        var wrong = new Button("Bukan orangnya …", click -> notThePerson(order));
        wrong.addThemeVariants(ButtonVariant.ERROR, ButtonVariant.TERTIARY);
        var later = new Button("Tunda", click -> close());
        later.addClickShortcut(Key.ESCAPE).listenOn(form);
        sheet.add(form);
        sheet.padded(DetailPanel.actions(give, later, wrong));
        form.focus();
    }

    private static FileLink letterLink(Handover handover, byte[] letter) {
        FileKind kind = Objects.requireNonNull(handover.letterKind());
        return new FileLink("Surat kuasa", "surat-kuasa." + kind.ending(), kind.mediaType(), out -> out.write(letter));
    }

    private void give(OrderDetails order, HandoverForm form, FieldFindings findings) {
        try {
            findings.requireReadable();
            handovers.handOver(order.number(), order.version(), form.given()).ifPresent(done -> {
                Notify.done("KTP-el %s diserahkan pukul %s."
                        .formatted(order.name(), Formats.time(clock.instant(), office.timeZone())));
                close();
                receipt(order.number());
            });
        } catch (InvalidInput invalid) {
            findings.show(invalid);
        } catch (ChangedMeanwhile | IllegalMove refused) {
            Notify.problem(String.valueOf(refused.getMessage()));
            refresh();
        }
    }

    private void receipt(String number) {
        new PdfDialog(
                        "Tanda terima " + number,
                        "tanda-terima-%s.pdf".formatted(number),
                        () -> receipts.pdf(number).orElseThrow())
                .open();
    }

    private void notThePerson(OrderDetails order) {
        ReasonDialog.askBeforeLoss(
                "Bukan orangnya",
                "Kartu %s tidak diserahkan dan kembali ke rak %s.".formatted(order.number(), order.shelf()),
                "Tahan kartu",
                why -> {
                    handovers.holdBack(order.number(), why);
                    Notify.done("Penyerahan %s ditahan.".formatted(order.number()));
                    close();
                });
    }

    private void close() {
        go(url().with(OrdersNavigation.ORDER, null)
                .with(OrdersNavigation.TICKET, null)
                .with("pemesanan", null));
        refresh();
        scan.focus();
    }
}
