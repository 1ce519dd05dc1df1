package id.dukcapil.portal.population.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import id.dukcapil.portal.population.importing.ImportEntry;
import id.dukcapil.portal.population.importing.ImportPhase;

/** How far an import is: a bar and a sentence that is read out when it changes. */
class ImportProgress extends Div {

    private final ProgressBar bar = new ProgressBar(0, 100);
    private final Paragraph text = new Paragraph();

    ImportProgress() {
        bar.getElement().setAttribute("aria-label", "Kemajuan impor");
        text.getElement().setAttribute("role", "status");
        add(bar, text);
    }

    void show(ImportEntry entry) {
        bar.setValue(entry.percent());
        text.setText(sentence(entry));
    }

    private static String sentence(ImportEntry entry) {
        ImportPhase phase = entry.phase();
        if (entry.cancelling()) {
            return "Sedang dibatalkan …";
        }
        return phase == null
                ? "Menunggu giliran …"
                : "%s … %d%%".formatted(phase.label(entry.dryRun()), entry.percent());
    }
}
