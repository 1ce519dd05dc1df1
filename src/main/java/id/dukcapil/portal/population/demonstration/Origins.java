package id.dukcapil.portal.population.demonstration;

import id.dukcapil.portal.population.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The places people come from: today's kecamatan of the regency, kecamatan of other regencies, and kecamatan codes
 * that a split of the regency left unused, which many older NIK still carry.
 *
 * @param here the kecamatan of the regency, six digits
 * @param elsewhere kecamatan of other regencies
 * @param ceased codes of the regency that no longer exist
 */
record Origins(String place, List<String> here, List<Origin> elsewhere, List<String> ceased) {

    /** The kecamatan of first registration and the birth place that goes with it. */
    record Origin(String districtCode, String place) {}

    /** Where people move to Kabupaten Bandung from; Bandung Barat, split off in 2007, stands twice as it is likeliest. */
    private static final List<String> REGENCIES_OF_ORIGIN = List.of(
            "3217", "3217", "3273", "3277", "3205", "3211", "3203", "3206", "3207", "3208", "3210", "3204", "3171",
            "3310");

    static Origins of(Region regency, Function<String, List<Region>> districtsOf, Function<String, Region> regencyOf) {
        List<String> here =
                districtsOf.apply(regency.code()).stream().map(Region::code).toList();
        var elsewhere = new ArrayList<Origin>();
        for (String code : REGENCIES_OF_ORIGIN) {
            if (!code.equals(regency.code())) {
                String place = place(regencyOf.apply(code));
                districtsOf.apply(code).forEach(district -> elsewhere.add(new Origin(district.code(), place)));
            }
        }
        return new Origins(place(regency), here, List.copyOf(elsewhere), ceased(regency, here));
    }

    private static List<String> ceased(Region regency, List<String> here) {
        int last = Integer.parseInt(here.getLast().substring(4));
        return IntStream.range(1, last)
                .mapToObj(number -> "%s%02d".formatted(regency.code(), number))
                .filter(code -> !here.contains(code))
                .toList();
    }

    private static String place(Region regency) {
        return regency.name()
                .replaceFirst("^(Kabupaten|Kota)( Administrasi)? ", "")
                .toUpperCase(Locale.ROOT);
    }
}
