package id.dukcapil.portal.sla.survey;

import id.dukcapil.portal.channel.StrangerLimits;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.procedure.Where;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes anonymous answers and counts them. */
@Service
@PreAuthorize("hasAuthority('REPORT_READ')")
public class Surveys {

    public static final int LONGEST_COMMENT = 500;

    private static final int FORMS_PER_MINUTE = 20;
    private static final int COMMENTS = 100;

    private static final String SUMS = Arrays.stream(Element.values())
            .map(one -> "SUM(%s)".formatted(one.column()))
            .collect(Collectors.joining(", "));

    private final JdbcClient jdbc;
    private final Offices offices;
    private final CurrentStaff staff;
    private final StrangerLimits limits;
    private final Clock clock;

    Surveys(JdbcClient jdbc, Offices offices, CurrentStaff staff, StrangerLimits limits, Clock clock) {
        this.jdbc = jdbc;
        this.offices = offices;
        this.staff = staff;
        this.limits = limits;
        this.clock = clock;
    }

    /** What a citizen wrote. */
    public record Comment(UUID id, LocalDate day, OfficeCode office, String comment) {}

    /** @return how long to wait, when that place in the network has sent too many */
    @PreAuthorize("permitAll()")
    public Optional<Duration> refusal(String address) {
        return limits.refusal("sla/survey", address, FORMS_PER_MINUTE);
    }

    /**
     * Takes the answer of somebody, once for each form.
     *
     * @param form random key of the form
     * @throws InvalidInput when an element is missing or no mark, or the comment is too long
     */
    @PreAuthorize("permitAll()")
    @Transactional
    public void answer(UUID form, Office office, Map<Element, Integer> marks, String comment) {
        for (Element element : Element.values()) {
            Integer mark = marks.get(element);
            if (mark == null || mark < 1 || mark > 4) {
                throw new InvalidInput(element.field(), "Pilih satu jawaban untuk " + element.label() + ".");
            }
        }
        String words = comment.strip();
        if (words.length() > LONGEST_COMMENT) {
            throw new InvalidInput("comment", "Saran paling panjang %d huruf.".formatted(LONGEST_COMMENT));
        }
        String columns = Arrays.stream(Element.values()).map(Element::column).collect(Collectors.joining(", "));
        String values = Arrays.stream(Element.values())
                .map(element -> ":" + element.field())
                .collect(Collectors.joining(", "));
        var statement = jdbc.sql("""
                        INSERT INTO sla_survey_answer (id, day, office_code, %s, comment)
                        VALUES (:form, :day, :office, %s, :words)""".formatted(columns, values))
                .param("form", form)
                .param("day", LocalDate.ofInstant(clock.instant(), office.timeZone()))
                .param("office", office.code().value())
                .param("words", words.isEmpty() ? null : words);
        marks.forEach((element, mark) -> statement.param(element.field(), mark));
        try {
            statement.update();
        } catch (DuplicateKeyException again) {
            // The same form once more: it has been counted
        }
    }

    @PreAuthorize("permitAll()")
    public Optional<Office> office(String code) {
        return OfficeCode.read(code).flatMap(offices::find);
    }

    /** All answers of the offices within reach. @param office null for all of them */
    @Transactional(readOnly = true)
    public Satisfaction of(LocalDate from, LocalDate to, @Nullable OfficeCode office) {
        Where where = within(from, to, office);
        return jdbc.sql("SELECT COUNT(*), %s FROM sla_survey_answer WHERE %s".formatted(SUMS, where.text()))
                .params(where.parameters())
                .query((row, number) -> satisfaction(row, 1))
                .single();
    }

    /** Each office that has answers, also too few to be shown. */
    @Transactional(readOnly = true)
    public Map<OfficeCode, Satisfaction> byOffice(LocalDate from, LocalDate to) {
        Where where = within(from, to, null);
        var found = new LinkedHashMap<OfficeCode, Satisfaction>();
        jdbc.sql(
                        "SELECT office_code, COUNT(*), %s FROM sla_survey_answer WHERE %s GROUP BY office_code ORDER BY office_code"
                                .formatted(SUMS, where.text()))
                .params(where.parameters())
                .query(row -> {
                    found.put(new OfficeCode(row.getString(1)), satisfaction(row, 2));
                });
        return found;
    }

    private static Satisfaction satisfaction(ResultSet row, int count) throws SQLException {
        var sums = new EnumMap<Element, Integer>(Element.class);
        for (Element element : Element.values()) {
            sums.put(element, row.getInt(count + 1 + element.ordinal()));
        }
        return new Satisfaction(row.getInt(count), sums);
    }

    /** Comments that were let through, or wait for somebody who reads them. */
    @Transactional(readOnly = true)
    public List<Comment> comments(LocalDate from, LocalDate to, @Nullable OfficeCode office, boolean waiting) {
        Where where =
                within(from, to, office).and("comment IS NOT NULL").is("comment_state", waiting ? "WAITING" : "SHOWN");
        return jdbc.sql("""
                        SELECT id, day, office_code AS office, comment FROM sla_survey_answer
                        WHERE %s ORDER BY day DESC, id LIMIT %d""".formatted(where.text(), COMMENTS))
                .params(where.parameters())
                .query((row, number) -> new Comment(
                        row.getObject(1, UUID.class),
                        row.getObject(2, LocalDate.class),
                        new OfficeCode(row.getString(3)),
                        row.getString(4)))
                .list();
    }

    /** Lets a comment be read by everybody who reads the report, or keeps it from them. */
    @PreAuthorize("hasAuthority('SURVEY_MODERATE')")
    @Transactional
    public void moderate(Comment comment, boolean shown) {
        staff.requireScope(comment.office());
        jdbc.sql("UPDATE sla_survey_answer SET comment_state = :state WHERE id = :id AND office_code = :office")
                .param("state", shown ? "SHOWN" : "HIDDEN")
                .param("id", comment.id())
                .param("office", comment.office().value())
                .update();
    }

    private Where within(LocalDate from, LocalDate to, @Nullable OfficeCode office) {
        return new Where().in("office_code", staff.officesInScope(office)).between("day", from, to.plusDays(1));
    }
}
