package id.dukcapil.portal.delivery;

import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.CaseCommands;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.delivery.ReleaseSecret.ReleaseCode;
import id.dukcapil.portal.documents.ContentHash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Releases signed documents to their owners: issues QR codes and PINs, issues them again, withdraws them. The signing
 * process calls {@link #issue} as the portal, with the permission {@code RELEASE_ISSUE}.
 */
@Service
@EnableConfigurationProperties(DeliverySettings.class)
@PreAuthorize("hasAuthority('RELEASE_ISSUE')")
public class Releases {

    private static final int LONGEST_REASON = 300;

    private final ReleaseRecords records;
    private final Secrets secrets;
    private final CaseCommands commands;
    private final DeliverySettings settings;

    Releases(ReleaseRecords records, Secrets secrets, CaseCommands commands, DeliverySettings settings) {
        this.records = records;
        this.secrets = secrets;
        this.commands = commands;
        this.settings = settings;
    }

    /**
     * Releases a signed document for printing and promises the letter with QR code and PIN. For the same document of the same
     * case this is done once: asked again, it answers with what there is. Joins a transaction of the caller.
     */
    public ReleaseId issue(NewRelease wanted) {
        try {
            return commands.inTransaction(() -> existing(wanted).orElseGet(() -> make(wanted)));
        } catch (DataIntegrityViolationException collision) {
            // Two at once: the other one has made it. Inside the caller's transaction there is nothing to be read any
            // more
            return commands.inTransaction(() -> existing(wanted).orElseThrow(() -> collision));
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
            return commands.inTransaction(() -> madeTogether(wanted));
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
        made.forEach(release -> commands.tell(release.moved()));
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
        records.save(release);
        commands.moved(release);
        return release.details().id();
    }

    private Release fresh(NewRelease wanted) {
        ActedBy by = commands.actor();
        return new Release(wanted, ReleaseSecret.random(), secrets, by.at().plus(settings.validFor()), by);
    }

    /**
     * A new QR code and PIN; the old ones are dead at once.
     *
     * @param seen version of what the operator saw
     * @return the two, when they are handed over at the counter; empty when they go by mail
     * @throws AccessDeniedException when there is no such release within reach
     * @throws ChangedMeanwhile when it has been changed since
     * @throws IllegalMove when it is printed or withdrawn
     */
    public Optional<Slip> reissue(ReleaseId id, long seen, Reissue how) {
        ReleaseSecret secret = ReleaseSecret.random();
        boolean done = change(
                id,
                seen,
                (release, by) -> release.reissue(
                        secret, secrets, how.email(), by.at().plus(settings.validFor()), how.words(), by));
        if (!done) {
            throw new AccessDeniedException("The release does not exist or is outside the scope of this account");
        }
        return how.email() == null ? Optional.of(Slip.of(secret)) : Optional.empty();
    }

    /**
     * Withdraws a document that must not be printed any more. @return false when there is none within reach
     *
     * @throws ChangedMeanwhile when it has been changed since
     * @throws IllegalMove when it is printed already
     */
    public boolean revoke(ReleaseId id, long seen, String why) {
        String reason = why.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new InvalidInput("reason", "Alasan harus diisi, paling banyak %d huruf.".formatted(LONGEST_REASON));
        }
        return change(id, seen, (release, by) -> release.revoke(reason, by));
    }

    /**
     * What was released for that case must not be printed any more. Joins a transaction of the caller; what is printed
     * already stays printed.
     *
     * @param why for the history, not empty
     */
    @PreAuthorize("isAuthenticated()")
    public void withdraw(String kind, String reference, String why) {
        ActedBy by = commands.actor();
        commands.inTransaction(() -> records.lockOfCase(kind, reference).stream()
                .filter(release -> release.status().canBecome(ReleaseStatus.REVOKED))
                .forEach(release -> {
                    release.revoke(why.substring(0, Math.min(LONGEST_REASON, why.length())), by);
                    commands.moved(release);
                }));
    }

    private boolean change(ReleaseId id, long seen, BiConsumer<Release, ActedBy> verb) {
        return commands.change(() -> records.lockById(id.value()), seen, verb).isPresent();
    }

    /** A release as it stands; nothing when there is none, or it belongs to an office outside the caller's scope. */
    @PreAuthorize("hasAnyAuthority('RELEASE_READ', 'RELEASE_ISSUE')")
    public Optional<ReleaseDetails> find(ReleaseId id) {
        return commands.inTransaction(() -> records.findById(id.value())
                .filter(release -> release.isWithinReachOf(commands.party()))
                .map(Release::details));
    }

    /**
     * One signed document that its owner may print.
     *
     * @param kind of the case it comes from, in the office's words: "Permohonan KK"
     * @param reference how the office names that case, such as the number of the request; never a NIK or KK number
     * @param office whose case it is
     * @param title what is printed: "Kartu Keluarga"
     * @param document the signed bytes in the document store
     * @param recipient name of its owner
     * @param person the owner
     * @param email where QR code and PIN go; null: they are handed over at the counter
     */
    public record NewRelease(
            String kind,
            String reference,
            OfficeCode office,
            String title,
            ContentHash document,
            String recipient,
            Nik person,
            @Nullable String email) {}

    /**
     * A new QR code and PIN for somebody whose identity an operator has checked.
     *
     * @param identity what was seen, never its number: "KTP-el asli"
     * @param reason why the old ones do not serve
     * @param email where the new ones go; null: they are handed over at the counter
     */
    public record Reissue(
            String identity, String reason, @Nullable String email) {

        private static final int LONGEST_IDENTITY = 80;
        private static final int LONGEST_REASON = 300;
        private static final int LONGEST_EMAIL = 254;
        private static final String ADDRESS =
                "[^@\\s\\p{Cntrl}<>,;]+@[^@\\s\\p{Cntrl}.<>,;]+(\\.[^@\\s\\p{Cntrl}.<>,;]+)+";

        /** @throws InvalidInput when something is missing or too long */
        public Reissue {
            identity = identity.strip();
            reason = reason.strip();
            email = email == null || email.isBlank() ? null : email.strip();
            List<Finding> findings = new ArrayList<>();
            if (identity.isEmpty() || identity.length() > LONGEST_IDENTITY) {
                findings.add(Finding.error("identity", "Sebutkan dokumen identitas yang diperiksa."));
            }
            if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
                findings.add(Finding.error(
                        "reason", "Alasan harus diisi, paling banyak %d huruf.".formatted(LONGEST_REASON)));
            }
            if (email != null && (email.length() > LONGEST_EMAIL || !email.matches(ADDRESS))) {
                findings.add(Finding.error("email", "Alamat e-mail tidak lengkap, misalnya nama@contoh.id."));
            }
            if (!findings.isEmpty()) {
                throw new InvalidInput(findings);
            }
        }

        /** For the timeline: why, and what was seen. */
        String words() {
            return "%s (identitas diperiksa: %s)".formatted(reason, identity);
        }
    }

    /**
     * QR code and PIN for whoever gets them at the counter; they exist in clear here only and cannot be asked for again.
     *
     * @param qr what the QR code says
     * @param pin six digits
     */
    public record Slip(String qr, String pin) {

        static Slip of(ReleaseSecret secret) {
            return new Slip(secret.code().text(), secret.pin().digits());
        }

        /** In groups of five, for typing. */
        public String groupedQr() {
            return new ReleaseCode(qr).grouped();
        }

        @Override
        public String toString() {
            return "Slip[••••••]";
        }
    }
}
