package id.dukcapil.portal.booking;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Bookings extends Repository<Booking, UUID> {

    /** For a new booking. One that was read is written by {@link #flush()}, with the transitions it has gained. */
    Booking saveAndFlush(Booking booking);

    void flush();

    Optional<Booking> findByCode(String code);

    /** The booking as it is now; whoever else wants to change it waits until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select b from Booking b where b.code = :code")
    Optional<Booking> lockByCode(String code);

    Optional<Booking> findById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select b from Booking b where b.id = :id")
    Optional<Booking> lockById(UUID id);

    Optional<Booking> findByRequestToken(String requestToken);

    @Query("select b from Booking b where b.nik = :nik and b.status in (BOOKED, CHECKED_IN)")
    Optional<Booking> findActiveByNik(String nik);

    List<Booking> findByNikOrderByCreatedAtAscServiceDateAsc(String nik);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select b from Booking b where b.nik = :nik order by b.id")
    List<Booking> lockByNik(String nik);

    /** By their keys only, so that no gap is locked in which somebody else books. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select b from Booking b where b.id in :ids order by b.id")
    List<Booking> lockAll(Collection<UUID> ids);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query(
            "select b from Booking b where b.status in (BOOKED, CHECKED_IN) and b.serviceDate < :day order by b.serviceDate")
    List<Booking> lockStillOpenBefore(LocalDate day, Limit limit);
}
