package id.dukcapil.portal.population;

/** A person in this register. Unlike the NIK it says nothing about the person, so it may stand in an address. */
public record PersonId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
