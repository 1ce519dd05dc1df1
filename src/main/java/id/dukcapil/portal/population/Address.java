package id.dukcapil.portal.population;

/**
 * Where a family lives, as printed on its card.
 *
 * @param rt neighbourhood, three digits
 * @param rw group of neighbourhoods, three digits
 * @param villageCode ten digits
 */
public record Address(String street, String rt, String rw, String villageCode) {

    /** Six digits: the kecamatan, which is also the code of its office. */
    public String districtCode() {
        return villageCode.substring(0, 6);
    }
}
