package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.booking.DayAccount;
import id.dukcapil.portal.booking.DayAccounts;
import id.dukcapil.portal.booking.DayEnding;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.AddressedPage;
import id.dukcapil.portal.common.ui.Figure;
import id.dukcapil.portal.common.ui.FileLink;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.ListFilters;
import id.dukcapil.portal.common.ui.OfficePicker;
import id.dukcapil.portal.common.ui.Pulse;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.DayBoardContribution;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Papan hari ini: how the day goes, for the head of the office. What happens at the counters shows within a second. */
@Route(BookingNavigation.BOARD)
@PageTitle("Papan hari ini")
@Menu(title = "Papan hari ini", order = 13)
@RolesAllowed(Permission.Name.BOOKING_READ)
@StyleSheet("context://styles/booking.css")
class DayBoardView extends AddressedPage {

    /** Other modules are asked at least so seldom. */
    private static final Duration CONTRIBUTED_FOR = Duration.ofSeconds(15);

    private final transient DayAccounts accounts;
    private final transient CurrentStaff staff;
    private final transient Clock clock;

    private final OfficePicker<Office> offices;
    private final Div figures = new Div();
    private final Div endings = new Div();
    private final Div contributed = new Div();
    private final transient List<DayBoardContribution> contributions;
    private transient Office office;
    private transient @Nullable DayAccount shown;
    private transient Instant contributedAt = Instant.EPOCH;

    DayBoardView(
            DayAccounts accounts,
            List<DayBoardContribution> contributions,
            CurrentStaff staff,
            Pulse pulse,
            Clock clock) {
        super("Papan hari ini", BookingNavigation.BOARD);
        this.accounts = accounts;
        this.contributions = contributions;
        this.staff = staff;
        this.clock = clock;
        offices = new OfficePicker<>(
                staff.officesInScope(), staff.require().office(), code -> go(url().with(ListFilters.OFFICE, code)));
        office = offices.show(url());
        figures.addClassName("figures");
        endings.addClassNames("card", "pad");
        contributed.addClassName("stack");
        add(figures, endings, contributed);
        setActions(actions());
        pulse.follow(this, this::look);
    }

    private Component[] actions() {
        return staff.may(Permission.BOOKING_EXPORT)
                ? new Component[] {
                    offices,
                    new FileLink(
                            "Pertanggungjawaban PDF",
                            "pertanggungjawaban-nomor.pdf",
                            FileLink.PDF,
                            out -> out.write(accounts.pdf(office.code(), today())))
                }
                : new Component[] {offices};
    }

    @Override
    protected void refresh() {
        office = offices.show(url());
        setSubtitle(office.name() + " · " + Formats.longDate(today()));
        shown = null;
        contributedAt = Instant.EPOCH;
        look();
    }

    /** Touches the page only when something has changed; the longest wait grows by the minute. */
    private void look() {
        if (Duration.between(contributedAt, clock.instant()).compareTo(CONTRIBUTED_FOR) >= 0) {
            contributedAt = clock.instant();
            contributed.removeAll();
            contributions.forEach(one -> one.of(office.code(), today()).ifPresent(contributed::add));
        }
        DayAccount account = accounts.of(office.code(), today());
        if (account.equals(shown) && account.longestWaiting().isEmpty()) {
            return;
        }
        shown = account;
        showFigures(account);
        endings.removeAll();
        endings.add(ledger(account));
    }

    private void showFigures(DayAccount account) {
        int seats = account.seats();
        figures.removeAll();
        figures.add(
                new Figure("Terpesan", Formats.number(seats), "nomor yang berlaku"),
                new Figure("Hadir", Formats.number(account.came()), "dari yang terpesan")
                        .withBar(account.came(), seats, Tone.OK),
                new Figure("Menunggu", Formats.number(account.count(DayEnding.WAITING)), longest(account)),
                new Figure(
                        "Dilayani",
                        Formats.number(account.count(DayEnding.SERVED, DayEnding.HANDED_OVER)),
                        "%s kartu diserahkan".formatted(Formats.number(account.count(DayEnding.HANDED_OVER)))),
                new Figure(
                        "Belum hadir",
                        Formats.number(account.count(DayEnding.EXPECTED, DayEnding.RELEASED, DayEnding.MISSED)),
                        "%s kursi dapat diberikan".formatted(Formats.number(account.count(DayEnding.RELEASED)))),
                new Figure(
                        "Rata-rata menunggu",
                        account.averageWait().map(Formats::duration).orElse("–"),
                        "dari hadir sampai selesai dilayani"));
    }

    private String longest(DayAccount account) {
        return account.longestWaiting()
                .map(since -> "paling lama " + Formats.duration(Duration.between(since, clock.instant())))
                .orElse("tidak ada yang menunggu");
    }

    private static KeyValueList ledger(DayAccount account) {
        var list = new KeyValueList();
        Arrays.stream(DayEnding.values())
                .filter(ending -> account.count(ending) > 0)
                .forEach(ending -> list.with(
                        ending.label(),
                        "%s · %s".formatted(Formats.number(account.count(ending)), account.numbersOf(ending))));
        return list.with("Jumlah nomor", Formats.number(account.issued()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), office.timeZone());
    }
}
