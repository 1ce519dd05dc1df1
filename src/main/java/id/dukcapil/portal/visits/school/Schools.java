package id.dukcapil.portal.visits.school;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.procedure.Where;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.visits.pupil.PupilVerdict;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of schools. The plan covers the whole regency, so everybody who may read it sees all of them. */
@Service
@PreAuthorize("hasAuthority('VISIT_READ')")
@Transactional(readOnly = true)
public class Schools {

    /** In bytes. */
    public static final int LARGEST_FILE = 5 << 20;

    static final RowMapper<School> ROW = RecordRow.of(School.class);

    private static final String UPSERT = """
            INSERT INTO visits_school (npsn, name, kind, state_run, district_code, district_name, address, latitude, longitude,
              contact_name, contact_phone, contact_email, declared_pupils, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE name = VALUES(name), kind = VALUES(kind), state_run = VALUES(state_run),
              district_code = VALUES(district_code), district_name = VALUES(district_name), address = VALUES(address),
              latitude = COALESCE(VALUES(latitude), latitude), longitude = COALESCE(VALUES(longitude), longitude),
              contact_name = COALESCE(VALUES(contact_name), contact_name),
              contact_phone = COALESCE(VALUES(contact_phone), contact_phone),
              contact_email = COALESCE(VALUES(contact_email), contact_email),
              declared_pupils = COALESCE(VALUES(declared_pupils), declared_pupils), updated_at = VALUES(updated_at)""";

    private static final String COVERAGE = """
            SELECT s.*, COUNT(p.id) AS listed, COALESCE(SUM(p.birth_date <= :sixteen), 0) AS of_age,
              COALESCE(SUM(p.birth_date <= :sixteen AND p.verdict IN (:recorded)), 0) AS recorded,
              COALESCE(SUM(p.verdict IN (:ready)), 0) AS print_ready,
              COALESCE(SUM(p.birth_date <= :sixteen AND p.verdict IN (:open)), 0) AS to_record,
              COALESCE(SUM(p.verdict IN (:unclear)), 0) AS unclear
            FROM visits_school s LEFT JOIN visits_pupil p ON p.npsn = s.npsn AND p.left_at IS NULL
            WHERE %s GROUP BY s.npsn ORDER BY to_record DESC, s.district_name, s.name""";

    private static final RowMapper<SchoolCoverage> COVERAGE_ROW = (row, number) -> new SchoolCoverage(
            ROW.mapRow(row, number),
            row.getInt("listed"),
            row.getInt("of_age"),
            row.getInt("recorded"),
            row.getInt("print_ready"),
            row.getInt("to_record"),
            row.getInt("unclear"));

    private final SchoolFile files;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Organisation organisation;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Schools(
            SchoolFile files,
            JdbcClient jdbc,
            JdbcTemplate batches,
            Organisation organisation,
            ApplicationEventPublisher events,
            Clock clock) {
        this.files = files;
        this.jdbc = jdbc;
        this.batches = batches;
        this.organisation = organisation;
        this.events = events;
        this.clock = clock;
    }

    /** @param districtCode null means all */
    public record SchoolFilter(
            String name,
            @Nullable SchoolKind kind,
            @Nullable String districtCode) {}

    /** What an import led to. @param refused sentences with the line of the row */
    public record SchoolImport(int added, int updated, List<String> refused) {}

    /** Who speaks for a school; empty for what is not known. */
    public record Contact(String name, String phone, String email) {}

    /** Those with the most pupils to record first, then by kecamatan and name. */
    public List<SchoolCoverage> list(SchoolFilter filter) {
        Where where = new Where().is("s.kind", filter.kind()).is("s.district_code", filter.districtCode());
        if (!filter.name().isBlank()) {
            where.and(
                    "(s.name LIKE :name OR s.npsn = :npsn)",
                    "name",
                    "%" + filter.name().strip().replaceAll("[%_\\\\]", "") + "%");
            where.parameter("npsn", filter.name().strip());
        }
        return coverage(where);
    }

    public Optional<SchoolCoverage> coverage(String npsn) {
        return coverage(new Where().is("s.npsn", npsn)).stream().findFirst();
    }

    @PreAuthorize("hasAnyAuthority('VISIT_READ', 'VISIT_RECORD')")
    public Optional<School> find(String npsn) {
        return jdbc.sql("SELECT * FROM visits_school WHERE npsn = ?")
                .param(npsn)
                .query(ROW)
                .optional();
    }

    public List<School> all() {
        return jdbc.sql("SELECT * FROM visits_school ORDER BY district_name, name")
                .query(ROW)
                .list();
    }

    private List<SchoolCoverage> coverage(Where where) {
        LocalDate today = organisation.today(clock);
        return jdbc.sql(COVERAGE.formatted(where.text()))
                .params(where.parameters())
                .param("sixteen", today.minusYears(PupilVerdict.RECORDING_AGE))
                .param("recorded", PupilVerdict.names(PupilVerdict::isRecorded))
                .param("open", PupilVerdict.names(PupilVerdict::isOpen))
                .param("ready", PupilVerdict.names(PupilVerdict.PRINT_READY::equals))
                .param("unclear", PupilVerdict.names(PupilVerdict::isUnclear))
                .query(COVERAGE_ROW)
                .list();
    }

    /**
     * Enters the schools of a list; those that are known are updated, what the list does not say stays.
     *
     * @throws InvalidInput when the file cannot be read
     */
    @PreAuthorize("hasAuthority('VISIT_PLAN')")
    @Transactional
    public SchoolImport importFile(InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(LARGEST_FILE + 1);
        if (bytes.length > LARGEST_FILE) {
            throw new InvalidInput("file", "Berkas melebihi 5 MB; daftar sekolah jauh lebih kecil.");
        }
        SchoolFile.Read read = files.read(bytes);
        Set<String> known = new HashSet<>(
                jdbc.sql("SELECT npsn FROM visits_school").query(String.class).list());
        store(read.schools());
        int updated = Math.toIntExact(read.schools().stream()
                .filter(school -> known.contains(school.npsn()))
                .count());
        var done = new SchoolImport(read.schools().size() - updated, updated, read.refused());
        events.publishEvent(AuditEvent.of("Sekolah", organisation.regency(), "Daftar sekolah diimpor")
                .changing("Baru", null, done.added())
                .changing("Diperbarui", null, updated)
                .changing("Ditolak", null, read.refused().size()));
        return done;
    }

    private void store(List<School> schools) {
        var now = UtcDateTime.of(clock.instant());
        batches.batchUpdate(
                UPSERT,
                schools.stream()
                        .map(school -> new @Nullable Object[] {
                            school.npsn(),
                            school.name(),
                            school.kind().name(),
                            school.stateRun(),
                            school.districtCode(),
                            school.districtName(),
                            school.address(),
                            school.latitude(),
                            school.longitude(),
                            school.contactName(),
                            school.contactPhone(),
                            school.contactEmail(),
                            school.declaredPupils(),
                            now
                        })
                        .toList());
    }

    /** @throws InvalidInput when an e-mail address or telephone number cannot be one */
    @PreAuthorize("hasAuthority('VISIT_PLAN')")
    @Transactional
    public Optional<School> contact(String npsn, Contact contact) {
        if (!contact.email().isBlank() && !contact.email().strip().matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            throw new InvalidInput("email", "Alamat e-mail tidak lengkap.");
        }
        if (!contact.phone().isBlank() && !contact.phone().strip().matches("[+0-9() .-]{6,30}")) {
            throw new InvalidInput("phone", "Nomor telepon hanya berisi angka.");
        }
        int changed = jdbc.sql("""
                        UPDATE visits_school SET contact_name = NULLIF(:name, ''), contact_phone = NULLIF(:phone, ''),
                          contact_email = NULLIF(:email, ''), updated_at = :now WHERE npsn = :npsn""")
                .params(Map.of(
                        "name", contact.name().strip(),
                        "phone", contact.phone().strip(),
                        "email", contact.email().strip(),
                        "now", UtcDateTime.of(clock.instant()),
                        "npsn", npsn))
                .update();
        if (changed > 0) {
            events.publishEvent(AuditEvent.of("Sekolah", npsn, "Narahubung sekolah diubah"));
        }
        return find(npsn);
    }
}
