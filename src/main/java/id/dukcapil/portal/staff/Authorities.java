package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.OneColumn;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.RecordRow;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an account may do now: the permissions of its roles and, while a mandate is valid, those of the position it stands in for. */
@Component
class Authorities {

    private static final Logger log = LoggerFactory.getLogger(Authorities.class);

    private static final Map<String, Permission> KNOWN =
            Arrays.stream(Permission.values()).collect(Collectors.toMap(Enum::name, permission -> permission));

    private static final String VALID_MANDATES = """
            FROM staff_mandate m JOIN staff_position p ON p.code = m.position_code
            WHERE m.deputy_id = :account AND m.revoked_at IS NULL AND :today BETWEEN m.valid_from AND m.valid_until
            """;

    private static final RowMapper<AuthorityStamp> STAMP = RecordRow.of(AuthorityStamp.class)
            .from("authority", "authority_version")
            .from("credential", "credential_version");
    private static final RowMapper<String> MANDATE =
            (row, number) -> Mandate.Kind.valueOf(row.getString("kind")).abbreviation() + " " + row.getString("title");

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final Clock clock;

    Authorities(JdbcClient jdbc, Organisation organisation, Clock clock) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** Nothing when the account is gone. */
    Optional<AuthorityStamp> stampOf(UUID account) {
        return jdbc.sql("SELECT enabled, authority_version, credential_version, (SELECT MIN(m.id) " + VALID_MANDATES
                        + ") AS mandate FROM staff_account WHERE id = :account")
                .param("account", account)
                .param("today", organisation.today(clock))
                .query(STAMP)
                .optional();
    }

    /** Labels for showing: the mandate first, then the roles in their order. */
    List<String> rolesOf(UUID account) {
        var labels = new ArrayList<>(jdbc.sql("SELECT m.kind, p.title " + VALID_MANDATES)
                .param("account", account)
                .param("today", organisation.today(clock))
                .query(MANDATE)
                .list());
        labels.addAll(jdbc.sql("""
                        SELECT r.label FROM staff_role r JOIN staff_account_role a ON a.role_code = r.code
                        WHERE a.account_id = ? ORDER BY r.ordinal""").param(account).query(OneColumn.TEXT).list());
        return labels;
    }

    Set<Permission> permissionsOf(UUID account) {
        return known(jdbc.sql("SELECT DISTINCT permission FROM staff_role_permission WHERE role_code IN"
                        + " (SELECT role_code FROM staff_account_role WHERE account_id = :account"
                        + " UNION SELECT p.role_code " + VALID_MANDATES + ")")
                .param("account", account)
                .param("today", organisation.today(clock))
                .query(OneColumn.TEXT)
                .list());
    }

    static boolean isKnown(String name) {
        return KNOWN.containsKey(name);
    }

    /** A name that the portal no longer knows gives nothing and keeps nobody out; the role editor offers to remove it. */
    static Set<Permission> known(Collection<String> names) {
        var permissions = EnumSet.noneOf(Permission.class);
        for (String name : names) {
            Optional.ofNullable(KNOWN.get(name))
                    .ifPresentOrElse(
                            permissions::add, () -> log.warn("A role holds the unknown permission {}; ignored", name));
        }
        return permissions;
    }
}
