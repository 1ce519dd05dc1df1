package id.dukcapil.portal.activation.process;

import id.dukcapil.portal.activation.secrets.ActivationSecrets;
import id.dukcapil.portal.activation.settings.ActivationSettings;
import id.dukcapil.portal.common.ContactForm;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.procedure.CaseCommands;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Offices;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** What an officer does for the people in front of the counter. Each verb answers with the activation as it is then. */
@Service
@PreAuthorize("hasAuthority('ACTIVATION_SERVE')")
public class ActivationCounter {

    private static final String SEEN = "Dilihat petugas di ponsel; kanal IKD tidak melapor";
    private static final int LONGEST_REASON = 300;

    private final ActivationRecords records;
    private final CaseCommands cases;
    private final ActivationSecrets secrets;
    private final ActivationSettings settings;
    private final CurrentStaff staff;
    private final Offices offices;

    ActivationCounter(
            ActivationRecords records,
            CaseCommands cases,
            ActivationSecrets secrets,
            ActivationSettings settings,
            CurrentStaff staff,
            Offices offices) {
        this.records = records;
        this.cases = cases;
        this.secrets = secrets;
        this.settings = settings;
        this.staff = staff;
        this.offices = offices;
    }

    /** @param campaign where the counter stands now; none for the office itself */
    public ScanDecision scan(String text, @Nullable UUID campaign) {
        return judge(text, campaign, false);
    }

    /** The same for an activation of another office, which is this office's from then on; recorded. */
    public ScanDecision takeOver(String text, @Nullable UUID campaign) {
        return judge(text, campaign, true);
    }

    private ScanDecision judge(String text, @Nullable UUID campaign, boolean takeOver) {
        return cases.inTransaction(() -> secrets.read(text)
                .flatMap(qr ->
                        records.lockByNumber(qr.number()).map(activation -> judge(activation, qr, campaign, takeOver)))
                .orElseGet(ScanDecision.Unknown::new));
    }

    private ScanDecision judge(
            Activation activation, ActivationSecrets.Qr qr, @Nullable UUID campaign, boolean takeOver) {
        OfficeCode here = staff.require().office();
        boolean elsewhere = !activation.office().equals(here);
        if (elsewhere && activation.isBoundToOffice() && !takeOver) {
            return new ScanDecision.OtherOffice(
                    offices.find(activation.office()).orElseThrow(),
                    activation.details().last().actor());
        }
        boolean current = qr.generation() == activation.qrGeneration();
        if (activation.status() != ActivationStatus.FACE_MATCHED) {
            return current ? new ScanDecision.Used(activation.status()) : new ScanDecision.TooOld();
        }
        DatedAct by = DatedAct.of(cases.actor(), offices.find(here).orElseThrow());
        if (!current || activation.qrIsOverAt(by.at())) {
            return new ScanDecision.TooOld();
        }
        if (elsewhere) {
            activation.takeOver(here, campaign, by);
            cases.moved(activation);
        }
        activation.scan(settings.codeValidFor(), null, by);
        cases.moved(activation);
        return new ScanDecision.Matched(activation.details());
    }

    public Optional<ActivationDetails> installed(String number) {
        return act(number, Activation::install);
    }

    /** @throws InvalidInput naming the field that cannot be right */
    public Optional<ActivationDetails> registered(String number, String email, String phone) {
        Wish.Contact contact = Wish.Contact.of(email, phone);
        return act(number, (activation, by) -> activation.register(contact.email(), contact.phone(), null, by));
    }

    /** The outcome that the telephone shows, where no channel reports it. */
    public Optional<ActivationDetails> face(String number, boolean matched, @Nullable String cause) {
        return act(number, (activation, by) -> {
            if (matched) {
                activation.match(settings.qrValidFor(), SEEN, by);
            } else {
                activation.mismatch(reason(cause), by);
            }
        });
    }

    /** The QR code was scanned in SIAK, where no channel is connected to this portal. */
    public Optional<ActivationDetails> scannedInSiak(String number) {
        return act(number, (activation, by) -> activation.scan(settings.codeValidFor(), SEEN, by));
    }

    /** @throws InvalidInput when the code was sent often enough */
    public Optional<ActivationDetails> resend(String number) {
        return act(number, (activation, by) -> {
            if (activation.details().resent() >= settings.resends()) {
                throw new InvalidInput(
                        "code",
                        "Kode sudah dikirim ulang %d kali. Ganti alamat surel atau catat keluar."
                                .formatted(settings.resends()));
            }
            activation.resend(settings.codeValidFor(), by);
        });
    }

    /** @throws InvalidInput naming the field that cannot be right */
    public Optional<ActivationDetails> changeEmail(String number, String email, String why) {
        List<Finding> findings = ContactForm.emailFindings(email);
        if (!findings.isEmpty()) {
            throw new InvalidInput(findings);
        }
        String reason = reason(why);
        return act(
                number, (activation, by) -> activation.changeEmail(email.strip(), reason, settings.codeValidFor(), by));
    }

    /** The identity works on the telephone, where no channel reports it. */
    public Optional<ActivationDetails> confirmed(String number) {
        return act(number, (activation, by) -> activation.confirm(SEEN, by));
    }

    public Optional<ActivationDetails> archive(String number) {
        return act(number, Activation::archive);
    }

    /** @param note in the officer's words; empty for none */
    public Optional<ActivationDetails> abandon(String number, DropOut why, String note) {
        String words = note.isBlank() ? null : reason(note);
        return act(number, (activation, by) -> activation.abandon(why, words, by));
    }

    private static String reason(@Nullable String typed) {
        String words = typed == null ? "" : typed.strip();
        if (words.isEmpty() || words.length() > LONGEST_REASON) {
            throw new InvalidInput("reason", "Alasan harus diisi, paling banyak %d huruf.".formatted(LONGEST_REASON));
        }
        return words;
    }

    /** @return empty for an activation that another office serves */
    private Optional<ActivationDetails> act(String number, BiConsumer<Activation, DatedAct> verb) {
        return cases.change(
                        () -> records.lockByNumber(number),
                        (activation, by) -> verb.accept(
                                activation,
                                DatedAct.of(
                                        by, offices.find(activation.office()).orElseThrow())))
                .map(Activation::details);
    }
}
