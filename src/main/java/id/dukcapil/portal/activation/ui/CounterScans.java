package id.dukcapil.portal.activation.ui;

import com.vaadin.flow.component.Component;
import id.dukcapil.portal.activation.process.ActivationCounter;
import id.dukcapil.portal.activation.process.ActivationDecision;
import id.dukcapil.portal.activation.process.ActivationPurpose;
import id.dukcapil.portal.activation.process.ScanDecision;
import id.dukcapil.portal.activation.process.Wish;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.ui.ScanField;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.staff.Office;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The one field of the counter: a scanned telephone goes on, a typed NIK begins, and each gets its answer. */
class CounterScans {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH.mm.ss");

    private final CounterServices services;
    private final ActivationCounter counter;
    private final Office office;
    private final CounterPage page;
    private final ScanField scan = new ScanField("Pindai QR ponsel, atau ketik NIK orang baru", this::scanned);

    /** The QR code of another office that the officer may take over. */
    private @Nullable String foreignQr;

    CounterScans(CounterServices services, Office office, CounterPage page) {
        this.services = services;
        this.counter = services.counter();
        this.office = office;
        this.page = page;
        scan.getElement().setAttribute("data-page-keys", "Enter ArrowUp ArrowDown t u s a g l");
    }

    Component row() {
        return scan.withAnswer();
    }

    /** Puts a person into the field, to be begun with Enter. */
    void offer(Nik person) {
        scan.setValue(person.value());
        scan.focus();
    }

    void focus() {
        scan.focus();
    }

    void say(String outcome, String sentence, Tone tone) {
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

    ActivationDecision begin(Wish wish) {
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
}
