package id.dukcapil.portal.shell;

import id.dukcapil.portal.common.Masking;
import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The number under which an unexpected failure stands in the log. The person sees only the number, whoever looks after
 * the portal finds the cause with it.
 */
record Incident(String number) {

    private static final Logger log = LoggerFactory.getLogger(Incident.class);
    private static final SecureRandom random = new SecureRandom();
    /** Without letters and digits that are mistaken for one another on the telephone. */
    private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /** @param where the view or component, never its parameters, which may be personal data */
    static Incident report(Throwable cause, String where) {
        var incident = new Incident(nextNumber());
        log.error("Incident {} in {}\n{}", incident.number(), where, Masking.stackTrace(cause));
        return incident;
    }

    private static String nextNumber() {
        var number = new StringBuilder();
        for (int position = 0; position < 8; position++) {
            if (position == 4) {
                number.append('-');
            }
            number.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return number.toString();
    }
}
