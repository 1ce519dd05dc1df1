package id.dukcapil.portal.audit;

import id.dukcapil.portal.common.ActingParty;
import id.dukcapil.portal.common.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Sees who acts at this moment on this thread, and from where. */
@Component
class Witness {

    /** Key under which the filter of requests leaves the request's name for the log. */
    private static final String REQUEST_ID = "requestId";

    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f.:%a-z_-]{1,64}");
    private static final Pattern REQUEST_NAME = Pattern.compile("[\\x21-\\x7e]{1,64}");

    private final SecurityContextHolderStrategy securityContext;

    Witness(SecurityContextHolderStrategy securityContext) {
        this.securityContext = securityContext;
    }

    Acting look() {
        Authentication authentication = securityContext.getContext().getAuthentication();
        HttpServletRequest request = request();
        String address = plain(address(request, authentication), ADDRESS);
        String requestId = plain(MDC.get(REQUEST_ID), REQUEST_NAME);
        if (authentication != null && authentication.getPrincipal() instanceof ActingParty party) {
            Actor actor = party.actor();
            return new Acting(
                    partyOf(actor.kind()),
                    actor.id(),
                    actor.name(),
                    String.join(", ", party.actingRoles()),
                    party.workplace(),
                    address,
                    requestId);
        }
        return request == null
                ? new Acting(Party.SYSTEM, null, Actor.PORTAL.name(), "", null, null, requestId)
                : new Acting(Party.VISITOR, null, Party.VISITOR.label(), "", null, address, requestId);
    }

    private static Party partyOf(Actor.Kind kind) {
        return switch (kind) {
            case STAFF -> Party.STAFF;
            case CHANNEL -> Party.CHANNEL;
            case SYSTEM -> Party.SYSTEM;
        };
    }

    private static @Nullable HttpServletRequest request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest()
                : null;
    }

    /** A screen that is updated from another thread has no request; then the address of its session counts. */
    private static @Nullable String address(
            @Nullable HttpServletRequest request, @Nullable Authentication authentication) {
        if (request != null) {
            return request.getRemoteAddr();
        }
        return authentication != null && authentication.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : null;
    }

    /** A proxy's header can hold anything; what does not look right is left out. */
    private static @Nullable String plain(@Nullable String text, Pattern form) {
        return text != null && form.matcher(text).matches() ? text : null;
    }
}
