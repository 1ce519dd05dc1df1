package id.dukcapil.portal.activation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import id.dukcapil.portal.activation.campaign.Campaign;
import id.dukcapil.portal.activation.campaign.Campaigns;
import id.dukcapil.portal.common.ui.EmptyState;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.ReasonDialog;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.Sheet;
import id.dukcapil.portal.staff.Office;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The events outside the office from today on, each with its history; plans, changes and calls off. */
class CampaignsDialog extends Dialog {

    private final transient Campaigns campaigns;
    private final transient Office office;
    private final transient LocalDate today;
    private final transient Runnable changed;
    private final Div list = new Div();

    CampaignsDialog(Campaigns campaigns, Office office, LocalDate today, Runnable changed) {
        super("Jemput bola " + office.name());
        this.campaigns = campaigns;
        this.office = office;
        this.today = today;
        this.changed = changed;
        setWidth("min(44rem, 96vw)");
        list.addClassName("form-stack");
        add(list);
        var plan = new Button("Rencanakan …", click -> edit(null));
        plan.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Tutup", click -> close()), plan);
        refresh();
    }

    private void refresh() {
        list.removeAll();
        campaigns.planned(office.code(), today).forEach(campaign -> list.add(sheet(campaign)));
        if (list.getComponentCount() == 0) {
            list.add(new EmptyState("Belum ada yang direncanakan", "Rencanakan tempat, hari dan petugasnya."));
        }
    }

    private Sheet sheet(Campaign campaign) {
        var facts = new Paragraph("%s, %s–%s · %s"
                .formatted(
                        Formats.longDate(campaign.day()),
                        Formats.time(campaign.opens()),
                        Formats.time(campaign.closes()),
                        campaign.crew()));
        var history = new UnorderedList(campaign.changes().stream()
                .map(change -> new ListItem("%s, %s: %s. Alasan: %s"
                        .formatted(
                                Formats.shortDateTime(change.at(), office.timeZone()),
                                change.by(),
                                change.text(),
                                change.reason())))
                .toArray(ListItem[]::new));
        var sheet = new Sheet(campaign.place()).padded(facts, history);
        return campaign.cancelled()
                ? sheet.beside(new StatusBadge("Dibatalkan", Tone.NEUTRAL))
                : sheet.beside(
                        new Button("Ubah …", click -> edit(campaign)),
                        new Button("Batalkan …", click -> cancel(campaign)));
    }

    private void edit(@Nullable Campaign campaign) {
        new CampaignDialog(campaigns, office, today, campaign, this::done).open();
    }

    private void cancel(Campaign campaign) {
        ReasonDialog.askBeforeLoss(
                "Batalkan jemput bola " + campaign.place(),
                "Tempat ini tidak dapat dipilih lagi di loket; rencananya tetap tercatat dengan alasannya.",
                "Batalkan jemput bola",
                reason -> {
                    campaigns.cancel(campaign, reason);
                    Notify.done("Jemput bola %s dibatalkan.".formatted(campaign.place()));
                    done();
                });
    }

    private void done() {
        refresh();
        changed.run();
    }
}
