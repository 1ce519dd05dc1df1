package id.dukcapil.portal.staff.signin;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.staff.signin.SignInRecords.Account;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens a locked session again for its owner. The password is looked at as at the door, and counted there when wrong. */
@Component
class Unlocking {

    private final SessionRecords sessions;
    private final SignInRecords accounts;
    private final PasswordSignIn passwords;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Unlocking(
            SessionRecords sessions,
            SignInRecords accounts,
            PasswordSignIn passwords,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.passwords = passwords;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * @param from where the password was typed
     * @throws AuthenticationException when it is wrong, the account is closed, or too many were wrong
     */
    void unlock(HttpSession session, StaffId owner, String password, SignInDetails from) {
        Account account = accounts.get(owner);
        var typed = UsernamePasswordAuthenticationToken.unauthenticated(account.username(), password);
        typed.setDetails(from);
        passwords.authenticate(typed);
        open(session, account, SignInMethod.PASSWORD);
    }

    /** Its owner has been recognised by that. */
    void open(HttpSession session, Account account, SignInMethod by) {
        session.removeAttribute(ProviderDoor.REFUSAL);
        OpenSession open = OpenSession.change(session, locked -> locked.unlocked(clock.instant()));
        transaction.executeWithoutResult(status -> {
            // Of two at once one opens it, and one entry says so
            if (sessions.unlock(open.id(), open.lastActive())) {
                events.publishEvent(AuditEvent.of("Akun pegawai", account.username(), "Sesi dibuka kembali")
                        .at(account.office())
                        .changing("cara membuka", null, by.label()));
            }
        });
    }
}
