package id.dukcapil.portal.submission.ui;

import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.counter.ServiceCode;
import id.dukcapil.portal.counter.ServicePage;
import id.dukcapil.portal.counter.Ticket;
import id.dukcapil.portal.submission.InboxQueue;
import id.dukcapil.portal.submission.SubmissionNumber;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Addresses of the views of requests, for links from anywhere. Never carries personal data. */
public final class SubmissionNavigation {

    static final String INBOX = "kotak-masuk";
    static final String CASE = "permohonan";
    static final String COUNTER = "permohonan-baru";
    static final String TICKET = "tiket";

    private SubmissionNavigation() {}

    /** The form of a new request, for the person at the counter. */
    @Component
    static class CounterPage implements ServicePage {

        @Override
        public boolean serves(ServiceCode service) {
            return service.equals(ServiceCode.KK);
        }

        @Override
        public Permission permission() {
            return Permission.SUBMISSION_INTAKE;
        }

        @Override
        public String label() {
            return "Buka permohonan KK";
        }

        @Override
        public Optional<String> address(Ticket ticket) {
            return Optional.of(COUNTER + "?" + TICKET + "=" + ticket.id());
        }
    }

    public static String inbox(InboxQueue queue) {
        return INBOX + "?antrean=" + queue;
    }

    /** The page of one request. */
    public static String request(SubmissionNumber number) {
        return CASE + "/" + number;
    }
}
