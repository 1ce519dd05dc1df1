package id.dukcapil.portal.booking.ui;

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
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers a request that cannot be read, below the page for cancelling, with that page. What is the portal's own fault is
 * left to the pages for that.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 12)
class PublicFailures implements HandlerExceptionResolver {

    private static final Logger log = LoggerFactory.getLogger(PublicFailures.class);
    private static final PathPatternRequestMatcher PAGES =
            PathPatternRequestMatcher.pathPattern(CancellationPages.PATH + "/**");

    private final PublicSheet sheet;

    PublicFailures(PublicSheet sheet) {
        this.sheet = sheet;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        boolean theirs = failure instanceof ErrorResponse answer
                && answer.getStatusCode().is4xxClientError();
        if (!theirs || !PAGES.matches(request)) {
            return null;
        }
        try {
            CancellationPages.write(response, sheet, CancellationAnswer.unreadable());
        } catch (IOException gone) {
            log.debug("The visitor has gone before the answer");
        }
        return new ModelAndView();
    }
}
