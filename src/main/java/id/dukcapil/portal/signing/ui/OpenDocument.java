package id.dukcapil.portal.signing.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.ListAndPanel;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.ReasonDialog;
import id.dukcapil.portal.signing.SigningDocumentDetails;
import id.dukcapil.portal.signing.SigningDocumentId;
import id.dukcapil.portal.signing.SigningDocumentStatus;
import id.dukcapil.portal.signing.SigningRegister;
import id.dukcapil.portal.signing.WaitingDocuments;
import id.dukcapil.portal.signing.WaitingFilter;
import id.dukcapil.portal.signing.WaitingPlace;
import id.dukcapil.portal.signing.WaitingRow;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The document that is open beside the list: leafing on from it, ticking it, sending it back to its verifier. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class OpenDocument implements DocumentPanel.Leafing {

    private final WaitingDocuments waiting;
    private final SigningRegister register;
    private final DocumentPanel panel;
    private final CurrentStaff staff;
    private final Clock clock;
    private final Map<OfficeCode, String> offices;
    private @Nullable WaitingGrid grid;
    private Consumer<@Nullable SigningDocumentId> chosen = document -> {};
    private Runnable changed = () -> {};
    private WaitingFilter filter = WaitingFilter.ALL;
    private @Nullable SigningDocumentDetails document;

    OpenDocument(
            WaitingDocuments waiting, SigningRegister register, DocumentPanel panel, CurrentStaff staff, Clock clock) {
        this.waiting = waiting;
        this.register = register;
        this.panel = panel;
        this.staff = staff;
        this.clock = clock;
        offices = staff.officesInScope().stream().collect(Collectors.toMap(Office::code, Office::name));
    }

    /**
     * @param chosen opens another document, or none
     * @param changed called when the document has been sent back
     */
    void serve(WaitingGrid list, Consumer<@Nullable SigningDocumentId> chosen, Runnable changed) {
        grid = list;
        this.chosen = chosen;
        this.changed = changed;
    }

    DocumentPanel panel() {
        return panel;
    }

    /** Empty where there is but one office to see. */
    String officeName(OfficeCode office) {
        return offices.size() > 1 ? offices.getOrDefault(office, office.value()) : "";
    }

    String summary(RoomCounts counts) {
        String all = "%s dokumen menunggu".formatted(RoomTabs.text(counts.all()));
        return counts.oldest()
                .map(oldest -> "%s · tertua %s"
                        .formatted(all, Formats.duration(Duration.between(oldest.verifiedAt(), clock.instant()))))
                .orElse(all);
    }

    /** Shows the document of the address in the panel, or closes it; what is open already stays as it is. */
    void show(WaitingFilter listed, Optional<SigningDocumentId> wanted, ListAndPanel content) {
        filter = listed;
        Optional<SigningDocumentDetails> found = wanted.flatMap(register::find);
        if (wanted.isPresent() && found.isEmpty()) {
            Notify.warning("Dokumen itu tidak ada, atau bukan dokumen kantor Anda.");
        }
        SigningDocumentDetails before = document;
        document = found.orElse(null);
        if (grid != null) {
            grid.markOpen(found.map(SigningDocumentDetails::id).orElse(null));
        }
        if (document == null
                || before == null
                || !document.id().equals(before.id())
                || document.version() != before.version()) {
            content.showChosen(found, this::fill);
        }
    }

    private void fill(SigningDocumentDetails shown) {
        WaitingPlace where = WaitingPlace.of(shown);
        boolean waits = shown.status() == SigningDocumentStatus.AWAITING;
        String place = waits
                ? "%s dari %s"
                        .formatted(
                                Formats.number(waiting.countBefore(filter, where) + 1L),
                                RoomTabs.text(waiting.count(filter)))
                : "";
        panel.show(
                shown,
                offices.getOrDefault(shown.office(), shown.office().value()),
                new DocumentPanel.Place(
                        place,
                        waiting.before(filter, where).isPresent(),
                        waiting.after(filter, where).isPresent(),
                        isTicked(shown.id())),
                this);
    }

    private boolean isTicked(SigningDocumentId id) {
        return grid != null && grid.ticked().contains(id);
    }

    void showTick() {
        Optional.ofNullable(document).ifPresent(shown -> panel.showTick(isTicked(shown.id())));
    }

    /** The next or the one before; without an open one the first. */
    @Override
    public void step(int documents) {
        SigningDocumentDetails from = document;
        Optional<WaitingRow> to = from == null
                ? waiting.page(filter, null, 0, 1).stream().findFirst()
                : documents > 0
                        ? waiting.after(filter, WaitingPlace.of(from))
                        : waiting.before(filter, WaitingPlace.of(from));
        to.ifPresent(row -> chosen.accept(row.id()));
    }

    @Override
    public void toggle() {
        SigningDocumentDetails shown = document;
        if (shown != null && shown.status() == SigningDocumentStatus.AWAITING && grid != null) {
            grid.toggle(new WaitingRow(
                    shown.id(),
                    shown.kind(),
                    shown.title(),
                    shown.reference(),
                    shown.office(),
                    shown.concerns(),
                    shown.verifier(),
                    shown.verifiedAt()));
        }
    }

    @Override
    public void close() {
        chosen.accept(null);
    }

    @Override
    public void refuse() {
        SigningDocumentDetails shown = document;
        if (shown != null && shown.status() == SigningDocumentStatus.AWAITING && staff.may(Permission.DOCUMENT_SIGN)) {
            ReasonDialog.askBeforeLoss(
                    "Kembalikan ke verifikator?",
                    "%s %s tidak ditandatangani; %s memeriksanya lagi."
                            .formatted(shown.title(), shown.reference(), shown.verifier()),
                    "Kembalikan",
                    reason -> refuse(shown, reason));
        }
    }

    private void refuse(SigningDocumentDetails shown, String reason) {
        WaitingPlace where = WaitingPlace.of(shown);
        Optional<WaitingRow> next = waiting.after(filter, where).or(() -> waiting.before(filter, where));
        try {
            register.refuse(shown.id(), shown.version(), reason)
                    .ifPresent(refused -> Notify.done(
                            "%s %s dikembalikan ke verifikator.".formatted(refused.title(), refused.reference())));
            chosen.accept(next.map(WaitingRow::id).orElse(null));
        } catch (ChangedMeanwhile | IllegalMove tooLate) {
            Notify.problem(String.valueOf(tooLate.getMessage()));
        }
        changed.run();
    }
}
