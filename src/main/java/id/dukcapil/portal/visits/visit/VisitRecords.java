package id.dukcapil.portal.visits.visit;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface VisitRecords extends Repository<Visit, UUID> {

    Visit save(Visit visit);

    Optional<Visit> findByNumber(String number);

    Optional<Visit> findByToken(String token);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select v from Visit v where v.number = :number")
    Optional<Visit> lockByNumber(String number);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select v from Visit v where v.token = :token")
    Optional<Visit> lockByToken(String token);
}
