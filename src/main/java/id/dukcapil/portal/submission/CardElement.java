package id.dukcapil.portal.submission;

import id.dukcapil.portal.population.CodeList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands on a Kartu Keluarga and can be asked to change (form F-1.06); the names are part of the API. */
public enum CardElement {
    EDUCATION("Pendidikan", CodeList.PENDIDIKAN),
    OCCUPATION("Pekerjaan", CodeList.PEKERJAAN),
    MARITAL_STATUS("Status perkawinan", CodeList.STATUS_PERKAWINAN),
    RELIGION("Agama", CodeList.AGAMA),
    ADDRESS("Alamat", null),
    HEAD("Kepala keluarga", null),
    MEMBERS("Jumlah anggota", null);

    /** What a reason of form F-1.02 touches. A lost or damaged card is printed as it was. */
    private static final Map<String, List<CardElement>> BY_REASON = Map.of(
            "I.A.1", List.of(MARITAL_STATUS, HEAD, ADDRESS),
            "I.A.2", List.of(HEAD, MARITAL_STATUS, MEMBERS),
            "I.A.3", List.of(HEAD, ADDRESS, MARITAL_STATUS, MEMBERS),
            "I.A.4", List.of(ADDRESS, MEMBERS),
            "I.A.5", List.of(ADDRESS, MEMBERS),
            "I.A.6", List.of(ADDRESS, MEMBERS),
            "I.B.1", List.of(MEMBERS, ADDRESS),
            "I.B.2", List.of(MARITAL_STATUS, MEMBERS),
            "I.B.3", List.of(EDUCATION, OCCUPATION, MARITAL_STATUS, RELIGION, ADDRESS));

    private final String label;
    private final @Nullable CodeList list;

    CardElement(String label, @Nullable CodeList list) {
        this.label = label;
        this.list = list;
    }

    public String label() {
        return label;
    }

    /** The official words for it, of which one is wanted; nothing for what is said freely. */
    public Optional<CodeList> list() {
        return Optional.ofNullable(list);
    }

    /** In the order in which they are looked at. */
    public static List<CardElement> touchedBy(String reasonCode) {
        return BY_REASON.getOrDefault(reasonCode, List.of());
    }

    static Optional<CardElement> find(String name) {
        return Arrays.stream(values())
                .filter(element -> element.name().equals(name))
                .findFirst();
    }
}
