package id.dukcapil.portal.staff.signin;

import org.springframework.security.core.AuthenticationException;

/** The provider was asked, and a locked session stays locked. */
final class UnlockRefused extends AuthenticationException {

    private final UnlockRefusal refusal;

    UnlockRefused(UnlockRefusal refusal) {
        super(refusal.name());
        this.refusal = refusal;
    }

    UnlockRefused(UnlockRefusal refusal, Throwable cause) {
        super(refusal.name(), cause);
        this.refusal = refusal;
    }

    UnlockRefusal refusal() {
        return refusal;
    }
}
