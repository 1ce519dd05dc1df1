package id.dukcapil.portal.delivery;

import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Retry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Gives signed documents to their owners: issues QR codes and PINs, issues them again, withdraws them. Whoever signs calls
 * {@link #issue} in the name of the portal, with the permission {@code RELEASE_ISSUE}.
 */
@Service
@PreAuthorize("hasAuthority('RELEASE_ISSUE')")
public class Releases {

    private static final int LONGEST_REASON = 300;

    private final ReleaseRecords records;
    private final Secrets secrets;
    private final Actors actors;
    private final DeliverySettings settings;
    private final Retry retry;
    private final ApplicationEventPublisher events;

    Releases(
            ReleaseRecords records,
            Secrets secrets,
            Actors actors,
            DeliverySettings settings,
            Retry retry,
            ApplicationEventPublisher events) {
        this.records = records;
        this.secrets = secrets;
        this.actors = actors;
        this.settings = settings;
        this.retry = retry;
        this.events = events;
    }

    /**
     * Releases a signed document for printing and promises the letter with QR code and PIN. For the same document of the same
     * case this is done once: asked again, it answers with what there is. Joins a transaction of the caller.
     */
    public ReleaseId issue(NewRelease wanted) {
        try {
            return retry.inTransaction(() -> existing(wanted).orElseGet(() -> make(wanted)));
        } catch (DataIntegrityViolationException collision) {
            // Two at once: the other one has made it. Inside the caller's transaction there is nothing to be read any
            // more
            return retry.inTransaction(() -> existing(wanted).orElseThrow(() -> collision));
        }
    }

    /**
     * The same for several, which share one transaction: all of them are released, or none. Joins a transaction of the caller.
     *
     * @return in the order of what is wanted
     */
    public List<ReleaseId> issueAll(List<NewRelease> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        try {
            return retry.inTransaction(() -> madeTogether(wanted));
        } catch (DataIntegrityViolationException collision) {
            // Somebody else has made one of them at this moment
            return wanted.stream().map(this::issue).toList();
        }
    }

    private List<ReleaseId> madeTogether(List<NewRelease> wanted) {
        var ids = new HashMap<List<String>, ReleaseId>();
        known(wanted).forEach(release -> ids.put(key(release), release.id()));
        var made = new ArrayList<Release>();
        for (NewRelease one : wanted) {
            ids.computeIfAbsent(key(one), absent -> {
                Release release = fresh(one);
                made.add(records.save(release));
                return release.details().id();
            });
        }
        records.flush();
        made.forEach(release -> events.publishEvent(new ReleaseMoved(release.details())));
        return wanted.stream()
                .map(one -> Objects.requireNonNull(ids.get(key(one))))
                .toList();
    }

    private List<ReleaseDetails> known(List<NewRelease> wanted) {
        Set<String> kinds = wanted.stream().map(NewRelease::kind).collect(Collectors.toSet());
        Set<String> references = wanted.stream().map(NewRelease::reference).collect(Collectors.toSet());
        return records.ofCases(kinds, references).stream().map(Release::details).toList();
    }

    private static List<String> key(NewRelease wanted) {
        return List.of(wanted.kind(), wanted.reference(), wanted.document().value());
    }

    private static List<String> key(ReleaseDetails release) {
        return List.of(release.kind(), release.reference(), release.document().value());
    }

    private Optional<ReleaseId> existing(NewRelease wanted) {
        return records.findByKindAndReferenceAndDocumentHash(
                        wanted.kind(), wanted.reference(), wanted.document().value())
                .map(release -> release.details().id());
    }

    private ReleaseId make(NewRelease wanted) {
        Release release = fresh(wanted);
        records.saveAndFlush(release);
        events.publishEvent(new ReleaseMoved(release.details()));
        return release.details().id();
    }

    private Release fresh(NewRelease wanted) {
        Act by = actors.now();
        return new Release(wanted, ReleaseSecret.random(), secrets, by.at().plus(settings.validFor()), by);
    }

    /**
     * A new QR code and PIN; the old ones are dead at once.
     *
     * @param seen version of what the operator saw
     * @return the two, when they are handed over at the counter; empty when they go by mail, or there is no such release
     * @throws ChangedMeanwhile when somebody has changed it since
     * @throws IllegalReleaseMove when it is printed or withdrawn
     */
    public Optional<Slip> reissue(ReleaseId id, long seen, Reissue how) {
        ReleaseSecret secret = ReleaseSecret.random();
        Act by = actors.now();
        boolean done = change(
                id,
                seen,
                release -> release.reissue(
                        secret, secrets, how.email(), by.at().plus(settings.validFor()), how.words(), by));
        return done && how.email() == null ? Optional.of(Slip.of(secret)) : Optional.empty();
    }

    /**
     * Withdraws a document that must not be printed any more. @return false when there is no such release
     *
     * @throws ChangedMeanwhile when somebody has changed it since
     * @throws IllegalReleaseMove when it is printed already
     */
    public boolean revoke(ReleaseId id, long seen, String why) {
        String reason = why.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new InvalidInput("reason", "Alasan harus diisi, paling banyak %d huruf.".formatted(LONGEST_REASON));
        }
        Act by = actors.now();
        return change(id, seen, release -> release.revoke(reason, by));
    }

    /**
     * What was released for that case must not be printed any more. Joins a transaction of the caller; what is printed
     * already stays printed.
     *
     * @param why for the history, not empty
     */
    @PreAuthorize("isAuthenticated()")
    public void withdraw(String kind, String reference, String why) {
        Act by = actors.now();
        retry.inTransaction(() -> records.lockOfCase(kind, reference).stream()
                .filter(release -> release.status().canBecome(ReleaseStatus.REVOKED))
                .forEach(release -> {
                    release.revoke(why.substring(0, Math.min(LONGEST_REASON, why.length())), by);
                    records.flush();
                    events.publishEvent(new ReleaseMoved(release.details()));
                }));
    }

    private boolean change(ReleaseId id, long seen, Consumer<Release> verb) {
        return retry.inTransaction(() -> records.lockById(id.value())
                .map(release -> {
                    requireScope(release);
                    requireUnchanged(release, seen);
                    verb.accept(release);
                    records.flush();
                    events.publishEvent(new ReleaseMoved(release.details()));
                    return release;
                })
                .isPresent());
    }

    private void requireScope(Release release) {
        if (!actors.maySee(release.office())) {
            throw new AccessDeniedException("The office is outside the scope of this account");
        }
    }

    private static void requireUnchanged(Release release, long seen) {
        if (!release.hasVersion(seen)) {
            throw new ChangedMeanwhile("Dokumen ini baru saja berubah menjadi \"%s\"; periksa dulu keadaannya."
                    .formatted(release.status().label()));
        }
    }

    /** A release as it stands; nothing when there is none, or it belongs to an office outside the caller's scope. */
    @PreAuthorize("hasAnyAuthority('RELEASE_READ', 'RELEASE_ISSUE')")
    public Optional<ReleaseDetails> find(ReleaseId id) {
        return retry.inTransaction(() -> records.findById(id.value())
                .filter(release -> actors.maySee(release.office()))
                .map(Release::details));
    }
}
