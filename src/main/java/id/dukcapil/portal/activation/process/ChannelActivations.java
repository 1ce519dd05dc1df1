package id.dukcapil.portal.activation.process;

import id.dukcapil.portal.activation.secrets.ActivationSecrets;
import id.dukcapil.portal.activation.settings.ActivationSettings;
import id.dukcapil.portal.common.procedure.CaseCommands;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.Offices;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the IKD channel tells about activations that it began or continued. A call that comes again with its key as the
 * last one gets the same answer and counts once: no second failed face, no second QR code, no second wrong code.
 */
@Service
@PreAuthorize("hasAuthority('SCOPE_activation')")
public class ChannelActivations {

    private final CaseCommands cases;
    private final ActivationRecords records;
    private final ActivationSecrets secrets;
    private final Offices offices;
    private final ActivationSettings settings;

    ChannelActivations(
            CaseCommands cases,
            ActivationRecords records,
            ActivationSecrets secrets,
            Offices offices,
            ActivationSettings settings) {
        this.cases = cases;
        this.records = records;
        this.secrets = secrets;
        this.offices = offices;
        this.settings = settings;
    }

    /** @param qr what the telephone shows; null unless the face matched */
    public record Shown(
            ActivationDetails activation, @Nullable String qr) {}

    @Transactional(readOnly = true)
    public Optional<ActivationDetails> find(String number) {
        return records.findByNumber(number)
                .filter(activation -> activation.isWithinReachOf(cases.party()))
                .map(Activation::details);
    }

    /**
     * The outcome of a comparison of faces. A match that is reported again changes nothing.
     *
     * @param score as the channel measures it; null when it told none
     * @throws id.dukcapil.portal.common.procedure.IllegalMove when the activation is past that step
     */
    public Optional<Shown> face(String number, boolean matched, @Nullable Double score, @Nullable String key) {
        String note = score == null ? null : "Skor " + Formats.decimal(score);
        return own(number, activation -> {
            boolean known = matched && activation.status() == ActivationStatus.FACE_MATCHED;
            if (!known && !repeated(activation, "face-" + matched, key)) {
                DatedAct by = act(activation);
                if (matched) {
                    activation.match(settings.qrValidFor(), note, by);
                } else {
                    activation.mismatch(note, by);
                }
                cases.moved(activation);
            }
            return shown(activation);
        });
    }

    /**
     * A fresh QR code; the one before is void.
     *
     * @throws id.dukcapil.portal.common.procedure.IllegalMove when no QR code is waited for
     */
    public Optional<Shown> freshQr(String number, @Nullable String key) {
        return own(number, activation -> {
            if (!repeated(activation, "qr", key)) {
                activation.renewQr(settings.qrValidFor(), cases.actor().at());
            }
            return shown(activation);
        });
    }

    private Shown shown(Activation activation) {
        String qr = activation.status() == ActivationStatus.FACE_MATCHED
                ? secrets.qr(activation.number(), activation.qrGeneration())
                : null;
        return new Shown(activation.details(), qr);
    }

    /** The code of the letter, as the applicant typed it. */
    public Optional<ConfirmDecision> confirm(String number, String code, @Nullable String key) {
        return own(number, activation -> judge(activation, code, key));
    }

    private ConfirmDecision judge(Activation activation, String code, @Nullable String key) {
        boolean right = secrets.isCode(activation.id(), activation.code().generation(), code);
        if (activation.status().isActive() && right) {
            return new ConfirmDecision.Active(activation.details());
        }
        if (activation.status() != ActivationStatus.CODE_SENT) {
            return new ConfirmDecision.NotReady("Aktivasi %s berstatus \"%s\"; kode belum atau tidak lagi diperlukan."
                    .formatted(activation.number(), activation.status().label()));
        }
        int left = settings.wrongCodes() - activation.code().wrongCodes();
        if (left <= 0 || (!right && repeated(activation, "confirm", key))) {
            return new ConfirmDecision.Wrong(left);
        }
        DatedAct by = act(activation);
        if (activation.code().isOverAt(by.at())) {
            return new ConfirmDecision.Expired();
        }
        if (right) {
            activation.confirm(null, by);
            cases.moved(activation);
            return new ConfirmDecision.Active(activation.details());
        }
        activation.wrongCode(by);
        cases.moved(activation);
        return new ConfirmDecision.Wrong(left - 1);
    }

    /** Whether this very call came before; if not, it is the last one from now on. */
    private static boolean repeated(Activation activation, String call, @Nullable String key) {
        if (key == null) {
            return false;
        }
        String named = call + " " + key;
        if (activation.repeats(named)) {
            return true;
        }
        activation.remember(named);
        return false;
    }

    private DatedAct act(Activation activation) {
        return DatedAct.of(cases.actor(), offices.find(activation.office()).orElseThrow());
    }

    /** Outside systems see only what they brought. */
    private <T> Optional<T> own(String number, Function<Activation, T> verb) {
        return cases.inTransaction(
                () -> cases.within(() -> records.lockByNumber(number)).map(verb));
    }
}
