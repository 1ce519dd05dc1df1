package id.dukcapil.portal.recording.process;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the file of a person has to show before the recording. */
public enum Requirement {
    FAMILY_CARD("Kartu Keluarga"),
    AGE_BY_PAPER("Umur 17 tahun menurut KK atau akta kelahiran"),
    MARRIAGE_BY_PAPER("Buku nikah atau kutipan akta perkawinan");

    private final String label;

    Requirement(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** @param underAge a person below 17, who needs the proof of a marriage */
    public static List<Requirement> of(boolean underAge) {
        return List.of(FAMILY_CARD, underAge ? MARRIAGE_BY_PAPER : AGE_BY_PAPER);
    }

    static String words(Collection<Requirement> some, String note) {
        return Stream.concat(some.stream().sorted().map(Requirement::label), Stream.of(note.strip()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }
}
