package id.dukcapil.portal.staff.signin;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.staff.signin.SignInRecords.Account;
import id.dukcapil.portal.staff.signin.SignInThrottle.Attempt;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks name and password. Somebody unknown, a wrong password and an account that is switched off get the same answer
 * after the same work. A right password leads to an {@link UnfinishedSignIn}; {@link SignIns} decides what is still
 * missing.
 */
@Component
class PasswordSignIn {

    /** From so many on without a success in between, the audit trail notes each further burst of as many. */
    private static final int BURST = 5;

    private final SignInRecords records;
    private final SignInThrottle throttle;
    private final KnownDevices devices;
    private final PasswordEncoder passwords;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final CompletableFuture<String> hashOfNobody;

    PasswordSignIn(
            SignInRecords records,
            SignInThrottle throttle,
            KnownDevices devices,
            PasswordEncoder passwords,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.records = records;
        this.throttle = throttle;
        this.devices = devices;
        this.passwords = passwords;
        this.events = events;
        this.transaction = transaction;
        // In the background: hashing would delay the start by a tenth of a second
        this.hashOfNobody =
                CompletableFuture.supplyAsync(() -> String.valueOf(passwords.encode("nobody has this password")));
    }

    /** @throws AuthenticationException when the person does not get in */
    Authentication authenticate(Authentication typed) {
        String password = String.valueOf(typed.getCredentials());
        Optional<Account> account = records.find(typed.getName());
        Attempt attempt = attempt(typed, account);
        Optional<Duration> wait = throttle.knock(attempt);
        if (wait.isPresent()) {
            throw new TooManyAttempts(wait.get());
        }
        String hash = account.map(Account::passwordHash).orElseGet(hashOfNobody::join);
        boolean right = password.length() <= PasswordPolicy.LONGEST && passwords.matches(password, hash);
        if (!right || account.isEmpty() || !account.get().enabled()) {
            account.ifPresent(this::note);
            throw new BadCredentialsException("Name or password is wrong");
        }
        throttle.forgive(attempt);
        Account person = account.get();
        if (passwords.upgradeEncoding(person.passwordHash())) {
            records.renewHash(person, passwords.encode(password));
        }
        return entered(person, typed);
    }

    private Attempt attempt(Authentication typed, Optional<Account> account) {
        SignInDetails details = typed.getDetails() instanceof SignInDetails shown ? shown : null;
        String address = details == null ? "" : details.getRemoteAddress();
        @Nullable String cookie = details == null ? null : details.deviceCookie();
        // Spellings of a name that the database takes for the same must not each have a count of their own
        String person = account.map(known -> known.id().toString())
                .orElseGet(() -> typed.getName().strip().toLowerCase(Locale.ROOT));
        return new Attempt(person, address, account.flatMap(known -> devices.recognise(cookie, known.id())));
    }

    private void note(Account account) {
        transaction.executeWithoutResult(status -> {
            int failures = records.countFailure(account.id());
            if (failures % BURST == 0) {
                events.publishEvent(AuditEvent.of("Akun pegawai", account.username(), "Percobaan masuk gagal berulang")
                        .at(account.office())
                        .changing("percobaan gagal", null, failures));
            }
        });
    }

    private static Authentication entered(Account person, Authentication typed) {
        var principal = new UnfinishedSignIn(
                person.id(), person.username(), person.fullName(), person.office(), SignInMethod.PASSWORD);
        var entered = UsernamePasswordAuthenticationToken.authenticated(principal, null, List.of());
        entered.setDetails(typed.getDetails());
        return entered;
    }
}
