package id.dukcapil.portal.visits.pupil;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.population.Population;
import id.dukcapil.portal.staff.Organisation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imports of lists of pupils. A list is complete: who is not on it any more has left the school. It is entered in one
 * transaction, so that a list is there as a whole or not at all, and the same list again changes nothing.
 */
@Service
@PreAuthorize("hasAuthority('VISIT_PLAN')")
public class PupilLists {

    /** In bytes; some 30,000 rows of 66 columns. */
    public static final int LARGEST_FILE = 40 << 20;

    private final PupilFile files;
    private final PupilRows rows;
    private final Population population;
    private final Organisation organisation;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PupilLists(
            PupilFile files,
            PupilRows rows,
            Population population,
            Organisation organisation,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.files = files;
        this.rows = rows;
        this.population = population;
        this.organisation = organisation;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What an import led to.
     *
     * @param left pupils who are on the list of their school no more
     * @param moved pupils who were on the list of another school before
     * @param doubled pupils whom another school has on its list, too
     * @param refused sentences with the line of the row
     */
    public record ListImport(
            int added,
            int updated,
            int left,
            int moved,
            int doubled,
            Map<PupilVerdict, Integer> verdicts,
            List<String> refused) {

        public int listed() {
            return added + updated;
        }
    }

    /**
     * Enters a list.
     *
     * @param npsn the school whose list it is; a column NPSN in the list says it row by row and counts more
     * @param whoever whether a list that names another school is taken all the same
     * @throws InvalidInput when the file is none, or the list of another school
     */
    public ListImport importFile(String npsn, InputStream content, boolean whoever) throws IOException {
        byte[] bytes = content.readNBytes(LARGEST_FILE + 1);
        if (bytes.length > LARGEST_FILE) {
            throw new InvalidInput("file", "Berkas melebihi 40 MB. Unggah daftar per sekolah.");
        }
        PupilFile.Read read = files.read(bytes);
        if (read.lines().isEmpty()) {
            throw new InvalidInput("file", "Tidak ada siswa dalam daftar ini.");
        }
        return Objects.requireNonNull(transaction.execute(status -> enter(npsn, read, whoever)));
    }

    /**
     * Enters a list that comes from the school itself: it names no other school.
     *
     * @throws InvalidInput when the file is none, or names another school
     */
    public ListImport importOwn(String npsn, InputStream content) throws IOException {
        byte[] bytes = content.readAllBytes();
        PupilFile.Read read = files.read(bytes);
        if (read.lines().stream()
                .anyMatch(line -> !line.npsn().isEmpty() && !line.npsn().equals(npsn))) {
            throw new InvalidInput("file", "Daftar ini menyebut NPSN sekolah lain; kirim daftar sekolah Anda saja.");
        }
        return importFile(npsn, new ByteArrayInputStream(bytes), false);
    }

    private ListImport enter(String npsn, PupilFile.Read read, boolean whoever) {
        var bySchool = new LinkedHashMap<String, List<PupilLine>>();
        read.lines()
                .forEach(line -> bySchool.computeIfAbsent(
                                line.npsn().isEmpty() ? npsn : line.npsn(), none -> new ArrayList<>())
                        .add(line));
        rows.lock(bySchool.keySet());
        Map<String, String> schools = rows.schools();
        requireTheSchool(schools.get(npsn), read.school(), whoever);
        var entering = new ListEntering(
                schools, people(read.lines()), new PupilJudge(organisation.regencyCode(), organisation.today(clock)));
        entering.know(rows.of(bySchool.keySet()), rows.listedAnywhere(nisns(read.lines()), niks(read.lines())));
        bySchool.forEach(entering::list);
        entering.store(rows, clock.instant());
        ListImport done = entering.result();
        events.publishEvent(AuditEvent.of(
                        "Daftar siswa",
                        bySchool.size() == 1 ? npsn : bySchool.size() + " sekolah",
                        "Daftar siswa diimpor")
                .changing("Siswa", null, done.listed())
                .changing("Keluar", null, done.left())
                .changing("Ditolak", null, done.refused().size()));
        return done;
    }

    private static void requireTheSchool(@Nullable String chosen, String stated, boolean whoever) {
        if (chosen != null && !stated.isEmpty() && !whoever && !plain(chosen).equals(plain(stated))) {
            throw new InvalidInput(
                    "file",
                    "Berkas ini daftar siswa %s, bukan %s. Pilih sekolah yang benar, atau centang bahwa itu nama lain sekolah ini."
                            .formatted(stated, chosen));
        }
    }

    /** "SMA Negeri 1 Paseh" and "SMAN 1 PASEH" name one school. */
    private static String plain(String name) {
        return name.toUpperCase(Locale.ROOT)
                .replaceAll("\\b(SM[AK]|MA|SLB) NEGERI\\b", "$1N")
                .replaceAll("\\b(SM[AK]|MA) SWASTA\\b", "$1S")
                .replaceAll("[^A-Z0-9]", "");
    }

    private Map<Nik, Person> people(List<PupilLine> lines) {
        var people = new HashMap<Nik, Person>();
        List<Nik> niks = lines.stream()
                .flatMap(line -> Stream.ofNullable(line.nik()))
                .distinct()
                .toList();
        PupilRows.inSteps(niks, some -> people.putAll(population.find(some)));
        return people;
    }

    private static List<String> nisns(List<PupilLine> lines) {
        return lines.stream()
                .flatMap(line -> Stream.ofNullable(line.nisn()))
                .distinct()
                .toList();
    }

    private static List<String> niks(List<PupilLine> lines) {
        return lines.stream()
                .flatMap(line -> Stream.ofNullable(line.nik()))
                .map(Nik::value)
                .distinct()
                .toList();
    }
}
