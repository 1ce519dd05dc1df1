package id.dukcapil.portal.cards.destruction;

import id.dukcapil.portal.cards.destruction.Destruction.Line;
import id.dukcapil.portal.cards.destruction.Destruction.Witness;
import id.dukcapil.portal.cards.destruction.DestructionRows.Counted;
import id.dukcapil.portal.cards.destruction.SpoiltBox.Spoilt;
import id.dukcapil.portal.cards.shipment.Count;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.documents.numbers.DocumentNumbers;
import id.dukcapil.portal.documents.numbers.NumberKind;
import id.dukcapil.portal.documents.numbers.NumberPattern;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Destroys what waits in the box: a batch is taken out and counted by two accounts, then burned before witnesses and
 * numbered. From then on nothing of it changes; a change by SQL is seen by its seal.
 */
@Service
@PreAuthorize("hasAuthority('CARDS_READ')")
public class Destructions {

    static final String RECORD = "Pemusnahan";
    private static final int LONGEST = 120;

    private final DestructionRows rows;
    private final SpoiltBox box;
    private final CurrentStaff staff;
    private final Offices offices;
    private final DocumentNumbers numbers;
    private final NumberKind destructionNumbers;
    private final Retry retry;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Destructions(
            DestructionRows rows,
            SpoiltBox box,
            CurrentStaff staff,
            Offices offices,
            DocumentNumbers numbers,
            NumberKind destructionNumbers,
            Retry retry,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.box = box;
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
        return box.contents(office);
    }

    /** The one under way first, then the latest. */
    public List<Destruction> of(OfficeCode office) {
        staff.requireScope(office);
        return rows.latest(office);
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
            rows.lockBox(office);
            return rows.find(id).orElseGet(() -> take(id, office, cards));
        });
    }

    private Destruction take(UUID id, OfficeCode office, int counted) {
        if (rows.isAnyUnderWay(office)) {
            throw new ChangedMeanwhile("Sudah ada kotak yang sedang dihitung untuk dimusnahkan.");
        }
        List<Line> lines = box.contents(office);
        int cards = lines.stream().mapToInt(Line::cards).sum();
        if (cards == 0) {
            throw new InvalidInput("counted", "Kotak musnah kosong.");
        }
        requireSame(cards, counted);
        StaffMember member = staff.require();
        return rows.begin(id, office, lines, new Counted(member.id().value(), member.fullName(), clock.instant()));
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
            return rows.second(id, member.id().value(), member.fullName());
        });
    }

    /**
     * Numbers and freezes it: the cards are gone.
     *
     * @param witnesses two at least, each with name, title and agency
     */
    @PreAuthorize("hasAuthority('CARDS_ENTER')")
    public Destruction finish(UUID id, String manner, List<Witness> witnesses) {
        check(manner, witnesses);
        return retry.inTransaction(() -> {
            Destruction batch = open(id);
            if (!batch.isCountedByTwo()) {
                throw new InvalidInput("witnesses", "Orang kedua belum menghitung.");
            }
            rows.lockBox(batch.office());
            Office office = offices.find(batch.office()).orElseThrow();
            String number = numbers.next(destructionNumbers, office);
            Instant now = clock.instant();
            LocalDate today = LocalDate.ofInstant(now, office.timeZone());
            batch.lines().forEach(line -> takeOut(line.outOf(batch, number, today), now));
            Destruction done = rows.freeze(batch, number, manner.strip(), witnesses, now);
            events.publishEvent(AuditEvent.of(RECORD, number, "Dimusnahkan dan dibekukan")
                    .at(batch.office())
                    .changing("Kartu", null, batch.cards())
                    .changing("SHA-256", null, done.hash()));
            return done;
        });
    }

    private static void check(String manner, List<Witness> witnesses) {
        if (manner.isBlank() || manner.length() > LONGEST) {
            throw new InvalidInput("manner", "Isi cara pemusnahan, paling banyak 120 huruf.");
        }
        boolean incomplete = witnesses.stream()
                .flatMap(witness -> Stream.of(witness.name(), witness.title(), witness.agency()))
                .anyMatch(text -> text.isBlank() || text.length() > LONGEST);
        if (witnesses.size() < 2 || incomplete) {
            throw new InvalidInput("witnesses", "Isi dua saksi, masing-masing dengan nama, jabatan dan instansi.");
        }
    }

    private void takeOut(Spoilt line, Instant at) {
        if (!box.add(line, staff.require().fullName(), at)) {
            throw new InvalidInput(
                    "witnesses",
                    "Baris %s dikoreksi sesudah dihitung; buang kotak ini dan hitung lagi."
                            .formatted(line.card().cause().label()));
        }
    }

    /** Puts a batch that is not destroyed yet back into the box. */
    @PreAuthorize("hasAuthority('CARDS_ENTER')")
    public void discard(UUID id, String reason) {
        String why = Count.reason(reason);
        retry.inTransaction(() -> {
            Destruction batch = open(id);
            rows.discard(id);
            events.publishEvent(
                    AuditEvent.of(RECORD, Formats.number(batch.cards()) + " kartu", "Kembali ke kotak musnah")
                            .at(batch.office())
                            .because(why));
        });
    }

    private Destruction open(UUID id) {
        Destruction batch = rows.lock(id)
                .filter(known -> !known.isDestroyed())
                .orElseThrow(() -> new ChangedMeanwhile("Kotak ini sudah dimusnahkan."));
        staff.requireScope(batch.office());
        return batch;
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
