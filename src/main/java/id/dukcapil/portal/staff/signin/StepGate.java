package id.dukcapil.portal.staff.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/** While the sign-in is unfinished every page leads to the next step. That nothing else opens does not depend on it. */
class StepGate extends OncePerRequestFilter {

    private final SignIns signIns;

    StepGate(SignIns signIns) {
        this.signIns = signIns;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> way = isPage(request)
                ? signIns.unfinished()
                        .flatMap(signIns::nextStep)
                        .map(step -> request.getContextPath() + "/" + step.route())
                : Optional.empty();
        if (way.isPresent() && !request.getRequestURI().equals(way.get())) {
            response.sendRedirect(way.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Not what an open page asks for by itself: its messages, and the program that shows it. */
    private static boolean isPage(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        boolean ofVaadin = path.startsWith("/VAADIN/") || request.getParameter("v-r") != null;
        return request.getMethod().equals("GET") && !ofVaadin;
    }
}
