package id.dukcapil.portal.booking;

import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.jpa.AvailableHints;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

interface Bookings extends Repository<Booking, UUID> {

    /** As Hibernate reads the hint. */
    String SKIP_LOCKED = "-2";

    /** For a new booking. One that was read is written by {@link #flush()}, with the transitions it has gained. */
    Booking saveAndFlush(Booking booking);

    void flush();

    Optional<Booking> findByCode(String code);

    boolean existsByCode(String code);

    /** The booking as it is now; whoever else wants to change it waits until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select b from Booking b where b.code = :code")
    Optional<Booking> lockByCode(String code);

    Optional<Booking> findById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select b from Booking b where b.id = :id")
    Optional<Booking> lockById(UUID id);

    Optional<Booking> findByRequestToken(String requestToken);

    List<Booking> findByRequestTokenIn(Collection<String> requestTokens);

    @Query("select b from Booking b where b.nik in :niks and b.status in (BOOKED, CHECKED_IN)")
    List<Booking> findActiveByNikIn(Collection<String> niks);

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

    /** As {@link #lockAll}; bookings that are locked at this moment are left out. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @QueryHints(@QueryHint(name = AvailableHints.HINT_SPEC_LOCK_TIMEOUT, value = SKIP_LOCKED))
    @Query("select b from Booking b where b.id in :ids order by b.id")
    List<Booking> lockUnlessLocked(Collection<UUID> ids);

    /** The people booked before that day who have not come. */
    @Query("""
            select b.id from Booking b where b.officeCode = :office and b.serviceDate = :day and b.status = BOOKED
              and b.releasedAt is null and b.createdAt < :before order by b.queueNumber""")
    List<UUID> findNotCome(String office, LocalDate day, Instant before, Limit limit);

    /** Released seats of a day; what somebody else is giving away at this moment is left out. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @QueryHints(@QueryHint(name = AvailableHints.HINT_SPEC_LOCK_TIMEOUT, value = SKIP_LOCKED))
    @Query("""
            select b from Booking b where b.officeCode = :office and b.serviceDate = :day and b.status = BOOKED
              and b.releasedAt is not null order by b.queueNumber""")
    List<Booking> lockReleased(String office, LocalDate day, Limit limit);

    @Query("""
            select b.id from Booking b where b.status in (BOOKED, CHECKED_IN) and b.serviceDate < :day
            order by b.serviceDate""")
    List<UUID> findStillOpenBefore(LocalDate day, Limit limit);
}
