package id.dukcapil.portal.activation.ui;

import id.dukcapil.portal.activation.process.ActivationCounter;
import id.dukcapil.portal.activation.process.ActivationDetails;
import id.dukcapil.portal.activation.process.ActivationStatus;
import id.dukcapil.portal.activation.settings.ActivationSettings;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.common.ui.ReasonDialog;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.staff.Office;
import java.util.Optional;
import java.util.function.Supplier;

/** Carries out the keys and buttons of the counter for the selected person. */
class CounterDesk {

    private final CounterServices services;
    private final ActivationCounter counter;
    private final Office office;
    private final CounterPage page;
    private final CounterScans scans;

    CounterDesk(CounterServices services, Office office, CounterPage page, CounterScans scans) {
        this.services = services;
        this.counter = services.counter();
        this.office = office;
        this.page = page;
        this.scans = scans;
    }

    ActivationSettings settings() {
        return services.settings();
    }

    void choose(String number) {
        page.choose(number);
    }

    NextAct next(ActivationDetails person) {
        return NextAct.of(person, settings().faceAttempts());
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
            case NONE -> scans.say("Menunggu", next(person).advice(), Tone.INFO);
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
        new NewPersonDialog(office.code(), page.campaign(), scans::begin, this::back).open();
    }

    private void back() {
        page.refresh();
        scans.focus();
    }

    /** The channel or a colleague may have been faster; then the page shows what holds now. */
    private void done(String outcome, ActivationDetails person, Supplier<Optional<ActivationDetails>> act) {
        try {
            boolean served = act.get().isPresent();
            page.choose(person.number());
            scans.say(
                    served ? outcome : "Tidak bisa",
                    served ? person.name() + "." : "Aktivasi ini sekarang dilayani kantor lain.",
                    served ? Tone.OK : Tone.WARN);
        } catch (IllegalMove | InvalidInput refused) {
            page.refresh();
            scans.say("Tidak bisa", String.valueOf(refused.getMessage()), Tone.WARN);
        }
    }
}
