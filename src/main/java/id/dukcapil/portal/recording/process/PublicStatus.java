package id.dukcapil.portal.recording.process;

import id.dukcapil.portal.cards.PrintOrders;
import id.dukcapil.portal.cards.PrintProgress;
import id.dukcapil.portal.channel.StrangerLimits;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.population.Population;
import id.dukcapil.portal.population.RecordingStatus;
import id.dukcapil.portal.staff.ActingSystem;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What everybody who has the code of a receipt sees: where recording and card stand, and no personal data. */
@Service
@PreAuthorize("permitAll()")
public class PublicStatus {

    private final RecordingRecords records;
    private final Population population;
    private final PrintOrders prints;
    private final Offices offices;
    private final ActingSystem system;
    private final StrangerLimits limits;
    private final RecordingSettings settings;

    PublicStatus(
            RecordingRecords records,
            Population population,
            PrintOrders prints,
            Offices offices,
            ActingSystem system,
            StrangerLimits limits,
            RecordingSettings settings) {
        this.records = records;
        this.population = population;
        this.prints = prints;
        this.offices = offices;
        this.system = system;
        this.limits = limits;
        this.settings = settings;
    }

    /**
     * @param card null before the recording succeeded, and when the register does not know the person
     * @param since of the status that is shown
     * @param fetchAt where the printed card lies ready; null before that
     */
    public record Shown(
            RecordingPhase phase,
            @Nullable RecordingStatus card,
            Instant since,
            Office office,
            @Nullable Office fetchAt) {}

    /**
     * To be asked before a code is looked at.
     *
     * @return how long to wait, when that place in the network has looked too often
     */
    public Optional<Duration> refusal(String address) {
        return limits.refusal("recording/status", address, settings.looksPerMinute());
    }

    @Transactional(readOnly = true)
    public Optional<Shown> look(RecordingCode code) {
        return records.findByCode(code.value()).map(Recording::details).map(this::shown);
    }

    private Shown shown(RecordingDetails recording) {
        Office office = offices.find(recording.office()).orElseThrow();
        boolean known = recording.phase().isRecorded() || recording.phase() == RecordingPhase.ALREADY_RECORDED;
        Person person = known ? person(recording.nik()) : null;
        PrintProgress waiting = known ? waiting(recording.nik()) : null;
        Instant since = waiting != null ? waiting.since() : person == null ? null : person.recordingStatusSince();
        return new Shown(
                recording.phase(),
                person == null ? null : person.recordingStatus(),
                since == null ? recording.phaseSince() : since,
                office,
                waiting == null ? null : offices.find(waiting.office()).orElseThrow());
    }

    private @Nullable Person person(Nik nik) {
        var found = new AtomicReference<@Nullable Person>();
        system.with(
                Set.of(Permission.POPULATION_READ),
                () -> found.set(population.find(nik).orElse(null)));
        return found.get();
    }

    private @Nullable PrintProgress waiting(Nik nik) {
        var found = new AtomicReference<@Nullable PrintProgress>();
        system.with(
                Set.of(Permission.CARDS_READ),
                () -> found.set(prints.waiting(nik).orElse(null)));
        return found.get();
    }
}
