package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OneColumn;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.ui.Formats;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored roles. Reads what they permit and keeps the portal from losing its last administrator. */
@Component
class RoleRecords {

    private static final RowMapper<AccountDetails.HeldRole> LABEL =
            (row, number) -> new AccountDetails.HeldRole(row.getString(1), row.getString(2));

    private static final RowMapper<Row> ROW = RecordRow.of(Row.class);

    private static final String ROLES = """
            SELECT r.code, r.label, r.second_factor_required, r.version, r.changed_at, r.changed_by,
              COALESCE((SELECT GROUP_CONCAT(p.permission) FROM staff_role_permission p WHERE p.role_code = r.code), '')
                AS permissions,
              (SELECT COUNT(*) FROM staff_account_role a WHERE a.role_code = r.code) AS holders,
              COALESCE((SELECT MIN(title) FROM staff_position s WHERE s.role_code = r.code), '') AS position
            FROM staff_role r""";

    private record Row(
            String code,
            String label,
            String permissions,
            boolean secondFactorRequired,
            int holders,
            String position,
            long version,
            @Nullable Instant changedAt,
            @Nullable String changedBy) {

        Role role() {
            Set<String> names = Arrays.stream(permissions.split(","))
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.toSet());
            Set<Permission> known = Authorities.known(names);
            List<String> unknown = names.stream()
                    .filter(name -> !Authorities.isKnown(name))
                    .sorted()
                    .toList();
            return new Role(code, label, known, secondFactorRequired, unknown, holders, position, version);
        }
    }

    private static final String NEW_AUTHORITY_FOR_HOLDERS = """
            UPDATE staff_account SET authority_version = authority_version + 1
            WHERE id IN (SELECT account_id FROM staff_account_role WHERE role_code = :code)
            OR id IN (SELECT m.deputy_id FROM staff_mandate m
                      JOIN staff_position p ON p.code = m.position_code WHERE p.role_code = :code)""";

    private static final String SOMEBODY_ADMINISTERS = """
            SELECT EXISTS (
              SELECT 1 FROM staff_account a WHERE a.enabled
              AND EXISTS (SELECT 1 FROM staff_account_role r JOIN staff_role_permission p USING (role_code)
                          WHERE r.account_id = a.id AND p.permission = 'STAFF_EDIT')
              AND EXISTS (SELECT 1 FROM staff_account_role r JOIN staff_role_permission p USING (role_code)
                          WHERE r.account_id = a.id AND p.permission = 'ROLE_EDIT'))""";

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final Clock clock;

    RoleRecords(JdbcClient jdbc, Organisation organisation, Clock clock) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.clock = clock;
    }

    List<Role> all() {
        return jdbc.sql(ROLES + " ORDER BY r.ordinal, r.code").query(ROW).list().stream()
                .map(Row::role)
                .toList();
    }

    /** Code: label. */
    Map<String, String> labels() {
        return jdbc.sql("SELECT code, label FROM staff_role").query(LABEL).list().stream()
                .collect(Collectors.toMap(AccountDetails.HeldRole::code, AccountDetails.HeldRole::label));
    }

    Optional<Role> find(String code) {
        return row(code).map(Row::role);
    }

    /** @throws StaffConflict when the role is no longer the one that was looked at */
    Role unchanged(String code, long version) {
        Row row = row(code).orElseThrow(() -> new StaffConflict("Peran itu tidak ada lagi."));
        if (row.version() != version) {
            Instant at = row.changedAt();
            throw new StaffConflict(
                    "Peran %s baru saja diubah oleh %s%s. Data terbaru sudah dimuat; periksa lalu ulangi."
                            .formatted(
                                    row.label(),
                                    row.changedBy() == null ? "orang lain" : row.changedBy(),
                                    at == null ? "" : " pada " + Formats.dateTime(at, organisation.timeZone())));
        }
        return row.role();
    }

    private Optional<Row> row(String code) {
        return jdbc.sql(ROLES + " WHERE r.code = ?").param(code).query(ROW).optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the label is taken */
    void enter(String code, String label, Role model, String by) {
        jdbc.sql("""
                        INSERT INTO staff_role (code, label, ordinal, second_factor_required, changed_at, changed_by)
                        SELECT :code, :label, MAX(ordinal) + 1, :secondFactor, :now, :by FROM staff_role""")
                .param("code", code)
                .param("label", label)
                .param("secondFactor", model.secondFactorRequired())
                .param("now", UtcDateTime.of(clock.instant()))
                .param("by", by)
                .update();
        model.permissions().forEach(permission -> permit(code, permission.name()));
    }

    void change(String code, Role.Edit edit, String by) {
        jdbc.sql("""
                        UPDATE staff_role SET label = :label, second_factor_required = :secondFactor, version = version + 1, changed_at = :now, changed_by = :by
                        WHERE code = :code""")
                .param("label", edit.label())
                .param("secondFactor", edit.secondFactorRequired())
                .param("now", UtcDateTime.of(clock.instant()))
                .param("by", by)
                .param("code", code)
                .update();
        jdbc.sql("DELETE FROM staff_role_permission WHERE role_code = ?")
                .param(code)
                .update();
        edit.permissions().forEach(permission -> permit(code, permission.name()));
        edit.unknown().forEach(name -> permit(code, name));
        tellHolders(code);
    }

    /** Open sessions of everybody with the role compare again, those of deputies too. */
    private void tellHolders(String code) {
        jdbc.sql(NEW_AUTHORITY_FOR_HOLDERS).param("code", code).update();
    }

    void delete(String code) {
        jdbc.sql("DELETE FROM staff_role_permission WHERE role_code = ?")
                .param(code)
                .update();
        jdbc.sql("DELETE FROM staff_role WHERE code = ?").param(code).update();
    }

    private void permit(String code, String permission) {
        jdbc.sql("INSERT INTO staff_role_permission (role_code, permission) VALUES (?, ?)")
                .params(code, permission)
                .update();
    }

    /**
     * Lets one change of roles or of their holders follow the other, until the end of the transaction. Such changes are
     * rare, and only so can a count of the remaining administrators be relied on.
     */
    void lock() {
        jdbc.sql("SELECT code FROM staff_role ORDER BY code FOR UPDATE")
                .query(String.class)
                .list();
    }

    /** @throws InvalidInput when nobody who is enabled could change accounts and roles any more; nothing is stored then */
    void requireSomebodyAdministers() {
        boolean somebody = jdbc.sql(SOMEBODY_ADMINISTERS)
                .query((row, number) -> row.getBoolean(1))
                .single();
        if (!somebody) {
            throw new InvalidInput(
                    "roles",
                    "Ini administrator terakhir: tanpanya tidak ada lagi yang dapat mengatur pegawai dan peran. Tunjuk administrator lain lebih dahulu.");
        }
    }

    /** @throws InvalidInput when a role has been deleted in the meantime */
    void requireExist(Collection<String> codes) {
        if (named(codes).size() != codes.size()) {
            throw new InvalidInput("roles", "Salah satu peran baru saja dihapus; buka kembali formulirnya.");
        }
    }

    /** In the order of the list of roles. */
    List<AccountDetails.HeldRole> named(Collection<String> codes) {
        if (codes.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("SELECT code, label FROM staff_role WHERE code IN (:codes) ORDER BY ordinal, code")
                .param("codes", codes)
                .query(LABEL)
                .list();
    }

    Set<Permission> permissionsOf(Collection<String> codes) {
        if (codes.isEmpty()) {
            return Set.of();
        }
        return Authorities.known(
                jdbc.sql("SELECT DISTINCT permission FROM staff_role_permission WHERE role_code IN (:codes)")
                        .param("codes", codes)
                        .query(OneColumn.TEXT)
                        .list());
    }

    static String labels(Collection<AccountDetails.HeldRole> roles) {
        return roles.stream().map(AccountDetails.HeldRole::label).collect(Collectors.joining(", "));
    }
}
