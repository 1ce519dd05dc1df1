package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.booking.BookingCode;
import id.dukcapil.portal.booking.BookingDetails;
import id.dukcapil.portal.cards.PrintProgress;
import id.dukcapil.portal.common.Masking;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.DetailPanel;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.MaskedFacts;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Timeline;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.staff.Office;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One booking beside the list: the ticket's facts, what can be done now, and what happened so far. */
class BookingPanel extends DetailPanel {

    BookingPanel() {
        super("rincian pemesanan");
    }

    /** @param opening how masked data are opened, or null for who may not */
    void show(BookingDetails booking, Office office, MaskedFacts.@Nullable Opening opening) {
        startWith(
                "No. %03d · %s".formatted(booking.queueNumber(), booking.fullName()),
                new StatusBadge(booking.statusLabel(), BookingColumns.tone(booking.status(), booking.released())));
        add(code(booking));
        if (booking.nameDiffers()) {
            add(new Callout(
                    "Periksa",
                    Tone.WARN,
                    "Nama yang dimasukkan berbeda dari data SIAK. Periksa KTP-el atau KK pemohon."));
        }
        add(facts(booking, office), section("Data pribadi", new MaskedFacts(masked(booking), opening)));
        related(booking);
        add(actions, section("Riwayat", Timeline.of(booking.history(), office.timeZone())));
    }

    /** Where the card stands that was asked for at the arrival. */
    void showCard(PrintProgress card) {
        add(section(
                "Kartu",
                new KeyValueList()
                        .with("Pesanan cetak", new Anchor("antrean-cetak?pesanan=" + card.number(), card.number()))
                        .with("Keadaan", card.status())));
    }

    private static Div code(BookingDetails booking) {
        var code = new Span(booking.code().value());
        code.addClassName("booking-code");
        var spoken = new Span("kode booking");
        spoken.addClassName("muted");
        var box = new Div(code, spoken);
        box.addClassName("booking-code-box");
        return box;
    }

    private static KeyValueList facts(BookingDetails booking, Office office) {
        return new KeyValueList()
                .with("Tanggal", Formats.longDate(booking.date()))
                .with("Kantor", office.name())
                .with("Asal", booking.origin().label());
    }

    private static Map<String, String> masked(BookingDetails booking) {
        var values = new LinkedHashMap<String, String>();
        values.put("NIK", booking.nik().masked());
        values.put("Telepon", Masking.phone(booking.phone()));
        values.put(
                "E-mail",
                Optional.ofNullable(booking.email()).map(Masking::email).orElse(""));
        return values;
    }

    private void related(BookingDetails booking) {
        if (booking.predecessor() != null) {
            add(link("Pindahan dari ", booking.predecessor()));
        }
        if (booking.successor() != null) {
            add(link("Dipindahkan ke ", booking.successor()));
        }
    }

    private static Paragraph link(String text, BookingCode code) {
        var link = new Anchor(BookingNavigation.booking(code), code.value());
        return new Paragraph(new Span(text), link);
    }
}
