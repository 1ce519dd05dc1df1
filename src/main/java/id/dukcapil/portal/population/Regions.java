package id.dukcapil.portal.population;

import id.dukcapil.portal.common.OneColumn;
import id.dukcapil.portal.common.RecordRow;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * The regions of the state: all provinces, kabupaten/kota and kecamatan, and the villages of the regencies served.
 * Codes may be given with or without dots. Public knowledge, hence open to everyone.
 */
@Service
@PreAuthorize("permitAll()")
public class Regions {

    private static final RowMapper<Region> ROW = RecordRow.of(Region.class);

    private final JdbcClient jdbc;
    private final ReentrantLock loading = new ReentrantLock();
    private volatile @Nullable Set<String> districtCodes;

    Regions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Region> find(String code) {
        return jdbc.sql("SELECT code, name, postal_code FROM population_region WHERE code = ?")
                .param(plain(code))
                .query(ROW)
                .optional();
    }

    /** "Kp. Cibiru, RT 003/RW 011, Desa Cingcin, Kecamatan Soreang", as far as its codes are known. */
    public String inWords(Address address) {
        String place = Stream.of(address.villageCode(), address.districtCode())
                .flatMap(code -> find(code).stream())
                .map(Region::title)
                .collect(Collectors.joining(", "));
        return "%s, RT %s/RW %s, %s".formatted(address.street(), address.rt(), address.rw(), place);
    }

    /** The kecamatan of a kabupaten or kota, by code. */
    public List<Region> districts(String regencyCode) {
        return within(regencyCode, 4);
    }

    /** The desa, nagari and kelurahan of a kecamatan, by code; empty outside the regencies served. */
    public List<Region> villages(String districtCode) {
        return within(districtCode, 6);
    }

    /**
     * Whether six digits are a kecamatan of today. A NIK keeps the kecamatan of first registration, which may have
     * ceased to exist, so "no" is never a reason to refuse it.
     */
    public boolean knownDistrict(String sixDigits) {
        return districtCodes().contains(sixDigits);
    }

    private List<Region> within(String code, int digits) {
        String parent = plain(code);
        if (parent.length() != digits) {
            throw new IllegalArgumentException("Expected a region code of " + digits + " digits");
        }
        return jdbc.sql("SELECT code, name, postal_code FROM population_region WHERE parent_code = ? ORDER BY code")
                .param(parent)
                .query(ROW)
                .list();
    }

    private static String plain(String code) {
        return code.replace(".", "");
    }

    /** Kept once read: the table changes with a release only, never while the portal runs. */
    private Set<String> districtCodes() {
        Set<String> known = districtCodes;
        if (known != null) {
            return known;
        }
        loading.lock();
        try {
            Set<String> read = new HashSet<>(jdbc.sql("SELECT code FROM population_region WHERE LENGTH(code) = 6")
                    .query(OneColumn.TEXT)
                    .list());
            districtCodes = read;
            return read;
        } finally {
            loading.unlock();
        }
    }
}
