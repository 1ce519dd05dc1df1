package id.dukcapil.portal.signing;

import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.signing.SignOutcome.DocumentRejected;
import id.dukcapil.portal.signing.SignOutcome.NotSent;
import id.dukcapil.portal.signing.SignOutcome.Signed;
import id.dukcapil.portal.signing.SignOutcome.SignerCannotSign;
import id.dukcapil.portal.signing.SignOutcome.Unknown;
import id.dukcapil.portal.signing.SignOutcome.Unreachable;
import id.dukcapil.portal.signing.SignOutcome.WrongPassphrase;
import id.dukcapil.portal.signing.TteLog.Ending;
import id.dukcapil.portal.signing.TteProcess.Action;
import id.dukcapil.portal.signing.pades.SignerCertificate;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Primary;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The provider that the portal meets: the configured way to sign, or none, with every call written into the log. */
@Component
@Primary
class LoggedTteProvider implements TteProvider {

    private static final Logger log = LoggerFactory.getLogger(LoggedTteProvider.class);
    private static final String NOT_CONFIGURED = "Penyedia TTE belum dikonfigurasi (portal.signing.provider).";

    private final @Nullable TteAdapter adapter;
    private final TteLog processes;

    LoggedTteProvider(Optional<TteAdapter> adapter, TteLog processes) {
        this.adapter = adapter.orElse(null);
        this.processes = processes;
    }

    @Override
    public String name() {
        return adapter == null ? "Belum dikonfigurasi" : adapter.name();
    }

    @Override
    public boolean isConfigured() {
        return adapter != null;
    }

    @Override
    public Optional<String> certificateIssuer() {
        return Optional.ofNullable(adapter).flatMap(TteProvider::certificateIssuer);
    }

    @Override
    public boolean isDemonstration() {
        return adapter != null && adapter.isDemonstration();
    }

    @Override
    public boolean signsHere() {
        return adapter != null && adapter.signsHere();
    }

    @Override
    public Optional<SignerCertificate> certificateOf(SignatoryLines signer) {
        return adapter == null ? Optional.empty() : adapter.certificateOf(signer);
    }

    @Override
    public SignerStatus status(Signer signer) {
        TteAdapter configured = configured();
        UUID process = processes.begin(configured.name(), Action.STATUS, signer, null);
        try {
            SignerStatus status = configured.status(signer);
            finish(process, new Ending(status.status().name(), status.explanation(), null, null, status.answer()));
            return status;
        } catch (TteUnavailable silent) {
            finish(process, unavailable(silent));
            throw silent;
        }
    }

    @Override
    public SignOutcome sign(Signer signer, Passphrase passphrase, PdfToSign document) {
        return sign(signer, passphrase, List.of(document)).getFirst();
    }

    @Override
    public List<SignOutcome> sign(Signer signer, Passphrase passphrase, List<PdfToSign> documents) {
        requireNoTransaction();
        if (documents.isEmpty()) {
            return List.of();
        }
        TteAdapter chosen = adapter;
        if (chosen == null) {
            return Collections.nCopies(documents.size(), new Unreachable(NOT_CONFIGURED, nothing()));
        }
        List<UUID> calls = processes.begin(
                chosen.name(), signer, documents.stream().map(PdfToSign::digest).toList());
        List<SignOutcome> outcomes = chosen.sign(signer, passphrase, documents);
        finish(calls, outcomes.stream().map(LoggedTteProvider::ending).toList());
        return outcomes;
    }

    @Override
    public Verification verify(byte[] pdf) {
        requireNoTransaction();
        TteAdapter configured = configured();
        UUID process = processes.begin(configured.name(), Action.VERIFY, null, ContentHash.of(pdf));
        try {
            Verification found = configured.verify(pdf);
            finish(process, new Ending(found.conclusion().name(), found.explanation(), null, null, found.answer()));
            return found;
        } catch (TteUnavailable silent) {
            finish(process, unavailable(silent));
            throw silent;
        }
    }

    private static Ending ending(SignOutcome outcome) {
        return switch (outcome) {
            case Signed signed -> new Ending("SIGNED", null, signed.pdf().hash(), signed.documentId(), signed.answer());
            case WrongPassphrase wrong ->
                new Ending("WRONG_PASSPHRASE", wrong.explanation(), null, null, wrong.answer());
            case SignerCannotSign cannot ->
                new Ending("SIGNER_" + cannot.status().name(), cannot.explanation(), null, null, cannot.answer());
            case DocumentRejected rejected ->
                new Ending("DOCUMENT_REJECTED", rejected.explanation(), null, null, rejected.answer());
            case Unreachable away -> new Ending("UNREACHABLE", away.explanation(), null, null, away.answer());
            case NotSent not -> new Ending("NOT_SENT", not.explanation(), null, null, not.answer());
            case Unknown unknown -> new Ending("UNKNOWN", unknown.explanation(), null, null, unknown.answer());
        };
    }

    private static Ending unavailable(TteUnavailable silent) {
        return new Ending("UNAVAILABLE", silent.getMessage(), null, null, silent.answer());
    }

    /** A signature that was made is not lost because the database is away at this moment. */
    private void finish(List<UUID> calls, List<Ending> endings) {
        try {
            processes.finish(calls, endings);
        } catch (DataAccessException | TransactionException away) {
            List<String> outcomes = endings.stream().map(Ending::outcome).toList();
            log.error("TTE processes {} ended as {} and could not be written down", calls, outcomes, away);
        }
    }

    private void finish(UUID process, Ending ending) {
        finish(List.of(process), List.of(ending));
    }

    private TteAdapter configured() {
        if (adapter == null) {
            throw new TteUnavailable(NOT_CONFIGURED, nothing());
        }
        return adapter;
    }

    /** A connection of the pool would be held while somebody far away thinks. */
    private static void requireNoTransaction() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A TTE provider must not be called inside a transaction");
        }
    }

    private static ProviderAnswer nothing() {
        return new ProviderAnswer("-", null, null, Duration.ZERO, Map.of());
    }
}
