package id.dukcapil.portal.activation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import id.dukcapil.portal.activation.report.DayReport;
import id.dukcapil.portal.activation.report.ReportPapers;
import id.dukcapil.portal.activation.report.ReportTable;
import id.dukcapil.portal.common.ui.parts.Sheet;
import java.util.List;
import java.util.function.Consumer;

/** The target by kecamatan, or by village of one kecamatan, with its denominator and where that comes from. */
class ReportTargets extends Div {

    private static final int DISTRICT_DIGITS = 6;

    /**
     * @param district whose villages are shown; empty for the kecamatan
     * @param open shows the villages of that kecamatan, or of none
     */
    ReportTargets(List<DayReport.Target> targets, String district, Consumer<String> open) {
        var table = ReportSections.table(ReportTable.targets("", "", targets));
        for (int i = 0; i < targets.size(); i++) {
            DayReport.Target target = targets.get(i);
            if (target.code().length() == DISTRICT_DIGITS) {
                var head = table.getBody().getRows().get(i).getHeaderCells().getFirst();
                head.removeAll();
                head.add(new Button(target.name(), click -> open.accept(target.code())));
            }
        }
        var sheet = new Sheet("7. Capaian terhadap target", ReportSections.framed(table));
        if (!district.isEmpty()) {
            sheet.beside(new Button("Semua kecamatan", click -> open.accept("")));
        }
        sheet.padded(new Paragraph(ReportPapers.targetSource()));
        add(sheet);
    }
}
