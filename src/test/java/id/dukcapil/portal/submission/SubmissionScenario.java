package id.dukcapil.portal.submission;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.channel.ApiClient;
import id.dukcapil.portal.documents.upload.BroughtFiles;
import id.dukcapil.portal.submission.attachment.AttachmentDecision;
import id.dukcapil.portal.submission.attachment.Attachments;
import id.dukcapil.portal.submission.attachment.NewAttachment;
import id.dukcapil.portal.submission.attachment.RequiredPapers;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;

/** What the tests of requests start from: families that may ask, somebody who acts. */
@TestComponent
public class SubmissionScenario {

    public record Someone(String nik, String name, String family) {}

    private static final RowMapper<Someone> SOMEONE =
            (row, number) -> new Someone(row.getString(1), row.getString(2), row.getString(3));

    private static final ApiClient IKD = new ApiClient(UUID.randomUUID(), "Uji IKD");

    private static final byte[] PAPER = BroughtFiles.pdfSaying("lengkap");

    private final JdbcClient jdbc;
    private final SecurityContextHolderStrategy security;
    private final UserDetailsService accounts;
    private final SubmissionService submissions;
    private final Attachments attachments;
    private final RequiredPapers required;

    SubmissionScenario(
            JdbcClient jdbc,
            SecurityContextHolderStrategy security,
            UserDetailsService accounts,
            SubmissionService submissions,
            Attachments attachments,
            RequiredPapers required) {
        this.jdbc = jdbc;
        this.security = security;
        this.accounts = accounts;
        this.submissions = submissions;
        this.attachments = attachments;
        this.required = required;
    }

    /** The head of a family that has never asked for anything. */
    public Someone head() {
        return member("= 1");
    }

    /** @param relationship a condition on the code of SHDK, "> 4" */
    public Someone member(String relationship) {
        return jdbc.sql("SELECT nik, full_name, family_number FROM population_person WHERE relationship " + relationship
                        + " AND family_number NOT IN"
                        + " (SELECT family_number FROM submission_request WHERE family_number IS NOT NULL)"
                        + " ORDER BY nik LIMIT 1")
                .query(SOMEONE)
                .single();
    }

    public NewSubmission requestOf(Someone someone, String reason) {
        return requestOf(someone, reason, Map.of());
    }

    /** @param changes what shall stand on the card, by element */
    public NewSubmission requestOf(Someone someone, String reason, Map<String, String> changes) {
        return requestOf(someone, reason, SubmissionOrigin.CHANNEL, null, changes);
    }

    public NewSubmission atTheCounter(Someone someone, String reason, String token) {
        return requestOf(someone, reason, SubmissionOrigin.COUNTER, token, Map.of());
    }

    private static NewSubmission requestOf(
            Someone someone,
            String reason,
            SubmissionOrigin origin,
            @Nullable String token,
            Map<String, String> changes) {
        return new NewSubmission(
                "KK_PRINT",
                someone.nik(),
                someone.family(),
                reason,
                "Pekerjaan ayah berubah",
                "pemohon@contoh.id",
                "0812-3456-7890",
                origin,
                token,
                changes);
    }

    /** A new request of a new family through the IKD channel, with everything that its reason needs. */
    public SubmissionDetails submitted() {
        return withPapers(submittedWithoutPapers());
    }

    public SubmissionDetails submittedWithoutPapers() {
        return accepted(asIkd(() -> submissions.submit(requestOf(head(), "I.B.3"))));
    }

    /** Brings the papers that the reason of the request needs. */
    public SubmissionDetails withPapers(SubmissionDetails request) {
        required.of(request.reasonCode()).forEach(requirement -> {
            var paper = new NewAttachment(
                    requirement.anyOf().getFirst().name(), "pindai.pdf", new ByteArrayResource(PAPER));
            AttachmentDecision decision = asIkd(() -> attachments.add(attachments.examine(request.number(), paper)));
            assertThat(decision).isInstanceOf(AttachmentDecision.Accepted.class);
        });
        return request;
    }

    /** That member of staff has had every paper of the request before the eyes. */
    public SubmissionDetails seenBy(String username, SubmissionDetails request) {
        return asStaff(username, () -> {
            attachments.of(request.number()).orElseThrow().present().forEach(paper -> attachments.open(paper.id()));
            return request;
        });
    }

    public static SubmissionDetails accepted(SubmissionDecision decision) {
        return switch (decision) {
            case SubmissionDecision.Accepted accepted -> accepted.submission();
            case SubmissionDecision.Refused refused -> throw new AssertionError(refused.message());
        };
    }

    public <T> T asIkd(Supplier<T> work) {
        return as(
                UsernamePasswordAuthenticationToken.authenticated(
                        IKD, null, AuthorityUtils.createAuthorityList("SCOPE_submission")),
                work);
    }

    /** Runs as the member of staff with this demonstration account, on whichever thread. */
    public <T> T asStaff(String username, Supplier<T> work) {
        UserDetails account = accounts.loadUserByUsername(username);
        return as(UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities()), work);
    }

    /** Another account with the roles and the office of that one; its user name. */
    public String colleagueOf(String username, String fullName) {
        UUID id = UUID.randomUUID();
        String name = username + "-" + id.toString().substring(0, 8);
        jdbc.sql("""
                        INSERT INTO staff_account (id, username, password_hash, full_name, office_code, enabled, created_at)
                        SELECT ?, ?, password_hash, ?, office_code, TRUE, created_at FROM staff_account
                        WHERE username = ?""").params(id, name, fullName, username).update();
        jdbc.sql("""
                        INSERT INTO staff_account_role (account_id, role_code)
                        SELECT ?, r.role_code FROM staff_account_role r JOIN staff_account a ON a.id = r.account_id
                        WHERE a.username = ?""").params(id, username).update();
        return name;
    }

    /** Gives that account one more role. */
    public void alsoIs(String username, String role) {
        jdbc.sql("INSERT INTO staff_account_role (account_id, role_code) SELECT id, ? FROM staff_account WHERE"
                        + " username = ?")
                .params(role, username)
                .update();
    }

    /** Gives that account a role of its own with that one permission. */
    public void alsoMay(String username, String permission) {
        String role = "uji-" + UUID.randomUUID().toString().substring(0, 8);
        jdbc.sql("INSERT INTO staff_role (code, label, ordinal) VALUES (?, 'Uji', 99)")
                .param(role)
                .update();
        jdbc.sql("INSERT INTO staff_role_permission (role_code, permission) VALUES (?, ?)")
                .params(role, permission)
                .update();
        alsoIs(username, role);
    }

    private <T> T as(Authentication who, Supplier<T> work) {
        var context = security.createEmptyContext();
        context.setAuthentication(who);
        var before = security.getContext();
        security.setContext(context);
        try {
            return work.get();
        } finally {
            security.setContext(before);
        }
    }
}
