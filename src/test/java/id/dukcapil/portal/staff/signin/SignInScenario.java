package id.dukcapil.portal.staff.signin;

import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.staff.Accounts;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.staff.signin.SignInSettings.SecondFactorMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** People on their way in and people who are in, for tests of the pages they meet. Made for each test. */
public class SignInScenario {

    public static final String PASSWORD = Newcomer.PASSWORD;

    private static final byte[] SECRET = "rahasia ponsel itu..".getBytes(StandardCharsets.US_ASCII);

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final MockMvc mvc;
    private final SettableClock clock;
    private final SignInRecords records;
    private final SecondFactorRecords factors;
    private final SignInThrottle throttle;
    private final SessionRecords sessions;
    private final ScreenLock lock;
    private final KnownDevices devices;
    private final PasswordPolicy policy;
    private final UserDetailsService users;
    private final Accounts accounts;
    private final CurrentStaff currentStaff;
    private final Organisation organisation;
    private final SecurityContextHolderStrategy security;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    SignInScenario(
            JdbcClient jdbc,
            PasswordEncoder passwords,
            MockMvc mvc,
            SettableClock clock,
            SignInRecords records,
            SecondFactorRecords factors,
            SignInThrottle throttle,
            SessionRecords sessions,
            ScreenLock lock,
            KnownDevices devices,
            PasswordPolicy policy,
            UserDetailsService users,
            Accounts accounts,
            CurrentStaff currentStaff,
            Organisation organisation,
            SecurityContextHolderStrategy security,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.mvc = mvc;
        this.clock = clock;
        this.records = records;
        this.factors = factors;
        this.throttle = throttle;
        this.sessions = sessions;
        this.lock = lock;
        this.devices = devices;
        this.policy = policy;
        this.users = users;
        this.accounts = accounts;
        this.currentStaff = currentStaff;
        this.organisation = organisation;
        this.security = security;
        this.events = events;
        this.transaction = transaction;
    }

    /** A member of staff of the test's own. */
    public record Person(StaffId id, String username) {}

    public Person person(String role) {
        var newcomer = new Newcomer(jdbc, passwords, mvc, role);
        return new Person(newcomer.id, newcomer.username);
    }

    public void mustChangePassword(Person person) {
        change(person, "must_change_password = TRUE");
    }

    public void worksIn(Person person, OfficeCode office) {
        change(person, "office_code = '" + office.value() + "'");
    }

    private void change(Person person, String assignment) {
        jdbc.sql("UPDATE staff_account SET " + assignment + " WHERE id = ?")
                .param(person.id().value())
                .update();
    }

    /** The password was right; nothing more. */
    public void isHalfWayIn(Person person) {
        var unfinished = new UnfinishedSignIn(
                person.id(), person.username(), "Percobaan Masuk", new OfficeCode("DINAS"), SignInMethod.PASSWORD);
        enter(unfinished, null, List.of());
    }

    public boolean isIn() {
        return currentStaff.find().isPresent();
    }

    /** Signed in on a desk computer. */
    public UUID isIn(Person person) {
        UUID session = elsewhere(person, "Chrome di Windows");
        isIn(person.username(), session);
        return session;
    }

    public void isIn(String username, UUID session) {
        var principal = users.loadUserByUsername(username);
        enter(principal, new SignedInDetails(session, SignInMethod.PASSWORD), List.copyOf(principal.getAuthorities()));
    }

    private void enter(Object principal, @Nullable SignedInDetails details, List<? extends GrantedAuthority> may) {
        var authentication = UsernamePasswordAuthenticationToken.authenticated(principal, null, may);
        authentication.setDetails(details);
        var context = security.createEmptyContext();
        context.setAuthentication(authentication);
        security.setContext(context);
    }

    public UUID elsewhere(Person person, String device) {
        var id = UUID.randomUUID();
        sessions.open(id, person.id(), "10.0.0.7", device, SignInMethod.PASSWORD);
        return id;
    }

    public boolean isOpen(UUID session) {
        return sessions.look(session).end().isEmpty();
    }

    /** The app has been set up some time ago. */
    public void hasTheApp(Person person) {
        factors.enter(person.id(), SECRET, Totp.code(SECRET, step() - 1));
    }

    public boolean hasSecondFactor(Person person) {
        return factors.exists(person.id());
    }

    public List<String> recoveryCodes(Person person) {
        return factors.newRecoveryCodes(person.id());
    }

    public void usesRecoveryCode(Person person, String code) {
        factors.acceptRecovery(person.id(), code);
    }

    public int unusedRecoveryCodes(Person person) {
        return factors.unusedRecoveryCodes(person.id());
    }

    /** What the app shows now. */
    public String code() {
        return Totp.code(SECRET, step());
    }

    /** What an app shows now that was set up with the key as it stood on the page. */
    public String code(String typedKey) {
        return Totp.code(SecondFactorTest.base32(typedKey), step());
    }

    public void laterBy(Duration duration) {
        clock.advance(duration);
    }

    private long step() {
        return Totp.stepOf(clock.instant());
    }

    public boolean opensWith(Person person, String password) {
        return passwords.matches(password, records.get(person.id()).passwordHash());
    }

    /** The steps as they are outside the demonstration, where the second factor is required. */
    public SignInProgress strictProgress() {
        return new SignInProgress(strictSignIns(), records, factors, throttle, policy, passwords, events);
    }

    /** The second factor as it is outside the demonstration. */
    public SecondFactor strictSecondFactor() {
        return new SecondFactor(
                factors, throttle, records, accounts, strictSignIns(), currentStaff, strict(), organisation, events);
    }

    private SignIns strictSignIns() {
        return new SignIns(
                records,
                factors,
                strict(),
                sessions,
                lock,
                devices,
                users,
                currentStaff,
                security,
                events,
                transaction);
    }

    private static SignInSettings strict() {
        return new SignInSettings(
                12,
                SecondFactorMode.REQUIRED,
                null,
                5,
                Duration.ofMinutes(30),
                Duration.ofMinutes(2),
                Duration.ofHours(4));
    }
}
