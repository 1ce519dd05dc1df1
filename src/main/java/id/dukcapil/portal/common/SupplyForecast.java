package id.dukcapil.portal.common;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Until when something lasts that offices use up; a module that keeps it declares a bean, and whoever plans asks all of them. */
@FunctionalInterface
public interface SupplyForecast {

    /** Of the offices within reach of whoever asks; empty without the right to see it. */
    List<Supply> now();

    /**
     * @param left how much there is, in words: "312 keping blangko"
     * @param runsOutOn null when it lasts longer than can be foreseen
     * @param link where it is kept, relative to the portal
     */
    record Supply(OfficeCode office, String left, @Nullable LocalDate runsOutOn, String link) {}
}
