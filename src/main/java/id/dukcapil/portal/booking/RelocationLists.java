package id.dukcapil.portal.booking;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.staff.CurrentStaff;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Bookings that were moved together, for looking at them later. */
@Service
@PreAuthorize("hasAuthority('BOOKING_READ')")
@Transactional(readOnly = true)
public class RelocationLists {

    private final RelocationRecords records;
    private final CurrentStaff staff;

    RelocationLists(RelocationRecords records, CurrentStaff staff) {
        this.records = records;
        this.staff = staff;
    }

    /**
     * Those of an office, the latest first.
     *
     * @param after the last one already seen, or null from the beginning
     */
    public List<Relocation> page(OfficeCode office, @Nullable Relocation after, int skip, int limit) {
        staff.requireScope(office);
        return records.page(office, after, skip, limit);
    }

    public int count(OfficeCode office) {
        staff.requireScope(office);
        return records.count(office);
    }

    /** @return nothing when there is none within the person's reach */
    public Optional<Relocation> find(RelocationId id) {
        return records.find(id).filter(found -> staff.require().mayActFor(found.office()));
    }

    /** Everybody who was moved, in the order of the plan, as long as the bookings still have their person. */
    public List<RelocatedPerson> people(RelocationId id) {
        return find(id).map(found -> records.people(found.id())).orElse(List.of());
    }
}
