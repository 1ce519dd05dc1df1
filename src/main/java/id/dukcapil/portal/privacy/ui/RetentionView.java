package id.dukcapil.portal.privacy.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.RegisterPage;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.privacy.ProcessingRecord;
import id.dukcapil.portal.privacy.RetentionRule;
import id.dukcapil.portal.privacy.RetentionRules;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Organisation;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.util.List;

/** How long each kind of data is kept, what the night's job last removed, and the office's own periods. */
@Route(PrivacyTabs.RETENTION)
@PageTitle("Masa simpan data")
@RolesAllowed(Permission.Name.PRIVACY_READ)
@StyleSheet("context://styles/privacy.css")
class RetentionView extends RegisterPage<RetentionRule> {

    private final ZoneId zone;

    RetentionView(RetentionRules rules, CurrentStaff staff, Organisation organisation) {
        super("Masa simpan data", PrivacyTabs.RETENTION);
        zone = organisation.timeZone();
        setSubtitle(
                "Setiap pukul 03.00 data yang masa simpannya habis dihapus atau dianonimkan, dan jumlahnya dicatat.");
        addColumns();
        list(rules::all);
        var panel = new RetentionPanel(rules, zone, staff.may(Permission.PRIVACY_HANDLE), this::refresh);
        open(panel, "data", RetentionRule::key, rules::find, panel::show, "Jenis data itu tidak dikenal.");
        lay(new PrivacyTabs(RetentionView.class));
    }

    private void addColumns() {
        grid.column("Jenis data", 2, RetentionRule::label);
        grid.column("Disimpan", rule -> ProcessingRecord.inWords(rule.period()));
        grid.badge("Ditetapkan", RetentionView::origin, RetentionView::originTone);
        grid.column("Terakhir dijalankan", this::lastRun).setFlexGrow(1);
        grid.cards(
                RetentionRule::label,
                rule -> List.of("disimpan " + ProcessingRecord.inWords(rule.period()), lastRun(rule)));
    }

    private static String origin(RetentionRule rule) {
        if (rule.fixed()) {
            return "tetap";
        }
        return rule.changedBy() == null ? "standar" : "kantor";
    }

    private static Tone originTone(RetentionRule rule) {
        return rule.changedBy() == null ? Tone.NEUTRAL : Tone.INFO;
    }

    private String lastRun(RetentionRule rule) {
        RetentionRule.Run run = rule.lastRun();
        if (run == null) {
            return "belum pernah";
        }
        return "%s: %s dihapus".formatted(Formats.shortDateTime(run.startedAt(), zone), Formats.number(run.removed()));
    }
}
