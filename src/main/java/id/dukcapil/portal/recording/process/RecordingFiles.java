package id.dukcapil.portal.recording.process;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.Purpose;
import id.dukcapil.portal.common.Revealed;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.population.Population;
import id.dukcapil.portal.population.RecordingStatus;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.Reveals;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A recording with what the register says about its person, for the page of the two operators. */
@Service
@PreAuthorize("hasAuthority('RECORDING_READ')")
public class RecordingFiles {

    private final Recordings recordings;
    private final RecordingRecords records;
    private final RecordingSettings settings;
    private final Offices offices;
    private final Population population;
    private final Reveals reveals;
    private final CurrentStaff staff;

    RecordingFiles(
            Recordings recordings,
            RecordingRecords records,
            RecordingSettings settings,
            Offices offices,
            Population population,
            Reveals reveals,
            CurrentStaff staff) {
        this.recordings = recordings;
        this.records = records;
        this.settings = settings;
        this.offices = offices;
        this.population = population;
        this.reveals = reveals;
        this.staff = staff;
    }

    /** @param resident null for staff who do not read the register, and when the register does not know the person */
    public record RecordingFile(
            RecordingDetails recording, @Nullable Resident resident) {}

    /**
     * @param birthYear instead of the date, which is masked
     * @param since when the card reached its status; null when it is not known
     */
    public record Resident(
            int birthYear,
            boolean everMarried,
            RecordingStatus card,
            @Nullable Instant since) {}

    public Optional<RecordingFile> find(String number) {
        return recordings
                .find(number)
                .map(recording -> new RecordingFile(
                        recording,
                        staff.may(Permission.POPULATION_READ)
                                ? population
                                        .find(recording.nik())
                                        .map(RecordingFiles::resident)
                                        .orElse(null)
                                : null));
    }

    private static Resident resident(Person person) {
        return new Resident(
                person.birthDate().getYear(),
                person.everMarried(),
                person.recordingStatus(),
                person.recordingStatusSince());
    }

    /** Opens NIK and date of birth for a purpose, and records it. */
    @PreAuthorize(
            "hasAuthority('RECORDING_READ') and hasAuthority('PERSON_REVEAL') and hasAuthority('POPULATION_READ')")
    @Transactional
    public Optional<Revealed> reveal(String number, Purpose purpose) {
        return recordings.find(number).map(recording -> {
            var values = new LinkedHashMap<String, String>();
            values.put("NIK", recording.nik().value());
            population
                    .find(recording.nik())
                    .ifPresent(person -> values.put("Tanggal lahir", Formats.date(person.birthDate())));
            return reveals.open(
                    "Perekaman KTP-el", recording.number(), recording.nik(), recording.office(), purpose, values);
        });
    }

    /** Where a person wants the news of the card. @param page public page of the status */
    public record Addressee(String email, String name, String number, OfficeCode place, String office, String page) {}

    /** The address that the person gave at the last recording that succeeded. */
    @PreAuthorize("hasAuthority('RECORDING_STATUS')")
    public Optional<Addressee> addressee(Nik nik) {
        return records.findByPersonNikOrderByCreatedAt(nik.value()).reversed().stream()
                .map(Recording::details)
                .filter(recording -> recording.phase().isRecorded())
                .findFirst()
                .flatMap(recording -> Optional.ofNullable(recording.email())
                        .map(email -> new Addressee(
                                email,
                                recording.name(),
                                recording.number(),
                                recording.office(),
                                offices.find(recording.office()).orElseThrow().name(),
                                settings.statusPage(recording.code()))));
    }
}
