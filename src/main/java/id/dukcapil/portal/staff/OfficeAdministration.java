package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.Appointments;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enters, changes, orders and closes offices. Every change names the office as the administrator saw it; when somebody
 * else was faster nothing is changed. An office is never deleted, because bookings and accounts name it.
 */
@Service
@PreAuthorize("hasAuthority('OFFICE_EDIT')")
public class OfficeAdministration {

    private static final String KIND = "Kantor";
    private static final int YEARS_OF_APPOINTMENTS = 5;

    private final OfficeRecords records;
    private final Organisation organisation;
    private final ObjectProvider<Appointments> appointments;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OfficeAdministration(
            OfficeRecords records,
            Organisation organisation,
            ObjectProvider<Appointments> appointments,
            ApplicationEventPublisher events,
            Clock clock) {
        this.records = records;
        this.organisation = organisation;
        this.appointments = appointments;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Puts a new office at the end of the list.
     *
     * @param code as typed; small letters are raised
     * @throws InvalidInput when the code is malformed or taken, or a fact cannot be used
     */
    @Transactional
    public OfficeCode open(String code, OfficeFacts facts) {
        OfficeCode usable = usableCode(code, facts.kind());
        facts.requireUsable();
        records.enter(usable, facts);
        events.publishEvent(new OfficeOpened(usable, facts.kind()));
        events.publishEvent(
                changes(AuditEvent.of(KIND, usable.value(), "Ditambahkan").at(usable), null, facts));
        return usable;
    }

    /**
     * @param seen the office as it was shown
     * @throws ChangedMeanwhile when it is no longer like that
     */
    @Transactional
    public void change(Office seen, OfficeFacts facts) {
        facts.requireUsable();
        records.lockAsSeen(seen);
        if (seen.closedFrom() != null
                && facts.servesFrom() != null
                && !facts.servesFrom().isBefore(seen.closedFrom())) {
            throw new InvalidInput("servesFrom", "Kantor harus mulai melayani sebelum tanggal penutupannya.");
        }
        records.change(seen.code(), facts);
        events.publishEvent(changes(about(seen, "Diubah"), OfficeFacts.of(seen), facts));
    }

    /** @param predecessor the office after which it shall stand; none for the head of the list */
    @Transactional
    public void moveAfter(OfficeCode office, @Nullable OfficeCode predecessor) {
        List<String> order = new ArrayList<>(records.lockOrder());
        int before = order.indexOf(office.value());
        order.remove(office.value());
        order.add(predecessor == null ? 0 : order.indexOf(predecessor.value()) + 1, office.value());
        records.writeOrder(order);
        events.publishEvent(AuditEvent.of(KIND, office.value(), "Urutan diubah")
                .at(office)
                .changing("Urutan", before + 1, order.indexOf(office.value()) + 1));
    }

    /**
     * Ends the service of an office.
     *
     * @param from first day without service, today at the earliest
     * @throws InvalidInput when people still hold an appointment there, the date is past or the reason is missing
     * @throws ChangedMeanwhile when the office is no longer as it was shown
     */
    @Transactional
    public void close(Office seen, LocalDate from, String reason) {
        if (reason.isBlank() || reason.strip().length() > 200) {
            throw new InvalidInput("reason", "Alasan penutupan wajib diisi, paling banyak 200 huruf.");
        }
        if (from.isBefore(today(seen))) {
            throw new InvalidInput("from", "Tanggal penutupan tidak boleh sudah lewat.");
        }
        if (seen.opensAfter(from) || from.equals(seen.servesFrom())) {
            throw new InvalidInput("from", "Kantor ini belum mulai melayani pada tanggal itu.");
        }
        records.lockAsSeen(seen);
        objection(seen.code(), from).ifPresent(sentence -> {
            throw new InvalidInput("from", sentence);
        });
        records.writeClosure(seen.code(), from, reason.strip());
        events.publishEvent(about(seen, "Ditutup")
                .changing("Tutup mulai", seen.closedFrom(), from)
                .because(reason.strip()));
    }

    /** Takes a closure back, whether its date has come or not. */
    @Transactional
    public void reopen(Office seen) {
        records.lockAsSeen(seen);
        records.writeClosure(seen.code(), null, null);
        events.publishEvent(about(seen, "Dibuka kembali").changing("Tutup mulai", seen.closedFrom(), null));
    }

    /** Why the office cannot be closed from that date on: people who would stand before a locked door. */
    public Optional<String> objection(OfficeCode office, LocalDate from) {
        List<Appointments.Held> held = appointments.stream()
                .flatMap(kept -> kept.between(from, from.plusYears(YEARS_OF_APPOINTMENTS)).stream())
                .filter(day -> day.office().equals(office))
                .toList();
        int people = held.stream().mapToInt(Appointments.Held::people).sum();
        return people == 0
                ? Optional.empty()
                : Optional.of(
                        "Masih ada %d pemesanan pada %d hari sejak tanggal itu. Pindahkan atau batalkan dahulu, atau pilih tanggal sesudahnya."
                                .formatted(people, held.size()));
    }

    private OfficeCode usableCode(String typed, Office.Kind kind) {
        OfficeCode code = OfficeCode.read(typed.strip().toUpperCase(Locale.ROOT))
                .orElseThrow(
                        () -> new InvalidInput("code", "Kode kantor terdiri atas 2 sampai 16 huruf besar atau angka."));
        boolean digits = code.value().chars().allMatch(Character::isDigit);
        if (digits && !code.value().matches(organisation.regencyCode() + "\\d{2}")) {
            throw new InvalidInput(
                    "code",
                    "Kode angka adalah kode kecamatan: enam angka yang diawali %s."
                            .formatted(organisation.regencyCode()));
        }
        if (digits && kind != Office.Kind.UKL) {
            throw new InvalidInput("code", "Kode kecamatan hanya untuk Unit Kerja Layanan.");
        }
        return code;
    }

    private static AuditEvent about(Office office, String action) {
        return AuditEvent.of(KIND, office.code().value(), action).at(office.code());
    }

    private static AuditEvent changes(AuditEvent event, @Nullable OfficeFacts before, OfficeFacts after) {
        return event.changing("Nama", before == null ? null : before.name(), after.name())
                .changing(
                        "Jenis",
                        before == null ? null : before.kind().label(),
                        after.kind().label())
                .changing("Zona waktu", before == null ? null : before.timeZone(), after.timeZone())
                .changing("Alamat", before == null ? null : before.address(), after.address())
                .changing("Telepon", before == null ? null : before.phone(), after.phone())
                .changing("Mulai melayani", before == null ? null : before.servesFrom(), after.servesFrom());
    }

    private LocalDate today(Office office) {
        return LocalDate.ofInstant(clock.instant(), office.timeZone());
    }
}
