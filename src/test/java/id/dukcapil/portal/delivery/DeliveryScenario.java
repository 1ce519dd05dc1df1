package id.dukcapil.portal.delivery;

import id.dukcapil.portal.channel.ApiClient;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.delivery.Releases.NewRelease;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentStore;
import id.dukcapil.portal.staff.ActingSystem;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.transaction.support.TransactionTemplate;

/** What the tests of the delivery start from: signed documents, and those who ask for them. */
@TestComponent
public class DeliveryScenario {

    public static final String EMAIL = "pemilik@contoh.id";

    private static final ApiClient ADM = new ApiClient(UUID.randomUUID(), "Anjungan ADM");

    private final Releases releases;
    private final ReleaseRecords records;
    private final Secrets secrets;
    private final DocumentStore documents;
    private final ActingSystem acting;
    private final UserDetailsService accounts;
    private final SecurityContextHolderStrategy security;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    DeliveryScenario(
            Releases releases,
            ReleaseRecords records,
            Secrets secrets,
            DocumentStore documents,
            ActingSystem acting,
            UserDetailsService accounts,
            SecurityContextHolderStrategy security,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.releases = releases;
        this.records = records;
        this.secrets = secrets;
        this.documents = documents;
        this.acting = acting;
        this.accounts = accounts;
        this.security = security;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    /** A release with what is in its letter. */
    public record Given(ReleaseId id, String reference, String qr, String pin, byte[] pdf) {

        /** Six digits that are not the PIN. */
        public String wrongPin() {
            return pin.equals("000000") ? "000001" : "000000";
        }
    }

    public NewRelease document(byte[] pdf, @Nullable String email) {
        return document(documents.put(pdf), email);
    }

    NewRelease document(ContentHash content, @Nullable String email) {
        return new NewRelease(
                "Permohonan KK",
                "KK-UJI-" + UUID.randomUUID().toString().substring(0, 8),
                new OfficeCode("DINAS"),
                "Kartu Keluarga",
                content,
                "Siti Nurhasanah",
                new Nik("3204374101850001"),
                email);
    }

    public static byte[] pdf() {
        return ("%PDF-1.7 " + UUID.randomUUID()).getBytes(StandardCharsets.US_ASCII);
    }

    /** A document that was signed a moment ago, with its letter on the way. */
    public Given released() {
        byte[] pdf = pdf();
        return released(document(pdf, EMAIL), pdf);
    }

    Given released(NewRelease wanted, byte[] pdf) {
        ReleaseId id = issue(wanted);
        ReleaseSecret secret = secret(id).orElseThrow();
        return new Given(
                id, wanted.reference(), secret.code().text(), secret.pin().digits(), pdf);
    }

    ReleaseId issue(NewRelease wanted) {
        return asPortal(() -> releases.issue(wanted));
    }

    /** What the letter about the present QR code says; empty when it has left. */
    Optional<ReleaseSecret> secret(ReleaseId id) {
        return transaction.execute(status -> {
            Release release = records.findById(id.value()).orElseThrow();
            return release.secret(release.details().generation(), secrets);
        });
    }

    public ReleaseDetails now(ReleaseId id) {
        return asPortal(() -> releases.find(id).orElseThrow());
    }

    public <T> T asPortal(Supplier<T> work) {
        var result = new AtomicReference<T>();
        acting.with(Set.of(Permission.RELEASE_ISSUE), () -> result.set(work.get()));
        return result.get();
    }

    public <T> T asAdm(Supplier<T> work) {
        return asAdm(ADM, work);
    }

    public <T> T asAdm(ApiClient client, Supplier<T> work) {
        return as(
                UsernamePasswordAuthenticationToken.authenticated(
                        client, null, AuthorityUtils.createAuthorityList("SCOPE_adm")),
                work);
    }

    public <T> T asStaff(String username, Supplier<T> work) {
        UserDetails account = accounts.loadUserByUsername(username);
        return as(UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities()), work);
    }

    /** A new account of a machine that stands where the public can touch it. */
    public Authentication signedInKiosk() {
        UUID id = UUID.randomUUID();
        String name = "anjungan-" + id.toString().substring(0, 8);
        jdbc.sql("""
                        INSERT INTO staff_account (id, username, password_hash, full_name, office_code, enabled, created_at)
                        SELECT ?, ?, password_hash, 'Anjungan Soreang', office_code, TRUE, created_at FROM staff_account
                        WHERE username = 'operator'""").params(id, name).update();
        jdbc.sql("INSERT INTO staff_account_role (account_id, role_code) VALUES (?, 'anjungan')")
                .param(id)
                .update();
        UserDetails account = accounts.loadUserByUsername(name);
        return UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities());
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
