package id.dukcapil.portal.privacy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.MaskedFacts;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.privacy.Decision;
import id.dukcapil.portal.privacy.PersonalCopy;
import id.dukcapil.portal.privacy.RequestAction;
import id.dukcapil.portal.privacy.RequestDetails;
import id.dukcapil.portal.privacy.RequestKind;
import id.dukcapil.portal.privacy.RequestRegister;
import id.dukcapil.portal.privacy.RequestStatus;
import id.dukcapil.portal.staff.CurrentStaff;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What can be done with requests, as far as the person may and the status allows. */
@SpringComponent
@UIScope
class RequestActions {

    private final RequestRegister register;
    private final PersonalCopy copy;
    private final CurrentStaff staff;
    private final Clock clock;

    RequestActions(RequestRegister register, PersonalCopy copy, CurrentStaff staff, Clock clock) {
        this.register = register;
        this.copy = copy;
        this.staff = staff;
        this.clock = clock;
    }

    void register(ZoneId zone, Consumer<RequestDetails> registered) {
        new NewRequestDialog(register, clock, zone, registered).open();
    }

    /** How masked data of the request are opened, or null for who may not. */
    MaskedFacts.@Nullable Opening opening(String number) {
        return staff.may(Permission.PERSON_REVEAL) ? purpose -> register.reveal(number, purpose) : null;
    }

    /** @param changed called after every attempt, also one that came too late */
    void offer(RequestPanel panel, RequestDetails request, Runnable changed) {
        if (!staff.may(Permission.PRIVACY_HANDLE)) {
            return;
        }
        for (RequestAction action : RequestAction.values()) {
            if (request.allowed().contains(action)) {
                panel.offer(button(action, request, changed));
            }
        }
        if (request.kind() == RequestKind.CORRECTION && request.status() == RequestStatus.IN_PROGRESS) {
            panel.offer(
                    new Button("Perbaiki data kontak", click -> new ContactDialog(register, request, changed).open()));
        }
        if (request.mayBeCopied()) {
            for (PersonalCopy.Form form : PersonalCopy.Form.values()) {
                panel.offer(download(request.number(), form));
            }
        }
    }

    private Button button(RequestAction action, RequestDetails request, Runnable changed) {
        String number = request.number();
        return switch (action) {
            case BEGIN -> primary("Periksa identitas", () -> begin(number, changed));
            case ANSWER ->
                request.status() == RequestStatus.RECEIVED
                        ? new Button("Tolak", click -> answer(request, EnumSet.of(Decision.REFUSED), changed))
                        : primary("Jawab", () -> answer(request, decisions(request), changed));
            case FINISH -> primary("Jawaban disampaikan", () -> finish(number, changed));
            case REOPEN -> new Button("Kerjakan lagi", click -> reopen(number, changed));
            case WITHDRAW -> new Button("Ditarik pemohon", click -> withdraw(number, changed));
            case REGISTER -> throw new IllegalStateException("A request is registered once");
        };
    }

    private void begin(String number, Runnable changed) {
        ask(
                "Identitas pemohon " + number,
                "Sebutkan dengan apa pemohon membuktikan dirinya, tanpa menyalin NIK.",
                "Bukti identitas",
                "identity",
                "Identitas cocok",
                note -> register.begin(number, note),
                "Identitas diperiksa; permintaan %s dikerjakan.".formatted(number),
                changed);
    }

    private void finish(String number, Runnable changed) {
        ask(
                "Jawaban " + number + " disampaikan",
                "Sebutkan lewat apa jawaban sampai kepada pemohon.",
                "Cara penyampaian",
                "way",
                "Selesai",
                way -> register.finish(number, way),
                "Permintaan %s selesai.".formatted(number),
                changed);
    }

    private void reopen(String number, Runnable changed) {
        ask(
                "Kerjakan lagi " + number,
                "Jawaban yang ada tidak berlaku lagi dan jam 3 × 24 jam berjalan terus sejak permintaan diterima.",
                "Alasan",
                "reason",
                "Kerjakan lagi",
                reason -> register.reopen(number, reason),
                "Permintaan %s dikerjakan lagi.".formatted(number),
                changed);
    }

    private void withdraw(String number, Runnable changed) {
        ask(
                "Permintaan " + number + " ditarik",
                "Permintaan ditutup tanpa jawaban.",
                "Alasan",
                "reason",
                "Tarik permintaan",
                reason -> register.withdraw(number, reason),
                "Permintaan %s ditarik.".formatted(number),
                changed);
    }

    private static void ask(
            String title,
            String explanation,
            String label,
            String field,
            String confirm,
            Consumer<String> act,
            String done,
            Runnable changed) {
        CaseDialog.ask(title, explanation, label, field, confirm, text -> {
            try {
                act.accept(text);
                Notify.done(done);
            } finally {
                changed.run();
            }
        });
    }

    private static Set<Decision> decisions(RequestDetails request) {
        return request.kind() == RequestKind.CORRECTION
                ? EnumSet.allOf(Decision.class)
                : EnumSet.complementOf(EnumSet.of(Decision.FORWARDED));
    }

    private void answer(RequestDetails request, Set<Decision> open, Runnable changed) {
        new AnswerDialog(register, request, open, changed).open();
    }

    private static Button primary(String label, Runnable act) {
        var button = new Button(label, click -> act.run());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private Anchor download(String number, PersonalCopy.Form form) {
        var link = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    byte[] bytes = copy.make(number, form);
                    return new DownloadResponse(
                            new ByteArrayInputStream(bytes),
                            "salinan-data-%s.%s".formatted(number, form.ending()),
                            form.mediaType(),
                            bytes.length);
                }),
                "Salinan data " + form.label());
        link.addClassName("button");
        return link;
    }
}
