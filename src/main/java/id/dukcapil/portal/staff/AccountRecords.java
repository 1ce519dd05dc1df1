package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.OneColumn;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.ui.Formats;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored accounts; who may change them is decided by the callers. */
@Component
class AccountRecords {

    private static final RowMapper<Stored> STORED = RecordRow.of(Stored.class);

    /** An account as it stands in its row. */
    record Stored(
            StaffId id,
            String username,
            String fullName,
            @Nullable String nip,
            @Nullable String civilRank,
            OfficeCode office,
            String officeName,
            boolean enabled,
            boolean mustChangePassword,
            boolean secondFactor,
            @Nullable String disabledBecause,
            Instant createdAt,
            @Nullable Instant changedAt,
            @Nullable String changedBy,
            long version) {

        AccountFilter.Standing standing() {
            return AccountFilter.Standing.of(enabled, mustChangePassword);
        }
    }

    private static final String ACCOUNT = """
            SELECT a.*, o.name AS office_name,
              EXISTS (SELECT 1 FROM staff_second_factor f WHERE f.account_id = a.id) AS second_factor
            FROM staff_account a JOIN staff_office o ON o.code = a.office_code WHERE a.id = ?""";

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final Clock clock;

    AccountRecords(JdbcClient jdbc, Organisation organisation, Clock clock) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.clock = clock;
    }

    Optional<Stored> find(StaffId id) {
        return read(id, "");
    }

    /**
     * Holds the account until the end of the transaction.
     *
     * @throws StaffConflict when it is no longer the one that was looked at
     */
    Stored lock(StaffId id, long version) {
        Stored stored = read(id, " FOR UPDATE").orElseThrow(() -> new StaffConflict("Akun itu tidak ada lagi."));
        if (stored.version() != version) {
            throw conflict(stored);
        }
        return stored;
    }

    /** Holds the account as it is, whatever its version. */
    Optional<Stored> hold(StaffId id) {
        return read(id, " FOR UPDATE");
    }

    private Optional<Stored> read(StaffId id, String locking) {
        return jdbc.sql(ACCOUNT + locking).param(id.value()).query(STORED).optional();
    }

    private StaffConflict conflict(Stored stored) {
        Instant at = stored.changedAt();
        return new StaffConflict("Akun %s baru saja diubah oleh %s%s. Data terbaru sudah dimuat; periksa lalu ulangi."
                .formatted(
                        stored.username(),
                        stored.changedBy() == null ? "orang lain" : stored.changedBy(),
                        at == null ? "" : " pada " + Formats.dateTime(at, organisation.timeZone())));
    }

    Set<String> rolesOf(StaffId id) {
        return new HashSet<>(jdbc.sql("SELECT role_code FROM staff_account_role WHERE account_id = ?")
                .param(id.value())
                .query(OneColumn.TEXT)
                .list());
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the user name is taken */
    StaffId enter(String username, String passwordHash, AccountEdit edit, OfficeCode office, String by) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO staff_account (id, username, password_hash, full_name, nip, civil_rank, office_code,
                          enabled, must_change_password, created_at, changed_at, changed_by)
                        VALUES (:id, :username, :hash, :name, :nip, :rank, :office, TRUE, TRUE, :now, :now, :by)""")
                .param("id", id)
                .param("username", username)
                .param("hash", passwordHash)
                .param("name", edit.fullName())
                .param("nip", edit.nipDigits())
                .param("rank", edit.rankOrNull())
                .param("office", office.value())
                .param("now", now())
                .param("by", by)
                .update();
        giveRoles(id, edit.roles());
        return new StaffId(id);
    }

    void change(StaffId id, AccountEdit edit, OfficeCode office, String by) {
        write(id, by, "full_name = :name, nip = :nip, civil_rank = :rank, office_code = :office")
                .param("name", edit.fullName())
                .param("nip", edit.nipDigits())
                .param("rank", edit.rankOrNull())
                .param("office", office.value())
                .update();
        jdbc.sql("DELETE FROM staff_account_role WHERE account_id = ?")
                .param(id.value())
                .update();
        giveRoles(id.value(), edit.roles());
    }

    void setEnabled(StaffId id, boolean enabled, @Nullable String because, String by) {
        write(id, by, "enabled = :enabled, disabled_because = :because")
                .param("enabled", enabled)
                .param("because", because)
                .update();
    }

    /** Ends the sessions that were opened with the old password. */
    void setInitialPassword(StaffId id, String passwordHash, String by) {
        write(id, by, "password_hash = :hash, must_change_password = TRUE, credential_version = credential_version + 1")
                .param("hash", passwordHash)
                .update();
    }

    private JdbcClient.StatementSpec write(StaffId id, String by, String columns) {
        return jdbc.sql("UPDATE staff_account SET " + columns + ", authority_version = authority_version + 1,"
                        + " version = version + 1, changed_at = :now, changed_by = :by WHERE id = :id")
                .param("id", id.value())
                .param("now", now())
                .param("by", by);
    }

    private void giveRoles(UUID id, Set<String> roles) {
        roles.forEach(role -> jdbc.sql("INSERT INTO staff_account_role (account_id, role_code) VALUES (?, ?)")
                .params(id, role)
                .update());
    }

    private Object now() {
        return UtcDateTime.of(clock.instant());
    }
}
