package id.dukcapil.portal.privacy.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.AddressedPage;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.GridCard;
import id.dukcapil.portal.common.ui.ListAndPanel;
import id.dukcapil.portal.common.ui.ResponsiveGrid;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.privacy.ProcessingRecord;
import id.dukcapil.portal.privacy.RetentionRule;
import id.dukcapil.portal.privacy.RetentionRules;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Organisation;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** How long each kind of data is kept, what the night's job last removed, and the office's own periods. */
@Route(PrivacyTabs.RETENTION)
@PageTitle("Masa simpan data")
@RolesAllowed(Permission.Name.PRIVACY_READ)
@StyleSheet("context://styles/privacy.css")
class RetentionView extends AddressedPage {

    private static final long serialVersionUID = 1L;
    private static final String KEY = "data";

    private final transient RetentionRules rules;
    private final ZoneId zone;
    private final Grid<RetentionRule> grid = new Grid<>();
    private final RetentionPanel panel;
    private final ListAndPanel content;

    RetentionView(RetentionRules rules, CurrentStaff staff, Organisation organisation) {
        super("Masa simpan data", PrivacyTabs.RETENTION);
        this.rules = rules;
        zone = organisation.timeZone();
        panel = new RetentionPanel(rules, zone, staff.may(Permission.PRIVACY_HANDLE), this::refresh);
        setSubtitle(
                "Setiap pukul 03.00 data yang masa simpannya habis dihapus atau dianonimkan, dan jumlahnya dicatat.");
        addColumns();
        content = new ListAndPanel(grid, panel, rule -> go(url().with(KEY, rule.key())));
        add(new PrivacyTabs(RetentionView.class), content);
        fillHeight(content);
    }

    private void addColumns() {
        grid.addColumn(RetentionRule::label).setHeader("Jenis data").setFlexGrow(2);
        grid.addColumn(rule -> ProcessingRecord.inWords(rule.period()))
                .setHeader("Disimpan")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(StatusBadge.<RetentionRule>renderer(RetentionView::origin, RetentionView::originTone))
                .setHeader("Ditetapkan")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(this::lastRun)
                .setHeader("Terakhir dijalankan")
                .setAutoWidth(true)
                .setFlexGrow(1);
        ResponsiveGrid.cards(
                grid,
                GridCard.<RetentionRule>of(
                                RetentionRule::label,
                                rule -> List.of("disimpan " + ProcessingRecord.inWords(rule.period()), lastRun(rule)))
                        .withBadge(RetentionView::origin, RetentionView::originTone));
        grid.setSizeFull();
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

    @Override
    protected void refresh() {
        grid.setItems(rules.all());
        Optional<RetentionRule> chosen = url().text(KEY).flatMap(rules::find);
        content.showChosen(chosen, rule -> panel.show(rule, () -> go(url().with(KEY, null))));
    }
}
