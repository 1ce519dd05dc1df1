package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.procedure.Where;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The list of accounts by name, as far as the office of the one who looks reaches. */
@Service
@PreAuthorize("hasAuthority('STAFF_READ')")
public class AccountLists {

    private static final int NIP_LENGTH = 18;
    private static final int MOST_WORDS = 8;

    /** " Dra Hj Ratna Komala M Si ": every word of a name or title behind a space. */
    private static final String WORDS_OF_NAME = "CONCAT(' ', REGEXP_REPLACE(a.full_name, '[[:space:].,/()-]+', ' '))";

    private static final RowMapper<AccountRow> ROW = RecordRow.of(AccountRow.class)
            .with(
                    "standing",
                    (row, number) -> AccountFilter.Standing.of(
                            row.getBoolean("enabled"), row.getBoolean("must_change_password")));
    private static final String ROWS = """
            SELECT a.id, a.username, a.full_name, a.office_code, o.name AS office_name, a.enabled,
              a.must_change_password,
              CONCAT_WS(', ',
                (SELECT GROUP_CONCAT(CASE m.kind WHEN 'PLH' THEN 'Plh.' ELSE 'Plt.' END, ' ', p.title)
                 FROM staff_mandate m JOIN staff_position p ON p.code = m.position_code
                 WHERE m.deputy_id = a.id AND m.revoked_at IS NULL
                   AND :today BETWEEN m.valid_from AND m.valid_until),
                (SELECT GROUP_CONCAT(r.label ORDER BY r.ordinal SEPARATOR ', ') FROM staff_account_role ar
                 JOIN staff_role r ON r.code = ar.role_code WHERE ar.account_id = a.id)) AS roles
            """;

    private static final RowMapper<Figures> FIGURES = (row, number) -> new Figures(
            row.getInt("active"), row.getInt("awaiting"), row.getInt("disabled"), row.getInt("administrators"));

    /** How many accounts there are of each standing, and how many can administer people and roles. */
    public record Figures(int active, int awaitingPassword, int disabled, int administrators) {}

    private final JdbcClient jdbc;
    private final CurrentStaff staff;
    private final Organisation organisation;
    private final Clock clock;

    AccountLists(JdbcClient jdbc, CurrentStaff staff, Organisation organisation, Clock clock) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.organisation = organisation;
        this.clock = clock;
    }

    public int count(AccountFilter filter) {
        Where where = matching(filter);
        return jdbc.sql("SELECT COUNT(*) FROM staff_account a WHERE " + where.text())
                .params(where.parameters())
                .query(Integer.class)
                .single();
    }

    /** @param after the last row of the page before, or null for the first page */
    public List<AccountRow> page(AccountFilter filter, @Nullable AccountRow after, int skip, int limit) {
        Where where = matching(filter);
        if (after != null) {
            where.and(
                            "a.full_name >= :lastName AND (a.full_name > :lastName OR a.id > :lastId)",
                            "lastName",
                            after.fullName())
                    .parameter("lastId", after.id().value());
        }
        return jdbc.sql(ROWS + "FROM staff_account a JOIN staff_office o ON o.code = a.office_code WHERE "
                        + where.text() + " ORDER BY a.full_name, a.id LIMIT :limit OFFSET :skip")
                .params(where.parameters())
                .param("today", organisation.today(clock))
                .param("limit", limit)
                .param("skip", skip)
                .query(ROW)
                .list();
    }

    /**
     * For the search box: words of the name or their beginnings in any order, titles or not, a user name, or a whole NIP.
     * The last two have an index each. Words are looked for in every name, by name until there are enough: an office has
     * some hundreds of people, a province a few thousand, and those are read in milliseconds.
     */
    public List<AccountRow> lookUp(String text, int limit) {
        List<String> words = words(text);
        if (words.isEmpty()) {
            return List.of();
        }
        Where where = matching(AccountFilter.ALL);
        String one = "(SELECT a.id FROM staff_account a WHERE " + where.text() + " AND ";
        for (int i = 0; i < words.size(); i++) {
            where.parameter("word" + i, "% " + escaped(words.get(i)) + "%");
        }
        String begun = IntStream.range(0, words.size())
                .mapToObj(i -> WORDS_OF_NAME + " LIKE :word" + i)
                .collect(Collectors.joining(" AND "));
        return jdbc.sql(ROWS + "FROM (" + one + "a.username = :text) UNION " + one + "a.nip = :nip) UNION " + one
                        + begun + " ORDER BY a.full_name, a.id LIMIT :limit)) found"
                        + " JOIN staff_account a ON a.id = found.id JOIN staff_office o ON o.code = a.office_code"
                        + " ORDER BY a.full_name, a.id LIMIT :limit")
                .params(where.parameters())
                .param("text", text.strip())
                .param("nip", digits(text))
                .param("today", organisation.today(clock))
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    public Figures figures() {
        Where where = matching(AccountFilter.ALL);
        return jdbc.sql("""
                        SELECT COALESCE(SUM(a.enabled AND NOT a.must_change_password), 0) AS active,
                          COALESCE(SUM(a.enabled AND a.must_change_password), 0) AS awaiting,
                          COALESCE(SUM(NOT a.enabled), 0) AS disabled,
                          COALESCE(SUM(a.enabled AND EXISTS (
                            SELECT 1 FROM staff_account_role r JOIN staff_role_permission p USING (role_code)
                            WHERE r.account_id = a.id AND p.permission = 'ROLE_EDIT')), 0) AS administrators
                        FROM staff_account a WHERE""" + " " + where.text())
                .params(where.parameters())
                .query(FIGURES)
                .single();
    }

    private Where matching(AccountFilter filter) {
        StaffMember looking = staff.require();
        OfficeCode office = filter.office();
        AccountFilter.Standing standing = filter.standing();
        Where where = new Where()
                .and(
                        "a.office_code = :own",
                        "own",
                        looking.may(Permission.OFFICE_SPAN)
                                ? null
                                : looking.office().value())
                .is("a.office_code", office == null ? null : office.value())
                .and(
                        "a.id IN (SELECT account_id FROM staff_account_role WHERE role_code = :role)",
                        "role",
                        filter.role());
        if (standing != null) {
            where.and(
                    switch (standing) {
                        case ACTIVE -> "a.enabled AND NOT a.must_change_password";
                        case AWAITING_PASSWORD -> "a.enabled AND a.must_change_password";
                        case DISABLED -> "NOT a.enabled";
                    });
        }
        return withText(where, filter.text());
    }

    /** Staff are some hundreds: looking into every name costs nothing. */
    private static Where withText(Where where, String text) {
        String digits = digits(text);
        if (digits.matches("\\d{" + NIP_LENGTH + "}")) {
            return where.is("a.nip", digits);
        }
        return text.isBlank()
                ? where
                : where.and(
                        "(a.full_name LIKE :text OR a.username LIKE :text)", "text", "%" + escaped(text.strip()) + "%");
    }

    /** Separated as in {@link #WORDS_OF_NAME}; more of them than anybody has are not worth comparing. */
    private static List<String> words(String text) {
        return Arrays.stream(text.split("[\\s.,/()-]+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
    }

    /** A NIP is often copied with the spaces it is written with. */
    private static String digits(String text) {
        return text.replaceAll("[\\s.]", "");
    }

    private static String escaped(String text) {
        return text.replaceAll("([%_\\\\])", "\\\\$1");
    }
}
