package id.dukcapil.portal.calendar.ui;

import id.dukcapil.portal.common.ui.Tone;

/** How sure a date is, in words. */
final class Certainty {

    private Certainty() {}

    static String label(String code) {
        return switch (code) {
            case "TERKONFIRMASI" -> "Terkonfirmasi";
            case "SATU_SUMBER" -> "Satu sumber";
            case "PERKIRAAN" -> "Perkiraan";
            default -> code;
        };
    }

    static Tone tone(String code) {
        return code.equals("TERKONFIRMASI") ? Tone.OK : Tone.WARN;
    }
}
