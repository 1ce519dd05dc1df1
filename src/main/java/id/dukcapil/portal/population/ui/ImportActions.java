package id.dukcapil.portal.population.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.Confirm;
import id.dukcapil.portal.common.ui.DetailPanel;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.population.importing.ImportEntry;
import id.dukcapil.portal.population.importing.ImportId;
import id.dukcapil.portal.population.importing.ImportRefused;
import id.dukcapil.portal.population.importing.ImportStatus;
import id.dukcapil.portal.population.importing.PopulationImports;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.function.Consumer;

/** What can be done with an import as it stands now. */
final class ImportActions {

    private final PopulationImports imports;
    private final ZoneId zone;
    private final Consumer<ImportId> changed;

    /** @param changed told which import to show after an act */
    ImportActions(PopulationImports imports, ZoneId zone, Consumer<ImportId> changed) {
        this.imports = imports;
        this.zone = zone;
        this.changed = changed;
    }

    void offer(ImportPanel panel, ImportEntry entry) {
        var actions = new ArrayList<Component>();
        Checkbox again = new Checkbox("Impor lagi walaupun isinya sama");
        if (entry.status() == ImportStatus.READY) {
            imports.sameContentBefore(entry).ifPresent(earlier -> {
                panel.add(known(earlier));
                panel.add(again);
            });
            actions.add(ImportPanel.button("Uji coba", false, () -> start(entry, true, false)));
            actions.add(ImportPanel.button("Impor", true, () -> start(entry, false, again.getValue())));
        }
        if (entry.resumable()) {
            actions.add(ImportPanel.button("Lanjutkan", true, () -> resume(entry)));
        }
        if (entry.triedOut()) {
            actions.add(ImportPanel.button("Impor sungguhan", true, () -> inEarnest(entry)));
        }
        if (entry.cancellable()) {
            actions.addFirst(ImportPanel.button(
                    entry.status() == ImportStatus.READY ? "Buang" : "Batalkan", false, () -> cancel(entry)));
        }
        if (!actions.isEmpty()) {
            panel.add(DetailPanel.actions(actions.toArray(Component[]::new)));
        }
    }

    private Component known(ImportEntry earlier) {
        var finished = earlier.finishedAt();
        var callout = new Callout(
                "Sudah pernah diimpor",
                Tone.WARN,
                "Berkas dengan isi yang sama sudah masuk%s. Mengimpornya lagi tidak mengubah apa pun, kecuali ada impor lain"
                                .formatted(finished == null ? "" : " pada " + Formats.dateTime(finished, zone))
                        + " sesudahnya: datanya akan kembali ke keadaan berkas ini.");
        callout.add(new Div(new Paragraph(new Anchor(
                ImportsView.ROUTE + "?" + ImportsView.IMPORT + "=" + earlier.id(), "Buka impor " + earlier.id()))));
        return callout;
    }

    private void start(ImportEntry entry, boolean dryRun, boolean again) {
        act(entry.id(), () -> {
            imports.start(entry.id(), dryRun, again);
            Notify.done("%s %s dimulai.".formatted(dryRun ? "Uji coba impor" : "Impor", entry.id()));
        });
    }

    private void inEarnest(ImportEntry entry) {
        try {
            ImportEntry next = imports.prepareAgain(entry.id());
            changed.accept(next.id());
        } catch (ImportRefused refused) {
            Notify.problem(refused.sentence());
            changed.accept(entry.id());
        }
    }

    private void resume(ImportEntry entry) {
        act(entry.id(), () -> {
            imports.resume(entry.id());
            Notify.done("Impor %s dilanjutkan dari langkah terakhir yang selesai.".formatted(entry.id()));
        });
    }

    private void cancel(ImportEntry entry) {
        if (entry.status() == ImportStatus.READY) {
            act(entry.id(), () -> {
                imports.cancel(entry.id());
                Notify.done("Impor %s dibuang.".formatted(entry.id()));
            });
            return;
        }
        Confirm.ask(
                "Batalkan impor %s?".formatted(entry.id()),
                "Belum ada yang ditulis ke data penduduk, dan tidak akan ada.",
                "Batalkan impor",
                () -> act(entry.id(), () -> {
                    imports.cancel(entry.id());
                    Notify.done("Pembatalan impor %s diminta.".formatted(entry.id()));
                }));
        changed.accept(entry.id());
    }

    private void act(ImportId id, Runnable act) {
        try {
            act.run();
        } catch (ImportRefused refused) {
            Notify.problem(refused.sentence());
        }
        changed.accept(id);
    }
}
