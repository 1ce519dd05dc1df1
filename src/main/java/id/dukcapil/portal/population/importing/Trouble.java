package id.dukcapil.portal.population.importing;

import id.dukcapil.portal.common.DiskFull;

/** Recognises what keeps an import from going on, for a sentence to whoever waits for it. */
final class Trouble {

    private Trouble() {}

    static String sentence(Throwable failure) {
        return DiskFull.isBehind(failure)
                ? "Penyimpanan penuh; bebaskan ruang pada peladen."
                : "Terjadi gangguan pada peladen atau basis data; rinciannya ada di catatan sistem.";
    }
}
