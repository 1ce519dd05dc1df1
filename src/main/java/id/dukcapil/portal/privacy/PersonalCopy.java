package id.dukcapil.portal.privacy;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.PersonalDataSource;
import id.dukcapil.portal.common.PersonalDataSource.Holding;
import id.dukcapil.portal.common.PersonalDataSource.Item;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.documents.Column;
import id.dukcapil.portal.documents.Listing;
import id.dukcapil.portal.documents.PdfRenderer;
import id.dukcapil.portal.documents.Spreadsheet;
import id.dukcapil.portal.documents.Template;
import id.dukcapil.portal.staff.Organisation;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything the portal holds about one person, in clear, for that person (UU 27/2022 art. 7 and 32). It is put together
 * when it is asked for and never stored; without a request whose identity was checked there is none.
 */
@Service
@PreAuthorize("hasAuthority('PRIVACY_HANDLE')")
public class PersonalCopy {

    /** The form in which the person gets it. */
    public enum Form {
        PDF("PDF", "pdf", "application/pdf"),
        XLSX("Excel", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        JSON("JSON", "json", "application/json");

        private final String label;
        private final String ending;
        private final String mediaType;

        Form(String label, String ending, String mediaType) {
            this.label = label;
            this.ending = ending;
            this.mediaType = mediaType;
        }

        public String label() {
            return label;
        }

        public String ending() {
            return ending;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    static final Template DOSSIER = new Template("privacy/dossier");

    /** Everything from one place. */
    private record Section(String place, String purpose, String basis, List<Item> records) {}

    private record Line(String place, String record, String label, String value) {}

    private final SubjectRequests requests;
    private final ObjectProvider<PersonalDataSource> sources;
    private final PdfRenderer pdf;
    private final Spreadsheet spreadsheet;
    private final JsonMapper json;
    private final Organisation organisation;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PersonalCopy(
            SubjectRequests requests,
            ObjectProvider<PersonalDataSource> sources,
            PdfRenderer pdf,
            Spreadsheet spreadsheet,
            JsonMapper json,
            Organisation organisation,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.sources = sources;
        this.pdf = pdf;
        this.spreadsheet = spreadsheet;
        this.json = json;
        this.organisation = organisation;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Puts the copy together, and records that it was.
     *
     * @param number of the request that asks for it
     * @throws InvalidInput as long as the person has not proven who they are
     */
    @Transactional
    public byte[] make(String number, Form form) {
        SubjectRequest request = requests.findByNumber(number)
                .filter(SubjectRequest::identityIsChecked)
                .orElseThrow(() -> new InvalidInput(
                        "number",
                        "Salinan data hanya dibuat untuk permintaan yang identitas pemohonnya sudah diperiksa."));
        List<Section> sections = sections(request.nik());
        events.publishEvent(AuditEvent.of("Permintaan subjek data", number, "Salinan data dibuat")
                .about(request.nik())
                .changing("Bentuk", null, form.label()));
        return switch (form) {
            case PDF -> pdf(request, sections);
            case XLSX -> xlsx(number, sections);
            case JSON -> json.writerWithDefaultPrettyPrinter().writeValueAsBytes(tree(request, sections));
        };
    }

    private List<Section> sections(Nik nik) {
        return sources.stream()
                .sorted(Comparator.comparingInt(source -> source.describe().order()))
                .map(source -> section(source.describe(), source.about(nik)))
                .toList();
    }

    private static Section section(Holding holding, List<Item> items) {
        return new Section(holding.place(), holding.purpose(), holding.basis(), items);
    }

    private byte[] pdf(SubjectRequest request, List<Section> sections) {
        RequestDetails details = request.details();
        return pdf.render(
                DOSSIER,
                Map.of(
                        "TITLE",
                        "SALINAN DATA PRIBADI",
                        "SUBTITLE",
                        "Permintaan " + details.number(),
                        "INTRO",
                        "Semua data yang disimpan portal tentang %s (NIK %s) pada %s, untuk pemenuhan hak subjek data (UU 27/2022 Pasal 7 dan 32)."
                                .formatted(details.fullName(), details.nik().value(), now()),
                        "FOOTER",
                        "Dibuat " + now() + ". Hanya untuk subjek data."),
                sections.stream().flatMap(section -> rows(section).stream()).toList());
    }

    private static List<Map<String, @Nullable Object>> rows(Section section) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        rows.add(row(section.place(), null, null, null));
        rows.add(row(null, null, "Tujuan", section.purpose()));
        rows.add(row(null, null, "Dasar", section.basis()));
        if (section.records().isEmpty()) {
            rows.add(row(null, null, "Isi", "Tidak ada data tentang orang ini."));
        }
        for (Item item : section.records()) {
            rows.add(row(null, item.title(), null, null));
            item.values().forEach((label, value) -> rows.add(row(null, null, label, value)));
        }
        return rows;
    }

    /** A line of the dossier: a heading, a smaller one, or a label with its value. */
    static Map<String, @Nullable Object> row(
            @Nullable String heading, @Nullable String subheading, @Nullable String label, @Nullable String value) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("heading", heading);
        row.put("subheading", subheading);
        row.put("label", label);
        row.put("value", value == null || value.isBlank() ? "–" : value);
        return row;
    }

    private byte[] xlsx(String number, List<Section> sections) {
        var listing = new Listing<Line>(
                "Salinan data pribadi",
                "permintaan " + number,
                List.of(
                        Column.text("Tempat", Line::place),
                        Column.text("Catatan", Line::record),
                        Column.text("Data", Line::label),
                        Column.text("Isi", Line::value)));
        List<Line> lines = sections.stream()
                .flatMap(section -> section.records().stream()
                        .flatMap(item -> item.values().entrySet().stream()
                                .map(value ->
                                        new Line(section.place(), item.title(), value.getKey(), value.getValue()))))
                .toList();
        return spreadsheet.bytes(listing, lines);
    }

    private Map<String, Object> tree(SubjectRequest request, List<Section> sections) {
        RequestDetails details = request.details();
        var tree = new LinkedHashMap<String, Object>();
        tree.put("permintaan", details.number());
        tree.put("dibuat", clock.instant().toString());
        tree.put("pengendali", organisation.name() + ", " + organisation.government());
        tree.put("data", sections);
        return tree;
    }

    private String now() {
        return Formats.dateTime(clock.instant(), organisation.timeZone());
    }
}
