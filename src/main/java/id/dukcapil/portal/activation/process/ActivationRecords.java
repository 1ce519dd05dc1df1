package id.dukcapil.portal.activation.process;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ActivationRecords extends Repository<Activation, UUID> {

    Activation saveAndFlush(Activation activation);

    Optional<Activation> findByNumber(String number);

    Optional<Activation> findById(UUID id);

    List<Activation> findByPersonNikOrderByCreatedAt(String nik);

    /** As it is now; others who want to change it wait until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Activation a where a.number = :number")
    Optional<Activation> lockByNumber(String number);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Activation a where a.id = :id")
    Optional<Activation> lockById(UUID id);

    /** Of that office: under way, not filed, or with an act on that day. */
    @Query("""
            select distinct a from Activation a left join fetch a.steps
            where a.officeCode = :office and (a.status in :running or a.id in (select s.activation.id from ActivationStep s
                where s.officeCode = :office and s.day = :day))
            order by a.createdAt""")
    List<Activation> ofCounter(String office, LocalDate day, Collection<ActivationStatus> running);

    /** The one activation of that person that is open. */
    @Query(nativeQuery = true, value = "SELECT number FROM activation_case WHERE open_nik = :nik")
    Optional<String> openOf(String nik);

    boolean existsByPersonNikAndStatusIn(String nik, Collection<ActivationStatus> statuses);
}
