package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.common.procedure.CurrentActor;
import id.dukcapil.portal.staff.OnBehalf;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Signs a batch from its first document to its last. The first one goes alone: only when the provider has accepted the
 * passphrase are several under way at once, so that a wrong one is tried once. As long as a signature can exist outside
 * of this process, every document has its own commits; what is signed in here shares them. What breaks this off in the middle leaves the
 * batch as it stands, for {@link BatchRecovery}.
 */
@Component
@EnableConfigurationProperties(BatchSettings.class)
class BatchRunner {

    private final SigningEquipment equipment;
    private final SigningBatches batches;
    private final SigningItems items;
    private final BundleSigning signing;
    private final ItemRelease release;
    private final BatchLease lease;
    private final OnBehalf onBehalf;
    private final BatchSettings settings;
    private final CurrentActor actors;
    private final Retry retry;
    private final Clock clock;

    BatchRunner(
            SigningEquipment equipment,
            SigningBatches batches,
            SigningItems items,
            BundleSigning signing,
            ItemRelease release,
            BatchLease lease,
            OnBehalf onBehalf,
            BatchSettings settings,
            CurrentActor actors,
            Retry retry,
            Clock clock) {
        this.equipment = equipment;
        this.batches = batches;
        this.items = items;
        this.signing = signing;
        this.release = release;
        this.lease = lease;
        this.onBehalf = onBehalf;
        this.settings = settings;
        this.actors = actors;
        this.retry = retry;
        this.clock = clock;
    }

    /** Returns when the batch is over; the passphrase is closed then, however it went. */
    void run(OpenedBatch opened, Passphrase passphrase, BatchProgress progress) {
        try (passphrase;
                BatchLease.Renewal renewal = lease.renew(opened)) {
            var course = new BatchCourse(
                    opened,
                    passphrase,
                    equipment,
                    settings.silencesInARow(),
                    progress,
                    items.in(opened.id(), ItemState.WAITING),
                    batches.counts(opened.id()));
            asSigner(opened, () -> {
                signUntilProven(course, renewal);
                signTogether(opened, course, renewal);
                end(course);
            });
        }
    }

    private void asSigner(OpenedBatch opened, Runnable work) {
        onBehalf.of(opened.signer().signer().account(), work);
    }

    private void signUntilProven(BatchCourse course, BatchLease.Renewal renewal) {
        while (!course.isProven() && signNext(1, course, renewal)) {
            // The next one proves the passphrase, or the batch stops
        }
    }

    private void signTogether(OpenedBatch opened, BatchCourse course, BatchLease.Renewal renewal) {
        List<CompletableFuture<Void>> others = new ArrayList<>();
        for (int thread = 1; thread < settings.threads(); thread++) {
            others.add(CompletableFuture.runAsync(
                    () -> asSigner(opened, () -> signAll(course, renewal)),
                    work -> Thread.ofPlatform().name("signing-", 0).daemon().start(work)));
        }
        try {
            signAll(course, renewal);
        } finally {
            others.forEach(BatchRunner::await);
        }
    }

    private static void await(CompletableFuture<Void> other) {
        try {
            other.join();
        } catch (CompletionException failed) {
            switch (failed.getCause()) {
                case Error error -> throw error;
                case RuntimeException trouble -> throw trouble;
                case null, default -> throw failed;
            }
        }
    }

    private void signAll(BatchCourse course, BatchLease.Renewal renewal) {
        int together = equipment.provider().signsHere() ? settings.together() : 1;
        while (signNext(together, course, renewal)) {
            // Until nothing is left
        }
    }

    private boolean signNext(int atMost, BatchCourse course, BatchLease.Renewal renewal) {
        List<SigningItem> bundle = renewal.isOurs() ? course.next(atMost) : List.of();
        try {
            if (!bundle.isEmpty()) {
                signing.sign(bundle, course);
            }
        } catch (RuntimeException | Error broken) {
            // The others must not go on with a batch that will be taken for dead
            course.stop(BatchEnding.INTERRUPTED, "Terputus karena gangguan.");
            throw broken;
        }
        return !bundle.isEmpty();
    }

    private void end(BatchCourse course) {
        Optional<BatchCourse.Stop> stop = course.stopped();
        BatchEnding ending = stop.map(BatchCourse.Stop::ending).orElse(BatchEnding.COMPLETED);
        String explanation = stop.map(BatchCourse.Stop::explanation).orElse(null);
        if (close(course, ending, explanation)) {
            course.ended(ending, explanation, batches.counts(course.batch()));
        }
    }

    private boolean close(BatchCourse course, BatchEnding ending, @Nullable String explanation) {
        String why = explanation == null ? ending.label() : explanation;
        return retry.inTransaction(() -> {
            if (!batches.renewLease(course.batch(), course.runner(), clock.instant())) {
                return false;
            }
            for (SigningItem left : items.in(course.batch(), ItemState.WAITING)) {
                release.release(left, ItemState.WAITING, ItemState.NOT_DONE, why, actors.now());
            }
            return batches.end(course.batch(), course.runner(), ending, explanation, clock.instant());
        });
    }
}
