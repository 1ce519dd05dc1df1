package id.dukcapil.portal.staff.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** What a request of a signed-in browser tells of its person. */
enum RequestKind {
    /** An open page says every few minutes that it is there, and keeps its line for messages; nobody need sit before it. */
    SIGN_OF_LIFE,
    /** A part of the program in the browser, the same for everybody. */
    CLIENT_FILE,
    /** The lock screen asks how things stand, unlocks, or signs out. */
    LOCK_SCREEN,
    /** Somebody goes to an address. */
    PAGE,
    /** Everything else is done, or fetched, by the person: clicks, keys, files up and down. */
    WORK;

    private static final String BODY = "X-Atmosphere-Post-Body";

    /** Exact about the address: what calls itself a heartbeat and asks for a file is not one. */
    static RequestKind of(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String purpose = String.valueOf(request.getParameter("v-r"));
        boolean alive = path.equals("/") && purpose.equals("heartbeat");
        boolean listens = path.equals("/VAADIN/push") && purpose.equals("push") && !bringsSomething(request);
        if (alive || listens) {
            return SIGN_OF_LIFE;
        }
        if (path.startsWith("/VAADIN/build/") || path.startsWith("/VAADIN/static/")) {
            return CLIENT_FILE;
        }
        if (path.equals(LockScreenDoor.ADDRESS)
                || path.equals(LockScreenDoor.UNLOCK)
                || path.equals("/logout")
                || ProviderDoor.isFor(request)) {
            return LOCK_SCREEN;
        }
        boolean ofVaadin = path.startsWith("/VAADIN/") || request.getParameter("v-r") != null;
        return HttpMethod.GET.matches(request.getMethod()) && !ofVaadin && isNavigation(request) ? PAGE : WORK;
    }

    /** The line is for pushing down; Atmosphere would also take a message up it, even one in the header of a GET. */
    private static boolean bringsSomething(HttpServletRequest request) {
        return !HttpMethod.GET.matches(request.getMethod())
                || request.getHeader(BODY) != null
                || Collections.list(request.getParameterNames()).stream().anyMatch(BODY::equalsIgnoreCase);
    }

    private static boolean isNavigation(HttpServletRequest request) {
        String destination = request.getHeader("Sec-Fetch-Dest");
        return destination == null
                ? String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains("text/html")
                : destination.equals("document");
    }

    boolean isByThePerson() {
        return this == PAGE || this == WORK;
    }
}
