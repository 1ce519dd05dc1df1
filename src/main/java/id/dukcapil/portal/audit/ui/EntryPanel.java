package id.dukcapil.portal.audit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import id.dukcapil.portal.audit.TrailEntry;
import id.dukcapil.portal.audit.TrailIntegrity.Seal;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.NamedOffice;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.DetailPanel;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.NetworkAddress;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.UrlState;
import id.dukcapil.portal.staff.Office;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One row of the trail: who, from where, what it was before and after, and whether its seal holds. */
class EntryPanel extends DetailPanel {

    private static final String NOTHING = "–";

    private final transient List<Office> offices;
    private final transient ZoneId zone;
    private final transient Consumer<UrlState> go;

    EntryPanel(List<Office> offices, ZoneId zone, Consumer<UrlState> go) {
        super("rincian jejak");
        this.offices = offices;
        this.zone = zone;
        this.go = go;
    }

    void show(TrailEntry entry, Seal seal, UrlState url) {
        startWith(entry.action(), new StatusBadge(Seals.label(seal), Seals.tone(seal)));
        if (seal == Seal.BROKEN) {
            add(new Callout(
                    "Rusak",
                    Tone.LATE,
                    "Isi baris ini bukan lagi isi yang disegel. Jangan dipakai sebagai bukti; laporkan dan simpan"
                            + " cadangan basis data sebagai barang bukti."));
        }
        if (seal == Seal.FOREIGN) {
            add(new Callout(
                    "Bukan dari portal",
                    Tone.LATE,
                    "Baris ini tidak ditulis oleh portal, tetapi ditulis atau diubah langsung di basis data sebelum"
                            + " disegel. Jangan dipakai sebagai bukti perbuatan; laporkan."));
        }
        add(section("Perbuatan", what(entry)), section("Pelaku", who(entry)));
        if (!entry.changes().isEmpty()) {
            add(section("Perubahan", changes(entry.changes())));
        }
        if (entry.reason() != null) {
            add(section("Alasan", new Paragraph(entry.reason())));
        }
        add(section("Segel", sealFacts(entry, seal)), further(entry, url));
    }

    private KeyValueList what(TrailEntry entry) {
        return new KeyValueList()
                .with("Waktu", Formats.dateTime(entry.at(), zone))
                .with("Berkas", entry.kind() + " · " + entry.reference())
                .with("Kantor", NamedOffice.name(entry.office(), offices))
                .with("Penduduk", entry.person() == null ? "" : TrailFilters.shortened(entry.person()));
    }

    private KeyValueList who(TrailEntry entry) {
        return new KeyValueList()
                .with("Nama", entry.actorName())
                .with("Sebagai", entry.roles().isEmpty() ? entry.party().label() : entry.roles())
                .with("Bertugas di", NamedOffice.name(entry.workplace(), offices))
                .with("Alamat jaringan", entry.address() == null ? NOTHING : NetworkAddress.shown(entry.address()))
                .with("Permintaan", orNothing(entry.requestId()));
    }

    private static KeyValueList sealFacts(TrailEntry entry, Seal seal) {
        return new KeyValueList()
                .with("Nomor", entry.isSealed() ? Formats.number(entry.number()) : "")
                .with(
                        "Keadaan",
                        switch (seal) {
                            case WAITING -> "Belum disegel; disegel dalam beberapa detik";
                            case INTACT -> "Utuh, baru saja dihitung ulang";
                            case FOREIGN -> "Tersegel sebagai baris yang tidak ditulis oleh portal";
                            case BROKEN -> "Tidak cocok dengan segelnya";
                        });
    }

    private static Component changes(List<AuditEvent.Change> changes) {
        var head = new NativeTableHeader(new NativeTableRow(
                new NativeTableHeaderCell("Isian"),
                new NativeTableHeaderCell("Sebelum"),
                new NativeTableHeaderCell("Sesudah")));
        var body = new NativeTableBody();
        changes.forEach(change -> body.add(new NativeTableRow(
                new NativeTableCell(change.field()), cell(change.before(), "before"), cell(change.after(), "after"))));
        var table = new NativeTable(head, body);
        table.addClassName("changes");
        return table;
    }

    private static NativeTableCell cell(@Nullable String value, String look) {
        var cell = new NativeTableCell(inWords(orNothing(value)));
        cell.addClassName(look);
        return cell;
    }

    /** The trail keeps a date as machines write it; people read it as the office does. */
    private static String inWords(String value) {
        try {
            return Formats.date(LocalDate.parse(value));
        } catch (DateTimeParseException noDate) {
            return value;
        }
    }

    private Div further(TrailEntry entry, UrlState url) {
        UrlState all = new UrlState().with("baris", url.text("baris").orElse(null));
        var links = actions(new Button(
                "Semua tentang berkas ini",
                click -> go.accept(
                        all.with(TrailFilters.KIND, entry.kind()).with(TrailFilters.REFERENCE, entry.reference()))));
        if (entry.person() != null) {
            links.add(new Button(
                    "Semua tentang penduduk ini", click -> go.accept(all.with(TrailFilters.PERSON, entry.person()))));
        }
        if (entry.actorId() != null) {
            links.add(new Button(
                    "Semua oleh pelaku ini", click -> go.accept(all.with(TrailFilters.ACTOR, entry.actorId()))));
        }
        return links;
    }

    private static String orNothing(@Nullable String text) {
        return Objects.requireNonNullElse(text, NOTHING);
    }
}
