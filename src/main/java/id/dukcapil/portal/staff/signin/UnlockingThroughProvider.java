package id.dukcapil.portal.staff.signin;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.staff.signin.SignInRecords.Account;
import id.dukcapil.portal.staff.signin.SignInThrottle.Attempt;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens a locked session again when the provider says that its owner has just signed in there anew. Whoever else signs
 * in there changes nothing here: the session keeps its person and stays locked (docs/decisions/0048).
 */
@Component
@ConditionalOnProperty("portal.oidc.issuer")
class UnlockingThroughProvider {

    /** So old the sign-in at the provider may be when its answer arrives; whoever must renew a password there needs a while. */
    static final Duration FRESH = Duration.ofMinutes(5);

    /** So far the provider's clock may be from ours. */
    static final Duration SKEW = Duration.ofMinutes(1);

    private static final String ASKED = "portal.unlock-asked";

    private final ProviderWord provider;
    private final LinkedIdentities identities;
    private final SignInRecords accounts;
    private final SessionRecords sessions;
    private final SignInThrottle throttle;
    private final Unlocking unlocking;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    UnlockingThroughProvider(
            ProviderWord provider,
            LinkedIdentities identities,
            SignInRecords accounts,
            SessionRecords sessions,
            SignInThrottle throttle,
            Unlocking unlocking,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.provider = provider;
        this.identities = identities;
        this.accounts = accounts;
        this.sessions = sessions;
        this.throttle = throttle;
        this.unlocking = unlocking;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The question that was asked last; an answer to another one is refused. */
    private record Asked(OAuth2AuthorizationRequest question, Instant at) implements Serializable {}

    /**
     * @return where the browser has to go
     * @throws UnlockRefused when the provider does not answer
     */
    String begin(HttpServletRequest request, HttpSession session) {
        OAuth2AuthorizationRequest question = provider.question(request);
        session.setAttribute(ASKED, new Asked(question, clock.instant()));
        return question.getAuthorizationRequestUri();
    }

    /**
     * @param request the browser coming back from the provider
     * @throws AuthenticationException an {@link UnlockRefused} or {@link TooManyAttempts}
     */
    void finish(HttpServletRequest request, WatchedSession locked) {
        Asked asked = take(locked.session(), request.getParameter("state"));
        String code = request.getParameter("code");
        if (code == null || code.isBlank()) {
            throw new UnlockRefused(UnlockRefusal.DECLINED);
        }
        Account account = accounts.get(locked.account());
        Attempt attempt = attempt(account, request);
        Optional<Duration> wait = throttle.knock(attempt);
        if (wait.isPresent()) {
            throw new TooManyAttempts(wait.get());
        }
        try {
            requireOwner(provider.answer(asked.question(), code), asked, account.id());
        } catch (UnlockRefused refused) {
            note(refused.refusal(), account, attempt);
            throw refused;
        }
        throttle.forgive(attempt);
        open(locked, account);
    }

    /** An answer counts once, whatever comes of it. */
    private static Asked take(HttpSession session, String state) {
        if (session.getAttribute(ASKED) instanceof Asked asked
                && Objects.equals(asked.question().getState(), state)) {
            session.removeAttribute(ASKED);
            return asked;
        }
        throw new UnlockRefused(UnlockRefusal.NOT_ASKED);
    }

    private void requireOwner(OidcIdToken token, Asked asked, StaffId owner) {
        if (!isFresh(signedIn(token), asked.at())) {
            throw new UnlockRefused(UnlockRefusal.STALE);
        }
        String issuer = Objects.requireNonNull(token.getIssuer()).toString();
        String subject = Objects.requireNonNull(token.getSubject());
        if (identities.find(issuer, subject).filter(owner::equals).isEmpty()) {
            throw new UnlockRefused(UnlockRefusal.OTHER_PERSON);
        }
    }

    private static @Nullable Instant signedIn(OidcIdToken token) {
        try {
            return token.getAuthenticatedAt();
        } catch (IllegalArgumentException noTime) {
            return null;
        }
    }

    /** Without a time there is no telling whether the provider asked anybody anything. */
    private boolean isFresh(@Nullable Instant signedIn, Instant asked) {
        Instant now = clock.instant();
        Instant recently = now.minus(FRESH);
        Instant earliest = (asked.isAfter(recently) ? asked : recently).minus(SKEW);
        return signedIn != null && !signedIn.isBefore(earliest) && !signedIn.isAfter(now.plus(SKEW));
    }

    private void note(UnlockRefusal refusal, Account account, Attempt attempt) {
        if (refusal == UnlockRefusal.UNREACHABLE) {
            throttle.giveBack(attempt);
        }
        if (refusal.suspicious()) {
            transaction.executeWithoutResult(status -> {
                accounts.countFailure(account.id());
                events.publishEvent(AuditEvent.of(
                                "Akun pegawai",
                                account.username(),
                                "Pembukaan sesi lewat layanan masuk tunggal ditolak")
                        .at(account.office())
                        .changing("sebab", null, refusal.reason()));
            });
        }
    }

    /** The provider took its time; somebody may have ended the session or closed the account meanwhile. */
    private void open(WatchedSession locked, Account account) {
        if (sessions.look(locked.id()).end().isPresent()) {
            throw new UnlockRefused(UnlockRefusal.OVER);
        }
        unlocking.open(locked.session(), account, SignInMethod.SINGLE_SIGN_ON);
    }

    private static Attempt attempt(Account account, HttpServletRequest request) {
        return new Attempt("provider|" + account.id(), request.getRemoteAddr(), Optional.of("provider"));
    }
}
