package id.dukcapil.portal.privacy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import id.dukcapil.portal.common.ContactData.Correction;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Indonesian;
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
import java.util.Optional;
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
            panel.offer(new Button("Perbaiki data kontak", click -> correctContact(request, changed)));
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
            case BEGIN ->
                primary(
                        "Periksa identitas",
                        () -> ask(
                                "Identitas pemohon " + number,
                                "Sebutkan dengan apa pemohon membuktikan dirinya, tanpa menyalin NIK.",
                                "Bukti identitas",
                                "identity",
                                "Identitas cocok",
                                note -> register.begin(number, note),
                                "Identitas diperiksa; permintaan %s dikerjakan.".formatted(number),
                                changed));
            case ANSWER ->
                request.status() == RequestStatus.RECEIVED
                        ? new Button("Tolak", click -> answer(request, EnumSet.of(Decision.REFUSED), changed))
                        : primary("Jawab", () -> answer(request, decisions(request), changed));
            case FINISH ->
                primary(
                        "Jawaban disampaikan",
                        () -> ask(
                                "Jawaban " + number + " disampaikan",
                                "Sebutkan lewat apa jawaban sampai kepada pemohon.",
                                "Cara penyampaian",
                                "way",
                                "Selesai",
                                way -> register.finish(number, way),
                                "Permintaan %s selesai.".formatted(number),
                                changed));
            case REOPEN ->
                new Button(
                        "Kerjakan lagi",
                        click -> ask(
                                "Kerjakan lagi " + number,
                                "Jawaban yang ada tidak berlaku lagi dan jam 3 × 24 jam berjalan terus sejak permintaan diterima.",
                                "Alasan",
                                "reason",
                                "Kerjakan lagi",
                                reason -> register.reopen(number, reason),
                                "Permintaan %s dikerjakan lagi.".formatted(number),
                                changed));
            case WITHDRAW ->
                new Button(
                        "Ditarik pemohon",
                        click -> ask(
                                "Permintaan " + number + " ditarik",
                                "Permintaan ditutup tanpa jawaban.",
                                "Alasan",
                                "reason",
                                "Tarik permintaan",
                                reason -> register.withdraw(number, reason),
                                "Permintaan %s ditarik.".formatted(number),
                                changed));
            case REGISTER -> throw new IllegalStateException("A request is registered once");
        };
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
        FormDialog.ask(title, explanation, label, field, confirm, text -> {
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
        var dialog = new FormDialog("Jawab " + request.number());
        Select<Decision> decision = dialog.field("decision", Indonesian.select("Keputusan"));
        decision.setItems(open);
        decision.setItemLabelGenerator(Decision::label);
        decision.setValue(open.iterator().next());
        TextArea reasons = dialog.field("answer", Indonesian.textArea("Jawaban dan alasannya"));
        reasons.setMaxLength(1900);
        reasons.setMinHeight("8rem");
        dialog.confirm("Simpan jawaban", () -> {
            register.answer(request.number(), decision.getValue(), reasons.getValue());
            Notify.done("Permintaan %s dijawab: %s."
                    .formatted(request.number(), decision.getValue().label().toLowerCase(Formats.INDONESIAN)));
            changed.run();
        });
        dialog.openAt(reasons);
    }

    private void correctContact(RequestDetails request, Runnable changed) {
        var dialog = new FormDialog("Perbaiki data kontak");
        dialog.explain("Alamat e-mail dan telepon pada pemesanan diberikan pemohon sendiri, jadi diperbaiki di sini."
                + " Data kependudukan diperbaiki lewat SIAK.");
        TextField email = dialog.field("email", Indonesian.textField("E-mail yang benar"));
        TextField phone = dialog.field("phone", Indonesian.textField("Telepon yang benar"));
        dialog.confirm("Perbaiki", () -> {
            int corrected = register.correctContact(request.number(), new Correction(typed(email), typed(phone)));
            Notify.done(
                    corrected == 0
                            ? "Tidak ada pemesanan atas nama pemohon ini."
                            : "Data kontak diperbaiki pada %d pemesanan.".formatted(corrected));
            changed.run();
        });
        dialog.openAt(email);
    }

    private static @Nullable String typed(TextField field) {
        return Optional.of(field.getValue().strip())
                .filter(text -> !text.isEmpty())
                .orElse(null);
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
