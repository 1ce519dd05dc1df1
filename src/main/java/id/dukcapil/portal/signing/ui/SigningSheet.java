package id.dukcapil.portal.signing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.spring.annotation.SpringComponent;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.signing.BatchEnding;
import id.dukcapil.portal.signing.BatchFollowing;
import id.dukcapil.portal.signing.BatchState;
import id.dukcapil.portal.signing.SigningBatchId;
import id.dukcapil.portal.signing.SigningDocumentId;
import id.dukcapil.portal.signing.SigningRoom;
import id.dukcapil.portal.signing.ui.SigningAttempt.Wanted;
import id.dukcapil.portal.staff.CurrentStaff;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/**
 * Lies at the bottom of the signing room and leads from what was ticked over the check and the passphrase to the progress
 * of the batch and what became of it.
 */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class SigningSheet extends Div implements BatchPart.Actions, SigningAttempt.Stage {

    private static final String WRONG =
            "Tidak ada dokumen lain yang dikirim, dan semuanya menunggu lagi; tidak ada yang"
                    + " hilang. Ketik dengan teliti: penyedia TTE mengunci akun setelah beberapa kali salah.";

    /** The page around the sheet. */
    interface Room {

        void clearChosen();

        /** Shows the batch, or none, under an address of its own. */
        void follow(@Nullable SigningBatchId batch);

        /** Documents have gone on, or wait again. */
        void changed();
    }

    private final transient SigningAttempt attempt;
    private final transient SigningRoom signing;
    private final transient BatchFollowing batches;
    private final transient TroubledItems troubled;
    private final transient Clock clock;
    private final boolean maySign;
    private transient @Nullable Room room;
    private transient List<SigningDocumentId> chosen = List.of();
    private transient @Nullable SigningBatchId followed;
    private transient @Nullable SigningBatchId begun;
    private @Nullable BatchPart batch;

    /** Between the check and the beginning of a batch. */
    private boolean attempting;

    private boolean running;

    SigningSheet(
            SigningAttempt attempt,
            SigningRoom signing,
            BatchFollowing batches,
            TroubledItems troubled,
            CurrentStaff staff,
            Clock clock) {
        this.attempt = attempt;
        this.signing = signing;
        this.batches = batches;
        this.troubled = troubled;
        this.clock = clock;
        maySign = staff.may(Permission.DOCUMENT_SIGN);
        addClassNames("card", "signing-sheet");
        getElement().setAttribute("role", "region").setAttribute("aria-label", "Penandatanganan");
        setVisible(false);
    }

    void serve(Room around) {
        room = around;
    }

    private void tell(Consumer<Room> what) {
        Optional.ofNullable(room).ifPresent(what);
    }

    @Override
    public void put(Component part) {
        removeAll();
        setVisible(true);
        add(part);
    }

    @Override
    public boolean shows(Component part) {
        return part.getParent().filter(this::equals).isPresent();
    }

    /** Tells what is ticked; a check or a batch that is shown stays. */
    void choose(List<SigningDocumentId> documents) {
        chosen = List.copyOf(documents);
        if (followed == null && !attempting) {
            showChosen();
        }
    }

    /** The person has ticked something else by hand, so what was checked is no longer what is wanted. */
    void chooseAnew() {
        if (followed == null && attempting) {
            showChosen();
        }
    }

    private void showChosen() {
        attempting = false;
        if (chosen.isEmpty() || !maySign) {
            removeAll();
            setVisible(false);
        } else {
            put(new ChosenPart(chosen.size(), () -> tell(Room::clearChosen), this::checkChosen));
        }
    }

    /** The check of what is ticked, before the passphrase. */
    void checkChosen() {
        if (!chosen.isEmpty() && maySign && followed == null && !attempting) {
            attempting = true;
            attempt.check(new Wanted(chosen, null), null, this);
        }
    }

    @Override
    public void begun(SigningRoom.Started started) {
        begun = started.batch();
        attempting = false;
        if (!started.leftOut().isEmpty()) {
            Notify.warning("%s dokumen tidak ikut karena baru saja berubah."
                    .formatted(Formats.number(started.leftOut().size())));
        }
        tell(Room::clearChosen);
        tell(around -> around.follow(started.batch()));
        tell(Room::changed);
    }

    /** Shows how a batch gets on, and goes on doing so; without one, what is ticked. */
    void follow(@Nullable SigningBatchId id) {
        if (id == null) {
            if (followed != null) {
                forget();
                showChosen();
            }
        } else if (!id.equals(followed)) {
            followed = id;
            batch = new BatchPart(id, troubled, this, maySign, clock);
            running = true;
            put(batch);
            look();
        }
    }

    private void forget() {
        followed = null;
        batch = null;
        running = false;
    }

    /** Whether nothing is lost when something else is shown. */
    boolean isIdle() {
        return followed == null && !attempting && chosen.isEmpty();
    }

    @Override
    public void look() {
        SigningBatchId id = followed;
        if (id != null && running) {
            batches.of(id).ifPresentOrElse(this::show, () -> {
                Notify.warning("Sesi penandatanganan itu tidak ada.");
                back();
            });
        }
    }

    private void show(BatchState state) {
        boolean wasRunning = running;
        running = state.isRunning();
        Optional.ofNullable(batch).ifPresent(part -> part.show(state));
        if (wasRunning && !running) {
            tell(Room::changed);
            if (state.batch().ending() == BatchEnding.WRONG_PASSPHRASE
                    && state.batch().id().equals(begun)) {
                askAgain(state.batch().id(), WRONG);
            }
        }
    }

    private void askAgain(SigningBatchId earlier, @Nullable String warning) {
        List<SigningDocumentId> unsigned = attempt.unsignedOf(earlier);
        if (unsigned.isEmpty()) {
            Notify.warning("Tidak ada lagi yang menunggu dari sesi itu.");
        } else {
            attempt.check(new Wanted(unsigned, earlier), warning, this);
        }
    }

    @Override
    public void back() {
        forget();
        tell(around -> around.follow(null));
        showChosen();
    }

    @Override
    public void stop(SigningBatchId id) {
        signing.stop(id);
        look();
    }

    @Override
    public void retry(SigningBatchId id) {
        askAgain(id, null);
    }

    @Override
    public void close() {
        back();
    }

    /** An unknown document was settled, which changes the batch although it is over. */
    @Override
    public void settled() {
        Optional.ofNullable(followed).flatMap(batches::of).ifPresent(this::show);
        tell(Room::changed);
    }
}
