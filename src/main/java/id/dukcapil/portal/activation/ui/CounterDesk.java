package id.dukcapil.portal.activation.ui;

import com.vaadin.flow.component.Component;
import id.dukcapil.portal.activation.process.ActivationCounter;
import id.dukcapil.portal.activation.process.ActivationDecision;
import id.dukcapil.portal.activation.process.ActivationDetails;
import id.dukcapil.portal.activation.process.ActivationPurpose;
import id.dukcapil.portal.activation.process.ActivationStatus;
import id.dukcapil.portal.activation.process.ScanDecision;
import id.dukcapil.portal.activation.process.Wish;
import id.dukcapil.portal.activation.settings.ActivationSettings;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.common.ui.ReasonDialog;
import id.dukcapil.portal.common.ui.ScanField;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.staff.Office;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the keys, the buttons and the scan field of the counter do. */
class CounterDesk {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH.mm.ss");

    private final CounterServices services;
    private final ActivationCounter counter;
    private final Office office;
    private final CounterPage page;
    private final ScanField scan = new ScanField("Pindai QR ponsel, atau ketik NIK orang baru", this::scanned);

    /** The QR code of another office that the officer may take over. */
    private @Nullable String foreignQr;

    CounterDesk(CounterServices services, Office office, CounterPage page) {
        this.services = services;
        this.counter = services.counter();
        this.office = office;
        this.page = page;
        scan.getElement().setAttribute("data-page-keys", "Enter ArrowUp ArrowDown t u s a g l");
    }

    Component scanRow() {
        return scan.withAnswer();
    }

    ActivationSettings settings() {
        return services.settings();
    }

    /** Puts a person into the field, to be begun with Enter. */
    void offer(Nik person) {
        scan.setValue(person.value());
        scan.focus();
    }

    void choose(String number) {
        page.choose(number);
    }

    NextAct next(ActivationDetails person) {
        return NextAct.of(person, settings().faceAttempts());
    }

    private void say(String outcome, String sentence, Tone tone) {
        say(new ScanSentences(outcome, sentence, tone));
    }

    private void say(ScanSentences told) {
        scan.answer()
                .say(
                        told.outcome(),
                        told.sentence(),
                        SECONDS.format(services.clock().instant().atZone(office.timeZone())),
                        told.tone());
        scan.focus();
    }

    private void scanned(String text) {
        foreignQr = null;
        if (text.matches("[\\d .-]{16,25}")) {
            begin(text);
        } else {
            answer(counter.scan(text, page.campaign()), text);
        }
    }

    private void begin(String nik) {
        try {
            ActivationDecision decision =
                    begin(new Wish(nik, null, null, ActivationPurpose.NEW, null, office.code(), page.campaign()));
            String where = office.name();
            switch (decision) {
                case ActivationDecision.Accepted accepted ->
                    page.choose(accepted.activation().number());
                case ActivationDecision.AlreadyOpen open
                when open.office().equals(office.code()) -> page.choose(open.number());
                case ActivationDecision.AlreadyOpen open ->
                    where = services.offices().find(open.office()).orElseThrow().name();
                case ActivationDecision.NotEligible refused -> page.refresh();
            }
            say(ScanSentences.of(decision, where));
        } catch (InvalidInput invalid) {
            say("NIK tidak sah", String.valueOf(invalid.getMessage()), Tone.LATE);
        }
    }

    private ActivationDecision begin(Wish wish) {
        ActivationDecision decision = services.enrolment().begin(wish);
        if (decision instanceof ActivationDecision.NotEligible refused) {
            services.enrolment().noteRefusal(wish, refused.reason());
        }
        return decision;
    }

    private void answer(ScanDecision decision, String qr) {
        if (decision instanceof ScanDecision.Matched matched) {
            page.choose(matched.activation().number());
        }
        say(ScanSentences.of(decision));
        if (decision instanceof ScanDecision.OtherOffice) {
            foreignQr = qr;
            scan.answer().offer("Ambil alih (A)", this::takeOver);
        }
    }

    void takeOver() {
        String qr = foreignQr;
        if (qr != null) {
            foreignQr = null;
            answer(counter.takeOver(qr, page.campaign()), qr);
        }
    }

    void next() {
        page.chosen().ifPresent(this::perform);
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
        page.chosen()
                .filter(person -> person.status().canBecome(ActivationStatus.FACE_NOT_MATCHED))
                .ifPresent(person -> ReasonDialog.ask(
                        "Wajah tidak cocok",
                        "Percobaan dihitung. Sebutkan sebabnya: cahaya, kacamata, foto lama.",
                        "Catat",
                        cause -> done("Wajah tidak cocok", person, () -> counter.face(person.number(), false, cause))));
    }

    void resend() {
        page.chosen()
                .filter(person -> person.status() == ActivationStatus.CODE_SENT)
                .ifPresent(person -> done("Kode dikirim ulang", person, () -> counter.resend(person.number())));
    }

    void changeEmail() {
        page.chosen()
                .filter(person -> person.status() == ActivationStatus.CODE_SENT)
                .ifPresent(person -> new EmailDialog(counter, person, this::back).open());
    }

    void dropOut() {
        page.chosen()
                .filter(person -> person.status().isOpen())
                .ifPresent(person -> new DropOutDialog(counter, person, this::back).open());
    }

    void again() {
        new NewPersonDialog(office.code(), page.campaign(), this::begin, this::back).open();
    }

    private void back() {
        page.refresh();
        scan.focus();
    }

    /** The channel or a colleague may have been faster; then the page shows what holds now. */
    private void done(String outcome, ActivationDetails person, Supplier<Optional<ActivationDetails>> act) {
        try {
            boolean served = act.get().isPresent();
            page.choose(person.number());
            say(
                    served ? outcome : "Tidak bisa",
                    served ? person.name() + "." : "Aktivasi ini sekarang dilayani kantor lain.",
                    served ? Tone.OK : Tone.WARN);
        } catch (IllegalMove | InvalidInput refused) {
            page.refresh();
            say("Tidak bisa", String.valueOf(refused.getMessage()), Tone.WARN);
        }
    }
}
