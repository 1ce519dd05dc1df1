package id.dukcapil.portal.counter.hall;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.counter.ServiceCode;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A counter (loket) with the services that it serves.
 *
 * @param sitting who sits there now; null when it is closed
 */
public record Desk(
        UUID id,
        OfficeCode office,
        int number,
        boolean inUse,
        Set<ServiceCode> services,
        @Nullable Sitting sitting) {

    public Desk {
        services = Set.copyOf(services);
    }

    public String name() {
        return "Loket " + number;
    }

    /** @param breakSince null while people are served */
    public record Sitting(
            StaffId staff,
            String name,
            Instant since,
            @Nullable Instant breakSince) {}
}
