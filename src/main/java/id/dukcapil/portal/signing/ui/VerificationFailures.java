package id.dukcapil.portal.signing.ui;

import id.dukcapil.portal.common.DiskFull;
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
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers what went wrong with a request below the public page with that page. It looks at the path and not at the
 * controller, because an upload that is too large and a wrong method fail before there is a controller. What is the
 * portal's own fault is left to the pages for that.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 11)
class VerificationFailures implements HandlerExceptionResolver {

    private static final Logger log = LoggerFactory.getLogger(VerificationFailures.class);
    private static final PathPatternRequestMatcher PAGES =
            PathPatternRequestMatcher.pathPattern(VerificationPages.PATH + "/**");

    private final VerificationSheet sheet;

    VerificationFailures(VerificationSheet sheet) {
        this.sheet = sheet;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        VerificationAnswer answer = PAGES.matches(request) ? answer(failure) : null;
        if (answer == null) {
            return null;
        }
        try {
            sheet.write(response, answer);
        } catch (IOException gone) {
            log.debug("The visitor has gone before the answer");
        }
        return new ModelAndView();
    }

    private static @Nullable VerificationAnswer answer(Exception failure) {
        if (failure instanceof MaxUploadSizeExceededException) {
            return VerificationAnswer.tooLarge();
        }
        boolean theirs = failure instanceof MultipartException && !DiskFull.isBehind(failure)
                || failure instanceof ErrorResponse response
                        && response.getStatusCode().is4xxClientError();
        return theirs ? VerificationAnswer.unreadable() : null;
    }
}
