package id.dukcapil.portal.submission;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Submissions extends Repository<Submission, UUID> {

    /** For a new request. One that was read is written by {@link #flush()}, with the transitions it has gained. */
    Submission saveAndFlush(Submission submission);

    void flush();

    Optional<Submission> findByNumber(String number);

    Optional<Submission> findByRequestToken(String requestToken);

    @Query("select s from Submission s where s.familyNumber = :family and s.status not in (REJECTED, CANCELLED, LAPSED)"
            + " order by s.createdAt")
    List<Submission> findOpenOf(String family);

    List<Submission> findByApplicantNikOrderByCreatedAt(String nik);

    /** The request as it is now; whoever else wants to change it waits until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Submission s where s.number = :number")
    Optional<Submission> lockByNumber(String number);
}
