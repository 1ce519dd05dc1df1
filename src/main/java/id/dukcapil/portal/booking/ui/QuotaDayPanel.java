package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import id.dukcapil.portal.booking.BookingRow;
import id.dukcapil.portal.booking.QuotaChange;
import id.dukcapil.portal.booking.QuotaDay;
import id.dukcapil.portal.booking.QuotaEdit;
import id.dukcapil.portal.booking.StockOutlook;
import id.dukcapil.portal.booking.StockProposal.ProposedDay;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.DetailPanel;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.Tone;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The chosen day beside the calendar: its numbers, what can be done with it, who booked last, who changed it. */
class QuotaDayPanel extends DetailPanel {

    /** What the planner asks for with a button of the panel. */
    interface Planner {
        void editQuota(QuotaDay day);

        void close(QuotaDay day);

        void change(QuotaDay day, QuotaEdit.Change change);
    }

    private KeyValueList ledger = new KeyValueList();

    QuotaDayPanel() {
        super("rincian hari");
    }

    void show(QuotaDay day, List<BookingRow> latest, List<QuotaChange> history, ZoneId zone) {
        startWith(Formats.longDate(day.date()));
        if (day.reason() != null) {
            add(new Callout("Alasan", Tone.NEUTRAL, day.reason()));
        }
        if (day.officeDay().isOpen()) {
            ledger = facts(day);
            add(ledger);
        } else if (day.booked() > 0) {
            add(new Callout(
                    "Perlu dipindahkan",
                    Tone.LATE,
                    "%s orang memesan hari ini sebelum hari ini libur.".formatted(Formats.number(day.booked()))));
        }
        add(actions);
        if (day.booked() > 0) {
            add(latestBookings(day, latest));
        }
        if (!history.isEmpty()) {
            add(changes(history, zone));
        }
    }

    /** What the blank cards allow on the day, and a preview of taking it over, where no booking has to move. */
    void showStock(QuotaDay day, StockOutlook outlook, @Nullable Consumer<ProposedDay> preview) {
        outlook.leftAfter(day.date()).ifPresent(left -> ledger.with("Perkiraan stok akhir hari", Formats.number(left)));
        outlook.proposal().day(day.date()).filter(ProposedDay::changes).ifPresent(proposed -> {
            ledger.with("Usulan dari stok", Formats.number(proposed.proposed().capacity()));
            if (proposed.belowBooked()) {
                addComponentAtIndex(1, shortage(proposed));
            } else if (preview != null) {
                actions.add(new Button("Lihat usulan", click -> preview.accept(proposed)));
            }
        });
    }

    private static Callout shortage(ProposedDay proposed) {
        return new Callout(
                "Blangko kurang",
                Tone.LATE,
                "Stok cukup untuk %s dari %s yang terpesan pada hari ini."
                        .formatted(Formats.number(proposed.proposed().capacity()), Formats.number(proposed.booked())));
    }

    /** Moving the bookings of the day, for whatever reason it takes fewer people. */
    void offerRelocation(Runnable open) {
        actions.add(new Button("Pindahkan pemesanan", click -> open.run()));
    }

    /** The list of everyone booked for the day, to print before it begins. */
    void offerList(Anchor download) {
        actions.add(download);
    }

    void offer(QuotaDay day, Planner planner) {
        if (!day.officeDay().isOpen()) {
            return;
        }
        var edit = new Button("Ubah kuota", click -> planner.editQuota(day));
        edit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        actions.add(edit);
        if (day.closedByHand()) {
            actions.add(new Button("Buka kembali", click -> planner.change(day, new QuotaEdit.Change.Reopen())));
        } else {
            actions.add(new Button("Tutup hari", click -> planner.close(day)));
        }
        if (!day.followsRule()) {
            var follow = new Button(
                    "Kembali ke aturan mingguan", click -> planner.change(day, new QuotaEdit.Change.FollowRule()));
            follow.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            actions.add(follow);
        }
    }

    private static KeyValueList facts(QuotaDay day) {
        int fromPublic = day.booked() - day.bookedInternal();
        return new KeyValueList()
                .with("Kapasitas", Formats.number(day.quota().capacity()))
                .with("Cadangan petugas", Formats.number(day.quota().reserved()))
                .with(
                        "Terpesan",
                        "%s (%s aplikasi, %s petugas)"
                                .formatted(
                                        Formats.number(day.booked()),
                                        Formats.number(fromPublic),
                                        Formats.number(day.bookedInternal())))
                .with("Sisa untuk umum", Formats.number(day.available()))
                .with("Sisa termasuk cadangan", Formats.number(day.availableToStaff()))
                .with("Asal kuota", day.followsRule() ? "aturan mingguan" : "diatur khusus")
                .asLedger();
    }

    private static Section latestBookings(QuotaDay day, List<BookingRow> latest) {
        var list = new UnorderedList();
        list.addClassName("latest");
        for (BookingRow row : latest) {
            var nik = new Span(row.nik().masked());
            nik.addClassName("muted");
            list.add(new ListItem(new Span("%03d · %s ".formatted(row.queueNumber(), row.fullName())), nik));
        }
        var all = new Anchor(
                BookingNavigation.bookingsOf(day.office(), day.date()),
                "Lihat %s pemesanan".formatted(Formats.number(day.booked())));
        all.setRouterIgnore(false);
        return section("Pemesanan terakhir", list, all);
    }

    private static Details changes(List<QuotaChange> history, ZoneId zone) {
        var list = new UnorderedList();
        list.addClassName("latest");
        for (QuotaChange change : history) {
            var who = new Span(change.changedBy() + ", " + Formats.shortDateTime(change.at(), zone));
            who.addClassName("muted");
            list.add(new ListItem(new Div(change.description()), who));
        }
        return new Details("Riwayat perubahan (%d)".formatted(history.size()), list);
    }
}
