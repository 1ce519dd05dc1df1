package id.dukcapil.portal.channel;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads bodies of at most 1 MiB into memory and refuses larger ones, whether they announce their size or come in
 * chunks. Uploads are multipart, are not buffered here, and have the limits of {@code spring.servlet.multipart}.
 */
final class BodyLimitFilter extends OncePerRequestFilter {

    static final int LARGEST_BODY = 1024 * 1024;
    static final int LARGEST_UPLOAD = 6 * LARGEST_BODY;

    /** A caller that is still sending does not read; up to here the rest is taken off the line so that it sees the answer. */
    private static final long DRAINED = 8L * LARGEST_BODY;

    private final ProblemTranslation problems;
    private final ProblemWriter writer;

    BodyLimitFilter(ProblemTranslation problems, ProblemWriter writer) {
        this.problems = problems;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean upload = isMultipart(request.getContentType());
        if (request.getContentLengthLong() > (upload ? LARGEST_UPLOAD : LARGEST_BODY)) {
            refuse(request, response);
            return;
        }
        if (upload) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            refuse(request, response);
            return;
        }
        chain.doFilter(new BufferedBody(request, body), response);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        drain(request.getInputStream());
        writer.write(response, problems.plain(ProblemType.PAYLOAD_TOO_LARGE));
    }

    private static void drain(InputStream body) throws IOException {
        byte[] discarded = new byte[16 * 1024];
        long left = DRAINED;
        for (int read = body.read(discarded); read >= 0 && left > 0; read = body.read(discarded)) {
            left -= read;
        }
    }

    private static boolean isMultipart(@Nullable String contentType) {
        return contentType != null
                && contentType.regionMatches(
                        true, 0, MediaType.MULTIPART_FORM_DATA_VALUE, 0, MediaType.MULTIPART_FORM_DATA_VALUE.length());
    }
}
