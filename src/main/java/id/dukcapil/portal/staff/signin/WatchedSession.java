package id.dukcapil.portal.staff.signin;

import id.dukcapil.portal.common.ActingParty;
import id.dukcapil.portal.common.StaffId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/** A browser's session with its owner, who is in: what a lock screen stands before. */
record WatchedSession(HttpSession session, ActingParty owner) {

    /** @return empty for strangers, for somebody half way in, and when the session is over */
    static Optional<WatchedSession> of(HttpServletRequest request, SecurityContextHolderStrategy securityContext) {
        HttpSession session = request.getSession(false);
        Authentication authentication = securityContext.getContext().getAuthentication();
        return session != null
                        && authentication != null
                        && authentication.getPrincipal() instanceof ActingParty party
                        && !(party instanceof UnfinishedSignIn)
                        && OpenSession.of(session.getAttribute(OpenSession.ATTRIBUTE)) != null
                ? Optional.of(new WatchedSession(session, party))
                : Optional.empty();
    }

    OpenSession open() {
        return Objects.requireNonNull(OpenSession.of(session.getAttribute(OpenSession.ATTRIBUTE)));
    }

    UUID id() {
        return open().id();
    }

    StaffId account() {
        return new StaffId(Objects.requireNonNull(owner.actor().id()));
    }
}
