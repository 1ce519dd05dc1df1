package id.dukcapil.portal.signing;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A batch while it is being signed by this process: what is still to come, how it goes, and whether it has to stop. */
final class BatchCourse {

    /** Why nothing more is sent. */
    record Stop(BatchEnding ending, String explanation) {}

    private final SigningBatchId batch;
    private final UUID runner;
    private final BatchSigner signer;
    private final Passphrase passphrase;
    private final SigningEquipment equipment;
    private final @Nullable Instant certificateEnds;
    private final int silencesAllowed;
    private final BatchProgress progress;
    private final Deque<SigningItem> waiting;
    private BatchCounts counts;
    private int silences;
    private boolean proven;
    private @Nullable Stop stop;

    BatchCourse(
            OpenedBatch opened,
            Passphrase passphrase,
            SigningEquipment equipment,
            int silencesAllowed,
            BatchProgress progress,
            List<SigningItem> waiting,
            BatchCounts counts) {
        this.batch = opened.id();
        this.runner = opened.runner();
        this.signer = opened.signer();
        this.certificateEnds = opened.certificateEnds();
        this.passphrase = passphrase;
        this.equipment = equipment;
        this.silencesAllowed = silencesAllowed;
        this.progress = progress;
        this.waiting = new ArrayDeque<>(waiting);
        this.counts = counts;
    }

    SigningBatchId batch() {
        return batch;
    }

    UUID runner() {
        return runner;
    }

    BatchSigner signer() {
        return signer;
    }

    SigningEquipment equipment() {
        return equipment;
    }

    /** What is said of the documents that come back. */
    SigningEquipment.Claim claim() {
        return new SigningEquipment.Claim(signer.lines(), equipment.provider().name());
    }

    /** @return an outcome for each of them */
    List<SignOutcome> send(List<PdfToSign> pdfs) {
        return equipment.provider().sign(signer.signer(), passphrase, pdfs);
    }

    /** The next documents; none once the batch has to stop. */
    synchronized List<SigningItem> next(int atMost) {
        var next = new ArrayList<SigningItem>();
        while (stop == null && next.size() < atMost && !waiting.isEmpty()) {
            next.add(waiting.remove());
        }
        return next;
    }

    /** The provider has accepted the passphrase, so that several can be sent at once without locking the account. */
    synchronized boolean isProven() {
        return proven;
    }

    /** The first reason counts. */
    synchronized void stop(BatchEnding ending, String explanation) {
        if (stop == null) {
            stop = new Stop(ending, explanation);
        }
    }

    synchronized Optional<Stop> stopped() {
        return Optional.ofNullable(stop);
    }

    boolean isCertificateOver(Instant now) {
        return certificateEnds != null && !now.isBefore(certificateEnds);
    }

    synchronized void accepted() {
        proven = true;
        silences = 0;
    }

    synchronized void answered() {
        silences = 0;
    }

    synchronized void silent(String explanation) {
        silences++;
        if (silences >= silencesAllowed) {
            stop(BatchEnding.PROVIDER_SILENT, explanation);
        }
    }

    synchronized void turned(SigningItem item, ItemState from, ItemState to, @Nullable String explanation) {
        counts = counts.moved(from, to);
        if (to != ItemState.SENT) {
            progress.advanced(counts, new BatchProgress.Turn(item.id(), item.document(), to, explanation));
        }
    }

    void ended(BatchEnding ending, @Nullable String explanation, BatchCounts last) {
        progress.ended(ending, explanation, last);
    }
}
