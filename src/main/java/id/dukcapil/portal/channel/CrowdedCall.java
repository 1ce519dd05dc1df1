package id.dukcapil.portal.channel;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpMethod;

/**
 * A call that a crowd makes all at once, in which callers wait for their turn. A module declares its crowded calls as
 * beans.
 *
 * @param path exact, without variables
 */
public record CrowdedCall(HttpMethod method, String path) {

    boolean is(HttpServletRequest request) {
        return method.matches(request.getMethod()) && request.getRequestURI().equals(request.getContextPath() + path);
    }
}
