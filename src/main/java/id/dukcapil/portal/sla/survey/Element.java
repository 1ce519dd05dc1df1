package id.dukcapil.portal.sla.survey;

import java.util.List;
import java.util.Locale;

/** The nine elements of the rule, kept by name because sources number the last two differently. Answers from 1 to 4. */
public enum Element {
    REQUIREMENTS(
            "Persyaratan",
            "Apakah persyaratan sesuai dengan jenis layanannya?",
            List.of("Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai")),
    PROCEDURE(
            "Prosedur",
            "Apakah prosedur layanan di kantor ini mudah?",
            List.of("Tidak mudah", "Kurang mudah", "Mudah", "Sangat mudah")),
    TIME(
            "Waktu penyelesaian",
            "Apakah layanan diberikan dengan cepat?",
            List.of("Tidak cepat", "Kurang cepat", "Cepat", "Sangat cepat")),
    COST(
            "Biaya/tarif",
            "Apakah biaya layanan wajar? Layanan administrasi kependudukan tidak dipungut biaya.",
            List.of("Sangat mahal", "Cukup mahal", "Murah", "Gratis")),
    PRODUCT(
            "Produk layanan",
            "Apakah hasil layanan sesuai dengan yang dijanjikan?",
            List.of("Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai")),
    COMPETENCE(
            "Kompetensi pelaksana",
            "Apakah petugas mampu melayani?",
            List.of("Tidak mampu", "Kurang mampu", "Mampu", "Sangat mampu")),
    CONDUCT(
            "Perilaku pelaksana",
            "Apakah petugas sopan dan ramah?",
            List.of("Tidak sopan", "Kurang sopan", "Sopan", "Sangat sopan")),
    FACILITIES(
            "Sarana dan prasarana",
            "Bagaimana mutu sarana dan prasarananya?",
            List.of("Buruk", "Cukup", "Baik", "Sangat baik")),
    COMPLAINTS(
            "Penanganan pengaduan",
            "Bagaimana penanganan pengaduan, saran dan masukan?",
            List.of("Tidak ada", "Ada tetapi tidak berfungsi", "Kurang maksimal", "Dikelola dengan baik"));

    private final String label;
    private final String question;
    private final List<String> answers;

    Element(String label, String question, List<String> answers) {
        this.label = label;
        this.question = question;
        this.answers = answers;
    }

    public String label() {
        return label;
    }

    public String question() {
        return question;
    }

    /** In words, from 1 to 4. */
    public List<String> answers() {
        return answers;
    }

    public String column() {
        return "e_" + name().toLowerCase(Locale.ROOT);
    }

    public String field() {
        return name().toLowerCase(Locale.ROOT);
    }
}
