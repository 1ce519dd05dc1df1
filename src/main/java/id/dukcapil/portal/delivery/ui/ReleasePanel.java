package id.dukcapil.portal.delivery.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.Masking;
import id.dukcapil.portal.common.NamedOffice;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.common.ui.DetailPanel;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.ReasonDialog;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Timeline;
import id.dukcapil.portal.delivery.ReleaseDetails;
import id.dukcapil.portal.delivery.ReleaseStatus;
import id.dukcapil.portal.delivery.Releases;
import id.dukcapil.portal.staff.Office;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One release beside the list: where it stands, what can be done, and what happened to it. */
class ReleasePanel extends DetailPanel {

    private final transient Releases releases;
    private final transient List<Office> offices;
    private final boolean mayIssue;
    private final transient Runnable changed;

    /** @param offices those the person may see */
    ReleasePanel(Releases releases, List<Office> offices, boolean mayIssue, Runnable changed) {
        super("rincian pengambilan dokumen");
        this.releases = releases;
        this.offices = offices;
        this.mayIssue = mayIssue;
        this.changed = changed;
    }

    void show(ReleaseDetails release) {
        ZoneId zone = offices.getFirst().timeZone();
        startWith(release.title(), new StatusBadge(release.status().label(), ReleasesView.tone(release.status())));
        if (mayIssue) {
            offerActions(release);
        }
        add(facts(release, zone), actions, section("Riwayat", Timeline.of(release.history(), zone)));
    }

    private KeyValueList facts(ReleaseDetails release, ZoneId zone) {
        return new KeyValueList()
                .with(release.kind(), release.reference())
                .with("Pemilik", release.recipient())
                .with("NIK", Masking.identifier(release.person().value()))
                .with("Kantor", NamedOffice.name(release.office(), offices))
                .with("Surat ke", letter(release.email()))
                .with("Penerbitan ke", Integer.toString(release.generation()))
                .with("Berlaku sampai", Formats.dateTime(release.expiresAt(), zone));
    }

    private static String letter(@Nullable String email) {
        return email == null ? "tanpa e-mail, diserahkan di loket" : Masking.email(email);
    }

    private void offerActions(ReleaseDetails release) {
        if (release.status().isReissuable()) {
            var again = new Button(
                    "Terbitkan ulang QR dan PIN", click -> new ReissueDialog(releases, release, changed).open());
            again.addThemeVariants(ButtonVariant.PRIMARY);
            offer(again);
        }
        if (release.status().canBecome(ReleaseStatus.REVOKED)) {
            var revoke = new Button("Cabut", click -> askBeforeRevoking(release));
            revoke.addThemeVariants(ButtonVariant.ERROR);
            offer(revoke);
        }
    }

    private void askBeforeRevoking(ReleaseDetails release) {
        ReasonDialog.askBeforeLoss(
                "Cabut pengambilan dokumen?",
                "%s untuk %s tidak dapat dicetak lagi, dan ini tidak dapat dibatalkan."
                        .formatted(release.title(), release.recipient()),
                "Cabut",
                reason -> revoke(release, reason));
    }

    private void revoke(ReleaseDetails release, String reason) {
        try {
            releases.revoke(release.id(), release.version(), reason);
            Notify.done("Pengambilan dokumen %s dicabut.".formatted(release.reference()));
        } catch (ChangedMeanwhile | IllegalMove tooLate) {
            Notify.problem(String.valueOf(tooLate.getMessage()));
        }
        changed.run();
    }
}
