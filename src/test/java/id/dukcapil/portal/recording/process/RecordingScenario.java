package id.dukcapil.portal.recording.process;

import id.dukcapil.portal.common.Nik;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;

/** What the tests of recordings start from: people without a record, and the two operators of one UKL. */
@TestComponent
public class RecordingScenario {

    public static final String REGISTRATION = "registrasi";
    public static final String RECORDING = "perekaman";

    private final Recordings recordings;
    private final UserDetailsService accounts;
    private final SecurityContextHolderStrategy security;
    private final JdbcClient jdbc;
    private final Deque<Nik> unused = new ArrayDeque<>();

    RecordingScenario(
            Recordings recordings,
            UserDetailsService accounts,
            SecurityContextHolderStrategy security,
            JdbcClient jdbc) {
        this.recordings = recordings;
        this.accounts = accounts;
        this.security = security;
        this.jdbc = jdbc;
    }

    /** A different adult without a record at every call. */
    public synchronized Nik somebody() {
        if (unused.isEmpty()) {
            // The register of the tests is small; whose record is on its way begins anew
            jdbc.sql("UPDATE population_person SET recording_status = 'UNREGISTERED' WHERE standing IS NULL"
                            + " AND recording_status IN ('BIO_CAPTURED', 'PROCESSING', 'SENT_FOR_ENROLLMENT')"
                            + " AND birth_date < '2005-01-01'"
                            + " AND nik NOT IN (SELECT person_nik FROM recording_case WHERE person_nik IS NOT NULL)"
                            + " ORDER BY nik LIMIT 40")
                    .update();
            jdbc.sql("SELECT nik FROM population_person WHERE recording_status = 'UNREGISTERED'"
                            + " AND birth_date < '2005-01-01' AND standing IS NULL"
                            + " AND nik NOT IN (SELECT person_nik FROM recording_case WHERE person_nik IS NOT NULL)"
                            + " ORDER BY nik LIMIT 500")
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

    /** Somebody of whom the register says so from now on. */
    public Nik nowStanding(String standing) {
        Nik nik = somebody();
        jdbc.sql("UPDATE population_person SET standing = ? WHERE nik = ?")
                .params(standing, nik.value())
                .update();
        return nik;
    }

    public String statusOf(Nik nik) {
        return jdbc.sql("SELECT recording_status FROM population_person WHERE nik = ?")
                .param(nik.value())
                .query(String.class)
                .single();
    }

    public RecordingDetails opened(Nik nik) {
        return as(REGISTRATION, () -> ((OpeningDecision.Opened) recordings.open(nik, "")).recording());
    }

    public RecordingDetails received() {
        RecordingDetails opened = opened(somebody());
        return as(REGISTRATION, () -> recordings.receive(opened.number(), opened.version(), "KTP lama", ""))
                .orElseThrow();
    }

    public RecordingDetails checked() {
        RecordingDetails received = received();
        return as(REGISTRATION, () -> recordings.accept(received.number(), received.version(), papers()))
                .orElseThrow();
    }

    public RecordingDetails forwarded() {
        RecordingDetails checked = checked();
        return as(REGISTRATION, () -> recordings.notYet(checked.number(), checked.version()))
                .orElseThrow();
    }

    public RecordingDetails recording() {
        RecordingDetails forwarded = forwarded();
        return as(RECORDING, () -> recordings.takeOver(forwarded.number(), forwarded.version()))
                .orElseThrow();
    }

    public RecordingDetails recorded() {
        RecordingDetails recording = recording();
        return as(RECORDING, () -> recordings.succeed(recording.number(), recording.version()))
                .orElseThrow();
    }

    public RecordingDetails now(String number) {
        return as(REGISTRATION, () -> recordings.find(number)).orElseThrow();
    }

    public static Set<Requirement> papers() {
        return Set.of(Requirement.FAMILY_CARD, Requirement.AGE_BY_PAPER);
    }

    /** A further account with that role at that office. */
    public String operator(String role, String office) {
        UUID id = UUID.randomUUID();
        String name = role + "-" + id.toString().substring(0, 8);
        jdbc.sql("""
                        INSERT INTO staff_account (id, username, password_hash, full_name, office_code, enabled, created_at)
                        SELECT ?, ?, password_hash, 'Ujang Kosasih', ?, TRUE, created_at FROM staff_account
                        WHERE username = 'registrasi'""").params(id, name, office).update();
        jdbc.sql("INSERT INTO staff_account_role (account_id, role_code) VALUES (?, ?)")
                .params(id, role)
                .update();
        return name;
    }

    public <T> T as(String username, Supplier<T> work) {
        UserDetails account = accounts.loadUserByUsername(username);
        var context = security.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities()));
        var before = security.getContext();
        security.setContext(context);
        try {
            return work.get();
        } finally {
            security.setContext(before);
        }
    }
}
