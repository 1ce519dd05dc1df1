package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.common.procedure.CurrentActor;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentStore;
import id.dukcapil.portal.documents.HashedContent;
import id.dukcapil.portal.documents.SignaturePlace;
import id.dukcapil.portal.platform.RecurringWork;
import id.dukcapil.portal.signing.SigningEvent.DocumentSigned;
import id.dukcapil.portal.staff.ActingSystem;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Mandates;
import id.dukcapil.portal.staff.OnBehalf;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.staff.Signatory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The signing room with a provider that does what a test says, and with places at which the portal can be killed. What
 * the provider signs is the document with a line behind it, and it remembers how often it signed what.
 */
@TestComponent
class SigningRig {

    /** Where a portal can end. */
    enum Place {
        BEFORE_SEND,
        WHILE_SENDING,
        BEFORE_PROVIDER,
        AFTER_PROVIDER,
        BEFORE_DIGEST,
        WHILE_NOTING_DIGESTS,
        BEFORE_STORE,
        AFTER_STORE,
        WHILE_EXAMINING,
        WHILE_ENTERING,
        BEFORE_END
    }

    /** kill -9. */
    static final class Killed extends Error {}

    private static final byte[] MARK = "\n%SIGNED".getBytes(StandardCharsets.UTF_8);

    private final SigningDocuments documents;
    private final SigningBatches realBatches;
    private final DocumentStore realStore;
    private final Retry retry;
    private final RecurringWork work;
    private final Mandates mandates;
    private final OnBehalf onBehalf;
    private final ActingSystem acting;
    private final CurrentStaff staff;
    private final Organisation organisation;
    private final CurrentActor actors;
    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final ObjectProvider<SigningSource> sources;
    private final ApplicationEventPublisher realEvents;
    private final Clock clock;

    SigningRig(
            SigningDocuments documents,
            SigningBatches batches,
            DocumentStore store,
            Retry retry,
            RecurringWork work,
            Mandates mandates,
            OnBehalf onBehalf,
            ActingSystem acting,
            CurrentStaff staff,
            Organisation organisation,
            CurrentActor actors,
            JdbcClient jdbc,
            JdbcTemplate template,
            ObjectProvider<SigningSource> sources,
            ApplicationEventPublisher events,
            Clock clock) {
        this.documents = documents;
        this.realBatches = batches;
        this.realStore = store;
        this.retry = retry;
        this.work = work;
        this.mandates = mandates;
        this.onBehalf = onBehalf;
        this.acting = acting;
        this.staff = staff;
        this.organisation = organisation;
        this.actors = actors;
        this.jdbc = jdbc;
        this.template = template;
        this.sources = sources;
        this.realEvents = events;
        this.clock = clock;
    }

    Portal portal(int threads) {
        return new Portal(threads, 1, sources);
    }

    /** With a provider whose signatures exist nowhere but in this process, so that so many share their commits. */
    Portal signingHere(int threads, int together) {
        return new Portal(threads, together, sources);
    }

    Portal portal(int threads, ObjectProvider<SigningSource> ownSources) {
        return new Portal(threads, 1, ownSources);
    }

    /** One process of the portal. */
    final class Portal implements SigningEquipment, TteProvider {

        private final Map<ContentHash, Integer> signatures = new ConcurrentHashMap<>();
        private final AtomicInteger calls = new AtomicInteger();
        private final List<Object> told = Collections.synchronizedList(new ArrayList<>());
        private final AtomicInteger passages = new AtomicInteger();
        private @Nullable Place deadly;
        private int deadlyPassage;
        private Function<Integer, @Nullable SignOutcome> answers = call -> null;
        private Runnable beforeStoring = () -> {};
        private @Nullable Instant certificateEnds;

        private final boolean signsHere;
        boolean demonstration = true;
        boolean configured = true;

        final SigningItems items;
        final BatchOpening opening;
        final BatchRunner runner;
        final BatchRecovery recovery;
        final SigningRoom room;
        final UnknownSignatures unknown;

        private @Nullable SigningDocumentId unheard;

        private Portal(int threads, int together, ObjectProvider<SigningSource> sources) {
            signsHere = together > 1;
            var settings = new BatchSettings(threads, together, 2_000, Duration.ofMinutes(2), 3);
            ApplicationEventPublisher events = event -> {
                if (event instanceof DocumentSigned signed
                        && signed.document().id().equals(unheard)) {
                    throw new IllegalStateException("Somebody cannot follow this signature");
                }
                realEvents.publishEvent(event);
                told.add(event);
            };
            items = new DyingItems();
            SigningBatches batches = new DyingBatches();
            DocumentStore store = new DyingStore();
            var commands = new DocumentCommands(documents, events);
            var signers = new SignerOfTheMoment(mandates);
            var signedItem = new SignedItem(items, documents, commands, store, retry, events);
            var release = new ItemRelease(items, documents, retry);
            var signing = new BundleSigning(
                    items, documents, batches, signedItem, release, signers, store, organisation, actors, retry, clock);
            var check = new DocumentCheck(this, store, staff, items);
            opening = new BatchOpening(documents, check, batches, items, actors, retry, events, clock);
            runner = new BatchRunner(
                    this,
                    batches,
                    items,
                    signing,
                    release,
                    new BatchLease(batches, settings, clock),
                    onBehalf,
                    settings,
                    actors,
                    retry,
                    clock);
            recovery = new BatchRecovery(
                    batches, items, signedItem, release, store, this, settings, acting, retry, work, clock);
            var reprinting = new Reprinting(sources, documents, commands, store, actors, retry, clock);
            room = new SigningRoom(
                    this,
                    new SignerCheck(this, signers, clock),
                    check,
                    reprinting,
                    opening,
                    runner,
                    documents,
                    batches,
                    items,
                    staff,
                    settings,
                    clock);
            unknown = new UnknownSignatures(items, recovery, release, staff, actors, retry, events);
        }

        /** @param passage at which time that this place is passed */
        Portal dyingAt(Place place, int passage) {
            deadly = place;
            deadlyPassage = passage;
            return this;
        }

        /** @param answer to the call with that number, from 1; null to sign */
        Portal answering(Function<Integer, @Nullable SignOutcome> answer) {
            answers = answer;
            return this;
        }

        Portal beforeStoring(Runnable work) {
            beforeStoring = work;
            return this;
        }

        /** Whoever follows what is signed fails at that document. */
        Portal refusingToHearOf(SigningDocumentId document) {
            unheard = document;
            return this;
        }

        Portal withCertificateUntil(Instant end) {
            certificateEnds = end;
            return this;
        }

        int calls() {
            return calls.get();
        }

        /** How often the provider has signed these bytes. */
        int signaturesOf(ContentHash unsigned) {
            return signatures.getOrDefault(unsigned, 0);
        }

        <T> List<T> told(Class<T> kind) {
            return List.copyOf(told).stream()
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .toList();
        }

        /** Opens a batch as whoever acts, without looking at the PDFs. */
        BatchOpening.Opened open(Collection<SigningDocumentId> wanted) {
            SignerCheck.Found found = new SignerCheck(this, new SignerOfTheMoment(mandates), clock)
                    .check(staff.require().id());
            return opening.open(wanted, found, Objects.requireNonNull(found.signer()), name(), null);
        }

        private void pass(Place place) {
            if (place == deadly && passages.incrementAndGet() == deadlyPassage) {
                throw new Killed();
            }
        }

        @Override
        public TteProvider provider() {
            return this;
        }

        @Override
        public Optional<Signer> signer(Signatory signatory) {
            StaffId account = signatory.account();
            return account == null
                    ? Optional.empty()
                    : Optional.of(new Signer(
                            account,
                            new Nik("3204375708700001"),
                            signatory.fullName(),
                            signatory.title(),
                            signatory.nip()));
        }

        @Override
        public PdfToSign.Appearance appearance(Signer signer, VerificationCode code, SignaturePlace place) {
            return new PdfToSign.Appearance(place, code.value().getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Verification examine(byte[] pdf) {
            pass(Place.WHILE_EXAMINING);
            int marks = new String(pdf, StandardCharsets.ISO_8859_1).split("%SIGNED", -1).length - 1;
            var signature = new Verification.Signature("Ratna", null, null, null, null, true, true, endsWithMark(pdf));
            return new Verification(
                    marks == 0 ? Verification.Conclusion.NO_SIGNATURE : Verification.Conclusion.VALID,
                    "Diperiksa.",
                    Collections.nCopies(marks, signature),
                    answer());
        }

        @Override
        public Verification judge(byte[] pdf) {
            return examine(pdf);
        }

        private boolean endsWithMark(byte[] pdf) {
            return new String(pdf, StandardCharsets.ISO_8859_1).endsWith("%SIGNED");
        }

        @Override
        public String name() {
            return "Penyedia uji";
        }

        @Override
        public boolean isConfigured() {
            return configured;
        }

        @Override
        public boolean isDemonstration() {
            return demonstration;
        }

        @Override
        public boolean signsHere() {
            return signsHere;
        }

        @Override
        public SignerStatus status(Signer signer) {
            return new SignerStatus(CertificateStatus.ISSUE, "Sertifikat aktif.", certificateEnds, answer());
        }

        @Override
        public SignOutcome sign(Signer signer, Passphrase passphrase, PdfToSign document) {
            pass(Place.BEFORE_PROVIDER);
            passphrase.characters();
            SignOutcome other = answers.apply(calls.incrementAndGet());
            if (other != null) {
                return other;
            }
            signatures.merge(document.digest(), 1, Integer::sum);
            byte[] signed = withMark(document.pdf());
            pass(Place.AFTER_PROVIDER);
            return new SignOutcome.Signed(HashedContent.of(signed), null, answer());
        }

        @Override
        public Verification verify(byte[] pdf) {
            return examine(pdf);
        }

        private final class DyingItems extends SigningItems {

            DyingItems() {
                super(jdbc, template);
            }

            @Override
            boolean[] send(List<SigningItem> bundle, UUID process, Instant now) {
                pass(Place.BEFORE_SEND);
                boolean[] sent = super.send(bundle, process, now);
                pass(Place.WHILE_SENDING);
                return sent;
            }

            @Override
            boolean[] writeAhead(List<Ahead> bundle, UUID process) {
                pass(Place.BEFORE_DIGEST);
                boolean[] written = super.writeAhead(bundle, process);
                pass(Place.WHILE_NOTING_DIGESTS);
                return written;
            }

            @Override
            boolean[] signed(List<SigningItem> bundle, ItemState from, Instant now) {
                boolean[] moved = super.signed(bundle, from, now);
                pass(Place.WHILE_ENTERING);
                return moved;
            }
        }

        private final class DyingBatches extends SigningBatches {

            DyingBatches() {
                super(jdbc);
            }

            @Override
            boolean end(
                    SigningBatchId batch, UUID process, BatchEnding ending, @Nullable String explanation, Instant now) {
                pass(Place.BEFORE_END);
                return super.end(batch, process, ending, explanation, now);
            }
        }

        private final class DyingStore implements DocumentStore {

            @Override
            public ContentHash put(byte[] content) {
                pass(Place.BEFORE_STORE);
                beforeStoring.run();
                ContentHash hash = realStore.put(content);
                pass(Place.AFTER_STORE);
                return hash;
            }

            @Override
            public ContentHash put(InputStream content) throws IOException {
                return realStore.put(content);
            }

            @Override
            public byte[] read(ContentHash hash) {
                return realStore.read(hash);
            }

            @Override
            public void copy(ContentHash hash, OutputStream target) throws IOException {
                realStore.copy(hash, target);
            }

            @Override
            public void remove(ContentHash hash) {
                realStore.remove(hash);
            }

            @Override
            public boolean contains(ContentHash hash) {
                return realStore.contains(hash);
            }
        }
    }

    /** What the provider of a rig makes of these bytes. */
    static ContentHash signed(byte[] unsigned) {
        return ContentHash.of(withMark(unsigned));
    }

    private static byte[] withMark(byte[] unsigned) {
        byte[] signed = Arrays.copyOf(unsigned, unsigned.length + MARK.length);
        System.arraycopy(MARK, 0, signed, unsigned.length, MARK.length);
        return signed;
    }

    BatchRow batch(SigningBatchId id) {
        return realBatches.find(id).orElseThrow();
    }

    BatchCounts counts(SigningBatchId id) {
        return realBatches.counts(id);
    }

    static ProviderAnswer answer() {
        return new ProviderAnswer("uji", null, null, Duration.ZERO, Map.of());
    }
}
