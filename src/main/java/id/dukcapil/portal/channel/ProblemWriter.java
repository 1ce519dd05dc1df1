package id.dukcapil.portal.channel;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sends a {@link Problem}, from a filter as well as from a controller. */
@Component
class ProblemWriter {

    private final JsonMapper json;
    private final MeterRegistry figures;
    private final SecurityContextHolderStrategy securityContext;

    ProblemWriter(JsonMapper json, MeterRegistry figures, SecurityContextHolderStrategy securityContext) {
        this.json = json;
        this.figures = figures;
        this.securityContext = securityContext;
    }

    void write(HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        count(problem);
        response.resetBuffer();
        response.setStatus(problem.type().status().value());
        problem.headers().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        byte[] body = json.writeValueAsBytes(problem.asJson());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** By kind of problem and by client; only clients that are registered have a name here, so the labels stay few. */
    private void count(Problem problem) {
        Authentication authentication = securityContext.getContext().getAuthentication();
        String client = authentication != null && authentication.getPrincipal() instanceof ApiClient known
                ? known.name()
                : "unknown";
        figures.counter(
                        "portal.api.refusals",
                        "problem",
                        problem.type().name().toLowerCase(Locale.ROOT),
                        "client",
                        client)
                .increment();
    }
}
