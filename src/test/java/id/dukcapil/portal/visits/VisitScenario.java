package id.dukcapil.portal.visits;

import id.dukcapil.portal.visits.pupil.PupilLists;
import id.dukcapil.portal.visits.pupil.PupilLists.ListImport;
import id.dukcapil.portal.visits.school.Schools;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;

/** What the tests of school visits start from: schools of their own, and young people of the register. */
@TestComponent
public class VisitScenario {

    public static final String PLANNER = "perencana";

    private final Schools schools;
    private final PupilLists lists;
    private final UserDetailsService accounts;
    private final SecurityContextHolderStrategy security;
    private final JdbcClient jdbc;
    private final AtomicInteger made = new AtomicInteger();

    VisitScenario(
            Schools schools,
            PupilLists lists,
            UserDetailsService accounts,
            SecurityContextHolderStrategy security,
            JdbcClient jdbc) {
        this.schools = schools;
        this.lists = lists;
        this.accounts = accounts;
        this.security = security;
        this.jdbc = jdbc;
    }

    /** Somebody of the register. */
    public record Youth(String nik, String name, boolean female, LocalDate born, String status) {

        public String line(String nisn) {
            return "%s;%s;%s;%s;%s;X-1".formatted(name, nisn, nik, female ? "P" : "L", born);
        }
    }

    /** A school that no other test uses; its number. */
    public String school() {
        String npsn = "99%06d".formatted(made.incrementAndGet());
        as(PLANNER, () -> imported("""
                NPSN,NAMA,JENIS,STATUS,KODE KECAMATAN,KECAMATAN,ALAMAT,LINTANG,BUJUR,EMAIL
                %1$s,SMAN UJI %1$s,SMA,negeri,32.04.35,Paseh,Jalan Uji 1,-7.05,107.78,tu@sekolah.contoh.id
                """.formatted(npsn)));
        return npsn;
    }

    public Schools.SchoolImport imported(String csv) {
        try {
            return schools.importFile(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Enters a list of Nama;NISN;NIK;JK;Tanggal Lahir;Rombel as the planner. */
    public ListImport list(String npsn, List<String> lines) {
        return list(
                npsn,
                ("Nama;NISN;NIK;JK;Tanggal Lahir;Rombel\n" + String.join("\n", lines))
                        .getBytes(StandardCharsets.UTF_8));
    }

    public ListImport list(String npsn, byte[] file) {
        return as(PLANNER, () -> {
            try {
                return lists.importFile(npsn, new ByteArrayInputStream(file), false);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** People of the register who match a condition on {@code population_person}, always the same ones. */
    public List<Youth> youths(String condition, int many) {
        return jdbc.sql("""
                        SELECT nik, full_name, female, birth_date, recording_status FROM population_person
                        WHERE standing IS NULL AND %s ORDER BY nik LIMIT %d""".formatted(condition, many))
                .query((row, number) -> new Youth(
                        row.getString(1),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getObject(4, LocalDate.class),
                        row.getString(5)))
                .list();
    }

    /** Two crews U1 and U2, three sets U1 to U3, a vehicle U1; entered once. */
    public void resources() {
        for (String code : List.of("U1", "U2")) {
            jdbc.sql("INSERT IGNORE INTO visits_crew (code, name) VALUES (?, ?)")
                    .params(code, "Tim " + code)
                    .update();
        }
        for (String code : List.of("U1", "U2", "U3")) {
            jdbc.sql("INSERT IGNORE INTO visits_set (code, name) VALUES (?, ?)")
                    .params(code, "Set " + code)
                    .update();
        }
        jdbc.sql("INSERT IGNORE INTO visits_vehicle (code, name, plate) VALUES ('U1', 'Mobil U1', 'D 1 U')")
                .update();
    }

    public <T> T as(String username, Supplier<T> work) {
        UserDetails account = accounts.loadUserByUsername(username);
        var context = security.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities()));
        var before = security.getContext();
        security.setContext(context);
        try {
            return work.get();
        } finally {
            security.setContext(before);
        }
    }
}
