package id.dukcapil.portal.cards;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Enters first cards that the print room packed for an institution in the past. Only in the demonstration, for procedures that
 * invent recordings at an institution.
 */
public interface InventedParcels {

    record Holder(Nik nik, String fullName, LocalDate birthDate) {}

    /**
     * @param reference case of the procedure that asked
     * @param delivered whether the institution has taken the cards, not only the print room packed them
     */
    record Parcel(
            OfficeCode office,
            String reference,
            Instant asked,
            String institution,
            String receiver,
            String position,
            List<Holder> holders,
            boolean delivered) {}

    /** @param numbers of the orders @param delivered as it would have been told */
    record Entered(Map<Nik, String> numbers, List<CardHandedOver> delivered) {}

    /** @return nothing where the print room would not have been ready with them by yesterday */
    Optional<Entered> enter(Parcel parcel);
}
