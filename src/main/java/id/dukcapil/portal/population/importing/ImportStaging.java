package id.dukcapil.portal.population.importing;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.population.Address;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Lays accepted rows aside and notes refused ones, many at a time: Connector/J sends a batch in bulk. */
@Component
class ImportStaging {

    static final int BATCH = 5_000;
    static final int LONGEST_FINDINGS = 2_000;

    /** As {@link id.dukcapil.portal.common.Nik#masked} gives it, of a staged row {@code s}. */
    static final String MASKED_NIK =
            "CONCAT(CONVERT(LEFT(s.nik, 4) USING utf8mb4), '••••••••'," + " CONVERT(RIGHT(s.nik, 4) USING utf8mb4))";

    private static final String STAGE = """
            INSERT INTO population_import_staging
              (import_id, line, nik, full_name, family_number, relationship, female, birth_place, birth_date, marital_status,
               citizenship, religion, blood_type, education, occupation, father_name, father_nik, mother_name, mother_nik,
               recording_status, recording_status_since, address, rt, rw, village_code, warnings, standing)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String REFUSE = """
            INSERT INTO population_import_line (import_id, line, outcome, nik, findings) VALUES (?, ?, 'REFUSED', ?, ?)""";

    private final JdbcTemplate jdbc;

    ImportStaging(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void lay(ImportId id, List<JudgedRow> rows) {
        List<JudgedRow> accepted = rows.stream().filter(row -> !row.refused()).toList();
        List<JudgedRow> refused = rows.stream().filter(JudgedRow::refused).toList();
        if (!accepted.isEmpty()) {
            jdbc.batchUpdate(STAGE, accepted, BATCH, (statement, row) -> set(statement, id, row));
        }
        if (!refused.isEmpty()) {
            jdbc.batchUpdate(REFUSE, refused, BATCH, (statement, row) -> {
                statement.setLong(1, id.value());
                statement.setInt(2, row.line());
                setText(statement, 3, row.nik());
                setText(statement, 4, joined(row.findings()));
            });
        }
    }

    /** In steps, so that no lock is held for long. */
    void clear(ImportId id) {
        int removed = BATCH;
        while (removed == BATCH) {
            removed =
                    jdbc.update("DELETE FROM population_import_staging WHERE import_id = ? LIMIT " + BATCH, id.value());
        }
    }

    private static void set(PreparedStatement statement, ImportId id, JudgedRow row) throws SQLException {
        Resident resident = row.resident();
        if (resident == null) {
            throw new IllegalArgumentException("A refused row is not laid aside");
        }
        statement.setLong(1, id.value());
        statement.setInt(2, row.line());
        setIdentity(statement, resident);
        setCircumstances(statement, resident);
        setRecording(statement, resident);
        setAddress(statement, resident.address());
        setText(statement, 26, row.findings().isEmpty() ? null : joined(row.findings()));
        setText(
                statement,
                27,
                resident.standing() == null ? null : resident.standing().name());
    }

    private static void setIdentity(PreparedStatement statement, Resident resident) throws SQLException {
        statement.setString(3, resident.nik().value());
        statement.setString(4, resident.fullName());
        statement.setString(5, resident.familyNumber().value());
        statement.setInt(6, resident.relationship());
        statement.setBoolean(7, resident.female());
        statement.setString(8, resident.birthPlace());
        statement.setObject(9, resident.birthDate());
    }

    private static void setCircumstances(PreparedStatement statement, Resident resident) throws SQLException {
        statement.setInt(10, resident.maritalStatus());
        setCode(statement, 11, resident.citizenship());
        statement.setInt(12, resident.religion());
        setCode(statement, 13, resident.bloodType());
        statement.setInt(14, resident.education());
        statement.setInt(15, resident.occupation());
        statement.setString(16, resident.fatherName());
        setNik(statement, 17, resident.fatherNik());
        statement.setString(18, resident.motherName());
        setNik(statement, 19, resident.motherNik());
    }

    private static void setRecording(PreparedStatement statement, Resident resident) throws SQLException {
        setText(
                statement,
                20,
                resident.recordingStatus() == null
                        ? null
                        : resident.recordingStatus().name());
        if (resident.recordedOn() == null) {
            statement.setNull(21, Types.TIMESTAMP);
        } else {
            statement.setObject(21, resident.recordedOn().atStartOfDay());
        }
    }

    private static void setAddress(PreparedStatement statement, Address address) throws SQLException {
        statement.setString(22, address.street());
        statement.setString(23, address.rt());
        statement.setString(24, address.rw());
        statement.setString(25, address.villageCode());
    }

    private static String joined(List<String> findings) {
        String text = findings.stream().collect(Collectors.joining("\n"));
        return text.length() <= LONGEST_FINDINGS ? text : text.substring(0, LONGEST_FINDINGS - 1) + "…";
    }

    private static void setCode(PreparedStatement statement, int index, @Nullable Integer code) throws SQLException {
        if (code == null) {
            statement.setNull(index, Types.TINYINT);
        } else {
            statement.setInt(index, code);
        }
    }

    private static void setNik(PreparedStatement statement, int index, @Nullable Nik nik) throws SQLException {
        setText(statement, index, nik == null ? null : nik.value());
    }

    private static void setText(PreparedStatement statement, int index, @Nullable String text) throws SQLException {
        if (text == null) {
            statement.setNull(index, Types.VARCHAR);
        } else {
            statement.setString(index, text);
        }
    }
}
