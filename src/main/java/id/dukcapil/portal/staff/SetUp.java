package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.Nip;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.SetUpStep;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enters the configured offices and first accounts at start. Only what is missing is added: what administrators
 * changed since is theirs.
 */
@Component
@Order(SetUp.ORDER)
@EnableConfigurationProperties({Organisation.class, SetUp.Configured.class})
class SetUp implements SetUpStep {

    static final int ORDER = 10;

    private static final Logger log = LoggerFactory.getLogger(SetUp.class);

    /** The part of {@code portal.*} that is entered into the database once. */
    @ConfigurationProperties("portal")
    record Configured(
            @DefaultValue List<Place> offices, @DefaultValue List<Account> accounts) {

        record Place(
                String code,
                String name,
                Office.Kind kind,
                @Nullable ZoneId timeZone,
                @Nullable String address,
                @Nullable String phone) {}

        record Account(
                String username,
                String password,
                String fullName,
                @Nullable String nip,
                String office,
                String role) {}
    }

    private final Configured configured;
    private final Organisation organisation;
    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final Clock clock;

    SetUp(Configured configured, Organisation organisation, JdbcClient jdbc, PasswordEncoder passwords, Clock clock) {
        this.configured = configured;
        this.organisation = organisation;
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void enter() {
        organisation.heads().forEach(SetUp::reportImplausibleNip);
        int ordinal = 0;
        for (var place : configured.offices()) {
            enter(place, ordinal++);
        }
        configured.accounts().forEach(this::enter);
    }

    private static void reportImplausibleNip(Organisation.Head head) {
        Nip.parse(head.nip()).findings().forEach(finding -> log.warn("Kepala Dinas: {}", finding.message()));
    }

    private void enter(Configured.Place place, int ordinal) {
        ZoneId zone = place.timeZone() == null ? organisation.timeZone() : place.timeZone();
        jdbc.sql("""
                        INSERT IGNORE INTO staff_office (code, name, kind, time_zone, address, phone, ordinal)
                        VALUES (:code, :name, :kind, :zone, :address, :phone, :ordinal)""")
                .param("code", new OfficeCode(place.code()).value())
                .param("name", place.name())
                .param("kind", place.kind().name())
                .param("zone", zone.getId())
                .param("address", place.address())
                .param("phone", place.phone())
                .param("ordinal", ordinal)
                .update();
    }

    private void enter(Configured.Account account) {
        boolean known = jdbc.sql("SELECT COUNT(*) FROM staff_account WHERE username = ?")
                        .param(account.username())
                        .query(Integer.class)
                        .single()
                > 0;
        if (known) {
            return;
        }
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO staff_account
                          (id, username, password_hash, full_name, nip, office_code, enabled, created_at)
                        VALUES (:id, :username, :hash, :name, :nip, :office, TRUE, :now)""")
                .param("id", id)
                .param("username", account.username())
                .param("hash", passwords.encode(account.password()))
                .param("name", account.fullName())
                .param("nip", digits(account.nip()))
                .param("office", account.office())
                .param("now", UtcDateTime.of(clock.instant()))
                .update();
        jdbc.sql("INSERT INTO staff_account_role (account_id, role_code) VALUES (?, ?)")
                .params(id, account.role())
                .update();
    }

    private static @Nullable String digits(@Nullable String nip) {
        return nip == null ? null : Nip.parse(nip).orThrow().value();
    }
}
