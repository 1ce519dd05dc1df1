package id.dukcapil.portal.activation.process;

import id.dukcapil.portal.activation.secrets.ActivationSecrets;
import id.dukcapil.portal.common.MailEnded;
import id.dukcapil.portal.common.MailRequested;
import id.dukcapil.portal.common.MailSecret;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.CaseCommands;
import id.dukcapil.portal.common.ui.Formats;
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

/** Promises the letter with the activation code and follows what becomes of it. The outbox never holds the code. */
@Component
class ActivationMails implements MailSecret {

    static final String TEMPLATE = "activation/code";
    static final String ABOUT = "Aktivasi IKD";

    private static final String ACTIVATION = "activation";
    private static final String GENERATION = "generation";

    private final ActivationRecords records;
    private final CaseCommands cases;
    private final ActivationSecrets secrets;
    private final Offices offices;
    private final Clock clock;

    ActivationMails(
            ActivationRecords records, CaseCommands cases, ActivationSecrets secrets, Offices offices, Clock clock) {
        this.records = records;
        this.cases = cases;
        this.secrets = secrets;
        this.offices = offices;
        this.clock = clock;
    }

    @EventListener
    @Nullable
    MailRequested tell(ActivationMoved moved) {
        return switch (moved.act().action()) {
            case SCAN, RESEND, CHANGE_EMAIL -> letter(moved.activation());
            case BEGIN,
                    INSTALL,
                    REGISTER,
                    REFUSE,
                    MATCH,
                    MISMATCH,
                    TAKE_OVER,
                    BOUNCE,
                    WRONG_CODE,
                    CONFIRM,
                    ARCHIVE,
                    ABANDON -> null;
        };
    }

    private @Nullable MailRequested letter(ActivationDetails activation) {
        String email = activation.email();
        if (email == null || activation.codeValidUntil() == null) {
            return null;
        }
        Office office = offices.find(activation.office()).orElseThrow();
        return new MailRequested(
                        TEMPLATE,
                        email,
                        activation.name(),
                        Map.of(
                                ACTIVATION,
                                activation.id().toString(),
                                GENERATION,
                                Integer.toString(activation.codeGeneration()),
                                "number",
                                activation.number(),
                                "office",
                                office.name(),
                                "validUntil",
                                Formats.dateTime(activation.codeValidUntil(), office.timeZone())),
                        ABOUT,
                        activation.number(),
                        null)
                .concerning(activation.nik());
    }

    @Override
    public String template() {
        return TEMPLATE;
    }

    /** A code that has been replaced, or is no longer needed, is not sent any more. */
    @Override
    @Transactional(readOnly = true)
    public Optional<Map<String, String>> of(Map<String, String> facts) {
        return id(facts)
                .flatMap(records::findById)
                .filter(activation -> isCurrent(activation, facts))
                .map(activation -> Map.of(
                        "code", secrets.code(activation.id(), activation.code().generation())));
    }

    @Override
    public Map<String, String> covered() {
        return Map.of("code", "••••••");
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(MailEnded mail) {
        if (mail.template().equals(TEMPLATE)) {
            id(mail.facts())
                    .flatMap(records::lockById)
                    .filter(activation -> isCurrent(activation, mail.facts()))
                    .ifPresent(activation -> follow(activation, mail));
        }
    }

    private void follow(Activation activation, MailEnded mail) {
        if (mail.end() == MailEnded.End.SENT) {
            activation.mailed();
        } else {
            activation.bounced(
                    mail.end() == MailEnded.End.FAILED ? MailState.REFUSED : MailState.BOUNCED,
                    mail.explanation(),
                    DatedAct.of(
                            ActedBy.portal(clock.instant()),
                            offices.find(activation.office()).orElseThrow()));
            cases.moved(activation);
        }
    }

    private static boolean isCurrent(Activation activation, Map<String, String> facts) {
        return activation.status() == ActivationStatus.CODE_SENT
                && Integer.toString(activation.code().generation()).equals(facts.get(GENERATION));
    }

    /** A mail of long ago has forgotten what it was about. */
    private static Optional<UUID> id(Map<String, String> facts) {
        return Optional.ofNullable(facts.get(ACTIVATION)).map(UUID::fromString);
    }
}
