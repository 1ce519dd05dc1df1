package id.dukcapil.portal.channel;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpMethod;

/**
 * A call that a crowd makes all at once, in which callers wait for their turn. A module declares its crowded calls as
 * beans.
 *
 * @param path exact, without variables
 * @param scope required for the call; callers without it are refused behind the gate and take no place
 */
public record CrowdedCall(HttpMethod method, String path, ApiScope scope) {

    boolean is(HttpServletRequest request) {
        return method.matches(request.getMethod()) && request.getRequestURI().equals(request.getContextPath() + path);
    }

    boolean mayBeMadeBy(ApiAuthentication caller) {
        return caller.getAuthorities().stream()
                .anyMatch(granted -> scope.authority().equals(granted.getAuthority()));
    }
}
