package id.dukcapil.portal.signing;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SigningDocuments extends Repository<SigningDocument, UUID> {

    /** Whether the same reference of the same kind already waits for a signature. */
    static boolean isSecondOpenOne(DataIntegrityViolationException collision) {
        return String.valueOf(collision.getMostSpecificCause().getMessage())
                .contains("signing_document_one_open_per_reference");
    }

    /** For a new document. One that was read is written by {@link #flush()}, with the transitions it has gained. */
    SigningDocument saveAndFlush(SigningDocument document);

    void flush();

    Optional<SigningDocument> findById(UUID id);

    /** In the database's own words, as all questions about a list: in those of JPA they are translated anew every time. */
    @Query(nativeQuery = true, value = "SELECT * FROM signing_document WHERE id IN (:ids)")
    List<SigningDocument> findAllById(Collection<UUID> ids);

    Optional<SigningDocument> findByVerificationCode(String code);

    Optional<SigningDocument> findFirstBySignedDigest(String digest);

    List<SigningDocument> findByKindAndReferenceOrderById(String kind, String reference);

    /** The document as it is now; whoever else wants to change it waits until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select d from SigningDocument d where d.id = :id")
    Optional<SigningDocument> lockById(UUID id);

    /** In one order for everybody, so that two who want the same ones wait instead of blocking each other. */
    @Query(nativeQuery = true, value = "SELECT * FROM signing_document WHERE id IN (:ids) ORDER BY id FOR UPDATE")
    List<SigningDocument> lockAll(Collection<UUID> ids);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select d from SigningDocument d where d.kind = :kind and d.reference = :reference"
            + " and d.status in (AWAITING, IN_BATCH)")
    Optional<SigningDocument> lockOpen(String kind, String reference);

    /** Of one kind, because only such documents take each other's place. */
    interface Family {
        String getKind();

        String getFamily();
    }

    @Query(nativeQuery = true, value = """
            SELECT DISTINCT kind, family FROM signing_document WHERE id IN (:ids) AND family IS NOT NULL""")
    List<Family> familiesOf(Collection<UUID> ids);

    /** Those of families between which only one can be valid: what is signed and what is about to be. */
    @Query(nativeQuery = true, value = """
            SELECT * FROM signing_document WHERE kind = :kind AND family IN (:families)
              AND status IN (:statuses) ORDER BY id FOR UPDATE""")
    List<SigningDocument> lockFamilies(String kind, Collection<String> families, Collection<String> statuses);
}
