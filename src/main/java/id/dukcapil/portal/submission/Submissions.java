package id.dukcapil.portal.submission;

import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.jpa.AvailableHints;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

interface Submissions extends Repository<Submission, UUID> {

    /** As Hibernate reads the hint. */
    String SKIP_LOCKED = "-2";

    /** Whether the family already has an open request with the same reason. */
    static boolean isSecondOpenOne(DataIntegrityViolationException collision) {
        return String.valueOf(collision.getMostSpecificCause().getMessage()).contains("submission_one_open_per_reason");
    }

    /** For a new request. One that was read is written by {@link #flush()}, with the transitions it has gained. */
    Submission saveAndFlush(Submission submission);

    void flush();

    Optional<Submission> findByNumber(String number);

    Optional<Submission> findByRequestToken(String requestToken);

    @Query("select s from Submission s where s.familyNumber = :family and s.status in :open order by s.createdAt")
    List<Submission> findOfFamily(String family, Collection<SubmissionStatus> open);

    /** The requests of a family that are not signed yet. */
    default List<Submission> findOpenOf(String family) {
        return findOfFamily(
                family,
                Arrays.stream(SubmissionStatus.values())
                        .filter(SubmissionStatus::isOpen)
                        .toList());
    }

    List<Submission> findByApplicantNikOrderByCreatedAt(String nik);

    /** Nothing when somebody else has it locked at this moment; nobody waits. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @QueryHints(@QueryHint(name = AvailableHints.HINT_SPEC_LOCK_TIMEOUT, value = SKIP_LOCKED))
    @Query("select s from Submission s where s.id = :id")
    Optional<Submission> lockUnlessLocked(UUID id);

    /** The request as it is now; whoever else wants to change it waits until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Submission s where s.number = :number")
    Optional<Submission> lockByNumber(String number);
}
