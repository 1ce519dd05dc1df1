package id.dukcapil.portal.sla.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** What each figure means, in the words that stand on the page, in the workbook and on paper. */
public final class Definitions {

    private static final SequencedMap<String, String> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put("Selesai", "Berkas yang berakhir pada periode itu, apa pun hasilnya; menurut hari berakhirnya.");
        WORDS.put(
                "Tepat waktu",
                "Bagian berkas berstandar yang jumlah waktu kerja kantornya tidak melebihi jumlah Mutu Baku langkah-langkahnya."
                        + " Untuk langkah: waktu kerja semua singgah pada langkah itu sampai singgah ini tidak melebihi Mutu Bakunya.");
        WORDS.put(
                "Waktu kerja",
                "Jam layanan kantor tanpa istirahat, hari libur, penutupan dan jeda layanan, dalam detik. Selama menunggu pemohon,"
                        + " waktu kantor berhenti dan yang dicatat adalah waktu kalender.");
        WORDS.put(
                "Waktu kantor",
                "Jumlah waktu kerja semua langkah kantor dibagi berkas yang selesai; di sampingnya waktu kalender menunggu pemohon.");
        WORDS.put("Median", "Waktu kerja yang tidak dilampaui separuh berkas atau langkah.");
        WORDS.put("P90", "Waktu kerja yang tidak dilampaui sembilan dari sepuluh.");
        WORDS.put(
                "Terlama",
                "Waktu kerja terlama. Seperti Median dan P90, angkanya membuka berkas yang selama itu atau lebih lama.");
        WORDS.put(
                "Terlambat sekarang",
                "Berkas terbuka yang langkahnya atau seluruh langkahnya sudah melewati batas waktu.");
        WORDS.put(
                "Lewat dalam 1 jam kerja", "Berkas terbuka yang melewati batas waktu dalam satu jam kerja berikutnya.");
        WORDS.put("Umur", "Waktu kerja sejak berkas dibuka; satu hari kerja tujuh setengah jam.");
        WORDS.put(
                "Apa yang berubah",
                "Bagian setiap kelompok pada perubahan tepat waktu: perubahan kelompok itu dikalikan bagiannya sekarang. Sisanya"
                        + " karena bauran dan volume berubah.");
    }

    private Definitions() {}

    public static Map<String, String> all() {
        return Collections.unmodifiableMap(WORDS);
    }
}
