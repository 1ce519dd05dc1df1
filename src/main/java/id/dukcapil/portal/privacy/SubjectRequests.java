package id.dukcapil.portal.privacy;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SubjectRequests extends Repository<SubjectRequest, UUID> {

    SubjectRequest saveAndFlush(SubjectRequest request);

    void flush();

    Optional<SubjectRequest> findByNumber(String number);

    /** The request as it is now; whoever else wants to change it waits until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from SubjectRequest r where r.number = :number")
    Optional<SubjectRequest> lockByNumber(String number);

    List<SubjectRequest> findByNikOrderByReceivedAt(String nik);
}
