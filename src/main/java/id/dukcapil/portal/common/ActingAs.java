package id.dukcapil.portal.common;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Who acts on a thread, in which request, under which name in the log. Taken along by work that another thread does for
 * several callers, so that every one of them stands in the trail with what is theirs. The caller must wait meanwhile:
 * nobody acts for a request that has ended.
 */
public final class ActingAs {

    private final SecurityContextHolderStrategy security;
    private final SecurityContext context;
    private final @Nullable RequestAttributes request;
    private final @Nullable Map<String, String> log;

    private ActingAs(
            SecurityContextHolderStrategy security,
            SecurityContext context,
            @Nullable RequestAttributes request,
            @Nullable Map<String, String> log) {
        this.security = security;
        this.context = context;
        this.request = request;
        this.log = log;
    }

    /** Whoever acts on this thread now. */
    public static ActingAs current(SecurityContextHolderStrategy security) {
        return new ActingAs(
                security,
                security.getContext(),
                RequestContextHolder.getRequestAttributes(),
                MDC.getCopyOfContextMap());
    }

    /** Does the work on this thread as that one, and gives the thread back as it was. */
    public <T> T run(Supplier<T> work) {
        ActingAs before = current(security);
        enter();
        try {
            return work.get();
        } finally {
            before.enter();
        }
    }

    private void enter() {
        security.setContext(context);
        RequestContextHolder.setRequestAttributes(request);
        if (log == null) {
            MDC.clear();
        } else {
            MDC.setContextMap(log);
        }
    }
}
