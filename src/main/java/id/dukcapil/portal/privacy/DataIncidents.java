package id.dukcapil.portal.privacy;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface DataIncidents extends Repository<DataIncident, UUID> {

    DataIncident saveAndFlush(DataIncident incident);

    void flush();

    Optional<DataIncident> findByNumber(String number);

    /** The incident as it is now; whoever else wants to change it waits until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from DataIncident i where i.number = :number")
    Optional<DataIncident> lockByNumber(String number);
}
