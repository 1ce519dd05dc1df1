package id.dukcapil.portal.staff.signin;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.signin.PasswordPolicy.Judgement;
import id.dukcapil.portal.staff.signin.SignInRecords.Account;
import id.dukcapil.portal.staff.signin.SignInThrottle.Attempt;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What everybody may do to the own account. */
@Service
@PreAuthorize("isAuthenticated()")
public class OwnAccount {

    /** The field of the present password. */
    public static final String PRESENT = "present";

    /** A place of its own in the throttle: whoever sits down at an open screen must not guess the password there. */
    private static final String FROM_INSIDE = "own-account";

    private final SignInRecords records;
    private final OpenSessions sessions;
    private final SignInThrottle throttle;
    private final PasswordPolicy policy;
    private final PasswordEncoder passwords;
    private final CurrentStaff currentStaff;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    OwnAccount(
            SignInRecords records,
            OpenSessions sessions,
            SignInThrottle throttle,
            PasswordPolicy policy,
            PasswordEncoder passwords,
            CurrentStaff currentStaff,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.records = records;
        this.sessions = sessions;
        this.throttle = throttle;
        this.policy = policy;
        this.passwords = passwords;
        this.currentStaff = currentStaff;
        this.events = events;
        this.transaction = transaction;
    }

    public Judgement judge(String password) {
        return policy.judge(password, account().owner());
    }

    /**
     * Also ends all other sessions of the account.
     *
     * @throws InvalidInput when the present password is wrong, the policy refuses the new one, or they are the same
     */
    public void changePassword(String present, String next) {
        Account account = requirePassword(present);
        policy.require(next, account.owner());
        if (passwords.matches(next, account.passwordHash())) {
            throw new InvalidInput("password", "Itu kata sandi yang sekarang. Buat yang lain.");
        }
        String hash = passwords.encode(next);
        transaction.executeWithoutResult(status -> {
            records.writePassword(account.id(), hash);
            sessions.endOtherOwn();
            events.publishEvent(AuditEvent.of("Akun pegawai", account.username(), "Kata sandi diganti")
                    .at(account.office()));
        });
    }

    /** Asks once more who is there, before something that a stranger at an open screen must not do. */
    private Account requirePassword(String present) {
        Account account = account();
        var attempt = new Attempt(account.id().toString(), FROM_INSIDE, Optional.of(FROM_INSIDE));
        throttle.require(attempt, PRESENT);
        if (!passwords.matches(present, account.passwordHash())) {
            throw new InvalidInput(PRESENT, "Kata sandi sekarang tidak cocok.");
        }
        throttle.forgive(attempt);
        return account;
    }

    private Account account() {
        return records.get(currentStaff.require().id());
    }
}
