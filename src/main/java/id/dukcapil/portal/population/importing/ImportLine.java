package id.dukcapil.portal.population.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row of a file.
 *
 * @param number as a person counts in the file, from 1
 * @param effect what it did to the register; null for a refused row
 * @param nik masked; null when the row has none
 * @param findings the reasons of a refusal, or what to look at
 */
public record ImportLine(
        int number,
        Outcome outcome,
        @Nullable Effect effect,
        @Nullable String nik,
        List<String> findings) {

    public ImportLine {
        findings = List.copyOf(findings);
    }

    public enum Outcome {
        ACCEPTED("Diterima"),
        WARNED("Diterima, perlu dilihat"),
        REFUSED("Ditolak");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public enum Effect {
        NEW("Baru"),
        CHANGED("Diperbarui"),
        SAME("Tidak berubah");

        private final String label;

        Effect(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
