package id.dukcapil.portal.operations;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Counts the sessions of this process; each process behind a load balancer shows its own. */
@Component
class SessionCount implements HttpSessionListener {

    private final AtomicInteger open = new AtomicInteger();

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        open.incrementAndGet();
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        open.decrementAndGet();
    }

    int count() {
        return open.get();
    }
}
