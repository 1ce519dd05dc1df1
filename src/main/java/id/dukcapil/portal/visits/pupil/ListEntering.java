package id.dukcapil.portal.visits.pupil;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.visits.pupil.PupilJudge.Judged;
import id.dukcapil.portal.visits.pupil.PupilLists.ListImport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lists of one file on their way into the register of pupils.
 *
 * <p>A pupil whom another school had on its list has changed school with the first list that names the pupil; when the other
 * school names the pupil again afterwards, both claim the pupil, and a person has to ask.
 */
final class ListEntering {

    private final Map<String, String> schools;
    private final Map<Nik, Person> people;
    private final PupilJudge judge;
    private final Map<String, Pupil> known = new HashMap<>();
    private final Map<String, List<Pupil>> ofSchool = new HashMap<>();
    private final Map<String, List<Pupil>> listedBy = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final Set<Long> still = new HashSet<>();
    private final List<PupilRows.Write> writes = new ArrayList<>();
    private final List<Long> left = new ArrayList<>();
    private final Map<String, List<Long>> movedTo = new HashMap<>();
    private final Map<Long, String> alsoAt = new HashMap<>();
    private final Map<PupilVerdict, Integer> verdicts = new EnumMap<>(PupilVerdict.class);
    private final List<String> refused = new ArrayList<>();

    /** @param schools names of all schools by number @param people those whom the register knows */
    ListEntering(Map<String, String> schools, Map<Nik, Person> people, PupilJudge judge) {
        this.schools = schools;
        this.people = people;
        this.judge = judge;
    }

    /**
     * @param stored all who ever were on a list of these schools
     * @param listed who of the file's pupils is on the list of any school now
     */
    void know(List<Pupil> stored, List<Pupil> listed) {
        for (Pupil pupil : stored) {
            ofSchool.computeIfAbsent(pupil.npsn(), none -> new ArrayList<>()).add(pupil);
            numbers(pupil.nisn(), pupil.nik()).forEach(number -> known.put(pupil.npsn() + number, pupil));
            known.put(pupil.npsn() + pupil.fullName() + pupil.birthDate(), pupil);
        }
        listed.forEach(pupil -> numbers(pupil.nisn(), pupil.nik())
                .forEach(number -> listedBy.computeIfAbsent(number, none -> new ArrayList<>())
                        .add(pupil)));
    }

    private static Stream<String> numbers(@Nullable String nisn, @Nullable Nik nik) {
        return Stream.of(
                        nisn == null ? Stream.<String>empty() : Stream.of(nisn),
                        nik == null ? Stream.<String>empty() : Stream.of(nik.value()))
                .flatMap(one -> one);
    }

    void list(String npsn, List<PupilLine> pupils) {
        if (schools.containsKey(npsn)) {
            pupils.forEach(line -> pupil(npsn, line));
            ofSchool.getOrDefault(npsn, List.of()).stream()
                    .filter(pupil -> pupil.leftAt() == null && !still.contains(pupil.id()))
                    .forEach(pupil -> left.add(pupil.id()));
        } else {
            pupils.forEach(line -> refuse(line, "NPSN \"%s\" tidak ada dalam daftar sekolah.".formatted(npsn)));
        }
    }

    private void pupil(String npsn, PupilLine line) {
        List<String> numbers = numbers(line.nisn(), line.nik()).toList();
        List<Pupil> before = numbers.stream()
                .flatMap(number -> Stream.ofNullable(known.get(npsn + number)))
                .distinct()
                .toList();
        Integer twice = numbers.stream()
                .flatMap(number -> Stream.ofNullable(lines.putIfAbsent(number, line.line())))
                .findFirst()
                .orElse(null);
        if (twice != null || before.size() > 1) {
            before.forEach(pupil -> still.add(pupil.id()));
            refuse(
                    line,
                    twice == null
                            ? "NISN milik siswa lain daripada NIK-nya; betulkan dahulu di sekolah."
                            : "NISN atau NIK sudah ada pada baris %d.".formatted(twice));
            return;
        }
        Pupil same = before.isEmpty() ? byName(npsn, line) : before.getFirst();
        if (same != null) {
            still.add(same.id());
        }
        Judged judged = judge.judge(line, line.nik() == null ? null : people.get(line.nik()));
        verdicts.merge(judged.verdict(), 1, Integer::sum);
        writes.add(written(npsn, line, same, judged));
    }

    private @Nullable Pupil byName(String npsn, PupilLine line) {
        Pupil same = known.get(npsn + line.name() + line.birthDate());
        return same == null || still.contains(same.id()) ? null : same;
    }

    private PupilRows.Write written(String npsn, PupilLine line, @Nullable Pupil same, Judged judged) {
        Long id = same == null ? null : same.id();
        Pupil other = numbers(line.nisn(), line.nik())
                .flatMap(number -> listedBy.getOrDefault(number, List.of()).stream())
                .filter(pupil -> !pupil.npsn().equals(npsn))
                .findFirst()
                .orElse(null);
        if (other == null) {
            return new PupilRows.Write(id, npsn, line, judged, null);
        }
        boolean changesSchool =
                same == null || same.leftAt() != null && !Objects.equals(same.otherNpsn(), other.npsn());
        if (changesSchool) {
            movedTo.computeIfAbsent(npsn, none -> new ArrayList<>()).add(other.id());
        } else {
            alsoAt.put(other.id(), npsn);
        }
        String sentence = (changesSchool ? "Sebelumnya di %s." : "Juga di daftar %s.")
                .formatted(schools.getOrDefault(other.npsn(), other.npsn()));
        var noted = new Judged(
                judged.verdict(), "%s %s".formatted(judged.finding(), sentence).strip());
        return new PupilRows.Write(id, npsn, line, noted, changesSchool ? null : other.npsn());
    }

    private void refuse(PupilLine line, String sentence) {
        refused.add("Baris %d, %s: %s".formatted(line.line(), line.name(), sentence));
    }

    void store(PupilRows rows, Instant at) {
        rows.leave(left, null, at);
        movedTo.forEach((npsn, ids) -> rows.leave(ids, npsn, at));
        rows.write(writes, at);
        rows.alsoAt(alsoAt);
    }

    ListImport result() {
        int updated =
                Math.toIntExact(writes.stream().filter(row -> row.id() != null).count());
        int moved = movedTo.values().stream().mapToInt(List::size).sum();
        return new ListImport(
                writes.size() - updated, updated, left.size(), moved, alsoAt.size(), verdicts, List.copyOf(refused));
    }
}
