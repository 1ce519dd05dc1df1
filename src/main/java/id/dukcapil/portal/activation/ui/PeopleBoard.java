package id.dukcapil.portal.activation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.activation.process.ActivationDetails;
import id.dukcapil.portal.activation.process.ActivationStatus;
import id.dukcapil.portal.activation.process.DropOut;
import id.dukcapil.portal.common.Masking;
import id.dukcapil.portal.common.ui.EmptyState;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.Sheet;
import id.dukcapil.portal.common.ui.parts.StepStrip;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Who is being served, with the next act of the chosen person, and below who has left and who has finished. */
class PeopleBoard extends Div {

    private static final int ENDED_SHOWN = 8;

    private final transient CounterDesk desk;
    private final transient Clock clock;
    private final transient ZoneId zone;

    PeopleBoard(CounterDesk desk, Clock clock, ZoneId zone) {
        this.desk = desk;
        this.clock = clock;
        this.zone = zone;
        addClassName("people-board");
    }

    void show(List<ActivationDetails> people, Optional<ActivationDetails> chosen) {
        removeAll();
        List<ActivationDetails> running =
                people.stream().filter(person -> person.status().isRunning()).toList();
        List<ActivationDetails> left =
                people.stream().filter(person -> person.dropOut() != null).toList();
        List<ActivationDetails> done = people.stream()
                .filter(person -> person.status() == ActivationStatus.ARCHIVED)
                .toList();
        var serving = new Sheet("Sedang dilayani")
                .beside(new StatusBadge("%s orang".formatted(Formats.number(running.size())), Tone.NEUTRAL))
                .note("Enter selalu langkah berikutnya orang yang dipilih");
        if (running.isEmpty()) {
            serving.padded(new EmptyState("Belum ada yang dilayani", "Ketik NIK atau pindai QR pada ponsel pemohon."));
        } else {
            serving.add(StepStrip.heads(PersonStrip.STEPS));
            running.forEach(
                    person -> add(serving, person, chosen.filter(person::equals).isPresent()));
        }
        var ended = new Div(ended("Keluar sebelum aktif", left), ended("Selesai", done));
        ended.addClassName("ended");
        add(serving, ended);
    }

    private void add(Sheet serving, ActivationDetails person, boolean chosen) {
        var strip =
                new PersonStrip(person, chosen, clock.instant(), desk.settings().faceAttempts(), next(person, chosen));
        strip.addClickListener(click -> desk.choose(person.number()));
        serving.add(strip);
        if (chosen) {
            serving.add(acts(person));
        }
    }

    private Component next(ActivationDetails person, boolean chosen) {
        NextAct next = desk.next(person);
        if (next.label() == null || chosen) {
            boolean failed = person.mail().failed();
            return new StatusBadge(
                    person.status() == ActivationStatus.CODE_SENT
                            ? person.mail().label()
                            : person.status().label(),
                    failed ? Tone.LATE : person.status() == ActivationStatus.FACE_NOT_MATCHED ? Tone.WARN : Tone.INFO);
        }
        return new Button(next.label(), click -> desk.perform(person));
    }

    private Div acts(ActivationDetails person) {
        NextAct next = desk.next(person);
        var text = new Div(new Paragraph(next.advice()));
        text.addClassName("advice");
        if (person.status() == ActivationStatus.CODE_SENT) {
            text.add(codeFacts(person));
        }
        var buttons = new Div();
        buttons.addClassName("acts");
        if (person.status().canBecome(ActivationStatus.FACE_NOT_MATCHED) && next.label() != null) {
            buttons.add(new Button("Tidak cocok … (T)", click -> desk.mismatch()));
        }
        if (person.status() == ActivationStatus.CODE_SENT) {
            buttons.add(new Button("Kirim ulang (U)", click -> desk.resend()));
        }
        if (person.status().isOpen()) {
            buttons.add(new Button("Keluar … (G)", click -> desk.dropOut()));
        }
        if (next.label() != null) {
            var primary = new Button(next.label() + " ⏎", click -> desk.perform(person));
            primary.addThemeVariants(ButtonVariant.PRIMARY);
            buttons.add(primary);
        }
        var acts = new Div(text, buttons);
        acts.addClassName("person-acts");
        return acts;
    }

    private Span codeFacts(ActivationDetails person) {
        Instant until = person.codeValidUntil();
        var facts = new Span("Surel %s dibacakan · berlaku sampai %s · kirim ulang %d/%d · kode salah %d"
                .formatted(
                        person.email() == null ? "–" : Masking.email(person.email()),
                        until == null ? "–" : Formats.time(until, zone),
                        person.resent(),
                        desk.settings().resends(),
                        person.wrongCodes()));
        facts.addClassName("muted");
        return facts;
    }

    private Sheet ended(String heading, List<ActivationDetails> people) {
        var sheet = new Sheet(heading).note("%s orang".formatted(Formats.number(people.size())));
        people.reversed().stream().limit(ENDED_SHOWN).forEach(person -> sheet.add(line(person)));
        return sheet;
    }

    private Div line(ActivationDetails person) {
        DropOut reason = person.dropOut();
        var what = new Span(reason == null ? person.name() : reason.label());
        what.addClassName("what");
        var detail = new Span(
                reason == null
                        ? person.domicile()
                                + (person.purpose().isNew()
                                        ? ""
                                        : " · " + person.purpose().label())
                        : person.name());
        detail.addClassName("muted");
        var at = new Span(Formats.time(Objects.requireNonNull(person.last()).at(), zone));
        at.addClassName("muted");
        var line = new Div(what, detail, at);
        line.addClassName("ended-line");
        return line;
    }
}
