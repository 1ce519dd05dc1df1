package id.dukcapil.portal.channel;

import id.dukcapil.portal.common.DatabaseAway;
import id.dukcapil.portal.common.DiskFull;
import id.dukcapil.portal.common.Masking;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Answers every failure under {@code /api} with a problem. It looks at the path and not at the controller, because an
 * unknown address, a wrong method and an upload that is too large fail before there is a controller.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class ApiFailures implements HandlerExceptionResolver {

    private static final Logger log = LoggerFactory.getLogger(ApiFailures.class);
    private static final PathPatternRequestMatcher API = PathPatternRequestMatcher.pathPattern("/api/**");

    private final ProblemTranslation translation;
    private final ProblemWriter writer;

    ApiFailures(ProblemTranslation translation, ProblemWriter writer) {
        this.translation = translation;
        this.writer = writer;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        if (!API.matches(request)) {
            return null;
        }
        try {
            answer(response, exception);
        } catch (IOException gone) {
            log.debug("The caller has gone before the answer");
        }
        return new ModelAndView();
    }

    void answer(HttpServletResponse response, Exception exception) throws IOException {
        if (hasCallerGone(exception)) {
            log.debug("The caller has gone before the answer");
            if (!response.isCommitted()) {
                // Should somebody be there after all, silence must not sound like success
                response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            }
            return;
        }
        Problem problem = translation.problemOf(exception);
        tell(problem, exception);
        writer.write(response, problem);
    }

    /** A database that hangs up looks like a caller that does: both are a connection that was reset. */
    private static boolean hasCallerGone(Exception exception) {
        return !DatabaseAway.isBehind(exception) && DisconnectedClientHelper.isClientDisconnectedException(exception);
    }

    private static void tell(Problem problem, Exception exception) {
        if (problem.type() == ProblemType.INTERNAL_ERROR) {
            log.error("A request to the API failed\n{}", Masking.stackTrace(exception));
        } else if (DiskFull.isBehind(exception)) {
            log.error("A request to the API could not be stored: a disk is full");
        } else if (problem.type() == ProblemType.OVERLOADED) {
            log.warn(
                    "A request to the API was turned away: {}",
                    exception.getClass().getSimpleName());
        }
    }
}
