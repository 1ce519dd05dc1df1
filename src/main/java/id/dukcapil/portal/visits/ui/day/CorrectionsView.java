package id.dukcapil.portal.visits.ui.day;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.RegisterPage;
import id.dukcapil.portal.visits.day.Operation;
import id.dukcapil.portal.visits.day.SiakCorrections;
import id.dukcapil.portal.visits.day.SiakCorrections.Asked;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Koreksi SIAK: what the operator of SIAK has to change, each confirmed once it is done. */
@Route(CorrectionsView.ROUTE)
@PageTitle("Koreksi SIAK")
@Menu(title = "Koreksi SIAK", order = 36)
@RolesAllowed(Permission.Name.VISIT_RECORD)
class CorrectionsView extends RegisterPage<Asked> {

    static final String ROUTE = "koreksi-siak";

    private enum Which {
        WAITING("Menunggu"),
        DONE("Sudah dibetulkan");

        private final String label;

        Which(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    private final Select<Which> which = filters.select("Keadaan", "keadaan", Which.values(), Which::label);

    CorrectionsView(SiakCorrections corrections) {
        super("Koreksi SIAK", ROUTE);
        setSubtitle("Langkah 5: data SIAK yang berbeda dari akta kelahiran, dicatat saat kunjungan sekolah.");
        grid.column("Siswa", 2, row -> row.pupil().who().name()).setWidth("9rem");
        grid.column(
                "NIK",
                "9.5rem",
                row -> row.pupil().who().nik() == null
                        ? ""
                        : row.pupil().who().nik().masked());
        grid.column("Sekolah", 2, Asked::school).setWidth("8rem");
        grid.column("Data", "7.5rem", row -> fix(row).field());
        grid.column("Di SIAK", "7rem", row -> fix(row).before());
        grid.column("Menurut akta", "7.5rem", row -> fix(row).after());
        grid.addComponentColumn(CorrectionsView::evidence)
                .setHeader("Bukti")
                .setWidth("9rem")
                .setFlexGrow(1);
        grid.addComponentColumn(row -> state(corrections, row))
                .setHeader("Keadaan")
                .setWidth("11rem")
                .setFlexGrow(0);
        grid.cards(
                row -> row.pupil().who().name(),
                row -> List.of(
                        row.school(), "%s: %s → %s".formatted(fix(row).field(), fix(row).before(), fix(row).after())),
                row -> List.of(evidence(row), state(corrections, row)));
        list(() -> corrections.list(which.getValue() == Which.DONE));
        whenEmpty("Tidak ada koreksi yang menunggu", "Koreksi muncul di sini begitu tablet mengirimnya.");
        lay();
    }

    private static Component evidence(Asked row) {
        if (!row.pictured()) {
            return new Span(fix(row).evidence());
        }
        var picture = new Anchor(
                "/hari-h/%s/bukti/%s".formatted(row.visit(), row.pupil().id()),
                fix(row).evidence() + " · foto",
                AnchorTarget.BLANK);
        picture.setRouterIgnore(true);
        return picture;
    }

    private Button state(SiakCorrections corrections, Asked row) {
        var button = new Button("Sudah dibetulkan", click -> ask(corrections, row));
        if (row.correction().doneAt() != null) {
            button.setText("oleh " + row.correction().doneBy());
            button.setEnabled(false);
        }
        return button;
    }

    private void ask(SiakCorrections corrections, Asked row) {
        if (row.correction().doneAt() == null) {
            corrections.confirm(row);
            Notify.done("%s: %s dibetulkan di SIAK.".formatted(row.pupil().who().name(), fix(row).field()));
            refresh();
        }
    }

    private static Operation.Fix fix(Asked row) {
        return row.correction().fix();
    }
}
