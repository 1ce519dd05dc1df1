package id.dukcapil.portal.sla.stay;

import id.dukcapil.portal.common.OfficeCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Small numbers for what repeats in the columns. One thread gives numbers, any number read them back. */
final class StayNames {

    static final short NOBODY = 0;

    private final Numbers<String> standards = new Numbers<>(name -> name);
    private final Numbers<OfficeCode> offices = new Numbers<>(OfficeCode::new);
    private final Numbers<UUID> officers = new Numbers<>(UUID::fromString);
    private final Numbers<Answer.PathKey> paths = new Numbers<>(name -> {
        int gap = name.indexOf(' ');
        return new Answer.PathKey(name.substring(0, gap), name.substring(gap + 1));
    });

    byte standard(String slug) {
        return (byte) standards.of(slug);
    }

    short office(String code) {
        return (short) offices.of(code);
    }

    /** @param id null for none of the staff */
    short officer(@Nullable String id) {
        return id == null ? NOBODY : (short) (officers.of(id) + 1);
    }

    short path(String standard, String path) {
        return (short) paths.of(standard + " " + path);
    }

    List<String> standards() {
        return standards.values;
    }

    List<OfficeCode> offices() {
        return offices.values;
    }

    /** Number 0 is nobody. */
    int officers() {
        return officers.values.size() + 1;
    }

    UUID officer(int number) {
        return officers.values.get(number - 1);
    }

    List<Answer.PathKey> paths() {
        return paths.values;
    }

    private static final class Numbers<T> {

        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<T> values = new CopyOnWriteArrayList<>();
        private final Function<String, T> read;

        Numbers(Function<String, T> read) {
            this.read = read;
        }

        int of(String name) {
            Integer known = numbers.get(name);
            if (known != null) {
                return known;
            }
            values.add(read.apply(name));
            numbers.put(name, values.size() - 1);
            return values.size() - 1;
        }
    }
}
