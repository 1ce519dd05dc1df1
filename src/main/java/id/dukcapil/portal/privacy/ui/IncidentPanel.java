package id.dukcapil.portal.privacy.ui;

import com.vaadin.flow.component.html.Paragraph;
import id.dukcapil.portal.common.ui.DetailPanel;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.privacy.IncidentDetails;
import id.dukcapil.portal.privacy.IncidentFacts;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** One incident beside the register: what happened, who was told, what is owed, and what was done so far. */
class IncidentPanel extends DetailPanel {

    private final ZoneId zone;

    IncidentPanel(ZoneId zone) {
        super("rincian insiden");
        this.zone = zone;
    }

    void show(IncidentDetails incident, Instant now) {
        startWith(incident.number(), new StatusBadge(incident.status().label(), CaseTones.of(incident.status())));
        add(new Paragraph(incident.facts().title()), clock(incident, now));
        describe(incident.facts());
        add(actions, section("Riwayat", CaseTones.timeline(incident.history(), zone)));
    }

    private KeyValueList clock(IncidentDetails incident, Instant now) {
        return new KeyValueList()
                .with("Ditemukan", Formats.dateTime(incident.discoveredAt(), zone))
                .with("Tenggat", Formats.dateTime(incident.deadline().due(), zone))
                .with("3 × 24 jam", DeadlineText.badge(incident.deadline(), now))
                .with("Lembaga diberi tahu", moment(incident.authorityNotifiedAt()))
                .with("Subjek data diberi tahu", moment(incident.subjectsNotifiedAt()));
    }

    private String moment(@Nullable Instant at) {
        return at == null ? "belum" : Formats.dateTime(at, zone);
    }

    private void describe(IncidentFacts facts) {
        add(
                section("Kejadian", new Paragraph(facts.course())),
                section(
                        "Data dan orang",
                        new Paragraph(facts.dataKinds()),
                        new Paragraph(
                                facts.people() == null
                                        ? "Jumlah orang belum diketahui."
                                        : "Paling banyak %s orang.".formatted(Formats.number(facts.people())))),
                section("Penyebab", new Paragraph(orUnknown(facts.cause()))),
                section("Penanganan dan pemulihan", new Paragraph(orUnknown(facts.measures()))));
    }

    private static String orUnknown(String text) {
        return text.isEmpty() ? "Belum diisi." : text;
    }
}
