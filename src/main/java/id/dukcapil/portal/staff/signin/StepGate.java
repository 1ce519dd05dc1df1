package id.dukcapil.portal.staff.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * While the sign-in is unfinished every page leads to the next step. That nothing else opens does not depend on it.
 * Whoever is in already but owes a second factor since a role began to demand it is called back: the page that was
 * wanted opens after the step.
 */
class StepGate extends OncePerRequestFilter {

    private final SignIns signIns;
    private final HttpSessionRequestCache wanted = new HttpSessionRequestCache();

    StepGate(SignIns signIns) {
        this.signIns = signIns;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> way = isPage(request)
                ? step(request, response).map(step -> request.getContextPath() + "/" + step.route())
                : Optional.empty();
        if (way.isPresent() && !request.getRequestURI().equals(way.get())) {
            response.sendRedirect(way.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<SignInStep> step(HttpServletRequest request, HttpServletResponse response) {
        Optional<UnfinishedSignIn> unfinished = signIns.unfinished();
        return unfinished.isPresent()
                ? unfinished.flatMap(person -> next(person, request, response))
                : callBack(request, response);
    }

    /** What was still missing may not be missing any more, say because the role demands it no longer. */
    private Optional<SignInStep> next(
            UnfinishedSignIn person, HttpServletRequest request, HttpServletResponse response) {
        Optional<SignInStep> next = signIns.nextStep(person);
        return next.isPresent() ? next : signIns.proceed(person, request, response);
    }

    private Optional<SignInStep> callBack(HttpServletRequest request, HttpServletResponse response) {
        Optional<UnfinishedSignIn> calledBack = signIns.calledBack();
        if (calledBack.isPresent()) {
            wanted.saveRequest(request, response);
        }
        return calledBack.flatMap(person -> signIns.proceed(person, request, response));
    }

    /** Not what an open page asks for by itself: its messages, and the program that shows it. */
    private static boolean isPage(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        boolean ofVaadin = path.startsWith("/VAADIN/") || request.getParameter("v-r") != null;
        return request.getMethod().equals("GET") && !ofVaadin;
    }
}
