package id.dukcapil.portal.delivery;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ReleaseRecords extends Repository<Release, UUID> {

    /** For a new release. One that was read is written by {@link #flush()}, with the rows it has gained. */
    Release saveAndFlush(Release release);

    /** The same, to be written by {@link #flush()} together with others. */
    Release save(Release release);

    void flush();

    Optional<Release> findById(UUID id);

    Optional<Release> findByKindAndReferenceAndDocumentHash(String kind, String reference, String documentHash);

    /** In the database's own words: a list in those of JPA is translated anew every time. */
    @Query(nativeQuery = true, value = """
            SELECT * FROM delivery_release
            WHERE kind IN (:kinds) AND reference IN (:references) AND anonymised_at IS NULL""")
    List<Release> ofCases(Collection<String> kinds, Collection<String> references);

    List<Release> findByPersonNikOrderByCreatedAt(String nik);

    /** The release as it is now; whoever else wants to change it waits until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Release r where r.id = :id")
    Optional<Release> lockById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Release r where r.kind = :kind and r.reference = :reference order by r.id")
    List<Release> lockOfCase(String kind, String reference);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Release r where r.codeHash = :hash")
    Optional<Release> lockByCode(byte[] hash);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Release r where r.id = (select h.release.id from Handout h where h.id = :handout)")
    Optional<Release> lockByHandout(UUID handout);

    @Query("select h from Handout h where h.id = :id")
    Optional<Handout> findHandout(UUID id);
}
