package id.dukcapil.portal.privacy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import id.dukcapil.portal.common.ui.DetailPanel;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.Timeline;
import id.dukcapil.portal.privacy.ProcessingRecord;
import id.dukcapil.portal.privacy.RetentionRule;
import id.dukcapil.portal.privacy.RetentionRules;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;

/** One kind of data: how long and why it is kept, what would go now, and the last visits of the night's job. */
class RetentionPanel extends DetailPanel {

    private static final int RUNS = 10;

    private final transient RetentionRules rules;
    private final ZoneId zone;
    private final boolean mayChange;
    private final transient Runnable changed;

    RetentionPanel(RetentionRules rules, ZoneId zone, boolean mayChange, Runnable changed) {
        super("masa simpan");
        this.rules = rules;
        this.zone = zone;
        this.mayChange = mayChange;
        this.changed = changed;
    }

    void show(RetentionRule rule) {
        startWith(rule.label());
        var facts = new KeyValueList()
                .with("Disimpan", ProcessingRecord.inWords(rule.period()))
                .with("Standar", ProcessingRecord.inWords(rule.standard()))
                .with("Sesudahnya", rule.outcome())
                .with("Dasar", rule.basis())
                .with("Akan dihapus sekarang", due(rules, rule.key(), rule.period()));
        if (rule.changedBy() != null && rule.changedAt() != null && rule.reason() != null) {
            facts.with("Diubah oleh", rule.changedBy() + ", " + Formats.dateTime(rule.changedAt(), zone))
                    .with("Alasan", rule.reason());
        }
        add(facts);
        if (mayChange && !rule.fixed()) {
            add(change(rule));
        }
        add(section("Riwayat penghapusan", runs(rules.runs(rule.key(), RUNS))));
    }

    /** What would be removed if that period held now; nothing is removed. */
    static String due(RetentionRules rules, String key, Period period) {
        OptionalLong due = rules.preview(key, period);
        return due.isPresent() ? Formats.number(due.getAsLong()) + " catatan" : "tidak dapat dihitung sebelumnya";
    }

    private Div change(RetentionRule rule) {
        var button = new Button("Ubah masa simpan", click -> new RetentionDialog(rules, rule, changed).open());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return actions(button);
    }

    private Component runs(List<RetentionRule.Run> runs) {
        if (runs.isEmpty()) {
            return new Paragraph("Belum pernah dijalankan.");
        }
        var list = new Timeline();
        runs.forEach(run -> list.with(
                Formats.number(run.removed()) + " dihapus" + outcome(run),
                Formats.shortDateTime(run.startedAt(), zone) + ", yang berakhir sebelum "
                        + Formats.dateTime(run.endedBefore(), zone)));
        return list;
    }

    private static String outcome(RetentionRule.Run run) {
        if (run.failure() != null) {
            return ", lalu gagal (" + run.failure() + ")";
        }
        return run.finishedAt() == null ? ", belum selesai atau terputus" : "";
    }
}
