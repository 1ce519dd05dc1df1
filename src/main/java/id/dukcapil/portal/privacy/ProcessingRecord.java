package id.dukcapil.portal.privacy;

import id.dukcapil.portal.common.PersonalDataSource;
import id.dukcapil.portal.common.PersonalDataSource.Holding;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.documents.PdfRenderer;
import id.dukcapil.portal.staff.Organisation;
import java.time.Clock;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** What is stored where and why, and for how long: the record of processing of UU 27/2022 art. 31. */
@Service
@PreAuthorize("hasAuthority('PRIVACY_READ')")
public class ProcessingRecord {

    private final ObjectProvider<PersonalDataSource> sources;
    private final RetentionRules retention;
    private final PdfRenderer pdf;
    private final Organisation organisation;
    private final Clock clock;

    ProcessingRecord(
            ObjectProvider<PersonalDataSource> sources,
            RetentionRules retention,
            PdfRenderer pdf,
            Organisation organisation,
            Clock clock) {
        this.sources = sources;
        this.retention = retention;
        this.pdf = pdf;
        this.organisation = organisation;
        this.clock = clock;
    }

    public List<Holding> holdings() {
        return sources.stream()
                .map(PersonalDataSource::describe)
                .sorted(Comparator.comparingInt(Holding::order))
                .toList();
    }

    public byte[] pdf() {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        rows.add(PersonalCopy.row("Data apa, di mana, mengapa", null, null, null));
        holdings().forEach(holding -> add(rows, holding));
        rows.add(PersonalCopy.row("Berapa lama disimpan", null, null, null));
        retention.all().forEach(rule -> add(rows, rule));
        String now = Formats.dateTime(clock.instant(), organisation.timeZone());
        return pdf.render(
                PersonalCopy.DOSSIER,
                Map.of(
                        "TITLE",
                        "CATATAN PEMROSESAN DATA PRIBADI",
                        "SUBTITLE",
                        organisation.name() + " " + organisation.regency(),
                        "INTRO",
                        "Perekaman kegiatan pemrosesan data pribadi pada Portal Dukcapil (UU 27/2022 Pasal 31).",
                        "FOOTER",
                        "Dicetak " + now),
                rows);
    }

    private static void add(List<Map<String, @Nullable Object>> rows, Holding holding) {
        rows.add(PersonalCopy.row(null, holding.place(), null, null));
        rows.add(PersonalCopy.row(null, null, "Data", holding.kinds()));
        rows.add(PersonalCopy.row(null, null, "Tujuan", holding.purpose()));
        rows.add(PersonalCopy.row(null, null, "Dasar", holding.basis()));
    }

    private static void add(List<Map<String, @Nullable Object>> rows, RetentionRule rule) {
        rows.add(PersonalCopy.row(null, rule.label(), null, null));
        rows.add(PersonalCopy.row(null, null, "Disimpan", inWords(rule.period())));
        rows.add(PersonalCopy.row(null, null, "Sesudahnya", rule.outcome()));
        rows.add(PersonalCopy.row(null, null, "Dasar", rule.basis()));
    }

    /** "2 tahun", "1 tahun 6 bulan", "7 hari" */
    public static String inWords(Period period) {
        Period normal = period.normalized();
        var parts = new ArrayList<String>();
        addPart(parts, normal.getYears(), "tahun");
        addPart(parts, normal.getMonths(), "bulan");
        addPart(parts, normal.getDays(), "hari");
        return parts.isEmpty() ? "0 hari" : String.join(" ", parts);
    }

    private static void addPart(List<String> parts, int amount, String unit) {
        if (amount != 0) {
            parts.add(amount + " " + unit);
        }
    }
}
