package id.dukcapil.portal.population.demonstration;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.population.Family;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.population.Standing;
import id.dukcapil.portal.staff.Demonstration;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes many families at once with JDBC batches, which MariaDB Connector/J sends in bulk. */
@Component
@Demonstration
class PopulationBulkWriter {

    private static final int BATCH = 2_000;

    private static final String FAMILY = """
            INSERT INTO population_family (number, address, rt, rw, village_code, updated_at) VALUES (?, ?, ?, ?, ?, ?)""";
    private static final String PERSON = """
            INSERT INTO population_person
              (id, nik, full_name, family_number, relationship, female, birth_place, birth_date, marital_status,
               citizenship, religion, blood_type, education, occupation, father_name, father_nik, mother_name,
               mother_nik, recording_status, recording_status_since, updated_at, standing)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate jdbc;

    PopulationBulkWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void write(List<Family> families, Instant now) {
        LocalDateTime at = UtcDateTime.of(now);
        jdbc.batchUpdate(FAMILY, families, BATCH, (row, family) -> set(row, family, at));
        List<Person> people =
                families.stream().flatMap(family -> family.members().stream()).toList();
        jdbc.batchUpdate(PERSON, people, BATCH, (row, person) -> set(row, person, at));
    }

    private static void set(PreparedStatement row, Family family, LocalDateTime at) throws SQLException {
        row.setString(1, family.number().value());
        row.setString(2, family.address().street());
        row.setString(3, family.address().rt());
        row.setString(4, family.address().rw());
        row.setString(5, family.address().villageCode());
        row.setObject(6, at);
    }

    private static void set(PreparedStatement row, Person person, LocalDateTime at) throws SQLException {
        row.setLong(1, person.id().value());
        row.setString(2, person.nik().value());
        row.setString(3, person.fullName());
        row.setString(4, person.familyCardNumber().value());
        row.setInt(5, person.relationship().code());
        row.setBoolean(6, person.female());
        row.setString(7, person.birthPlace());
        row.setObject(8, person.birthDate());
        row.setInt(9, person.maritalStatus().code());
        row.setInt(10, person.citizenshipCode());
        row.setInt(11, person.religionCode());
        row.setInt(12, person.bloodTypeCode());
        row.setInt(13, person.educationCode());
        row.setInt(14, person.occupationCode());
        row.setString(15, person.father().name());
        setNik(row, 16, person.father().nik());
        row.setString(17, person.mother().name());
        setNik(row, 18, person.mother().nik());
        row.setString(19, person.recordingStatus().name());
        setInstant(row, 20, person.recordingStatusSince());
        row.setObject(21, at);
        row.setString(
                22,
                person.standing() == Standing.RESIDENT
                        ? null
                        : person.standing().name());
    }

    private static void setNik(PreparedStatement row, int index, @Nullable Nik nik) throws SQLException {
        if (nik == null) {
            row.setNull(index, Types.CHAR);
        } else {
            row.setString(index, nik.value());
        }
    }

    private static void setInstant(PreparedStatement row, int index, @Nullable Instant instant) throws SQLException {
        if (instant == null) {
            row.setNull(index, Types.TIMESTAMP);
        } else {
            row.setObject(index, UtcDateTime.of(instant));
        }
    }
}
