package id.dukcapil.portal.delivery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.ReasonDialog;
import id.dukcapil.portal.delivery.ReleaseDetails;
import id.dukcapil.portal.delivery.ReleaseStatus;
import id.dukcapil.portal.delivery.Releases;
import id.dukcapil.portal.staff.CurrentStaff;
import java.util.ArrayList;
import java.util.List;

/** What can be done with a release, as far as the person may and its status allows. */
@SpringComponent
@UIScope
class ReleaseActions {

    private final Releases releases;
    private final CurrentStaff staff;

    ReleaseActions(Releases releases, CurrentStaff staff) {
        this.releases = releases;
        this.staff = staff;
    }

    List<Component> of(ReleaseDetails release, Runnable changed) {
        var actions = new ArrayList<Component>();
        if (!staff.may(Permission.RELEASE_ISSUE)) {
            return actions;
        }
        if (release.status().isReissuable()) {
            var again = new Button(
                    "Terbitkan ulang QR dan PIN", click -> new ReissueDialog(releases, release, changed).open());
            again.addThemeVariants(ButtonVariant.PRIMARY);
            actions.add(again);
        }
        if (release.status().canBecome(ReleaseStatus.REVOKED)) {
            var revoke = new Button("Cabut", click -> askBeforeRevoking(release, changed));
            revoke.addThemeVariants(ButtonVariant.ERROR);
            actions.add(revoke);
        }
        return actions;
    }

    private void askBeforeRevoking(ReleaseDetails release, Runnable changed) {
        ReasonDialog.askBeforeLoss(
                "Cabut pengambilan dokumen?",
                "%s untuk %s tidak dapat dicetak lagi, dan ini tidak dapat dibatalkan."
                        .formatted(release.title(), release.recipient()),
                "Cabut",
                reason -> revoke(release, reason, changed));
    }

    private void revoke(ReleaseDetails release, String reason, Runnable changed) {
        try {
            releases.revoke(release.id(), release.version(), reason);
            Notify.done("Pengambilan dokumen %s dicabut.".formatted(release.reference()));
        } catch (ChangedMeanwhile | IllegalMove tooLate) {
            Notify.problem(String.valueOf(tooLate.getMessage()));
        }
        changed.run();
    }
}
