package id.dukcapil.portal.activation.ui;

import com.vaadin.flow.component.Component;
import id.dukcapil.portal.activation.process.ActivationCounter;
import id.dukcapil.portal.activation.process.ActivationDecision;
import id.dukcapil.portal.activation.process.ActivationDetails;
import id.dukcapil.portal.activation.process.ActivationPurpose;
import id.dukcapil.portal.activation.process.ActivationStatus;
import id.dukcapil.portal.activation.process.Enrolment;
import id.dukcapil.portal.activation.process.IllegalActivationMove;
import id.dukcapil.portal.activation.process.ScanDecision;
import id.dukcapil.portal.activation.process.Wish;
import id.dukcapil.portal.activation.settings.ActivationSettings;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.ui.ReasonDialog;
import id.dukcapil.portal.common.ui.ScanField;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the keys, the buttons and the scan field of the counter do. */
class CounterDesk {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH.mm.ss");

    private final Enrolment enrolment;
    private final ActivationCounter counter;
    private final ActivationSettings settings;
    private final Offices offices;
    private final Clock clock;
    private final Office office;
    private final Supplier<Optional<ActivationDetails>> chosen;
    private final Consumer<String> choose;
    private final Runnable refresh;
    private final Supplier<@Nullable UUID> campaign;
    private final ScanField scan = new ScanField("Pindai QR ponsel, atau ketik NIK orang baru", this::scanned);

    /** The QR code of another office that the officer may take over. */
    private @Nullable String foreignQr;

    CounterDesk(
            Enrolment enrolment,
            ActivationCounter counter,
            ActivationSettings settings,
            Offices offices,
            Clock clock,
            Office office,
            Supplier<Optional<ActivationDetails>> chosen,
            Consumer<String> choose,
            Runnable refresh,
            Supplier<@Nullable UUID> campaign) {
        this.enrolment = enrolment;
        this.counter = counter;
        this.settings = settings;
        this.offices = offices;
        this.clock = clock;
        this.office = office;
        this.chosen = chosen;
        this.choose = choose;
        this.refresh = refresh;
        this.campaign = campaign;
        scan.getElement().setAttribute("data-page-keys", "Enter ArrowUp ArrowDown t u s a g l");
    }

    Component scanRow() {
        return scan.withAnswer();
    }

    /** Puts a person into the field, to be begun with Enter. */
    void offer(Nik person) {
        scan.setValue(person.value());
        scan.focus();
    }

    int faceLimit() {
        return settings.faceAttempts();
    }

    int resends() {
        return settings.resends();
    }

    void choose(String number) {
        choose.accept(number);
    }

    NextAct next(ActivationDetails person) {
        return NextAct.of(person, settings.faceAttempts());
    }

    private void say(String outcome, String sentence, Tone tone) {
        scan.answer().say(outcome, sentence, SECONDS.format(clock.instant().atZone(office.timeZone())), tone);
        scan.focus();
    }

    private void scanned(String text) {
        foreignQr = null;
        if (text.matches("[\\d .-]{16,25}")) {
            begin(text);
        } else {
            answer(counter.scan(text, campaign.get()), text);
        }
    }

    private void begin(String nik) {
        try {
            switch (begin(new Wish(nik, null, null, ActivationPurpose.NEW, null, office.code(), campaign.get()))) {
                case ActivationDecision.Accepted accepted -> {
                    ActivationDetails person = accepted.activation();
                    choose.accept(person.number());
                    say(
                            person.purpose().isNew()
                                    ? "Dimulai"
                                    : person.purpose().label(),
                            "%s, %s.".formatted(person.name(), person.domicile()),
                            Tone.OK);
                }
                case ActivationDecision.AlreadyOpen open -> {
                    if (open.office().equals(office.code())) {
                        choose.accept(open.number());
                    }
                    say(
                            "Sedang dilayani",
                            ScanSentences.alreadyOpen(
                                    open,
                                    offices.find(open.office()).orElseThrow().name()),
                            Tone.WARN);
                }
                case ActivationDecision.NotEligible refused -> {
                    refresh.run();
                    say(refused.reason().label(), refused.sentence(), Tone.LATE);
                }
            }
        } catch (InvalidInput invalid) {
            say("NIK tidak sah", String.valueOf(invalid.getMessage()), Tone.LATE);
        }
    }

    private ActivationDecision begin(Wish wish) {
        ActivationDecision decision = enrolment.begin(wish);
        if (decision instanceof ActivationDecision.NotEligible refused) {
            enrolment.noteRefusal(wish, refused.reason());
        }
        return decision;
    }

    private void answer(ScanDecision decision, String qr) {
        switch (decision) {
            case ScanDecision.Matched matched -> {
                choose.accept(matched.activation().number());
                say(
                        "QR cocok",
                        "%s, belum dipakai. Kode dikirim ke surelnya."
                                .formatted(matched.activation().name()),
                        Tone.OK);
            }
            case ScanDecision.OtherOffice other -> {
                foreignQr = qr;
                say(
                        ScanSentences.OTHER_OFFICE,
                        ScanSentences.otherOffice(other.office().name(), other.officer()),
                        Tone.WARN);
                scan.answer().offer("Ambil alih (A)", this::takeOver);
            }
            case ScanDecision.Used used ->
                say(ScanSentences.USED, ScanSentences.used(used.status().label()), Tone.LATE);
            case ScanDecision.TooOld old -> say(ScanSentences.TOO_OLD, ScanSentences.tooOld(), Tone.LATE);
            case ScanDecision.Unknown unknown -> say(ScanSentences.UNKNOWN, ScanSentences.unknown(), Tone.LATE);
        }
    }

    void takeOver() {
        String qr = foreignQr;
        if (qr != null) {
            foreignQr = null;
            answer(counter.takeOver(qr, campaign.get()), qr);
        }
    }

    /** The key that is always the same. */
    void next() {
        chosen.get().ifPresent(this::perform);
    }

    void perform(ActivationDetails person) {
        String number = person.number();
        switch (next(person).kind()) {
            case INSTALLED -> done("Aplikasi terpasang", person, () -> counter.installed(number));
            case FILL -> new ContactDialog(counter, person, this::back).open();
            case MATCH -> done("Wajah cocok", person, () -> counter.face(number, true, null));
            case SCANNED -> done("Kode dikirim", person, () -> counter.scannedInSiak(number));
            case ACTIVE -> done("Aktif", person, () -> counter.confirmed(number));
            case CHANGE_EMAIL -> new EmailDialog(counter, person, this::back).open();
            case ARCHIVE -> done("Diarsipkan", person, () -> counter.archive(number));
            case NONE -> say("Menunggu", next(person).advice(), Tone.INFO);
        }
    }

    void mismatch() {
        chosen.get()
                .filter(person -> person.status().canBecome(ActivationStatus.FACE_NOT_MATCHED))
                .ifPresent(person -> ReasonDialog.ask(
                        "Wajah tidak cocok",
                        "Percobaan dihitung. Sebutkan sebabnya: cahaya, kacamata, foto lama.",
                        "Catat",
                        cause -> done("Wajah tidak cocok", person, () -> counter.face(person.number(), false, cause))));
    }

    void resend() {
        chosen.get()
                .filter(person -> person.status() == ActivationStatus.CODE_SENT)
                .ifPresent(person -> done("Kode dikirim ulang", person, () -> counter.resend(person.number())));
    }

    void changeEmail() {
        chosen.get()
                .filter(person -> person.status() == ActivationStatus.CODE_SENT)
                .ifPresent(person -> new EmailDialog(counter, person, this::back).open());
    }

    void dropOut() {
        chosen.get()
                .filter(person -> person.status().isOpen())
                .ifPresent(person -> new DropOutDialog(counter, person, this::back).open());
    }

    void again() {
        new NewPersonDialog(office.code(), campaign.get(), this::begin, this::back).open();
    }

    private void back() {
        refresh.run();
        scan.focus();
    }

    /** The channel or a colleague may have been faster; then the page shows what holds now. */
    private void done(String outcome, ActivationDetails person, Runnable act) {
        try {
            act.run();
            choose.accept(person.number());
            say(outcome, person.name() + ".", Tone.OK);
        } catch (IllegalActivationMove | InvalidInput refused) {
            refresh.run();
            say("Tidak bisa", String.valueOf(refused.getMessage()), Tone.WARN);
        }
    }
}
