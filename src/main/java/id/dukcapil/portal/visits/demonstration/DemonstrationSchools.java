package id.dukcapil.portal.visits.demonstration;

import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.SetUpStep;
import id.dukcapil.portal.staff.ActingSystem;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.visits.pupil.PupilLists;
import id.dukcapil.portal.visits.school.School;
import id.dukcapil.portal.visits.school.Schools;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The real schools of the regency, with invented contacts and numbers of pupils, and lists of invented pupils for some of
 * them, entered as a planner would. Once, into an empty table.
 */
@Component
@Order(66)
@ConditionalOnBooleanProperty({"portal.demonstration", "portal.visits.demonstration"})
class DemonstrationSchools implements SetUpStep {

    private static final int SEED = 2020_6311;
    private static final int WITH_LISTS = 21;
    private static final List<String> CONTACTS = List.of(
            "Dra. Hj. Iis Sumiati",
            "Drs. Agus Kusnadi",
            "Yeni Rohaeti, S.Pd.",
            "Dadan Hidayat, M.Pd.",
            "Nining Suryani, S.Pd.");

    private final Schools schools;
    private final PupilLists lists;
    private final ActingSystem system;
    private final Organisation organisation;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;
    private final Random dice = new Random(SEED);

    DemonstrationSchools(
            Schools schools,
            PupilLists lists,
            ActingSystem system,
            Organisation organisation,
            JdbcClient jdbc,
            JdbcTemplate batches,
            Clock clock) {
        this.schools = schools;
        this.lists = lists;
        this.system = system;
        this.organisation = organisation;
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    @Override
    public void enter() {
        var file = new ClassPathResource("reference/sekolah_%s.csv".formatted(organisation.regencyCode()));
        boolean used = jdbc.sql("SELECT EXISTS (SELECT 1 FROM visits_school)")
                .query(Boolean.class)
                .single();
        if (!used && file.exists()) {
            system.with(Set.of(Permission.VISIT_READ, Permission.VISIT_PLAN), () -> enter(file));
        }
    }

    private void enter(ClassPathResource file) {
        try (InputStream content = file.getInputStream()) {
            schools.importFile(content);
            List<School> all = schools.all();
            batches.batchUpdate(
                    "UPDATE visits_school SET declared_pupils = ?, contact_name = ?, contact_phone = ?, contact_email = ?"
                            + " WHERE npsn = ?",
                    all.stream().map(this::invented).toList());
            List<String> large = all.stream()
                    .filter(school -> school.stateRun() && school.isOnTheMap())
                    .map(School::npsn)
                    .limit(WITH_LISTS)
                    .toList();
            lists.importFile("", new ByteArrayInputStream(list(large).getBytes(StandardCharsets.UTF_8)), false);
        } catch (IOException e) {
            throw new UncheckedIOException("The list of schools cannot be read", e);
        }
    }

    private Object[] invented(School school) {
        int pupils = school.kind().name().startsWith("S") && school.stateRun()
                ? 360 + dice.nextInt(700)
                : 60 + dice.nextInt(260);
        return new Object[] {
            school.kind().name().contains("LB") ? 20 + dice.nextInt(60) : pupils,
            CONTACTS.get(dice.nextInt(CONTACTS.size())),
            "08%d-0000-%04d".formatted(11 + dice.nextInt(80), dice.nextInt(10_000)),
            "tu.%s@sekolah.contoh.id".formatted(school.npsn()),
            school.npsn()
        };
    }

    private record Youth(String nik, String name, boolean female, String birthPlace, LocalDate birthDate) {}

    /** Young people of the register, spread over the schools; now and then what schools get wrong. */
    private String list(List<String> npsns) {
        LocalDate today = organisation.today(clock);
        List<Youth> youths = jdbc.sql("""
                        SELECT nik, full_name, female, birth_place, birth_date FROM population_person
                        WHERE birth_date BETWEEN :from AND :to AND standing IS NULL ORDER BY CRC32(nik), id LIMIT 3000""")
                .param("from", today.minusYears(19))
                .param("to", today.minusYears(15))
                .query((row, number) -> new Youth(
                        row.getString(1),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getString(4),
                        row.getObject(5, LocalDate.class)))
                .list();
        var lines = new ArrayList<String>();
        lines.add("NPSN;Nama;NISN;NIK;JK;Tempat Lahir;Tanggal Lahir;Rombel Saat Ini");
        for (int i = 0; i < youths.size(); i++) {
            lines.add(line(npsns.get(i % npsns.size()), youths.get(i), today, i));
        }
        return String.join("\n", lines);
    }

    private String line(String npsn, Youth youth, LocalDate today, int place) {
        int trouble = dice.nextInt(60);
        LocalDate born = trouble == 0 ? youth.birthDate().plusDays(1) : youth.birthDate();
        int grade = Math.clamp(10 + youth.birthDate().until(today).getYears() - 16L, 10, 12);
        String group = "%s-%d".formatted(List.of("X", "XI", "XII").get(grade - 10), 1 + place % 5);
        return String.join(
                ";",
                npsn,
                trouble == 1 ? youth.name() + " S" : youth.name(),
                "%03d%07d".formatted(youth.birthDate().getYear() % 1000, place),
                nik(youth, trouble),
                youth.female() ? "P" : "L",
                youth.birthPlace(),
                born.toString(),
                group);
    }

    private static String nik(Youth youth, int trouble) {
        return switch (trouble) {
            case 2 -> "";
            case 3, 4 ->
                "3273" + youth.nik().substring(4, 12) + "9" + youth.nik().substring(13);
            default -> youth.nik();
        };
    }
}
