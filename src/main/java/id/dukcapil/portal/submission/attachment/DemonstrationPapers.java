package id.dukcapil.portal.submission.attachment;

import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.SetUpStep;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.documents.upload.FileKind;
import id.dukcapil.portal.population.CodeLists;
import id.dukcapil.portal.population.RequestType;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.submission.SubmissionId;
import id.dukcapil.portal.submission.SubmissionOrigin;
import id.dukcapil.portal.submission.SubmissionStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Papers for the requests of the demonstration, so that their files can be judged. Every fourth of those that nobody has
 * checked yet lacks one, so that asking for it can be shown. Brought once, to requests that came from nowhere else.
 */
@Component
@Order(61)
@ConditionalOnBooleanProperty({"portal.demonstration", "portal.submission.demonstration"})
class DemonstrationPapers implements SetUpStep {

    private static final Duration AFTER = Duration.ofSeconds(20);
    private static final int ONE_IN = 4;

    private static final Actor APPLICATION = new Actor(Actor.Kind.CHANNEL, null, "Aplikasi IKD (data contoh)");
    private static final Actor OPERATOR = new Actor(
            Actor.Kind.STAFF,
            UUID.nameUUIDFromBytes("Dewi Anggraini".getBytes(StandardCharsets.UTF_8)),
            "Dewi Anggraini");

    /** @param place its place among the requests of the demonstration */
    record Request(
            SubmissionId id,
            String reason,
            String applicant,
            SubmissionStatus status,
            SubmissionOrigin origin,
            Instant createdAt,
            int place) {}

    private static final RowMapper<Request> REQUEST = (row, place) -> new Request(
            new SubmissionId(row.getObject("id", UUID.class)),
            row.getString("reason_code"),
            row.getString("applicant_name"),
            SubmissionStatus.valueOf(row.getString("status")),
            SubmissionOrigin.valueOf(row.getString("origin")),
            UtcDateTime.read(row, "created_at"),
            place);

    private final RequiredPapers required;
    private final AttachmentRecords records;
    private final AttachmentContents contents;
    private final CodeLists codes;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Organisation organisation;

    DemonstrationPapers(
            RequiredPapers required,
            AttachmentRecords records,
            AttachmentContents contents,
            CodeLists codes,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Organisation organisation) {
        this.required = required;
        this.records = records;
        this.contents = contents;
        this.codes = codes;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.organisation = organisation;
    }

    @Override
    public void enter() {
        boolean used = jdbc.sql("SELECT EXISTS (SELECT 1 FROM submission_attachment)")
                .query((row, number) -> row.getBoolean(1))
                .single();
        if (used) {
            return;
        }
        List<Request> requests = jdbc.sql("""
                        SELECT id, reason_code, applicant_name, status, origin, created_at FROM submission_request
                        WHERE client_id IS NULL AND request_token IS NULL AND anonymised_at IS NULL
                        ORDER BY created_at, id LIMIT 100""").query(REQUEST).list();
        var drawing = new SampleScan();
        transaction.executeWithoutResult(status -> requests.forEach(request -> bring(request, drawing)));
    }

    /** What has been passed on was complete; of what nobody has checked yet, something is missing here and there. */
    static List<Requirement> brought(List<Requirement> needed, SubmissionStatus status, int place) {
        boolean lacking = status == SubmissionStatus.SUBMITTED && place % ONE_IN == 0;
        return lacking ? needed.subList(0, needed.size() - 1) : needed;
    }

    private void bring(Request request, SampleScan drawing) {
        Actor by = request.origin() == SubmissionOrigin.COUNTER ? OPERATOR : APPLICATION;
        for (Requirement requirement : brought(required.of(request.reason()), request.status(), request.place())) {
            AttachmentKind kind = requirement.anyOf().getFirst();
            // A photograph from a telephone, a scan from a desk
            boolean photograph = (request.place() + kind.ordinal()) % 2 == 0;
            List<String> facts = facts(request);
            byte[] content = photograph
                    ? drawing.photograph(kind.label(), facts, request.place())
                    : drawing.scan(kind.label(), facts, request.place());
            var paper = new Examined.Fit(
                    kind,
                    label(kind, photograph),
                    photograph ? FileKind.JPEG : FileKind.PDF,
                    content.length,
                    1,
                    contents.keep(content));
            records.enter(request.id(), paper, by, request.createdAt().plus(AFTER));
        }
    }

    private List<String> facts(Request request) {
        return List.of(
                "Nama pemohon",
                request.applicant(),
                "Keperluan",
                codes.requestType(request.reason()).map(RequestType::label).orElse(request.reason()),
                "Tanggal",
                Formats.dateTime(request.createdAt(), organisation.timeZone()));
    }

    private static String label(AttachmentKind kind, boolean photograph) {
        String name = kind.label().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        return photograph ? "foto-" + name + ".jpg" : "pindai-" + name + ".pdf";
    }
}
