package id.dukcapil.portal.sla.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import id.dukcapil.portal.common.CaseFigures;
import id.dukcapil.portal.common.SearchSource;
import id.dukcapil.portal.common.ui.DetailPanel;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.KeyValueList;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.CaseTimes;
import id.dukcapil.portal.sla.report.CaseRows;
import id.dukcapil.portal.sla.report.StandardNames;
import id.dukcapil.portal.staff.Office;
import java.util.List;
import java.util.Optional;

/**
 * One case of the report: how long each step had it, and the way to the case in the room that leads it. Its times stay when
 * that room has deleted the case (retention).
 */
class CasePanel extends DetailPanel {

    private final transient CaseFigures figures;
    private final transient List<SearchSource> rooms;
    private final transient StandardNames names;

    CasePanel(CaseFigures figures, List<SearchSource> rooms, StandardNames names) {
        super("waktu berkas");
        this.figures = figures;
        this.rooms = rooms;
        this.names = names;
    }

    void show(CaseRows.Followed one, Office office) {
        var closed = one.closedAt();
        startWith(
                one.number(),
                closed == null ? new StatusBadge("Terbuka", Tone.INFO) : new StatusBadge("Selesai", Tone.NEUTRAL));
        var facts = new KeyValueList()
                .with("Prosedur", names.of(one.standard()))
                .with("Kantor", office.name())
                .with("Masuk", Formats.dateTime(one.openedAt(), office.timeZone()));
        if (closed != null) {
            facts.with("Selesai", Formats.dateTime(closed, office.timeZone()));
        }
        add(facts);
        figures.of(one.id())
                .ifPresent(times -> add(section("Waktu per langkah", new CaseTimes(times, office.timeZone()))));
        place(one.number())
                .ifPresentOrElse(
                        path -> {
                            var open = new Button(
                                    "Buka berkas", click -> UI.getCurrent().navigate(path));
                            open.addThemeVariants(ButtonVariant.PRIMARY);
                            offer(open);
                            add(actions);
                        },
                        () -> add(
                                new Div(
                                        new Paragraph(
                                                "Berkasnya tidak dapat dibuka dari sini: akun Anda tidak berwenang, atau berkas sudah dihapus menurut masa simpan."))));
    }

    /** Where the room that leads the case shows it, if the person may look there. */
    private Optional<String> place(String number) {
        return rooms.stream()
                .filter(SearchSource::available)
                .flatMap(room -> room.find(number, 1).stream())
                .map(SearchSource.Hit::path)
                .findFirst();
    }
}
