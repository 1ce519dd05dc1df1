package id.dukcapil.portal.counter.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.common.ui.Confirm;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.ReasonDialog;
import id.dukcapil.portal.counter.Ticket;
import id.dukcapil.portal.counter.TicketRefused;
import id.dukcapil.portal.counter.queue.CounterWork;
import id.dukcapil.portal.counter.queue.CounterWork.Open;
import id.dukcapil.portal.counter.queue.CounterWork.State;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Scope;

/** What keys and buttons of the counter do; a refusal is said as a sentence and the page shows what holds now. */
@SpringComponent
@Scope("prototype")
class DeskActs {

    private final CounterWork work;
    private Runnable changed = () -> {};

    DeskActs(CounterWork work) {
        this.work = work;
    }

    void onChange(Runnable changed) {
        this.changed = changed;
    }

    void ifOpen(@Nullable State state, Consumer<Open> act) {
        if (state != null && state.open() != null) {
            act.accept(state.open());
        }
    }

    void run(Runnable act) {
        try {
            act.run();
        } catch (TicketRefused | IllegalMove refused) {
            Notify.warning(String.valueOf(refused.getMessage()));
        }
        changed.run();
    }

    void next() {
        run(() -> {
            if (work.next().isEmpty()) {
                Notify.done("Tidak ada yang menunggu layanan loket ini.");
            }
        });
    }

    void arrive(Open open) {
        run(() -> work.arrive(open.ticket().id()));
    }

    void finish(Open open) {
        run(() -> Notify.done(
                "%s selesai.".formatted(work.finish(open.ticket().id()).label())));
    }

    void repeat(Open open) {
        run(() -> work.repeat(open.ticket().id()));
    }

    void takeBack(Open open) {
        run(() -> Notify.done("Panggilan %s ditarik; ia menunggu di tempatnya."
                .formatted(work.takeBack(open.ticket().id()).label())));
    }

    void hold(Open open) {
        run(() -> Notify.done("%s ditunda; tempatnya tetap."
                .formatted(work.hold(open.ticket().id()).label())));
    }

    void resume(Ticket ticket) {
        run(() -> work.resume(ticket.id()));
    }

    /** Asks when the number was called less often than the office calls. */
    void noShow(Open open, int mostCalls) {
        Runnable act = () -> run(() -> Notify.done("%s dicatat tidak hadir; dapat kembali sekali."
                .formatted(work.noShow(open.ticket().id()).label())));
        if (open.call().times() >= mostCalls) {
            act.run();
        } else {
            Confirm.ask(
                    "%s tidak hadir?".formatted(open.ticket().label()),
                    "Baru dipanggil %d dari %d kali.".formatted(open.call().times(), mostCalls),
                    "Catat tidak hadir",
                    act);
        }
    }

    void comeBack(Ticket ticket) {
        run(() -> Notify.done("%s kembali ke tempat semula."
                .formatted(work.comeBack(ticket.id()).label())));
    }

    void cancel(Ticket ticket) {
        ReasonDialog.askBeforeLoss(
                "Batalkan %s?".formatted(ticket.label()),
                "Nomor ini tidak dipanggil lagi.",
                "Batalkan nomor",
                reason -> run(() -> work.cancel(ticket.id(), reason)));
    }

    void settle(Ticket ticket, boolean served) {
        run(() -> work.settle(ticket.id(), served));
    }

    void transfer(Open open) {
        new TransferDialog(work, open.ticket(), changed).open();
    }

    void prioritise(Ticket ticket) {
        new PriorityDialog(work, ticket, changed).open();
    }

    void issue() {
        new IssueDialog(work, changed).open();
    }
}
