package id.dukcapil.portal.submission.ui;

import id.dukcapil.portal.submission.InboxQueue;
import id.dukcapil.portal.submission.SubmissionNumber;

/** Addresses of the views of requests, for links from anywhere. Never carries personal data. */
public final class SubmissionNavigation {

    static final String INBOX = "kotak-masuk";
    static final String CASE = "permohonan";
    static final String COUNTER = "permohonan-baru";

    private SubmissionNavigation() {}

    public static String inbox(InboxQueue queue) {
        return INBOX + "?antrean=" + queue;
    }

    /** The page of one request. */
    public static String request(SubmissionNumber number) {
        return CASE + "/" + number;
    }
}
