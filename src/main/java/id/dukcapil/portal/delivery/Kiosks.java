package id.dukcapil.portal.delivery;

import id.dukcapil.portal.common.Masking;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.CaseCommands;
import id.dukcapil.portal.delivery.PrintDecision.PrintOutcome;
import id.dukcapil.portal.delivery.ReleaseEvent.ReleasePrinted;
import id.dukcapil.portal.delivery.ReleaseSecret.Pin;
import id.dukcapil.portal.delivery.ReleaseSecret.ReleaseCode;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentStore;
import id.dukcapil.portal.documents.DocumentUnavailable;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Operations of a kiosk, a vendor's machine or the portal's own page: it presents QR code and PIN, receives the document
 * once, and reports the result of printing.
 */
@Service
@PreAuthorize("hasAnyAuthority('SCOPE_adm', 'KIOSK_USE')")
public class Kiosks {

    private static final Logger log = LoggerFactory.getLogger(Kiosks.class);
    private static final int LONGEST_DETAIL = 300;

    private final ReleaseRecords records;
    private final Attempts attempts;
    private final Secrets secrets;
    private final DocumentStore documents;
    private final DeliverySettings settings;
    private final CaseCommands commands;

    Kiosks(
            ReleaseRecords records,
            Attempts attempts,
            Secrets secrets,
            DocumentStore documents,
            DeliverySettings settings,
            CaseCommands commands) {
        this.records = records;
        this.attempts = attempts;
        this.secrets = secrets;
        this.documents = documents;
        this.settings = settings;
        this.commands = commands;
    }

    /** A release on its way out of the vault; the file itself is read when nothing is locked any more. */
    private record Opened(UUID handout, String title, ContentHash document) {}

    private sealed interface Judgement {
        record Refused(PrintDecision decision) implements Judgement {}

        record Open(Opened opened) implements Judgement {}
    }

    /**
     * Hands out the document that belongs to the two. Wrong ones are counted, by QR code and over all kiosks. Of two kiosks
     * that show the same at once, one gets it.
     *
     * @param qr as scanned or typed
     * @param pin six digits; anything else is a wrong PIN
     */
    public PrintDecision open(String qr, String pin, Kiosk kiosk) {
        ActedBy by = commands.actor();
        Judgement judgement = commands.inTransaction(() -> judge(ReleaseCode.read(qr), pin, kiosk, by));
        return switch (judgement) {
            case Judgement.Refused refused -> refused.decision();
            case Judgement.Open open -> read(open.opened());
        };
    }

    private Judgement judge(ReleaseCode code, String pin, Kiosk kiosk, ActedBy by) {
        byte[] hash = code.hash();
        int wrong = attempts.hold(hash, by.at());
        if (wrong >= settings.wrongPins()) {
            return new Judgement.Refused(new PrintDecision.Locked());
        }
        Optional<Release> known = records.lockByCode(hash);
        boolean matches = Pin.isOne(pin)
                && secrets.matches(
                        code, new Pin(pin), known.map(Release::pinHash).orElse(secrets.nobodys()));
        if (known.isEmpty() || !matches) {
            return new Judgement.Refused(countWrong(hash, wrong + 1, known, by));
        }
        attempts.count(hash, 0);
        return decide(known.get(), kiosk, by);
    }

    private PrintDecision countWrong(byte[] hash, int wrong, Optional<Release> known, ActedBy by) {
        attempts.count(hash, wrong);
        if (wrong >= settings.wrongPins()) {
            known.filter(release -> release.status().canBecome(ReleaseStatus.LOCKED))
                    .ifPresent(release -> {
                        release.lock(by);
                        commands.moved(release);
                    });
        }
        return new PrintDecision.WrongPin(settings.wrongPins() - wrong);
    }

    private Judgement decide(Release release, Kiosk kiosk, ActedBy by) {
        Optional<Handout> repeated = release.repeated(kiosk, by.actor());
        if (repeated.isPresent()) {
            return open(release, repeated.get());
        }
        if (release.status().isOpenable() && release.isOverdueAt(by.at())) {
            release.expire(by);
            commands.moved(release);
        }
        return switch (release.status()) {
            case ISSUED, SENT, BOUNCED, REISSUED, FAILED -> {
                Handout handout = release.open(kiosk, by);
                commands.moved(release);
                yield open(release, handout);
            }
            case OPENED, PRINTED -> new Judgement.Refused(new PrintDecision.Used());
            case EXPIRED -> new Judgement.Refused(new PrintDecision.Expired(false));
            case REVOKED -> new Judgement.Refused(new PrintDecision.Expired(true));
            case LOCKED -> new Judgement.Refused(new PrintDecision.Locked());
        };
    }

    private static Judgement open(Release release, Handout handout) {
        return new Judgement.Open(new Opened(handout.id(), release.details().title(), release.document()));
    }

    private PrintDecision read(Opened opened) {
        try {
            return new PrintDecision.Accepted(opened.handout(), opened.title(), documents.read(opened.document()));
        } catch (DocumentUnavailable unavailable) {
            log.error("A released document cannot be handed out: {}", unavailable.getMessage());
            acknowledge(opened.handout(), PrintOutcome.FAILED, "Berkas dokumen tidak dapat dibaca dari penyimpanan");
            return new PrintDecision.Unavailable();
        }
    }

    /** What came of the words of a kiosk. */
    public enum ReceiptResult {
        /** Written down now, or the same was said before. */
        ACCEPTED,
        /** There is no such hand-out, or it was made to somebody else. */
        UNKNOWN,
        /** Something else was said about it before, and that stands. */
        CONTRADICTED
    }

    /**
     * Takes down what became of a hand-out. Saying the same again changes nothing.
     *
     * @param detail in the machine's words; cut and masked
     */
    public ReceiptResult receipt(UUID handout, PrintOutcome outcome, @Nullable String detail) {
        return acknowledge(handout, outcome, detail);
    }

    private ReceiptResult acknowledge(UUID id, PrintOutcome outcome, @Nullable String detail) {
        ActedBy by = commands.actor();
        return commands.inTransaction(() -> {
            Optional<Release> release = records.lockByHandout(id);
            Optional<Handout> handout =
                    release.flatMap(known -> records.findHandout(id)).filter(known -> known.isOf(by.actor()));
            if (release.isEmpty() || handout.isEmpty()) {
                return ReceiptResult.UNKNOWN;
            }
            if (handout.get().outcome() != null) {
                return handout.get().outcome() == outcome ? ReceiptResult.ACCEPTED : ReceiptResult.CONTRADICTED;
            }
            takeDown(release.get(), handout.get(), outcome, words(detail), by);
            return ReceiptResult.ACCEPTED;
        });
    }

    private void takeDown(Release release, Handout handout, PrintOutcome outcome, @Nullable String detail, ActedBy by) {
        commands.followLocked(release, known -> known.acknowledge(handout, outcome, detail, by));
        if (release.status() == ReleaseStatus.PRINTED) {
            ReleaseDetails details = release.details();
            commands.tell(
                    new ReleasePrinted(details.id(), details.kind(), details.reference(), handout.kiosk(), by.at()));
        }
    }

    private static @Nullable String words(@Nullable String detail) {
        String masked = Masking.text(Objects.requireNonNullElse(detail, ""))
                .replaceAll("\\s+", " ")
                .strip();
        return masked.isEmpty() ? null : masked.substring(0, Math.min(LONGEST_DETAIL, masked.length()));
    }

    /**
     * Which machine asks.
     *
     * @param name as the operator of the machine calls it: "ADM-SOREANG-01"
     * @param requestKey by which a request that is sent again is recognised; null when the machine gives none
     */
    public record Kiosk(String name, @Nullable String requestKey) {

        private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._/:-]{0,63}");

        /** @return nothing for what cannot be the name of a machine */
        public static Optional<Kiosk> read(String name, @Nullable String requestKey) {
            String stripped = name.strip();
            return FORM.matcher(stripped).matches() ? Optional.of(new Kiosk(stripped, requestKey)) : Optional.empty();
        }
    }
}
