package id.dukcapil.portal.booking.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import id.dukcapil.portal.booking.BookingWindow;
import id.dukcapil.portal.booking.QuotaConflict;
import id.dukcapil.portal.booking.WindowPlanning;
import id.dukcapil.portal.booking.WindowPlanning.Planned;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.FieldFindings;
import id.dukcapil.portal.common.ui.FirstField;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.staff.Office;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far ahead an office is booked, when its furthest day opens and seats are released, with what the numbers mean today. */
class BookingWindowDialog extends Dialog {

    private final transient WindowPlanning planning;
    private final transient Office office;
    private final transient LocalDateTime now;
    private final transient Planned seen;
    private final transient Runnable changed;
    private final IntegerField days = Indonesian.integerField("Hari ke depan");
    private final TimePicker opens = Indonesian.timePicker("Hari terjauh dibuka pukul");
    private final Checkbox staffWait = new Checkbox("Loket dan telepon ikut menunggu jam pembukaan");
    private final IntegerField share = Indonesian.integerField("Paling banyak lewat satu aplikasi (%)");
    private final TimePicker release = Indonesian.timePicker("Kursi yang belum hadir dilepas pukul");
    private final TextField reason = new TextField("Alasan perubahan");
    private final Paragraph meaning = new Paragraph();
    private final transient FieldFindings findings = new FieldFindings()
            .at("daysAhead", days)
            .at("opensAt", opens)
            .at("channelPercent", share)
            .at("releaseAt", release)
            .at("reason", reason);

    /** @param now date and time at the office */
    BookingWindowDialog(WindowPlanning planning, Office office, LocalDateTime now, Runnable changed) {
        this.planning = planning;
        this.office = office;
        this.now = now;
        this.changed = changed;
        seen = planning.of(office.code());
        setHeaderTitle("Jendela pemesanan · " + office.name());
        setWidth("min(38rem, 96vw)");
        prepareFields();
        var form = new Div(numbers(), staffWait, meaning, reason);
        form.addClassName("dialog-form");
        add(form, history());
        var save = new Button("Simpan jendela", click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button("Batal", click -> close()), save);
        explain();
        FirstField.focusWhenOpened(this);
    }

    private void prepareFields() {
        BookingWindow window = seen.window();
        days.setValue(window.daysAhead());
        days.setHelperText("Dihitung menurut kalender, hari libur ikut dihitung");
        days.setStepButtonsVisible(true);
        days.setMin(0);
        opens.setValue(window.opensAt());
        opens.setHelperText("Waktu kantor (%s)".formatted(Formats.zone(office.timeZone())));
        staffWait.setValue(window.bindsStaff());
        share.setValue(window.channelPercent());
        share.setHelperText("Dari kursi umum sehari; batas gugur pada jam pembukaan sehari sebelumnya");
        share.setStepButtonsVisible(true);
        share.setMin(1);
        share.setMax(100);
        release.setValue(window.releaseAt());
        release.setClearButtonVisible(true);
        release.setHelperText(Optional.ofNullable(seen.usualRelease())
                .map(hour -> "Kosong: pukul %s, pengaturan portal".formatted(Formats.time(hour)))
                .orElse("Kosong: kursi ditahan sampai sore"));
        reason.setMaxLength(300);
        reason.setWidthFull();
        meaning.addClassName("muted");
        days.addValueChangeListener(change -> explain());
        opens.addValueChangeListener(change -> explain());
        staffWait.addValueChangeListener(change -> explain());
    }

    private FormLayout numbers() {
        var form = new FormLayout(days, opens, share, release);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("26em", 2));
        return form;
    }

    /** What the numbers mean at this moment, so that nobody has to count days. */
    private void explain() {
        meaning.setText(entered().map(this::meaningOf).orElse(""));
    }

    private Optional<BookingWindow> entered() {
        try {
            return Optional.of(window());
        } catch (InvalidInput unfinished) {
            return Optional.empty();
        }
    }

    private String meaningOf(BookingWindow window) {
        LocalDate last = window.lastDay(now, false);
        LocalDateTime next = window.opening(last.plusDays(1), false);
        return "Dengan ini umum dapat memesan sampai %s; %s dibuka %s pukul %s. %s Pemesanan yang sudah ada tetap berlaku."
                .formatted(
                        Formats.longDate(last),
                        Formats.longDate(last.plusDays(1)),
                        Formats.longDate(next.toLocalDate()),
                        Formats.time(next.toLocalTime()),
                        window.bindsStaff()
                                ? "Petugas menunggu jam yang sama."
                                : "Petugas dapat memesankan hari terjauh sejak pukul 00.00.");
    }

    private BookingWindow window() {
        return new BookingWindow(
                given(days.getValue(), "daysAhead"),
                given(opens.getValue(), "opensAt"),
                staffWait.getValue(),
                given(share.getValue(), "channelPercent"),
                release.getValue());
    }

    private static <T> T given(@Nullable T value, String field) {
        return Optional.ofNullable(value).orElseThrow(() -> new InvalidInput(field, "Harus diisi."));
    }

    private void save() {
        try {
            findings.requireReadable();
            planning.enter(office.code(), window(), reason.getValue(), seen.version());
            close();
            Notify.done("Jendela pemesanan %s sudah diubah.".formatted(office.name()));
        } catch (InvalidInput invalid) {
            findings.show(invalid);
            return;
        } catch (QuotaConflict conflict) {
            close();
            Notify.problem(String.valueOf(conflict.getMessage()));
        }
        changed.run();
    }

    private Details history() {
        var list = new UnorderedList();
        list.addClassName("latest");
        for (WindowPlanning.Change change : seen.history()) {
            var who = new Span(change.enteredBy() + ", " + Formats.shortDateTime(change.at(), office.timeZone()));
            who.addClassName("muted");
            list.add(new ListItem(new Div(change.description() + ". " + change.reason()), who));
        }
        var details = new Details("Riwayat (%d)".formatted(seen.history().size()), list);
        details.setVisible(!seen.history().isEmpty());
        return details;
    }
}
