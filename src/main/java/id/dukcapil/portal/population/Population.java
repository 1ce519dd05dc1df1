package id.dukcapil.portal.population;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import id.dukcapil.portal.common.FamilyCardNumber;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.population.Person.Parent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The residents of the regency as SIAK knows them. SIAK stays the master; the office reads here. Looking someone up by
 * a NIK that the person presented is open to the counters and channels that serve them; searching is not.
 */
@Service
@PreAuthorize("hasAuthority('POPULATION_READ')")
public class Population {

    /** More results than this are not worth leafing through; the search should be narrowed. */
    public static final int COUNT_LIMIT = 1_000;

    private static final String PERSON_FIELDS = """
            p.id, p.nik, p.full_name, p.family_number, p.relationship, p.female, p.birth_place, p.birth_date,
              p.marital_status, p.citizenship, p.religion, p.blood_type, p.education, p.occupation,
              p.father_name, p.father_nik, p.mother_name, p.mother_nik,
              f.address, f.rt, f.rw, f.village_code, p.recording_status, p.recording_status_since, p.standing
            FROM population_person p JOIN population_family f ON f.number = p.family_number
            """;

    private static final String PERSON = "SELECT " + PERSON_FIELDS;

    /** By the people first: for hundreds of them in a small register MariaDB would rather walk through all families. */
    private static final String PEOPLE = "SELECT STRAIGHT_JOIN " + PERSON_FIELDS;

    private static final String MATCHING_NAME = """
            SELECT id, full_name FROM population_person FORCE INDEX (population_person_name)
            WHERE full_name LIKE :prefix ESCAPE '!'
              AND full_name >= :afterName AND (full_name > :afterName OR id > :afterId)
            ORDER BY full_name, id LIMIT :limit""";

    /** Each half walks its own index; one condition with OR would not. */
    private static final String MATCHING_NUMBER = """
            (SELECT id, full_name FROM population_person FORCE INDEX (population_person_nik)
             WHERE nik LIKE :prefix AND id > :afterId ORDER BY id LIMIT :limit)
            UNION
            (SELECT id, full_name FROM population_person FORCE INDEX (population_person_member)
             WHERE family_number LIKE :prefix AND id > :afterId ORDER BY id LIMIT :limit)
            ORDER BY id LIMIT :limit""";

    /** The numbers that begin so, straight from their indexes and in no other order than theirs. */
    private static final String FIRST_NUMBERS = """
            SELECT id, MIN(place) AS place FROM (
              (SELECT id, 0 AS place FROM population_person FORCE INDEX (population_person_nik)
               WHERE nik LIKE :prefix ORDER BY nik LIMIT :limit)
              UNION ALL
              (SELECT id, 1 FROM population_person FORCE INDEX (population_person_member)
               WHERE family_number LIKE :prefix ORDER BY family_number, id LIMIT :limit)) begin_so
            GROUP BY id ORDER BY MIN(place), id LIMIT :limit""";

    private static final String ROWS_OF = """
            SELECT STRAIGHT_JOIN p.id, p.nik, p.full_name, p.family_number, p.relationship, p.birth_date,
                   p.recording_status, r.name AS district
            FROM (%s) found
            JOIN population_person p ON p.id = found.id
            JOIN population_family f ON f.number = p.family_number
            LEFT JOIN population_region r ON r.code = LEFT(f.village_code, 6)
            ORDER BY %s""";

    private static final RowMapper<List<Integer>> FREQUENCIES = (row, number) -> {
        var frequencies = new ArrayList<Integer>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            frequencies.add(row.getInt(column));
        }
        return frequencies;
    };
    private static final RowMapper<Person> PERSON_ROW = (row, number) -> person(row);
    static final RowMapper<PersonRow> LIST_ROW = RecordRow.of(PersonRow.class)
            .from("familyCardNumber", "family_number")
            .with("relationship", (row, number) -> Relationship.ofCode(row.getInt("relationship")));

    private final JdbcClient jdbc;
    private final Regions regions;

    Population(JdbcClient jdbc, Regions regions) {
        this.jdbc = jdbc;
        this.regions = regions;
    }

    @PreAuthorize(
            "hasAnyAuthority('POPULATION_READ', 'PRIVACY_HANDLE', 'BOOKING_CREATE', 'SUBMISSION_INTAKE', 'ACTIVATION_SERVE',"
                    + " 'COUNTER_SERVE', 'BOOKING_CHECK_IN', 'RECORDING_STATUS', 'CARDS_PRINT', 'CARDS_HAND_OVER', 'SCOPE_booking', 'SCOPE_submission', 'SCOPE_activation')")
    public Optional<Person> find(Nik nik) {
        return jdbc.sql(PERSON + "WHERE p.nik = ?")
                .param(nik.value())
                .query(PERSON_ROW)
                .optional();
    }

    /** Those of them whom the register knows, in one journey to the database. */
    @PreAuthorize("hasAnyAuthority('BOOKING_CREATE', 'VISIT_PLAN', 'SCOPE_booking')")
    public Map<Nik, Person> find(Collection<Nik> niks) {
        if (niks.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(PEOPLE + "WHERE p.nik IN (:niks)")
                .param("niks", niks.stream().map(Nik::value).toList())
                .query(PERSON_ROW)
                .list()
                .stream()
                .collect(toMap(Person::nik, identity()));
    }

    public Optional<Person> find(PersonId id) {
        return jdbc.sql(PERSON + "WHERE p.id = ?")
                .param(id.value())
                .query(PERSON_ROW)
                .optional();
    }

    @PreAuthorize("hasAnyAuthority('POPULATION_READ', 'CARDS_HAND_OVER')")
    public Optional<Family> family(FamilyCardNumber number) {
        List<Person> members = jdbc.sql(
                        PERSON + "WHERE p.family_number = ? ORDER BY p.relationship, p.birth_date, p.id")
                .param(number.value())
                .query(PERSON_ROW)
                .list();
        return members.isEmpty()
                ? Optional.empty()
                : Optional.of(new Family(number, members.getFirst().address(), members));
    }

    /**
     * One page of the people whose NIK or family card number begins with the text, or whose name does; names in
     * alphabetical order, numbers in the register's own order.
     *
     * @param after {@link PersonRow#key()} of the last row seen, or null for the first page
     */
    public List<PersonRow> search(SearchText text, PersonRow.@Nullable PageKey after, int limit) {
        boolean byName = text.kind() == SearchText.Kind.NAME;
        String sql = ROWS_OF.formatted(byName ? MATCHING_NAME : MATCHING_NUMBER, byName ? "p.full_name, p.id" : "p.id");
        return matching(sql, text, after, limit).query(LIST_ROW).list();
    }

    /** How many people {@link #search} would find, counted up to {@link #COUNT_LIMIT}. */
    public CappedCount count(SearchText text) {
        String matching = text.kind() == SearchText.Kind.NAME ? MATCHING_NAME : MATCHING_NUMBER;
        int counted = matching("SELECT COUNT(*) FROM (" + matching + ") found", text, null, COUNT_LIMIT + 1)
                .query(Integer.class)
                .single();
        return new CappedCount(Math.min(counted, COUNT_LIMIT), counted > COUNT_LIMIT);
    }

    /**
     * The first people that the text fits, for somebody who is still typing: by the beginning of a NIK or family card number, or by
     * the beginnings of words of the name in any order. As fast with millions of people as with a thousand, and therefore
     * not complete when the words are common.
     */
    @Transactional(readOnly = true)
    public List<PersonRow> lookUp(SearchText text, int limit) {
        if (text.kind() == SearchText.Kind.NUMBER) {
            return jdbc.sql(ROWS_OF.formatted(FIRST_NUMBERS, "found.place, p.id"))
                    .param("prefix", text.prefixPattern())
                    .param("limit", limit)
                    .query(LIST_ROW)
                    .list();
        }
        var search = new NameSearch(text);
        return chooser(search)
                .map(word -> jdbc.sql(ROWS_OF.formatted(search.matching(word), "found.place, p.full_name, p.id"))
                        .params(search.parameters())
                        .param("limit", limit)
                        .query(LIST_ROW)
                        .list())
                .orElse(List.of());
    }

    /** Which word of the name chooses the rows: the rarest, and of equally common ones the longest. */
    private Optional<Integer> chooser(NameSearch search) {
        List<Integer> candidates = search.choosing();
        if (candidates.size() < 2) {
            return candidates.stream().findFirst();
        }
        List<Integer> frequencies = jdbc.sql(search.frequencies())
                .params(search.parameters())
                .query(FREQUENCIES)
                .single();
        return IntStream.range(0, candidates.size())
                .boxed()
                .min(Comparator.comparing(frequencies::get))
                .map(candidates::get);
    }

    /** Where the NIK disagrees with the register; warnings only, a person judges them. */
    @PreAuthorize("isAuthenticated()")
    public List<Finding> findings(Person person) {
        return person.nik().disagreements(person.birthDate(), person.female(), regions::knownDistrict);
    }

    private JdbcClient.StatementSpec matching(
            String sql, SearchText text, PersonRow.@Nullable PageKey after, int limit) {
        var statement = jdbc.sql(sql)
                .param("prefix", text.prefixPattern())
                .param("afterId", after == null ? 0 : after.id().value())
                .param("limit", limit);
        // No name sorts before the empty one, so the first page needs no statement of its own
        return text.kind() == SearchText.Kind.NAME
                ? statement.param("afterName", after == null ? "" : after.fullName())
                : statement;
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                new PersonId(row.getLong("id")),
                new Nik(row.getString("nik")),
                row.getString("full_name"),
                new FamilyCardNumber(row.getString("family_number")),
                Relationship.ofCode(row.getInt("relationship")),
                row.getBoolean("female"),
                row.getString("birth_place"),
                row.getObject("birth_date", LocalDate.class),
                MaritalStatus.ofCode(row.getInt("marital_status")),
                row.getInt("citizenship"),
                row.getInt("religion"),
                row.getInt("blood_type"),
                row.getInt("education"),
                row.getInt("occupation"),
                new Parent(row.getString("father_name"), nik(row.getString("father_nik"))),
                new Parent(row.getString("mother_name"), nik(row.getString("mother_nik"))),
                new Address(
                        row.getString("address"),
                        row.getString("rt"),
                        row.getString("rw"),
                        row.getString("village_code")),
                RecordingStatus.valueOf(row.getString("recording_status")),
                UtcDateTime.readNullable(row, "recording_status_since"),
                standing(row.getString("standing")));
    }

    private static Standing standing(@Nullable String stored) {
        return stored == null ? Standing.RESIDENT : Standing.valueOf(stored);
    }

    private static @Nullable Nik nik(@Nullable String value) {
        return value == null ? null : new Nik(value);
    }
}
