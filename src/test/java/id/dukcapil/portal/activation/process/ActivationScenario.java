package id.dukcapil.portal.activation.process;

import id.dukcapil.portal.activation.secrets.ActivationSecrets;
import id.dukcapil.portal.channel.ApiClient;
import id.dukcapil.portal.common.MailEnded;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.transaction.support.TransactionTemplate;

/** What the tests of activations start from: people, officers of two offices, and the channel. */
@TestComponent
public class ActivationScenario {

    public static final OfficeCode DINAS = new OfficeCode("DINAS");
    public static final OfficeCode MPP = new OfficeCode("MPP");
    private static final ApiClient CHANNEL = new ApiClient(UUID.randomUUID(), "Kanal IKD");

    private final Enrolment enrolment;
    private final ChannelActivations channel;
    private final ActivationCounter counter;
    private final ActivationRecords records;
    private final ActivationSecrets secrets;
    private final UserDetailsService accounts;
    private final SecurityContextHolderStrategy security;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Deque<Nik> unused = new ArrayDeque<>();

    ActivationScenario(
            Enrolment enrolment,
            ChannelActivations channel,
            ActivationCounter counter,
            ActivationRecords records,
            ActivationSecrets secrets,
            UserDetailsService accounts,
            SecurityContextHolderStrategy security,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            JdbcClient jdbc) {
        this.enrolment = enrolment;
        this.channel = channel;
        this.counter = counter;
        this.records = records;
        this.secrets = secrets;
        this.accounts = accounts;
        this.security = security;
        this.transaction = transaction;
        this.events = events;
        this.jdbc = jdbc;
    }

    /** A different adult with a card at every call. */
    public synchronized Nik somebody() {
        if (unused.isEmpty()) {
            jdbc.sql("SELECT nik FROM population_person WHERE recording_status = 'CARD_ISSUED'"
                            + " AND birth_date < '2000-01-01' AND standing IS NULL"
                            + " AND nik NOT IN (SELECT person_nik FROM activation_case WHERE person_nik IS NOT NULL)"
                            + " ORDER BY nik LIMIT 900")
                    .query(String.class)
                    .list()
                    .forEach(nik -> unused.add(new Nik(nik)));
        }
        return unused.pop();
    }

    /** Somebody who matches a condition on {@code population_person}; the same one at every call. */
    public Nik somebodyWho(String condition) {
        return new Nik(jdbc.sql("SELECT nik FROM population_person WHERE " + condition + " ORDER BY nik LIMIT 1")
                .query(String.class)
                .single());
    }

    /** Registered by the channel for that office. */
    public ActivationDetails registered(@Nullable OfficeCode office) {
        return accepted(asChannel(() -> enrolment.register(
                wish(somebody(), ActivationPurpose.NEW, office), "pemohon@contoh.id", "081234567890")));
    }

    public ActivationDetails begun(Nik nik, String officer) {
        return accepted(asStaff(officer, () -> enrolment.begin(wish(nik, ActivationPurpose.NEW, DINAS))));
    }

    public ActivationDetails begun(Nik nik, OfficeCode office, String officer) {
        return accepted(asStaff(officer, () -> enrolment.begin(wish(nik, ActivationPurpose.NEW, office))));
    }

    public static ActivationDetails accepted(ActivationDecision decision) {
        return ((ActivationDecision.Accepted) decision).activation();
    }

    public static Wish wish(Nik nik, ActivationPurpose purpose, @Nullable OfficeCode office) {
        return new Wish(nik.value(), null, null, purpose, null, office, null);
    }

    /** The face has matched; what the telephone shows. */
    public String qrOf(ActivationDetails activation) {
        return asChannel(() -> channel.face(activation.number(), true, 0.93, null)
                .orElseThrow()
                .qr());
    }

    /** Scanned, the code is in the letter. */
    public ActivationDetails scanned(OfficeCode office, String officer) {
        ActivationDetails activation = registered(office);
        String qr = qrOf(activation);
        return ((ScanDecision.Matched) asStaff(officer, () -> counter.scan(qr, null))).activation();
    }

    public ActivationDetails active(OfficeCode office, String officer) {
        ActivationDetails activation = scanned(office, officer);
        return asStaff(officer, () -> counter.confirmed(activation.number())).orElseThrow();
    }

    /** What the letter says. */
    public String codeOf(String number) {
        Activation activation = records.findByNumber(number).orElseThrow();
        return secrets.code(activation.id(), activation.code().generation());
    }

    public ActivationDetails now(String number) {
        return transaction.execute(
                status -> records.findByNumber(number).orElseThrow().details());
    }

    /** What the outbox tells about the last letter. */
    public void mailEnds(String number, MailEnded.End end) {
        ActivationDetails activation = now(number);
        transaction.executeWithoutResult(status -> events.publishEvent(new MailEnded(
                ActivationMails.TEMPLATE,
                number,
                Map.of(
                        "activation",
                        activation.id().toString(),
                        "generation",
                        Integer.toString(activation.codeGeneration())),
                end,
                "550 kotak surat tidak ada")));
    }

    public <T> T asChannel(Supplier<T> work) {
        return as(
                UsernamePasswordAuthenticationToken.authenticated(
                        CHANNEL, null, AuthorityUtils.createAuthorityList("SCOPE_activation")),
                work);
    }

    public <T> T asStaff(String username, Supplier<T> work) {
        UserDetails account = accounts.loadUserByUsername(username);
        return as(UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities()), work);
    }

    /** A new officer of that office. */
    public String officerOf(OfficeCode office) {
        UUID id = UUID.randomUUID();
        String name = "ikd-" + id.toString().substring(0, 8);
        jdbc.sql("""
                        INSERT INTO staff_account (id, username, password_hash, full_name, office_code, enabled, created_at)
                        SELECT ?, ?, password_hash, 'Ujang Kosasih', ?, TRUE, created_at FROM staff_account
                        WHERE username = 'ikd'""").params(id, name, office.value()).update();
        jdbc.sql("INSERT INTO staff_account_role (account_id, role_code) VALUES (?, 'ikd')")
                .param(id)
                .update();
        return name;
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
