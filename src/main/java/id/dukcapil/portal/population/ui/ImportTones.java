package id.dukcapil.portal.population.ui;

import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.population.importing.ImportEntry;
import id.dukcapil.portal.population.importing.ImportLine.Outcome;

/** Words and colours of imports and their rows. */
final class ImportTones {

    private ImportTones() {}

    static Tone of(ImportEntry entry) {
        return switch (entry.status()) {
            case READY, CANCELLED -> Tone.NEUTRAL;
            case QUEUED, RUNNING -> Tone.INFO;
            case FINISHED -> entry.counts().refused() > 0 ? Tone.WARN : Tone.OK;
            case FAILED -> Tone.LATE;
        };
    }

    static Tone of(Outcome outcome) {
        return switch (outcome) {
            case ACCEPTED -> Tone.OK;
            case WARNED -> Tone.WARN;
            case REFUSED -> Tone.LATE;
        };
    }

    /** "Berjalan 45%", "Selesai (uji coba)" */
    static String label(ImportEntry entry) {
        String label = entry.status().label();
        if (entry.status().underWay() && entry.percent() > 0) {
            label += " " + entry.percent() + "%";
        }
        return entry.dryRun() ? label + " (uji coba)" : label;
    }
}
