package id.dukcapil.portal.signing.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away who asks too often or sends too much, before anything is read. The first page costs nothing and is for all. */
final class VerificationGate extends OncePerRequestFilter {

    /** A file of the largest size and what a browser writes around it. */
    private static final long LARGEST_BODY = VerificationPages.LARGEST_FILE.toBytes() + 64 * 1024;

    /** A browser that is still sending does not read; up to here the rest is taken off the line so that it sees the answer. */
    private static final long DRAINED = 32L << 20;

    private static final int PIECE = 16 * 1024;

    private final VerificationLimits limits;
    private final VerificationSheet sheet;

    VerificationGate(VerificationLimits limits, VerificationSheet sheet) {
        this.limits = limits;
        this.sheet = sheet;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // The code of a document stands in the address
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        Optional<Duration> wait = refusal(request);
        boolean tooLarge = request.getContentLengthLong() > LARGEST_BODY;
        if (wait.isEmpty() && !tooLarge) {
            chain.doFilter(request, response);
            return;
        }
        drain(request.getInputStream());
        sheet.write(
                response, wait.isPresent() ? VerificationAnswer.tooMany(wait.get()) : VerificationAnswer.tooLarge());
    }

    private Optional<Duration> refusal(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (HttpMethod.POST.matches(request.getMethod())) {
            return path.equals(VerificationPages.UPLOAD)
                    ? limits.refusalOfUpload(request.getRemoteAddr())
                    : Optional.empty();
        }
        return path.equals(VerificationPages.PATH) ? Optional.empty() : limits.refusalOfLook(request.getRemoteAddr());
    }

    private static void drain(InputStream body) throws IOException {
        byte[] discarded = new byte[PIECE];
        long left = DRAINED;
        for (int read = body.read(discarded); read >= 0 && left > 0; read = body.read(discarded)) {
            left -= read;
        }
    }
}
