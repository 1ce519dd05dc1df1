package id.dukcapil.portal.staff.signin;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.signin.SignInRecords.Account;
import id.dukcapil.portal.staff.signin.SignInSettings.SecondFactorMode;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.DelegatingSecurityContextRepository;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Leads somebody whose password was right through what is still missing, and then lets them in. */
@Component
class SignIns {

    private final SignInRecords records;
    private final SecondFactorRecords factors;
    private final SignInSettings settings;
    private final SessionRecords sessions;
    private final ScreenLock lock;
    private final KnownDevices devices;
    private final UserDetailsService accounts;
    private final CurrentStaff currentStaff;
    private final SecurityContextHolderStrategy securityContext;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final SavedRequestAwareAuthenticationSuccessHandler backToWhereTheyCameFrom =
            new SavedRequestAwareAuthenticationSuccessHandler();
    private final SecurityContextRepository stored = new DelegatingSecurityContextRepository(
            new RequestAttributeSecurityContextRepository(), new HttpSessionSecurityContextRepository());

    SignIns(
            SignInRecords records,
            SecondFactorRecords factors,
            SignInSettings settings,
            SessionRecords sessions,
            ScreenLock lock,
            KnownDevices devices,
            UserDetailsService accounts,
            CurrentStaff currentStaff,
            SecurityContextHolderStrategy securityContext,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.records = records;
        this.factors = factors;
        this.settings = settings;
        this.sessions = sessions;
        this.lock = lock;
        this.devices = devices;
        this.accounts = accounts;
        this.currentStaff = currentStaff;
        this.securityContext = securityContext;
        this.events = events;
        this.transaction = transaction;
    }

    /** Whoever is on the way in now; empty for those who are in, and for strangers. */
    Optional<UnfinishedSignIn> unfinished() {
        Authentication authentication = securityContext.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof UnfinishedSignIn unfinished
                ? Optional.of(unfinished)
                : Optional.empty();
    }

    Optional<SignInStep> nextStep(UnfinishedSignIn unfinished) {
        Account account = records.get(unfinished.id());
        boolean setUp = factors.exists(account.id());
        if (setUp && unfinished.method().single()) {
            return Optional.of(SignInStep.CODE);
        }
        if (unfinished.method().withPassword() && account.mustChangePassword()) {
            return Optional.of(SignInStep.NEW_PASSWORD);
        }
        return owesSecondFactor(unfinished) ? Optional.of(SignInStep.ENROLMENT) : Optional.empty();
    }

    private boolean owesSecondFactor(UnfinishedSignIn person) {
        return settings.secondFactor() == SecondFactorMode.REQUIRED
                && person.method().single()
                && factors.isRequired(person.id())
                && !factors.exists(person.id());
    }

    /** Whoever is in, but would now not get in without setting up a second factor: a role has begun to demand it. */
    Optional<UnfinishedSignIn> calledBack() {
        Authentication authentication = securityContext.getContext().getAuthentication();
        return authentication != null && authentication.getDetails() instanceof SignedInDetails details
                ? currentStaff
                        .find()
                        .map(member -> new UnfinishedSignIn(
                                member.id(), member.username(), member.fullName(), member.office(), details.method()))
                        .filter(this::owesSecondFactor)
                : Optional.empty();
    }

    /**
     * Goes on after a step was taken.
     *
     * @return the next step; empty when the person is in
     */
    Optional<SignInStep> proceed(
            UnfinishedSignIn unfinished, HttpServletRequest request, HttpServletResponse response) {
        Optional<SignInStep> next = nextStep(unfinished);
        if (next.isPresent()) {
            enter(unfinished, null, List.of(), request, response);
        } else {
            letIn(unfinished, request, response);
        }
        return next;
    }

    /** As {@link #proceed}, and sends the browser to the next step or back to where the person came from. */
    void proceedFromDoor(
            UnfinishedSignIn unfinished,
            Authentication authentication,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        Optional<SignInStep> next = proceed(unfinished, request, response);
        if (next.isPresent()) {
            response.sendRedirect(request.getContextPath() + "/" + next.get().route());
        } else {
            backToWhereTheyCameFrom.onAuthenticationSuccess(request, response, authentication);
        }
    }

    private void letIn(UnfinishedSignIn unfinished, HttpServletRequest request, HttpServletResponse response) {
        UserDetails person = accounts.loadUserByUsername(unfinished.username());
        var details = new SignedInDetails(UUID.randomUUID(), unfinished.method());
        enter(person, details, person.getAuthorities(), request, response);
        HttpSession session = request.getSession();
        OpenSession halfWay = OpenSession.of(session.getAttribute(OpenSession.ATTRIBUTE));
        transaction.executeWithoutResult(status -> {
            records.last(unfinished.id()).ifPresent(last -> session.setAttribute(LastSignIn.ATTRIBUTE, last));
            records.writeSignIn(unfinished.id(), request.getRemoteAddr());
            if (halfWay != null) {
                sessions.end(halfWay.id(), SessionEnd.SIGNED_OUT, null);
            }
            lock.watch(
                    session,
                    sessions.open(
                            details.session(),
                            unfinished.id(),
                            request.getRemoteAddr(),
                            Device.of(request),
                            unfinished.method()));
            events.publishEvent(AuditEvent.of("Akun pegawai", unfinished.username(), "Masuk")
                    .at(unfinished.office())
                    .changing("cara masuk", null, unfinished.method().label()));
        });
        devices.remember(unfinished.id(), request, response);
    }

    /** A new number for the session at every change of what it may do, so that an old one is worth nothing. */
    private void enter(
            Object principal,
            @Nullable SignedInDetails details,
            Collection<? extends GrantedAuthority> authorities,
            HttpServletRequest request,
            HttpServletResponse response) {
        var entered = UsernamePasswordAuthenticationToken.authenticated(principal, null, authorities);
        entered.setDetails(details);
        SecurityContext context = securityContext.createEmptyContext();
        context.setAuthentication(entered);
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        securityContext.setContext(context);
        stored.saveContext(context, request, response);
    }
}
