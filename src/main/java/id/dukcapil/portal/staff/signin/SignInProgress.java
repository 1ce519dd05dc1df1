package id.dukcapil.portal.staff.signin;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.staff.signin.PasswordPolicy.Judgement;
import id.dukcapil.portal.staff.signin.SecondFactor.Enrolment;
import id.dukcapil.portal.staff.signin.SignInRecords.Account;
import id.dukcapil.portal.staff.signin.SignInThrottle.Attempt;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps between the right password and the desk, for somebody who is taking them. */
@Service
@PreAuthorize("isAuthenticated()")
public class SignInProgress {

    private static final String CODE = "code";

    private final SignIns signIns;
    private final SignInRecords records;
    private final SecondFactorRecords factors;
    private final SignInThrottle throttle;
    private final PasswordPolicy policy;
    private final PasswordEncoder passwords;
    private final ApplicationEventPublisher events;
    private final HttpSessionRequestCache cameFrom = new HttpSessionRequestCache();

    SignInProgress(
            SignIns signIns,
            SignInRecords records,
            SecondFactorRecords factors,
            SignInThrottle throttle,
            PasswordPolicy policy,
            PasswordEncoder passwords,
            ApplicationEventPublisher events) {
        this.signIns = signIns;
        this.records = records;
        this.factors = factors;
        this.throttle = throttle;
        this.policy = policy;
        this.passwords = passwords;
        this.events = events;
    }

    /** @return empty for somebody who is already in */
    public Optional<SignInStep> step() {
        return signIns.unfinished().flatMap(signIns::nextStep);
    }

    /**
     * Whether a page inside the portal has to give way to a step: since it was opened, a role began to demand a second
     * factor.
     */
    @PreAuthorize("permitAll()")
    public boolean isCalledBack() {
        return signIns.unfinished().isPresent() || signIns.calledBack().isPresent();
    }

    public Judgement judge(String password) {
        return policy.judge(password, account().owner());
    }

    /**
     * Takes the step {@link SignInStep#NEW_PASSWORD}.
     *
     * @throws InvalidInput when the policy refuses the password, or it is the one that was given
     */
    @Transactional
    public void choosePassword(String password) {
        Account account = account();
        if (!account.mustChangePassword()) {
            throw new AccessDeniedException("No new password is asked for");
        }
        policy.require(password, account.owner());
        if (passwords.matches(password, account.passwordHash())) {
            throw new InvalidInput("password", "Itu kata sandi yang diberikan. Buat kata sandi Anda sendiri.");
        }
        records.writePassword(account.id(), passwords.encode(password));
        events.publishEvent(AuditEvent.of("Akun pegawai", account.username(), "Kata sandi diganti saat masuk")
                .at(account.office()));
    }

    /**
     * Takes the step {@link SignInStep#CODE} with a code of the app or one of the recovery codes.
     *
     * @return address of the next page
     * @throws InvalidInput when the code is wrong or used, or too many were
     */
    @Transactional(noRollbackFor = InvalidInput.class)
    public String enterCode(String code, HttpServletRequest request, HttpServletResponse response) {
        UnfinishedSignIn person = person();
        var attempt = new Attempt("code|" + person.id(), request.getRemoteAddr(), Optional.of(CODE));
        throttle.require(attempt, CODE);
        boolean recovered = code.matches(".*[A-Za-z].*") && factors.acceptRecovery(person.id(), code);
        if (!recovered && !factors.accept(person.id(), SecondFactor.digits(code))) {
            records.countFailure(person.id());
            throw new InvalidInput(CODE, "Kode tidak cocok, sudah lewat, atau sudah dipakai.");
        }
        throttle.forgive(attempt);
        if (recovered) {
            events.publishEvent(AuditEvent.of("Akun pegawai", person.username(), "Kode pemulihan dipakai")
                    .at(person.office()));
        }
        return proceed(person.withCode(), request, response);
    }

    /**
     * Goes on after the step {@link SignInStep#ENROLMENT}; the code that confirmed it counts for this sign-in.
     *
     * @return address of the next page
     */
    public String enrolled(Enrolment enrolment, HttpServletRequest request, HttpServletResponse response) {
        UnfinishedSignIn person = person();
        if (!enrolment.isConfirmedBy(person.id())) {
            throw new AccessDeniedException("No code of this enrolment has been shown");
        }
        return proceed(person.withCode(), request, response);
    }

    /**
     * Goes on after a step.
     *
     * @return address of the next page: of the next step, or where the person wanted to go
     */
    public String proceed(HttpServletRequest request, HttpServletResponse response) {
        return proceed(person(), request, response);
    }

    private String proceed(UnfinishedSignIn person, HttpServletRequest request, HttpServletResponse response) {
        SavedRequest wanted = cameFrom.getRequest(request, response);
        Optional<SignInStep> next = signIns.proceed(person, request, response);
        return next.map(SignInStep::route).orElseGet(() -> wanted == null ? "" : pathOf(wanted));
    }

    /** Without the host: what was stored leads nowhere outside. */
    private static String pathOf(SavedRequest wanted) {
        URI address = URI.create(wanted.getRedirectUrl());
        String query = address.getRawQuery();
        return address.getRawPath().replaceFirst("^/+", "") + (query == null ? "" : "?" + query);
    }

    private UnfinishedSignIn person() {
        return signIns.unfinished().orElseThrow(() -> new AccessDeniedException("Nobody is signing in"));
    }

    private Account account() {
        return records.get(person().id());
    }
}
