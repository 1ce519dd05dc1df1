package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Purpose;
import id.dukcapil.portal.common.Revealed;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way to masked personal data: whoever opens them says for what, and that is kept. The module that has the data
 * decides whether this record is within reach and calls this inside its transaction. Nothing is refused for being much;
 * it is noticed, because a busy counter is not a crime and a thief would stay below any limit.
 */
@Service
@PreAuthorize("hasAuthority('PERSON_REVEAL')")
@EnableConfigurationProperties(RevealSettings.class)
public class Reveals {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final String WARNING =
            "Anda sudah membuka data %d orang dalam satu jam. Hal ini dicatat untuk pejabat pelindungan data.";

    private final JdbcClient jdbc;
    private final CurrentStaff currentStaff;
    private final RevealSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reveals(
            JdbcClient jdbc,
            CurrentStaff currentStaff,
            RevealSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.currentStaff = currentStaff;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Records that the person who is signed in now sees these values.
     *
     * @param kind what sort of record, "Pemesanan"
     * @param reference how the office names it, without personal data
     * @param office whose record it is, or null when it belongs to none
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Revealed open(
            String kind,
            String reference,
            Nik person,
            @Nullable OfficeCode office,
            Purpose purpose,
            Map<String, String> values) {
        StaffMember member = currentStaff.require();
        Instant now = clock.instant();
        write(member, kind, reference, purpose, now);
        events.publishEvent(AuditEvent.of(kind, reference, "Data pribadi dibuka")
                .about(person)
                .at(office)
                .changing("Yang dibuka", null, String.join(", ", values.keySet()))
                .because(purpose.text()));
        return new Revealed(values, settings.shownFor(), noticeHaste(member, now));
    }

    private void write(StaffMember member, String kind, String reference, Purpose purpose, Instant now) {
        jdbc.sql("""
                        INSERT INTO staff_reveal (id, account_id, full_name, office_code, record_kind, reference, purpose,
                                                  opened_at)
                        VALUES (:id, :account, :name, :office, :kind, :reference, :purpose, :at)""")
                .param("id", TimeOrderedId.at(now))
                .param("account", member.id().value())
                .param("name", member.fullName())
                .param("office", member.office().value())
                .param("kind", kind)
                .param("reference", reference)
                .param("purpose", purpose.text())
                .param("at", UtcDateTime.of(now))
                .update();
    }

    /** Publishes once for every further full measure, not for each opening. */
    private @Nullable String noticeHaste(StaffMember member, Instant now) {
        int openings = jdbc.sql("SELECT COUNT(*) FROM staff_reveal WHERE account_id = ? AND opened_at > ?")
                .param(member.id().value())
                .param(UtcDateTime.of(now.minus(WINDOW)))
                .query(Integer.class)
                .single();
        if (openings <= settings.perHour()) {
            return null;
        }
        if ((openings - 1) % settings.perHour() == 0) {
            events.publishEvent(AuditEvent.of("Akun pegawai", member.username(), "Pembukaan data beruntun")
                    .at(member.office())
                    .changing("Pembukaan dalam satu jam", null, openings));
        }
        return WARNING.formatted(openings);
    }
}
