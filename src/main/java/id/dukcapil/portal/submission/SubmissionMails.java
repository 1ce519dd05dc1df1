package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.MailRequested;
import id.dukcapil.portal.common.MailWithdrawn;
import id.dukcapil.portal.common.Masking;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.population.CodeLists;
import id.dukcapil.portal.population.RequestType;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.submission.SubmissionDetails.Event;
import id.dukcapil.portal.submission.SubmissionEvent.SubmissionMoved;
import id.dukcapil.portal.submission.SubmissionEvent.SubmissionReceived;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Promises the applicant a letter about what he has to know, where an e-mail address is known. A letter about a judgement
 * waits as long as the judgement can be taken back, and is withdrawn with it.
 */
@Component
class SubmissionMails {

    static final String REMINDER = "submission/reminder";

    private static final int SHORTCOMINGS = 5;

    private final Offices offices;
    private final CodeLists codes;
    private final SubmissionSettings settings;

    SubmissionMails(Offices offices, CodeLists codes, SubmissionSettings settings) {
        this.offices = offices;
        this.codes = codes;
        this.settings = settings;
    }

    /** The template of the letter about this; empty for what is not the applicant's business. */
    static Optional<String> template(SubmissionAction action) {
        return Optional.ofNullable(
                switch (action) {
                    case SUBMIT -> "submission/received";
                    case VERIFY -> "submission/verified";
                    case RETURN_TO_APPLICANT -> "submission/returned";
                    case REJECT -> "submission/rejected";
                    case CANCEL -> "submission/cancelled";
                    case LAPSE -> "submission/lapsed";
                    case CHECK,
                            RETURN_TO_OPERATOR,
                            RETURN_TO_VERIFIER,
                            COMPLETE,
                            CLAIM,
                            RELEASE,
                            TAKE_OVER,
                            TAKE_BACK -> null;
                    // The letter with QR code and PIN is the delivery's
                    case SIGN, DELIVER, MISS, REISSUE, PRINT, EXPIRE, REVOKE -> null;
                });
    }

    @EventListener
    @Nullable
    MailRequested confirm(SubmissionReceived received) {
        return letterAboutLastStep(received.submission());
    }

    @EventListener
    @Nullable
    Object tell(SubmissionMoved moved) {
        List<Event> history = moved.submission().history();
        if (history.getLast().action() != SubmissionAction.TAKE_BACK) {
            return letterAboutLastStep(moved.submission());
        }
        Event decision = history.get(history.size() - 2);
        return template(decision.action())
                .map(template ->
                        new MailWithdrawn(template, moved.submission().number().value(), decision.at()))
                .orElse(null);
    }

    @EventListener
    @Nullable
    MailRequested remind(ApplicantReminded reminded) {
        SubmissionDetails submission = reminded.submission();
        return letter(
                REMINDER, submission, facts(submission, submission.history().getLast()));
    }

    private @Nullable MailRequested letterAboutLastStep(SubmissionDetails submission) {
        Event step = submission.history().getLast();
        MailRequested letter = template(step.action())
                .map(template -> letter(template, submission, facts(submission, step)))
                .orElse(null);
        return letter == null || !step.action().isDecision() ? letter : letter.heldBackFor(settings.takeBackFor());
    }

    private static @Nullable MailRequested letter(
            String template, SubmissionDetails submission, Map<String, String> facts) {
        Applicant applicant = submission.applicant();
        String email = applicant.email();
        return email == null
                ? null
                : new MailRequested(
                                template,
                                email,
                                applicant.fullName(),
                                facts,
                                "Permohonan KK",
                                submission.number().value(),
                                null)
                        .concerning(applicant.nik());
    }

    private Map<String, String> facts(SubmissionDetails submission, Event step) {
        Office office = offices.find(submission.office()).orElseThrow();
        var facts = new HashMap<String, String>();
        facts.put("number", submission.number().value());
        facts.put("office", office.name());
        facts.put("family", Masking.identifier(submission.applicant().family().value()));
        facts.put("receivedAt", Formats.dateTime(submission.createdAt(), office.timeZone()));
        facts.put("at", Formats.dateTime(step.at(), office.timeZone()));
        facts.put("legalBasis", Objects.requireNonNullElse(step.legalBasis(), ""));
        facts.put("completeBy", lastDay(submission.completeBy(), office.timeZone()));
        facts.put("reason", reason(submission, step));
        addShortcomings(facts, step);
        return facts;
    }

    private String reason(SubmissionDetails submission, Event step) {
        return step.action() == SubmissionAction.SUBMIT
                ? codes.requestType(submission.reasonCode())
                        .map(RequestType::label)
                        .orElse(submission.reasonCode())
                : Objects.requireNonNullElse(step.reason(), "");
    }

    private static void addShortcomings(Map<String, String> facts, Event step) {
        List<String> listed = step.shortcomings().stream()
                .filter(reason -> reason != ReturnReason.OTHER)
                .map(ReturnReason::label)
                .toList();
        for (int place = 0; place < SHORTCOMINGS; place++) {
            facts.put("shortcoming" + (place + 1), place < listed.size() ? listed.get(place) : "");
        }
        facts.put("note", Shortcomings.noteIn(Objects.requireNonNullElse(step.reason(), ""), step.shortcomings()));
    }

    private static String lastDay(@Nullable Instant completeBy, ZoneId office) {
        return completeBy == null ? "" : Formats.longDate(LocalDate.ofInstant(completeBy, office));
    }
}
