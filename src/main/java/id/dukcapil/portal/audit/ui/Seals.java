package id.dukcapil.portal.audit.ui;

import id.dukcapil.portal.audit.TrailIntegrity.Seal;
import id.dukcapil.portal.common.ui.Tone;

/** How the state of a row is shown. */
final class Seals {

    private Seals() {}

    static String label(Seal seal) {
        return switch (seal) {
            case WAITING -> "Menunggu";
            case INTACT -> "Tersegel";
            case FOREIGN -> "ASING";
            case BROKEN -> "RUSAK";
        };
    }

    static Tone tone(Seal seal) {
        return switch (seal) {
            case WAITING -> Tone.INFO;
            case INTACT -> Tone.OK;
            case FOREIGN, BROKEN -> Tone.LATE;
        };
    }
}
