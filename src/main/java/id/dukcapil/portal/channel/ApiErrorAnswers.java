package id.dukcapil.portal.channel;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers errors of the servlet container below {@code /api} with a problem; no controller and no filter saw them. */
@Component
public class ApiErrorAnswers {

    /** Of an address as it came, before it is decoded. */
    private static final Pattern API = Pattern.compile("/api(/.*)?", Pattern.DOTALL);

    private final ProblemTranslation problems;
    private final ProblemWriter writer;

    ApiErrorAnswers(ProblemTranslation problems, ProblemWriter writer) {
        this.problems = problems;
        this.writer = writer;
    }

    /**
     * Answers an address that cannot be decoded (an encoded slash, a zero byte, broken UTF-8) as not found. Does nothing
     * for other addresses.
     *
     * @param address as it came; null when not even that could be read
     */
    public void answerUndecodable(@Nullable String address, HttpServletResponse response) throws IOException {
        if (address != null && isApi(address) && address.contains("%")) {
            writer.write(response, problems.plain(ProblemType.NOT_FOUND));
        }
    }

    static boolean isApi(String address) {
        return API.matcher(address).matches();
    }

    /** The context path, if there is one, does not count. */
    static boolean isApi(String address, HttpServletRequest request) {
        String folder = request.getContextPath();
        return address.startsWith(folder) && isApi(address.substring(folder.length()));
    }

    /** For the container's forward to its error page, for instance after TRACE. */
    OncePerRequestFilter filter() {
        return new ErrorDispatches();
    }

    private final class ErrorDispatches extends OncePerRequestFilter {

        @Override
        protected boolean shouldNotFilterErrorDispatch() {
            return false;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String address
                    && isApi(address, request)) {
                writer.write(response, problems.ofStatus(response.getStatus()));
            } else {
                chain.doFilter(request, response);
            }
        }
    }
}
