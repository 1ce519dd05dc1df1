package id.dukcapil.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.audit.Damage.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database administrator as the culprit: whatever is done to a sealed trail is found, and where. */
class BreachDrillTest {

    private static final int ROWS = 250;

    @TempDir
    Path folder;

    private final Random random = new Random(20261123);
    private SealingKeys keys;
    private InboxProof proof;
    private BatchHashes hashes;
    private TrailInMemory trail;

    @BeforeEach
    void sealATrail() {
        var secrets = new Secrets(folder.resolve("secrets"));
        keys = new SealingKeys(secrets);
        proof = new InboxProof(secrets);
        hashes = new BatchHashes(folder.resolve("audit"));
        trail = new TrailInMemory(keys, proof, hashes).sealed(ROWS, random);
        trail.admit(new SealingKeys(new Secrets(folder.resolve("stranger"))));
    }

    @Test
    void anUntouchedTrailIsIntact() {
        VerificationReport report = verified(trail);
        assertThat(report.damages()).isEmpty();
        assertThat(report.isIntact()).isTrue();
        assertThat(report.rows()).isEqualTo(ROWS);
        assertThat(report.batches()).isEqualTo(trail.batches.size());
    }

    @Test
    void aThousandTamperingsAreAllFoundAtTheirPlace() throws IOException {
        Tampering[] ways = Tampering.values();
        for (int attempt = 0; attempt < 1_000; attempt++) {
            Tampering way = ways[attempt % ways.length];
            TrailInMemory tampered = trail.copy(folder.resolve("attempt-" + attempt));
            long row = way.apply(tampered, random);
            VerificationReport report = verified(tampered);
            assertThat(report.isIntact()).as("%s at row %d", way, row).isFalse();
            assertThat(report.damages()).as("%s at row %d", way, row).anyMatch(damage -> pointsAt(row, damage));
        }
    }

    @Test
    void aHundredTrailsThatOnlyThePortalWorkedOnAreIntact() throws IOException {
        for (int attempt = 0; attempt < 100; attempt++) {
            TrailInMemory honest = trail.copy(folder.resolve("honest-" + attempt));
            goOnHonestly(honest);
            assertThat(verified(honest).damages()).as("trail %d", attempt).isEmpty();
        }
    }

    /** Seals, repeats lines as a copied file may, and lets old batches go, even all of them. */
    private void goOnHonestly(TrailInMemory honest) {
        for (int number = 0; number < 3; number++) {
            honest.hashes.append(honest.seal(1 + random.nextInt(20)));
        }
        honest.prune(1 + random.nextInt(honest.batches.size()));
        honest.keepOutside();
        honest.seal(2);
    }

    /** When the link of an edited row was computed anew as well, it is the next row that no longer fits. */
    private static boolean pointsAt(long row, Damage damage) {
        return damage.covers(row) || damage.kind() == Kind.ROW_EDITED && damage.covers(row + 1);
    }

    @Test
    void severalDeedsInOneTrailAreNamedOneByOne() {
        TrailInMemory tampered = trail.copy();
        var culprit = new Deeds(tampered);
        culprit.edit(40);
        culprit.remove(111, 113);
        culprit.changeLink(150);
        culprit.exchange(180, 240);
        assertThat(verified(tampered).damages())
                .containsExactly(
                        damage(Kind.ROW_EDITED, 40, 40),
                        damage(Kind.ROW_REMOVED, 111, 113),
                        damage(Kind.LINK_EDITED, 150, 150),
                        damage(Kind.ROW_MOVED, 180, 180),
                        damage(Kind.ROW_MOVED, 240, 240));
    }

    @Test
    void neighboursThatWereExchangedAreNamedAndNobodyElse() {
        Batch wide = trail.batches.values().stream()
                .filter(batch -> batch.rows() > 6)
                .findFirst()
                .orElseThrow();
        TrailInMemory tampered = trail.copy();
        new Deeds(tampered).exchange(wide.firstRow() + 2, wide.firstRow() + 3);
        assertThat(verified(tampered).damages())
                .containsExactly(new Damage(Kind.ROW_MOVED, wide.firstRow() + 2, wide.firstRow() + 3, wide.number()));
    }

    @Test
    void whoeverComputesABatchAnewIsConfinedToIt() {
        TrailInMemory tampered = trail.copy();
        long row = Tampering.EDIT_A_ROW_AND_COMPUTE_ITS_BATCH_ANEW.apply(tampered, random);
        assertThat(verified(tampered).damages()).singleElement().satisfies(damage -> {
            assertThat(damage.kind()).isEqualTo(Kind.CHAIN_REWRITTEN);
            assertThat(damage.covers(row)).isTrue();
            assertThat(damage.lastRow() - damage.firstRow()).isLessThan(80);
        });
    }

    @Test
    void anEndThatWasCutOffIsKnownFromOutsideOnly() throws IOException {
        Batch last = trail.batches.lastEntry().getValue();
        TrailInMemory cut = trail.copy();
        cut.rows.tailMap(last.firstRow(), true).clear();
        cut.batches.remove(last.number());
        assertThat(verified(cut).damages())
                .containsExactly(new Damage(Kind.TAIL_CUT, last.firstRow(), last.lastRow(), last.number()));

        assertThat(new TrailVerifier(cut, keys, new BatchHashes(folder.resolve("elsewhere")), rows -> {})
                        .verify()
                        .isIntact())
                .isTrue();
    }

    @Test
    void anEndThatWasCutOffStaysKnownWhenThePortalHasGoneOnSealing() {
        Batch last = trail.batches.lastEntry().getValue();
        TrailInMemory cut = trail.copy();
        cut.rows.tailMap(last.firstRow(), true).clear();
        cut.batches.remove(last.number());
        cut.keepOutside();
        cut.seal(3);
        cut.seal(3);
        assertThat(verified(cut).damages()).extracting(Damage::kind).contains(Kind.HEADS_DISORDERED, Kind.HEAD_DIFFERS);
    }

    @Test
    void anEndThatIsCutOffWhileThePortalRunsIsKnownAlthoughTheFileGoesBack() throws IOException {
        TrailInMemory cut = trail.copy(folder.resolve("running"));
        Batch last = cut.batches.lastEntry().getValue();
        Batch before = cut.batch(last.number() - 1);
        cut.cutFrom(last);
        cut.keepOutside();
        cut.keepOutside();
        assertThat(verified(cut).damages())
                .containsExactly(Damage.batch(Kind.HEADS_DISORDERED, before), Damage.batch(Kind.TAIL_CUT, last));
    }

    @Test
    void twoCutsAreBothKnown() throws IOException {
        TrailInMemory cut = trail.copy(folder.resolve("twice"));
        Batch last = cut.batches.lastEntry().getValue();
        cut.cutFrom(last);
        cut.keepOutside();
        Batch before = cut.batches.lastEntry().getValue();
        cut.cutFrom(before);
        cut.keepOutside();
        assertThat(verified(cut).damages())
                .contains(Damage.batch(Kind.TAIL_CUT, before), Damage.batch(Kind.TAIL_CUT, last));
    }

    @Test
    void repeatedLinesOfTheFileSayNothingAndHideNoCut() throws IOException {
        TrailInMemory cut = trail.copy(folder.resolve("repeated"));
        Batch last = cut.batches.lastEntry().getValue();
        cut.hashes.append(last);
        cut.hashes.append(last);
        assertThat(verified(cut).damages()).isEmpty();
        cut.cutFrom(last);
        assertThat(verified(cut).damages()).containsExactly(Damage.batch(Kind.TAIL_CUT, last));
    }

    @Test
    void aTrailSealedWithAnotherKeyIsNotBelieved() {
        var stranger = new SealingKeys(new Secrets(folder.resolve("stranger")));
        TrailInMemory forged =
                new TrailInMemory(stranger, proof, new BatchHashes(folder.resolve("forged"))).sealed(50, random);
        VerificationReport report =
                new TrailVerifier(forged, keys, new BatchHashes(folder.resolve("forged")), rows -> {}).verify();
        assertThat(report.damages())
                .hasSize(forged.batches.size())
                .allMatch(damage -> damage.kind() == Kind.BATCH_EDITED);
    }

    @Test
    void aRowPutBehindTheEndDoesNotHideInTheNextBatch() {
        TrailInMemory tampered = trail.copy();
        long foreign = Tampering.APPEND_A_ROW_THAT_FITS_THE_CHAIN.apply(tampered, random);
        tampered.rows.put(foreign, new Sealed(foreign, new byte[] {1, 2, 3}, new byte[Chain.LENGTH]));
        tampered.seal(5);
        assertThat(verified(tampered).damages()).containsExactly(new Damage(Kind.ROW_INSERTED, foreign, foreign, 0));
    }

    @Test
    void oldBatchesMayGoOnceThatIsSigned() {
        TrailInMemory pruned = trail.copy();
        Batch last = pruned.batch(5);
        pruned.rows.headMap(last.lastRow(), true).clear();
        pruned.batches.headMap(5L, true).clear();
        assertThat(verified(pruned).isIntact()).isFalse();

        pruned.pruning = Pruning.upTo(last, Instant.parse("2031-11-23T02:00:00Z"), keys);
        assertThat(verified(pruned).damages()).isEmpty();

        var stranger = new SealingKeys(new Secrets(folder.resolve("stranger")));
        pruned.pruning = Pruning.upTo(last, Instant.parse("2031-11-23T02:00:00Z"), stranger);
        assertThat(verified(pruned).damages()).containsExactly(new Damage(Kind.PRUNING_FORGED, 1, last.lastRow(), 5));
    }

    @Test
    void aLineThatACrashCutShortDoesNotSpoilTheNext() throws IOException {
        Path file = folder.resolve("audit").resolve(BatchHashes.FILE);
        Files.writeString(file, "batch=99 rows=1", StandardCharsets.US_ASCII, StandardOpenOption.APPEND);
        Batch next = trail.seal(2);
        assertThat(hashes.last())
                .hasValueSatisfying(line -> assertThat(line.names(next)).isTrue());
        assertThat(verified(trail).damages()).isEmpty();
    }

    @Test
    void onlyTheOwnerReadsTheKeysAndTheyStayTheSame() throws IOException {
        Path secrets = folder.resolve("secrets");
        try (var files = Files.list(secrets)) {
            List<Path> keyFiles = files.toList();
            assertThat(keyFiles)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                            .containsOnly(
                                    java.nio.file.attribute.PosixFilePermission.OWNER_READ,
                                    java.nio.file.attribute.PosixFilePermission.OWNER_WRITE));
        }
        assertThat(new SealingKeys(new Secrets(secrets)).keyId()).isEqualTo(keys.keyId());
    }

    private VerificationReport verified(TrailInMemory of) {
        return new TrailVerifier(of, keys, of.hashes, rows -> {}).verify();
    }

    private Damage damage(Kind kind, long first, long last) {
        long batch = trail.batches.values().stream()
                .filter(candidate -> candidate.firstRow() <= first && first <= candidate.lastRow())
                .findFirst()
                .orElseThrow()
                .number();
        return new Damage(kind, first, last, batch);
    }

    /** What the culprit does by hand. */
    private record Deeds(TrailInMemory trail) {

        void edit(long row) {
            trail.rows.put(
                    row,
                    new Sealed(
                            row,
                            "lain".getBytes(StandardCharsets.UTF_8),
                            trail.row(row).hash()));
        }

        void remove(long first, long last) {
            trail.rows.subMap(first, true, last, true).clear();
        }

        void changeLink(long row) {
            trail.rows.put(row, new Sealed(row, trail.row(row).content(), new byte[Chain.LENGTH]));
        }

        void exchange(long one, long other) {
            Sealed first = trail.row(one);
            Sealed second = trail.row(other);
            trail.rows.put(one, new Sealed(one, second.content(), second.hash()));
            trail.rows.put(other, new Sealed(other, first.content(), first.hash()));
        }
    }
}
