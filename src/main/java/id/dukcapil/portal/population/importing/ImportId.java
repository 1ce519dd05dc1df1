package id.dukcapil.portal.population.importing;

/** The number of an import, as the office refers to it: "Impor 12". */
public record ImportId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
