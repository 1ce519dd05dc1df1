package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import id.dukcapil.portal.booking.BookingId;
import id.dukcapil.portal.booking.Relocation;
import id.dukcapil.portal.booking.RelocationPlan;
import id.dukcapil.portal.booking.RelocationPlan.Choice;
import id.dukcapil.portal.booking.RelocationWish;
import id.dukcapil.portal.booking.Relocations;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.FieldFindings;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.Tone;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * The wizard that moves the bookings of days that take fewer people: says what becomes of the days, shows who goes where and
 * what they are told, and does it all at once.
 */
class RelocationDialog extends Dialog {

    private final transient Relocations relocations;
    private final transient RelocationStart start;
    private final transient Runnable changed;
    private final transient Map<BookingId, Choice> choices = new HashMap<>();
    private final UUID token = UUID.randomUUID();
    private final Select<RelocationWish.Kind> kind = Indonesian.select("Yang terjadi");
    private final IntegerField capacity = Indonesian.integerField("Kapasitas baru per hari");
    private final DatePicker from = Indonesian.datePicker("Dari tanggal");
    private final DatePicker to = Indonesian.datePicker("Sampai tanggal");
    private final DatePicker notBefore = Indonesian.datePicker("Pindahkan paling awal ke");
    private final TextField reason = Indonesian.textField("Alasan, ditulis di surat kepada pemohon");
    private final FieldFindings findings = new FieldFindings();
    private final Paragraph summary = new Paragraph();
    private final Div shortage = new Div();
    private final RelocationGrid grid;
    private final Pre letter = new Pre();
    private final Details letterPart = new Details("Isi surat", letter);
    private final Button apply = new Button("Pindahkan", click -> apply());
    private transient Optional<RelocationWish> wish = Optional.empty();
    private transient Optional<RelocationPlan> planned = Optional.empty();

    RelocationDialog(Relocations relocations, RelocationStart start, Runnable changed) {
        this.relocations = relocations;
        this.start = start;
        this.changed = changed;
        grid = new RelocationGrid(start.office().timeZone(), (passenger, choice) -> {
            choices.put(passenger.person().id(), choice);
            plan();
        });
        setHeaderTitle("Pindahkan pemesanan, " + start.office().name());
        setWidth("min(60rem, 96vw)");
        fill();
        var fields = new FormLayout(kind, capacity, from, to, notBefore, reason);
        fields.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("34em", 2));
        fields.setColspan(reason, 2);
        summary.getElement().setAttribute("role", "status");
        var form = new Div(fields, summary, shortage, grid, letterPart);
        form.addClassNames("dialog-form", "relocation");
        add(form);
        findings.at("capacity", capacity)
                .at("from", from)
                .at("to", to)
                .at("notBefore", notBefore)
                .at("reason", reason);
        apply.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        apply.setDisableOnClick(true);
        getFooter().add(new Button("Batal", click -> close()), new Button("Susun rencana", click -> renew()), apply);
        renewOnEveryChange();
        forget();
        if (!start.reason().isBlank()) {
            plan();
        }
    }

    private void fill() {
        kind.setItems(RelocationWish.Kind.values());
        kind.setItemLabelGenerator(RelocationWish.Kind::label);
        kind.setValue(start.kind());
        capacity.setValue(start.capacity());
        capacity.setMin(0);
        capacity.setVisible(start.kind() == RelocationWish.Kind.CAPACITY);
        from.setValue(start.from());
        to.setValue(start.to());
        notBefore.setValue(start.from().plusDays(1));
        reason.setValue(start.reason());
        reason.setMaxLength(200);
        reason.setRequiredIndicatorVisible(true);
    }

    private void renewOnEveryChange() {
        kind.addValueChangeListener(change -> {
            capacity.setVisible(change.getValue() == RelocationWish.Kind.CAPACITY);
            forget();
        });
        capacity.addValueChangeListener(change -> forget());
        from.addValueChangeListener(change -> forget());
        to.addValueChangeListener(change -> forget());
        notBefore.addValueChangeListener(change -> forget());
        reason.addValueChangeListener(change -> forget());
    }

    /** What is shown must be what is done: any change asks for a new plan. */
    private void forget() {
        wish = Optional.empty();
        planned = Optional.empty();
        choices.clear();
        summary.setText("Susun rencana untuk melihat siapa pindah ke hari apa.");
        shortage.removeAll();
        grid.setVisible(false);
        letterPart.setVisible(false);
        apply.setEnabled(false);
        apply.setText("Pindahkan");
    }

    private void renew() {
        forget();
        plan();
    }

    private void plan() {
        try {
            RelocationWish wanted = relocations.wish(
                    start.office().code(),
                    date(from, "from"),
                    date(to, "to"),
                    kind.getValue(),
                    seats(),
                    date(notBefore, "notBefore"),
                    reason.getValue());
            RelocationPlan plan = relocations.plan(wanted, choices);
            wish = Optional.of(wanted);
            planned = Optional.of(plan);
            show(wanted, plan);
        } catch (InvalidInput invalid) {
            forget();
            findings.show(invalid);
        }
    }

    private int seats() {
        if (kind.getValue() != RelocationWish.Kind.CAPACITY) {
            return 0;
        }
        return Optional.ofNullable(capacity.getValue())
                .orElseThrow(() -> new InvalidInput("capacity", "Isi dengan angka bulat."));
    }

    private static LocalDate date(DatePicker field, String name) {
        return Optional.ofNullable(field.getValue()).orElseThrow(() -> new InvalidInput(name, "Isi tanggalnya."));
    }

    private void show(RelocationWish wanted, RelocationPlan plan) {
        int moving = plan.moving().size();
        summary.setText("%s hari berubah: %s orang pindah ke %s hari lain, %s tetap%s."
                .formatted(
                        Formats.number(wanted.days().size()),
                        Formats.number(moving),
                        Formats.number(plan.days()),
                        Formats.number(plan.staying()),
                        plan.withoutPlace() == 0
                                ? ""
                                : ", %s belum mendapat tempat".formatted(Formats.number(plan.withoutPlace()))));
        shortage.removeAll();
        relocations
                .firstWithoutCards(wanted, plan)
                .ifPresent(day -> shortage.add(awaitingCards(day, plan.arrivingFrom(day))));
        grid.show(plan, wanted.days().stream().anyMatch(day -> day.seats() > 0 || day.change() == null));
        grid.setVisible(!plan.people().isEmpty());
        Optional<String> text = relocations.letter(wanted, plan);
        letterPart.setVisible(text.isPresent());
        text.ifPresent(letter::setText);
        apply.setText(
                moving == 0 ? "Terapkan tanpa memindahkan" : "Pindahkan %s orang".formatted(Formats.number(moving)));
        apply.setEnabled(true);
    }

    private static Callout awaitingCards(LocalDate day, int people) {
        return new Callout(
                "Blangko belum ada",
                Tone.WARN,
                "Mulai %s blangko yang ada sekarang tidak cukup; %s orang yang dipindahkan ke hari itu atau sesudahnya menunggu kiriman."
                        .formatted(Formats.longDate(day), Formats.number(people)));
    }

    private void apply() {
        if (wish.isEmpty() || planned.isEmpty()) {
            return;
        }
        try {
            Relocation done = relocations.apply(wish.get(), planned.get(), token);
            close();
            Notify.done("%s orang dipindahkan; surat kepada masing-masing sudah diantrekan."
                    .formatted(Formats.number(done.people())));
            changed.run();
        } catch (InvalidInput invalid) {
            apply.setEnabled(true);
            findings.show(invalid);
        } catch (OptimisticLockingFailureException conflict) {
            Notify.problem(String.valueOf(conflict.getMessage()));
            changed.run();
            plan();
        }
    }
}
