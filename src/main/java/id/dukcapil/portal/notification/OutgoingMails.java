package id.dukcapil.portal.notification;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.MailRequested;
import id.dukcapil.portal.common.Masking;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.notification.letters.Letter;
import id.dukcapil.portal.notification.letters.Letters;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.staff.StaffMember;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator does with the outbox: look at a mail, send it again, take it out, try the mail server. */
@Service
@PreAuthorize("hasAuthority('MAIL_RESEND')")
public class OutgoingMails {

    private static final String READERS = "hasAuthority('MAIL_READ')";
    private static final String RECORD = "Surat elektronik";
    private static final String ADDRESS = "[^@\\s\\p{Cntrl}<>,;]+@[^@\\s\\p{Cntrl}.<>,;]+(\\.[^@\\s\\p{Cntrl}.<>,;]+)+";
    private static final int LONGEST_ADDRESS = 254;

    private final MailChanges changes;
    private final MailLists lists;
    private final MailServer server;
    private final Delivery delivery;
    private final Letters letters;
    private final MailComposer composer;
    private final CurrentStaff staff;
    private final Organisation organisation;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OutgoingMails(
            MailChanges changes,
            MailLists lists,
            MailServer server,
            Delivery delivery,
            Letters letters,
            MailComposer composer,
            CurrentStaff staff,
            Organisation organisation,
            ApplicationEventPublisher events,
            Clock clock) {
        this.changes = changes;
        this.lists = lists;
        this.server = server;
        this.delivery = delivery;
        this.letters = letters;
        this.composer = composer;
        this.staff = staff;
        this.organisation = organisation;
        this.events = events;
        this.clock = clock;
    }

    /** The letter as it is or would be read, without what is secret in it; nothing when its content has been removed. */
    @PreAuthorize(READERS)
    public Optional<Letter> letter(MailId id) {
        return lists.request(id).map(composer::covered);
    }

    /**
     * Sends a mail again, now.
     *
     * @param newAddress null: to the same address
     * @return false when the mail is no longer in a state for that: somebody else was quicker
     * @throws InvalidInput when there is no mail server, or the address is none
     */
    @Transactional
    public boolean resend(MailId id, @Nullable String newAddress) {
        requireServer();
        String address = newAddress == null ? null : checked(newAddress);
        MailRequested before = lists.request(id).orElse(null);
        if (before == null || !changes.resend(id, address, server.domain(), actor())) {
            return false;
        }
        events.publishEvent(AuditEvent.of(
                        RECORD, before.reference(), "Dikirim ulang: " + letters.kind(before.template()))
                .about(before.person())
                .changing(
                        "Alamat", Masking.email(before.to()), Masking.email(address == null ? before.to() : address)));
        changes.afterCommit(delivery::wake);
        return true;
    }

    /** Sends everything again that matches and has failed or is held. @return how many */
    @Transactional
    public int resendAll(MailFilter filter) {
        requireServer();
        int count = changes.resendAll(MailLists.matching(filter), server.domain(), actor());
        if (count > 0) {
            events.publishEvent(AuditEvent.of(
                    RECORD, "Semua yang cocok dengan saringan", "Dikirim ulang: %d surat".formatted(count)));
            changes.afterCommit(delivery::wake);
        }
        return count;
    }

    /** @return false when it is no longer in a state for that, for instance because it is on its way */
    @Transactional
    public boolean cancel(MailId id) {
        MailRequested mail = lists.request(id).orElse(null);
        if (mail == null || !changes.cancel(id, actor())) {
            return false;
        }
        events.publishEvent(AuditEvent.of(RECORD, mail.reference(), "Dibatalkan: " + letters.kind(mail.template()))
                .about(mail.person()));
        return true;
    }

    /** Puts a short letter into the outbox for whoever is signed in, to see whether mails arrive. */
    @Transactional
    public void sendTrial(String address) {
        StaffMember member = staff.require();
        events.publishEvent(new MailRequested(
                "notification/trial",
                checked(address),
                member.fullName(),
                Map.of(
                        "requestedAt", Formats.dateTime(clock.instant(), organisation.timeZone()),
                        "requestedBy", member.fullName()),
                "Surat uji",
                member.username(),
                null));
    }

    private void requireServer() {
        if (!server.configured()) {
            throw new InvalidInput("server", server.description());
        }
    }

    private static String checked(String address) {
        String stripped = address.strip();
        if (stripped.length() > LONGEST_ADDRESS || !stripped.matches(ADDRESS)) {
            throw new InvalidInput("address", "Alamat e-mail tidak lengkap, misalnya nama@contoh.id.");
        }
        return stripped;
    }

    private String actor() {
        return staff.require().fullName();
    }
}
