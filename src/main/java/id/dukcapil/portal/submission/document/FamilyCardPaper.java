package id.dukcapil.portal.submission.document;

import id.dukcapil.portal.documents.PdfRenderer;
import id.dukcapil.portal.documents.SignaturePlace;
import id.dukcapil.portal.documents.Template;
import id.dukcapil.portal.submission.document.FamilyCardFacts.Member;
import id.dukcapil.portal.submission.document.FamilyCardFacts.Place;
import id.dukcapil.portal.submission.document.FamilyCardFacts.Signatory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Prints the Kartu Keluarga on A4 landscape: ten members a sheet, free lines filled with "-", further members on
 * further sheets with the heading repeated and the numbers going on.
 */
@Component
public class FamilyCardPaper {

    /** Lines of each table on one sheet, as the form has them. */
    static final int LINES = 10;

    private static final Template TEMPLATE = new Template("submission/family-card");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd-MM-uuuu");
    private static final String NOTHING = "-";

    /** The lines of the first table (1)–(9) stand above those of the second (10)–(17). */
    private static final int TABLES = 2;

    // The free space between title and name of the signatory in the template, whose pages are 595 points high
    private static final float SIGNATURE_X = 540;
    private static final float SIGNATURE_Y = 53;
    private static final float SIGNATURE_WIDTH = 150;
    private static final float SIGNATURE_HEIGHT = 34;

    private final PdfRenderer pdf;

    FamilyCardPaper(PdfRenderer pdf) {
        this.pdf = pdf;
    }

    /**
     * The same facts and time give the same bytes, so their digest can be pinned.
     *
     * @param at time of creation written into the document
     */
    public FamilyCardDocument print(FamilyCardFacts facts, Instant at) {
        int sheets = sheets(facts);
        byte[] bytes = pdf.renderForArchive(TEMPLATE, parameters(facts, sheets), lines(facts.members(), sheets), at);
        return new FamilyCardDocument(
                bytes, sheets, new SignaturePlace(sheets, SIGNATURE_X, SIGNATURE_Y, SIGNATURE_WIDTH, SIGNATURE_HEIGHT));
    }

    static int sheets(FamilyCardFacts facts) {
        return Math.ceilDiv(facts.members().size(), LINES);
    }

    static Map<String, @Nullable Object> parameters(FamilyCardFacts facts, int sheets) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("NUMBER", facts.number().value());
        parameters.put("HEAD_NAME", facts.headName());
        parameters.put("ISSUED_ON", date(facts.issuedOn()));
        parameters.put("SHEETS", sheets);
        parameters.put("QR_CONTENT", facts.qrContent());
        parameters.put("SIGNATURE_NOTE", facts.signatureNote());
        parameters.put("MARK", facts.mark());
        putPlace(parameters, facts.place());
        putSignatory(parameters, facts.signatory());
        return parameters;
    }

    private static void putPlace(Map<String, @Nullable Object> parameters, Place place) {
        parameters.put("STREET", text(place.street()));
        parameters.put("RT_RW", text(place.rt()) + "/" + text(place.rw()));
        parameters.put("VILLAGE", text(place.village()));
        parameters.put("DISTRICT", text(place.district()));
        parameters.put("REGENCY", text(place.regency()));
        parameters.put("POSTAL_CODE", text(place.postalCode()));
        parameters.put("PROVINCE", text(place.province()));
    }

    private static void putSignatory(Map<String, @Nullable Object> parameters, Signatory signatory) {
        parameters.put("SIGNATORY_TITLE", signatory.title());
        parameters.put("SIGNATORY_AREA", signatory.area());
        parameters.put("SIGNATORY_NAME", signatory.name());
        parameters.put("SIGNATORY_NIP", text(signatory.nip()));
    }

    static List<Map<String, Object>> lines(List<Member> members, int sheets) {
        var lines = new ArrayList<Map<String, Object>>(sheets * TABLES * LINES);
        for (int sheet = 0; sheet < sheets; sheet++) {
            for (int table = 1; table <= TABLES; table++) {
                for (int index = sheet * LINES; index < (sheet + 1) * LINES; index++) {
                    lines.add(line(sheet, table, index, members));
                }
            }
        }
        return lines;
    }

    private static Map<String, Object> line(int sheet, int table, int index, List<Member> members) {
        List<String> cells = index < members.size() ? cells(members.get(index)) : List.of();
        var line = new HashMap<String, Object>();
        line.put("sheet", sheet);
        line.put("table", table);
        line.put("number", Integer.toString(index + 1));
        for (int column = 1; column <= 17; column++) {
            line.put("c" + column, cells.isEmpty() ? NOTHING : cells.get(column - 1));
        }
        return line;
    }

    private static List<String> cells(Member member) {
        return List.of(
                text(member.fullName()),
                member.nik().value(),
                text(member.sex()),
                text(member.birthPlace()),
                date(member.birthDate()),
                text(member.religion()),
                text(member.education()),
                text(member.occupation()),
                text(member.bloodType()),
                text(member.maritalStatus()),
                date(member.marriedOn()),
                text(member.relationship()),
                text(member.citizenship()),
                text(member.passportNumber()),
                text(member.permitNumber()),
                text(member.father()),
                text(member.mother()));
    }

    private static String text(@Nullable String value) {
        return value == null || value.isBlank() ? NOTHING : value.strip();
    }

    private static String date(@Nullable LocalDate day) {
        return day == null ? NOTHING : DATE.format(day);
    }
}
