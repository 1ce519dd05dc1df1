package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.booking.BookingCode;
import id.dukcapil.portal.booking.BookingDetails;
import id.dukcapil.portal.booking.BookingExport;
import id.dukcapil.portal.booking.BookingFilter;
import id.dukcapil.portal.booking.BookingLists;
import id.dukcapil.portal.booking.BookingRow;
import id.dukcapil.portal.booking.BookingStatus;
import id.dukcapil.portal.booking.CheckIn;
import id.dukcapil.portal.booking.DayList;
import id.dukcapil.portal.booking.Reception;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.Parsed;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.ExportButtons;
import id.dukcapil.portal.common.ui.FileLink;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.ListFilters;
import id.dukcapil.portal.common.ui.OfficePicker;
import id.dukcapil.portal.common.ui.ReasonDialog;
import id.dukcapil.portal.common.ui.RegisterPage;
import id.dukcapil.portal.common.ui.ScanAnswer;
import id.dukcapil.portal.common.ui.ScanField;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.counter.Tickets;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;

/** Kedatangan: the counter on the day. The scan field keeps the focus; each ticket is answered in one large line. */
@Route(BookingNavigation.RECEPTION)
@PageTitle("Kedatangan")
@Menu(title = "Kedatangan", order = 12)
@RolesAllowed(Permission.Name.BOOKING_CHECK_IN)
@StyleSheet("context://styles/booking.css")
class ReceptionView extends RegisterPage<BookingRow> {

    private final transient Reception reception;
    private final transient CounterSteps steps;
    private final transient BookingLists lists;
    private final transient CurrentStaff staff;
    private final transient Tickets tickets;
    private final transient Clock clock;

    private final OfficePicker<Office> offices;
    private final ScanField scan;
    private final ScanAnswer answer;
    private final ReceptionFigures figures = new ReceptionFigures();
    private transient Office office;

    ReceptionView(
            Reception reception,
            CounterSteps steps,
            WalkIns walkIns,
            BookingLists lists,
            DayList dayList,
            BookingExport export,
            ExportButtons exportButtons,
            CurrentStaff staff,
            Tickets tickets,
            Clock clock) {
        super("Kedatangan", BookingNavigation.RECEPTION);
        this.reception = reception;
        this.steps = steps;
        this.lists = lists;
        this.staff = staff;
        this.tickets = tickets;
        this.clock = clock;
        offices = new OfficePicker<>(
                staff.officesInScope(), staff.require().office(), code -> go(url().with(ListFilters.OFFICE, code)));
        office = offices.show(url());
        scan = new ScanField("Pindai tiket atau ketik kode booking", this::scanned);
        answer = scan.answer();
        BookingColumns.add(grid, code -> office.name(), false, office.timeZone());
        list(this::filter, lists::count, BookingLists.COUNT_LIMIT, lists::page, BookingRow::cursor);
        whenEmpty(
                "Belum ada pemesanan untuk hari ini", "Pemesanan hari ini muncul di sini, dari aplikasi maupun loket.");
        lay(scan.withAnswer(), figures);
        var actions = new ArrayList<Component>();
        actions.add(offices);
        if (staff.may(Permission.BOOKING_EXPORT)) {
            actions.add(new FileLink(
                    "Daftar PDF",
                    "daftar-hari-ini.pdf",
                    FileLink.PDF,
                    out -> out.write(dayList.pdf(office.code(), today()))));
            actions.add(exportButtons.button("Daftar Excel", () -> export.ask(filter())));
        }
        walkIns.button(() -> office, this::admitted).ifPresent(actions::add);
        setActions(actions.toArray(Component[]::new));
    }

    private void admitted(BookingDetails booking) {
        answer.say(who(booking) + " mendapat kursi yang dilepas dan dicatat hadir", Tone.OK);
        refresh();
        scan.focus();
    }

    private static String who(BookingDetails booking) {
        return "%03d · %s".formatted(booking.queueNumber(), booking.fullName());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        super.afterNavigation(event);
        scan.focus();
    }

    @Override
    protected void refresh() {
        office = offices.show(url());
        setSubtitle(office.name() + " · " + Formats.longDate(today()));
        figures.show(lists.countsOfDay(office.code(), today()));
        super.refresh();
    }

    private void scanned(String text) {
        Parsed<BookingCode> code = BookingCode.parse(text);
        code.errors().stream().findFirst().map(Finding::message).ifPresent(message -> answer.say(message, Tone.LATE));
        code.value()
                .ifPresent(known -> reception
                        .checkIn(known, office.code())
                        .ifPresentOrElse(
                                this::show,
                                () -> answer.say("Tidak ada pemesanan dengan kode %s.".formatted(known), Tone.LATE)));
        scan.focus();
    }

    private void show(CheckIn result) {
        BookingDetails booking = result.booking();
        String who = who(booking);
        switch (result) {
            case CheckIn.Done done -> {
                answer.say(
                        who + " dicatat hadir" + number(booking), done.booking().nameDiffers() ? Tone.WARN : Tone.OK);
                if (done.booking().nameDiffers()) {
                    answer.add(new Span("Nama berbeda dari data SIAK: periksa KTP-el atau KK."));
                }
                refresh();
            }
            case CheckIn.AlreadyDone ignored -> {
                answer.say(who + alreadyDone(booking.status()) + number(booking), Tone.INFO);
                steps.offer(booking, answer::offer, this::done);
            }
            case CheckIn.TooEarly ignored -> {
                answer.say(who + ": tiket untuk " + Formats.longDate(booking.date()), Tone.WARN);
                offerToServeEarly(booking);
                offerToLook(booking);
            }
            case CheckIn.Refused refused -> {
                answer.say(refused.reason(), Tone.LATE);
                offerToLook(booking);
            }
        }
    }

    private static String alreadyDone(BookingStatus status) {
        return switch (status) {
            case SERVED, COMPLETED -> " sudah dilayani; kartunya belum dicatat diserahkan";
            case HANDED_OVER -> " sudah menerima kartunya";
            case BOOKED, CHECKED_IN, MISSED, REPLACED, CANCELLED, MOVED -> " sudah dicatat hadir sebelumnya";
        };
    }

    /** The number under which the person is called; the booking's own is never called. */
    private String number(BookingDetails booking) {
        return tickets.activeTicketOf(booking.nik(), office.code())
                .map(ticket -> ", nomor antrean " + ticket.label())
                .orElse("");
    }

    private void done() {
        answer.removeAll();
        refresh();
        scan.focus();
    }

    private void offerToServeEarly(BookingDetails booking) {
        answer.offer(
                "Layani hari ini",
                () -> ReasonDialog.ask(
                        "Layani sebelum tanggal tiket",
                        "Kursi pada %s tetap terpakai; alasan tercatat di riwayat."
                                .formatted(Formats.longDate(booking.date())),
                        "Catat hadir",
                        reason -> reception
                                .checkInEarly(booking.code(), office.code(), reason)
                                .ifPresent(this::show)));
    }

    private void offerToLook(BookingDetails booking) {
        if (staff.may(Permission.BOOKING_READ) && staff.require().mayActFor(booking.office())) {
            answer.offer(
                    "Lihat pemesanan",
                    () -> UI.getCurrent().navigate(BookingsView.class, BookingNavigation.chosen(booking.code())));
        }
    }

    private BookingFilter filter() {
        return BookingFilter.day(office.code(), today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), office.timeZone());
    }
}
