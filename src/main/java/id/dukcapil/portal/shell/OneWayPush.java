package id.dukcapil.portal.shell;

import com.vaadin.flow.internal.CurrentInstance;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinRequestInterceptor;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/**
 * Lets nothing come up the line that is there for pushing down. Our pages send their messages as ordinary requests; one
 * that somebody sends up an open WebSocket would pass no filter, so neither the lock nor a role taken away would stop it.
 */
class OneWayPush implements VaadinRequestInterceptor {

    /** Only what happens on an open WebSocket has no response of its own; it opens as GET, and its messages come as POST. */
    @Override
    public void requestStart(VaadinRequest request, @Nullable VaadinResponse response) {
        if (response == null && !request.getMethod().equals("GET")) {
            CurrentInstance.clearAll();
            throw new AccessDeniedException("Messages are not taken from the line for pushing");
        }
    }

    @Override
    public void handleException(
            VaadinRequest request,
            VaadinResponse response,
            @Nullable VaadinSession session,
            @Nullable Exception exception) {
        // Views and SessionErrors see to that
    }

    @Override
    public void requestEnd(VaadinRequest request, @Nullable VaadinResponse response, @Nullable VaadinSession session) {
        // Nothing was begun
    }
}
