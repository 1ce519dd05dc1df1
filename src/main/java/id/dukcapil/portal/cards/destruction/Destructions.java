package id.dukcapil.portal.cards.destruction;

import id.dukcapil.portal.cards.destruction.Destruction.Line;
import id.dukcapil.portal.cards.destruction.Destruction.Witness;
import id.dukcapil.portal.cards.shipment.Count;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.common.Sha256;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.documents.numbers.DocumentNumbers;
import id.dukcapil.portal.documents.numbers.NumberKind;
import id.dukcapil.portal.documents.numbers.NumberPattern;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.StaffMember;
import id.dukcapil.portal.staff.signin.SealingKey;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Destroys what waits in the box: a batch is taken out and counted by two accounts, then burned before witnesses and
 * numbered. From then on nothing of it changes; a change by SQL is seen by its seal.
 */
@Service
@PreAuthorize("hasAuthority('CARDS_READ')")
public class Destructions {

    static final String RECORD = "Pemusnahan";
    private static final String SEAL = "cards-destruction";
    private static final int SHOWN = 30;
    private static final int LONGEST = 120;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final SealingKey key;
    private final CurrentStaff staff;
    private final Offices offices;
    private final DocumentNumbers numbers;
    private final NumberKind destructionNumbers;
    private final Retry retry;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Destructions(
            JdbcClient jdbc,
            JsonMapper json,
            SealingKey key,
            CurrentStaff staff,
            Offices offices,
            DocumentNumbers numbers,
            NumberKind destructionNumbers,
            Retry retry,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.key = key;
        this.staff = staff;
        this.offices = offices;
        this.numbers = numbers;
        this.destructionNumbers = destructionNumbers;
        this.retry = retry;
        this.events = events;
        this.clock = clock;
    }

    /** What waits in the box, by cause and kecamatan. */
    public List<Line> waiting(OfficeCode office) {
        staff.requireScope(office);
        return box(office);
    }

    private List<Line> box(OfficeCode office) {
        return jdbc.sql("""
                        SELECT cause, district, SUM(cards) AS cards FROM cards_box WHERE office_code = ?
                        GROUP BY cause, district HAVING SUM(cards) > 0 ORDER BY district, cause""")
                .param(office.value())
                .query(RecordRow.of(Line.class))
                .list();
    }

    /** The one under way first, then the latest. */
    public List<Destruction> of(OfficeCode office) {
        staff.requireScope(office);
        return jdbc.sql("""
                        SELECT * FROM cards_destruction WHERE office_code = ?
                        ORDER BY destroyed_at IS NULL DESC, counted_at DESC LIMIT ?""").params(office.value(), SHOWN).query(row()).list();
    }

    /**
     * Takes everything out of the box that waits there and agrees with what the person counted.
     *
     * @param id the same for every attempt
     */
    @PreAuthorize("hasAuthority('CARDS_ENTER')")
    public Destruction begin(UUID id, OfficeCode office, @Nullable Integer counted) {
        staff.requireScope(office);
        int cards = Count.of("counted", counted);
        return retry.inTransaction(() -> {
            lockBox(office);
            return find(id).orElseGet(() -> take(id, office, cards));
        });
    }

    private Destruction take(UUID id, OfficeCode office, int counted) {
        boolean another = jdbc.sql(
                        "SELECT EXISTS (SELECT 1 FROM cards_destruction WHERE office_code = ? AND destroyed_at IS NULL)")
                .param(office.value())
                .query(Boolean.class)
                .single();
        if (another) {
            throw new ChangedMeanwhile("Sudah ada kotak yang sedang dihitung untuk dimusnahkan.");
        }
        List<Line> lines = box(office);
        int cards = lines.stream().mapToInt(Line::cards).sum();
        if (cards == 0) {
            throw new InvalidInput("counted", "Kotak musnah kosong.");
        }
        requireSame(cards, counted);
        StaffMember member = staff.require();
        jdbc.sql("""
                        INSERT INTO cards_destruction (id, office_code, contents, cards, counted_by, counted_name, counted_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        office.value(),
                        json.writeValueAsString(lines),
                        cards,
                        member.id().value(),
                        member.fullName(),
                        UtcDateTime.of(clock.instant()))
                .update();
        return find(id).orElseThrow();
    }

    private static void requireSame(int expected, int counted) {
        if (expected != counted) {
            throw new InvalidInput(
                    "counted",
                    "Tidak sama dengan buku. Hitung ulang; bila tetap berbeda, koreksi dahulu baris gagal atau rusaknya.");
        }
    }

    /** The count of another person. */
    @PreAuthorize("hasAuthority('CARDS_WITNESS')")
    public Destruction countAgain(UUID id, @Nullable Integer counted) {
        int cards = Count.of("counted", counted);
        return retry.inTransaction(() -> {
            Destruction batch = open(id);
            StaffMember member = staff.require();
            if (member.id().value().equals(batch.countedBy())) {
                throw new InvalidInput("counted", "Hitungan kedua dibuat orang lain.");
            }
            requireSame(batch.cards(), cards);
            jdbc.sql("UPDATE cards_destruction SET second_by = ?, second_name = ? WHERE id = ?")
                    .params(member.id().value(), member.fullName(), id)
                    .update();
            return find(id).orElseThrow();
        });
    }

    /**
     * Numbers and freezes it: the cards are gone.
     *
     * @param witnesses two at least, each with name, title and agency
     */
    @PreAuthorize("hasAuthority('CARDS_ENTER')")
    public Destruction finish(UUID id, String manner, List<Witness> witnesses) {
        if (manner.isBlank() || manner.length() > LONGEST) {
            throw new InvalidInput("manner", "Isi cara pemusnahan, paling banyak 120 huruf.");
        }
        boolean incomplete = witnesses.stream()
                .flatMap(witness -> List.of(witness.name(), witness.title(), witness.agency()).stream())
                .anyMatch(text -> text.isBlank() || text.length() > LONGEST);
        if (witnesses.size() < 2 || incomplete) {
            throw new InvalidInput("witnesses", "Isi dua saksi, masing-masing dengan nama, jabatan dan instansi.");
        }
        return retry.inTransaction(() -> {
            Destruction batch = open(id);
            if (!batch.isCountedByTwo()) {
                throw new InvalidInput("witnesses", "Orang kedua belum menghitung.");
            }
            lockBox(batch.office());
            Office office = offices.find(batch.office()).orElseThrow();
            String number = numbers.next(destructionNumbers, office);
            Instant now = clock.instant();
            batch.lines().forEach(line -> takeOut(batch, line, number, LocalDate.ofInstant(now, office.timeZone())));
            String told = json.writeValueAsString(witnesses);
            String hash = hash(number, batch, told, manner.strip(), now);
            jdbc.sql("""
                            UPDATE cards_destruction SET number = ?, witnesses = ?, manner = ?, destroyed_at = ?, hash = ?, seal = ?
                            WHERE id = ?""")
                    .params(number, told, manner.strip(), UtcDateTime.of(now), hash, seal(id, hash), id)
                    .update();
            events.publishEvent(AuditEvent.of(RECORD, number, "Dimusnahkan dan dibekukan")
                    .at(batch.office())
                    .changing("Kartu", null, batch.cards())
                    .changing("SHA-256", null, hash));
            return find(id).orElseThrow();
        });
    }

    private void takeOut(Destruction batch, Line line, String number, LocalDate today) {
        jdbc.sql("""
                        INSERT INTO cards_box (id, office_code, cause, district, cards, reference, happened_on, request_token,
                          entered_by_name, entered_at)
                        VALUES (:id, :office, :cause, :district, :cards, :number, :day, :token, :name, :at)""")
                .param("id", TimeOrderedId.at(clock.instant()))
                .param("office", batch.office().value())
                .param("cause", line.cause().name())
                .param("district", line.district())
                .param("cards", -line.cards())
                .param("number", number)
                .param("day", today)
                .param("token", batch.id())
                .param("name", staff.require().fullName())
                .param("at", UtcDateTime.of(clock.instant()))
                .update();
        int left = jdbc.sql("""
                        SELECT SUM(cards) FROM cards_box WHERE office_code = :office AND cause = :cause
                          AND district <=> :district""")
                .param("office", batch.office().value())
                .param("cause", line.cause().name())
                .param("district", line.district())
                .query((row, one) -> row.getInt(1))
                .single();
        if (left < 0) {
            throw new InvalidInput(
                    "witnesses",
                    "Baris %s dikoreksi sesudah dihitung; buang kotak ini dan hitung lagi."
                            .formatted(line.cause().label()));
        }
    }

    /** Puts a batch that is not destroyed yet back into the box. */
    @PreAuthorize("hasAuthority('CARDS_ENTER')")
    public void discard(UUID id, String reason) {
        String why = Count.reason(reason);
        retry.inTransaction(() -> {
            Destruction batch = open(id);
            jdbc.sql("DELETE FROM cards_destruction WHERE id = ?").param(id).update();
            events.publishEvent(
                    AuditEvent.of(RECORD, Formats.number(batch.cards()) + " kartu", "Kembali ke kotak musnah")
                            .at(batch.office())
                            .because(why));
        });
    }

    private Destruction open(UUID id) {
        jdbc.sql("SELECT id FROM cards_destruction WHERE id = ? FOR UPDATE")
                .param(id)
                .query(UUID.class)
                .optional();
        Destruction batch = find(id).filter(known -> !known.isDestroyed())
                .orElseThrow(() -> new ChangedMeanwhile("Kotak ini sudah dimusnahkan."));
        staff.requireScope(batch.office());
        return batch;
    }

    private void lockBox(OfficeCode office) {
        jdbc.sql("SELECT stock FROM cards_stock WHERE office_code = ? FOR UPDATE")
                .param(office.value())
                .query(Integer.class)
                .optional();
    }

    private Optional<Destruction> find(UUID id) {
        return jdbc.sql("SELECT * FROM cards_destruction WHERE id = ?")
                .param(id)
                .query(row())
                .optional();
    }

    private RowMapper<Destruction> row() {
        return (row, number) -> read(row);
    }

    private Destruction read(ResultSet row) throws SQLException {
        String witnesses = row.getString("witnesses");
        var batch = new Destruction(
                row.getObject("id", UUID.class),
                row.getString("number"),
                new OfficeCode(row.getString("office_code")),
                Arrays.asList(json.readValue(row.getString("contents"), Line[].class)),
                row.getObject("counted_by", UUID.class),
                row.getString("counted_name"),
                UtcDateTime.read(row, "counted_at"),
                row.getString("second_name"),
                witnesses == null ? List.of() : Arrays.asList(json.readValue(witnesses, Witness[].class)),
                row.getString("manner"),
                UtcDateTime.readNullable(row, "destroyed_at"),
                row.getString("hash"),
                true);
        return isIntact(batch, witnesses, row.getString("seal")) ? batch : altered(batch);
    }

    private boolean isIntact(Destruction batch, @Nullable String witnesses, @Nullable String seal) {
        String number = batch.number();
        String manner = batch.manner();
        Instant at = batch.destroyedAt();
        return number == null
                || witnesses != null
                        && manner != null
                        && at != null
                        && hash(number, batch, witnesses, manner, at).equals(batch.hash())
                        && seal(batch.id(), batch.hash()).equals(seal);
    }

    private static Destruction altered(Destruction d) {
        return new Destruction(
                d.id(),
                d.number(),
                d.office(),
                d.lines(),
                d.countedBy(),
                d.countedName(),
                d.countedAt(),
                d.secondName(),
                d.witnesses(),
                d.manner(),
                d.destroyedAt(),
                d.hash(),
                false);
    }

    private String hash(String number, Destruction batch, String witnesses, String manner, Instant at) {
        return Sha256.hex(json.writeValueAsString(List.of(
                        number,
                        batch.office().value(),
                        batch.lines(),
                        batch.countedName(),
                        String.valueOf(batch.secondName()),
                        witnesses,
                        manner,
                        at.getEpochSecond()))
                .getBytes(StandardCharsets.UTF_8));
    }

    private String seal(UUID id, @Nullable String hash) {
        return HexFormat.of().formatHex(key.sign(SEAL, id + "|" + hash));
    }

    @Configuration(proxyBeanMethods = false)
    static class Numbering {

        @Bean
        NumberKind destructionNumbers() {
            return new NumberKind(
                    "card-destruction", new NumberPattern("400.12.2/{n}/BA-MUSNAH/{office}/{year}"), false);
        }
    }
}
