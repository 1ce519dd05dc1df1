package id.dukcapil.portal.privacy;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.documents.PdfRenderer;
import id.dukcapil.portal.documents.Template;
import id.dukcapil.portal.staff.Organisation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The written notice of an incident with what UU 27/2022 art. 46 wants in it: which data were disclosed, when and how,
 * and what is done to handle and recover. To be numbered and signed on paper or in the office's letter system.
 */
@Service
@PreAuthorize("hasAuthority('PRIVACY_READ')")
public class IncidentNotice {

    /** Who is told. */
    public enum Addressee {
        AUTHORITY("Lembaga pelindungan data pribadi", "Lembaga penyelenggara pelindungan data pribadi"),
        SUBJECTS("Subjek data", "Subjek data pribadi yang terdampak");

        private final String label;
        private final String onPaper;

        Addressee(String label, String onPaper) {
            this.label = label;
            this.onPaper = onPaper;
        }

        public String label() {
            return label;
        }
    }

    private static final Template LETTER = new Template("privacy/incident-notice");

    private final DataIncidents incidents;
    private final PdfRenderer pdf;
    private final Organisation organisation;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    IncidentNotice(
            DataIncidents incidents,
            PdfRenderer pdf,
            Organisation organisation,
            ApplicationEventPublisher events,
            Clock clock) {
        this.incidents = incidents;
        this.pdf = pdf;
        this.organisation = organisation;
        this.events = events;
        this.clock = clock;
    }

    /** @throws InvalidInput as long as it is not written down what is done about it */
    @Transactional
    public byte[] letter(String number, Addressee addressee) {
        IncidentDetails incident = incidents
                .findByNumber(number)
                .map(DataIncident::details)
                .filter(known -> known.facts().completeForNotice())
                .orElseThrow(() -> new InvalidInput(
                        "measures", "Lengkapi dahulu penanganan dan pemulihannya: pemberitahuan harus memuatnya."));
        events.publishEvent(AuditEvent.of("Insiden data pribadi", number, "Surat pemberitahuan dibuat")
                .changing("Kepada", null, addressee.label()));
        return pdf.render(LETTER, parameters(number, addressee), paragraphs(incident, addressee));
    }

    private Map<String, String> parameters(String number, Addressee addressee) {
        LocalDate today = organisation.today(clock);
        Optional<Organisation.Head> head = organisation.headOn(today);
        var parameters = new HashMap<String, String>();
        parameters.put("PLACE_AND_DATE", organisation.place() + ", " + Formats.date(today));
        parameters.put("REFERENCE", number);
        parameters.put("ADDRESSEE", addressee.onPaper);
        parameters.put("SIGNER", head.map(Organisation.Head::name).orElse("…"));
        parameters.put("SIGNER_NIP", head.map(known -> "NIP " + known.nip()).orElse("NIP …"));
        return parameters;
    }

    private List<Map<String, @Nullable Object>> paragraphs(IncidentDetails incident, Addressee addressee) {
        IncidentFacts facts = incident.facts();
        var paragraphs = new ArrayList<Map<String, @Nullable Object>>();
        paragraphs.add(paragraph(null, opening(incident, addressee)));
        paragraphs.add(paragraph("1. Data pribadi yang terungkap", withPeople(facts)));
        paragraphs.add(paragraph("2. Kapan dan bagaimana terungkap", facts.course()));
        paragraphs.add(paragraph(
                "3. Penyebab",
                facts.cause().isEmpty() ? "Masih diperiksa; akan disampaikan kemudian." : facts.cause()));
        paragraphs.add(paragraph("4. Upaya penanganan dan pemulihan", facts.measures()));
        paragraphs.add(paragraph("5. Keterangan lebih lanjut", contact()));
        return paragraphs;
    }

    private String opening(IncidentDetails incident, Addressee addressee) {
        String found = Formats.dateTime(incident.discoveredAt(), organisation.timeZone());
        return switch (addressee) {
            case AUTHORITY ->
                "Memenuhi Pasal 46 Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi, dengan ini kami"
                        + " memberitahukan kegagalan pelindungan data pribadi yang kami temukan pada " + found + ".";
            case SUBJECTS ->
                "Dengan ini kami memberitahukan bahwa pada " + found
                        + " kami menemukan kegagalan pelindungan data pribadi yang dapat menyangkut data Saudara."
                        + " Pemberitahuan ini disampaikan menurut Pasal 46 Undang-Undang Nomor 27 Tahun 2022 tentang"
                        + " Pelindungan Data Pribadi.";
        };
    }

    private static String withPeople(IncidentFacts facts) {
        return facts.people() == null
                ? facts.dataKinds() + ". Jumlah orang yang terdampak masih dihitung."
                : facts.dataKinds() + ". Paling banyak %s orang terdampak.".formatted(Formats.number(facts.people()));
    }

    private String contact() {
        return "%s %s, telepon %s, pos-el %s."
                .formatted(
                        organisation.name(),
                        organisation.regency(),
                        Optional.ofNullable(organisation.phone()).orElse("–"),
                        Optional.ofNullable(organisation.email()).orElse("–"));
    }

    private static Map<String, @Nullable Object> paragraph(@Nullable String heading, String text) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("heading", heading);
        row.put("text", text);
        return row;
    }
}
