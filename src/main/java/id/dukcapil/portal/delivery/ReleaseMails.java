package id.dukcapil.portal.delivery;

import id.dukcapil.portal.common.MailEnded;
import id.dukcapil.portal.common.MailRequested;
import id.dukcapil.portal.common.MailSecret;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.CaseCommands;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.delivery.ReleaseEvent.ReleaseMoved;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Promises the owner of a document the letter with QR code and PIN, and follows what becomes of it. The outbox gets the
 * letter without the two; it asks for them when it hands the letter over, and they are thrown away when it has.
 */
@Component
class ReleaseMails implements MailSecret {

    static final String TEMPLATE = "delivery/released";

    private static final String RELEASE = "release";
    private static final String GENERATION = "generation";

    private final ReleaseRecords records;
    private final Secrets secrets;
    private final Offices offices;
    private final CaseCommands commands;
    private final Clock clock;

    ReleaseMails(ReleaseRecords records, Secrets secrets, Offices offices, CaseCommands commands, Clock clock) {
        this.records = records;
        this.secrets = secrets;
        this.offices = offices;
        this.commands = commands;
        this.clock = clock;
    }

    @EventListener
    @Nullable
    MailRequested tell(ReleaseMoved moved) {
        return switch (moved.step().action()) {
            case ISSUE, REISSUE -> moved.release().awaitsLetter() ? letter(moved.release()) : null;
            case SEND, BOUNCE, OPEN, PRINT, FAIL, LOCK, EXPIRE, REVOKE -> null;
        };
    }

    private @Nullable MailRequested letter(ReleaseDetails release) {
        String email = release.email();
        if (email == null) {
            return null;
        }
        Office office = offices.find(release.office()).orElseThrow();
        return new MailRequested(
                        TEMPLATE,
                        email,
                        release.recipient(),
                        Map.of(
                                RELEASE,
                                release.id().toString(),
                                GENERATION,
                                Integer.toString(release.generation()),
                                "reference",
                                release.reference(),
                                "title",
                                release.title(),
                                "office",
                                office.name(),
                                "expiresAt",
                                Formats.dateTime(release.expiresAt(), office.timeZone())),
                        release.kind(),
                        release.reference(),
                        null)
                .concerning(release.person());
    }

    @Override
    public String template() {
        return TEMPLATE;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Map<String, String>> of(Map<String, String> facts) {
        return release(facts)
                .flatMap(records::findById)
                .flatMap(release -> release.secret(generation(facts), secrets))
                .map(secret ->
                        Map.of("qr", secret.code().text(), "pin", secret.pin().digits()));
    }

    @Override
    public Map<String, String> covered() {
        return Map.of("qr", "", "pin", "••••••");
    }

    /** A letter about a QR code that has been replaced since says nothing about the present one. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(MailEnded mail) {
        if (mail.template().equals(TEMPLATE)) {
            release(mail.facts())
                    .flatMap(records::lockById)
                    .filter(release -> release.isGeneration(generation(mail.facts())))
                    .ifPresent(locked -> commands.followLocked(locked, release -> follow(release, mail)));
        }
    }

    private void follow(Release release, MailEnded mail) {
        ActedBy by = ActedBy.portal(clock.instant());
        switch (mail.end()) {
            case SENT -> release.sent(by);
            case FAILED -> {
                // One that left once and cannot be sent again has arrived all the same
                if (release.awaitsItsLetter()) {
                    release.bounced(mail.explanation(), by);
                }
            }
            case BOUNCED -> release.bounced(mail.explanation(), by);
        }
    }

    /** A mail of long ago has forgotten what it was about. */
    private static Optional<UUID> release(Map<String, String> facts) {
        return Optional.ofNullable(facts.get(RELEASE)).flatMap(ReleaseId::parse).map(ReleaseId::value);
    }

    private static int generation(Map<String, String> facts) {
        return Integer.parseInt(String.valueOf(facts.get(GENERATION)));
    }
}
