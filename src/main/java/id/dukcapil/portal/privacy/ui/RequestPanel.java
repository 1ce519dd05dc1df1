package id.dukcapil.portal.privacy.ui;

import com.vaadin.flow.component.html.Paragraph;
import id.dukcapil.portal.common.Masking;
import id.dukcapil.portal.common.ui.DetailPanel;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.MaskedFacts;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.privacy.NewRequest;
import id.dukcapil.portal.privacy.RequestDetails;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request beside the register: what is asked, by when, what can be done now, and what happened so far. */
class RequestPanel extends DetailPanel {

    private final ZoneId zone;

    RequestPanel(ZoneId zone) {
        super("rincian permintaan");
        this.zone = zone;
    }

    void show(RequestDetails request, Instant now, MaskedFacts.@Nullable Opening opening) {
        startWith(
                request.number() + " · " + request.fullName(),
                new StatusBadge(request.status().label(), CaseTones.of(request.status())));
        add(facts(request, now), section("Isi permintaan", new Paragraph(request.wording())));
        if (request.correction() != null) {
            add(section("Yang diperbaiki", correction(request.correction())));
        }
        add(section("Data pribadi", new MaskedFacts(masked(request), opening)));
        if (request.decision() != null && request.answer() != null) {
            add(section("Jawaban: " + request.decision().label(), new Paragraph(request.answer())));
        }
        add(actions, section("Riwayat", CaseTones.timeline(request.history(), zone)));
    }

    private KeyValueList facts(RequestDetails request, Instant now) {
        var facts = new KeyValueList()
                .with("Jenis", request.kind().label())
                .with("Dasar", request.kind().basis())
                .with("Diterima", Formats.dateTime(request.receivedAt(), zone))
                .with("Tenggat", Formats.dateTime(request.deadline().due(), zone))
                .with("3 × 24 jam", DeadlineText.badge(request.deadline(), now));
        if (request.identityNote() != null) {
            facts.with("Identitas", request.identityNote());
        }
        return facts;
    }

    private static KeyValueList correction(NewRequest.Wrong wrong) {
        return new KeyValueList().with("Data", wrong.field()).with("Bukti", wrong.evidence());
    }

    private static Map<String, String> masked(RequestDetails request) {
        var values = new LinkedHashMap<String, String>();
        values.put("NIK", request.nik().masked());
        values.put("Jawaban ke", maskedContact(request.contact()));
        if (request.correction() != null) {
            values.put("Data sekarang", "•••");
            values.put("Seharusnya", "•••");
        }
        return values;
    }

    /** An address on paper says more by its beginning than a number does. */
    private static String maskedContact(String contact) {
        if (contact.contains("@")) {
            return Masking.email(contact);
        }
        return contact.matches("[+\\d .()-]+") ? Masking.phone(contact) : contact.charAt(0) + "•••";
    }
}
