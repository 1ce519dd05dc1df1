package id.dukcapil.portal.booking.ui;

import id.dukcapil.portal.booking.QuotaDay;
import id.dukcapil.portal.booking.QuotaEdit;
import id.dukcapil.portal.booking.QuotaPlanning;
import id.dukcapil.portal.booking.RelocationWish;
import id.dukcapil.portal.booking.StockAcceptance;
import id.dukcapil.portal.booking.StockOutlook;
import id.dukcapil.portal.booking.StockPlanning;
import id.dukcapil.portal.booking.StockProposal.ProposedDay;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Notify;
import java.util.List;
import org.springframework.dao.OptimisticLockingFailureException;

/** What a planner does to days of the calendar with one click or a small dialog, and the sentence that confirms it. */
class DayPlanner implements QuotaDayPanel.Planner {

    private final QuotaPlanning planning;
    private final StockPlanning stock;
    private final Relocating relocating;
    private final Runnable changed;

    /** @param changed called after every attempt, because a conflict shows what holds now */
    DayPlanner(QuotaPlanning planning, StockPlanning stock, Relocating relocating, Runnable changed) {
        this.planning = planning;
        this.stock = stock;
        this.relocating = relocating;
        this.changed = changed;
    }

    @Override
    public void editQuota(QuotaDay day) {
        DayQuotaDialog.edit(day, change -> change(day, change));
    }

    @Override
    public void close(QuotaDay day) {
        DayQuotaDialog.close(day, change -> change(day, change));
    }

    @Override
    public void change(QuotaDay day, QuotaEdit.Change change) {
        QuotaEdit edit = QuotaEdit.oneDay(day.office(), day.date(), change);
        // The version is that of the day as this planner saw it, so that nobody's change is overwritten unseen
        QuotaEdit.Planned planned = planning.previewOfDay(day, change);
        if (planned.refusal() != null) {
            Notify.problem(planned.refusal());
            relocate(day, change);
            return;
        }
        attempt(() -> {
            int days = planning.apply(edit, List.of(planned));
            Notify.done("%s %s.".formatted(Formats.longDate(day.date()), days == 0 ? "tidak berubah" : "sudah diubah"));
        });
    }

    /** What people who have booked stand in the way of can be done by moving them. */
    private void relocate(QuotaDay day, QuotaEdit.Change change) {
        switch (change) {
            case QuotaEdit.Change.SetQuota set ->
                relocating.of(day, RelocationWish.Kind.CAPACITY, set.quota().capacity(), "");
            case QuotaEdit.Change.Close close -> relocating.of(day, RelocationWish.Kind.CLOSE, 0, close.reason());
            case QuotaEdit.Change.FollowRule ignored ->
                relocating.of(day, RelocationWish.Kind.CAPACITY, day.quota().capacity(), "");
            case QuotaEdit.Change.Reopen ignored -> {
                // Opening a day stands in nobody's way
            }
        }
    }

    /** Shows day by day what the proposals would change; nothing is changed before that. */
    void preview(OfficeCode office, StockOutlook outlook, List<ProposedDay> proposed) {
        new StockProposalDialog(stock, office, outlook, proposed, changed).open();
    }

    void takeBack(StockAcceptance accepted) {
        attempt(() -> {
            stock.takeBack(accepted.id());
            Notify.done("Kuota %s hari kembali seperti sebelum usulan diterima."
                    .formatted(Formats.number(accepted.days().size())));
        });
    }

    private void attempt(Runnable act) {
        try {
            act.run();
        } catch (OptimisticLockingFailureException conflict) {
            Notify.problem(String.valueOf(conflict.getMessage()));
        }
        changed.run();
    }
}
