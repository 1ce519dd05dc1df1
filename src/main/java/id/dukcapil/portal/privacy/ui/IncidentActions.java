package id.dukcapil.portal.privacy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.PdfDialog;
import id.dukcapil.portal.privacy.IncidentAction;
import id.dukcapil.portal.privacy.IncidentDetails;
import id.dukcapil.portal.privacy.IncidentNotice;
import id.dukcapil.portal.privacy.IncidentRegister;
import id.dukcapil.portal.staff.CurrentStaff;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Consumer;

/** What can be done with incidents, as far as the person may and the status allows. */
@SpringComponent
@UIScope
class IncidentActions {

    /** Tells that a notice went out. */
    @FunctionalInterface
    private interface Told {
        void record(Instant at, String how);
    }

    private final IncidentRegister register;
    private final IncidentNotice notice;
    private final CurrentStaff staff;
    private final Clock clock;

    IncidentActions(IncidentRegister register, IncidentNotice notice, CurrentStaff staff, Clock clock) {
        this.register = register;
        this.notice = notice;
        this.staff = staff;
        this.clock = clock;
    }

    void report(ZoneId zone, Consumer<IncidentDetails> reported) {
        IncidentDialog.report(register, clock, zone, reported).open();
    }

    /** @param changed called after every attempt, also one that came too late */
    void offer(IncidentPanel panel, IncidentDetails incident, ZoneId zone, Runnable changed) {
        if (!incident.facts().measures().isEmpty()) {
            for (IncidentNotice.Addressee addressee : IncidentNotice.Addressee.values()) {
                panel.offer(letter(incident.number(), addressee));
            }
        }
        if (!staff.may(Permission.PRIVACY_HANDLE)) {
            return;
        }
        for (IncidentAction action : IncidentAction.values()) {
            if (incident.allowed().contains(action)) {
                panel.offer(button(action, incident, zone, changed));
            }
        }
    }

    private Button button(IncidentAction action, IncidentDetails incident, ZoneId zone, Runnable changed) {
        String number = incident.number();
        return switch (action) {
            case DESCRIBE ->
                new Button(
                        "Lengkapi uraian",
                        click -> IncidentDialog.describe(register, incident, changed)
                                .open());
            case NOTIFY_AUTHORITY -> primary("Lembaga sudah diberi tahu", () -> authorityTold(number, zone, changed));
            case NOTIFY_SUBJECTS -> primary("Subjek data sudah diberi tahu", () -> subjectsTold(number, zone, changed));
            case CLOSE -> primary("Tutup insiden", () -> close(number, changed));
            case DISMISS -> new Button("Bukan insiden", click -> dismiss(number, changed));
            case REPORT -> throw new IllegalStateException("An incident is reported once");
        };
    }

    private void authorityTold(String number, ZoneId zone, Runnable changed) {
        told(
                "Pemberitahuan kepada lembaga",
                "Nomor surat atau cara",
                zone,
                (at, how) -> register.notifyAuthority(number, at, how),
                changed);
    }

    private void subjectsTold(String number, ZoneId zone, Runnable changed) {
        told(
                "Pemberitahuan kepada subjek data",
                "Cara pemberitahuan",
                zone,
                (at, how) -> register.notifySubjects(number, at, how),
                changed);
    }

    private void close(String number, Runnable changed) {
        CaseDialog.ask(
                "Tutup " + number,
                "Sebutkan apa yang dipulihkan dan apa yang diubah agar tidak terulang.",
                "Kesimpulan",
                "reason",
                "Tutup insiden",
                text -> done(() -> register.close(number, text), number + " ditutup.", changed));
    }

    private void dismiss(String number, Runnable changed) {
        CaseDialog.ask(
                number + " bukan insiden",
                "Hanya bila terbukti tidak ada data pribadi yang terungkap; jamnya berhenti.",
                "Alasan",
                "reason",
                "Nyatakan bukan insiden",
                text -> done(() -> register.dismiss(number, text), number + " dinyatakan bukan insiden.", changed));
    }

    private void told(String title, String label, ZoneId zone, Told told, Runnable changed) {
        var dialog = new CaseDialog(title);
        DateTimePicker at = dialog.field("notifiedAt", Indonesian.dateTimePicker("Disampaikan"));
        LocalDateTime opened = LocalDateTime.ofInstant(clock.instant(), zone).truncatedTo(ChronoUnit.MINUTES);
        at.setValue(opened);
        TextField how = dialog.field("how", Indonesian.textField(label));
        dialog.confirm("Simpan", () -> {
            if (at.getValue() == null) {
                throw new InvalidInput("notifiedAt", "Isi tanggal dan jamnya.");
            }
            Instant moment = at.getValue().equals(opened)
                    ? clock.instant()
                    : at.getValue().atZone(zone).toInstant();
            done(() -> told.record(moment, how.getValue()), title + " dicatat.", changed);
        });
        dialog.openAt(how);
    }

    private static void done(Runnable act, String sentence, Runnable changed) {
        try {
            act.run();
            Notify.done(sentence);
        } finally {
            changed.run();
        }
    }

    private static Button primary(String label, Runnable act) {
        var button = new Button(label, click -> act.run());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private Button letter(String number, IncidentNotice.Addressee addressee) {
        String told = addressee.label().toLowerCase(Locale.ROOT);
        String file = "pemberitahuan-%s-%s.pdf".formatted(number, told.replace(' ', '-'));
        return new Button(
                "Surat: " + told,
                click -> new PdfDialog("Surat pemberitahuan " + number, file, () -> notice.letter(number, addressee))
                        .open());
    }
}
