package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.documents.DocumentStore;
import id.dukcapil.portal.staff.CurrentStaff;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One signed document: which others it stands beside, in which sitting it was signed, and the paper itself. */
@Service
@PreAuthorize("hasAuthority('SIGNING_READ')")
public class SignedDocuments {

    private static final RowMapper<Link> LINK = RecordRow.of(Link.class);
    private static final RowMapper<Sitting> SITTING = (row, number) -> new Sitting(
            new SigningBatchId(row.getObject("id", UUID.class)),
            UtcDateTime.read(row, "started_at"),
            row.getString("mandate_number"));

    private final SigningRegister register;
    private final DocumentStore store;
    private final JdbcClient jdbc;
    private final CurrentStaff staff;
    private final ApplicationEventPublisher events;

    SignedDocuments(
            SigningRegister register,
            DocumentStore store,
            JdbcClient jdbc,
            CurrentStaff staff,
            ApplicationEventPublisher events) {
        this.register = register;
        this.store = store;
        this.jdbc = jdbc;
        this.staff = staff;
        this.events = events;
    }

    /** Another document of the same family. */
    public record Link(SigningDocumentId id, String reference) {}

    /**
     * The batch in which a document was signed.
     *
     * @param mandate number of the letter on which a deputy relied
     */
    public record Sitting(
            SigningBatchId batch,
            Instant startedAt,
            @Nullable String mandate) {}

    /**
     * What stands beside a document, as far as it is within reach.
     *
     * @param newer the one that took its place
     * @param older those whose place it took, the last first
     */
    public record Relations(Optional<Link> newer, List<Link> older, Optional<Sitting> sitting) {}

    @Transactional(readOnly = true)
    public Relations relations(SigningDocumentDetails document) {
        SigningDocumentId newer = document.supersededBy();
        return new Relations(
                newer == null
                        ? Optional.empty()
                        : links("id = :id", newer).stream().findFirst(),
                links("superseded_by = :id", document.id()),
                sitting(document.id()));
    }

    private List<Link> links(String condition, SigningDocumentId id) {
        return jdbc.sql("SELECT id, reference FROM signing_document WHERE office_code IN (:offices) AND " + condition
                        + " ORDER BY id DESC")
                .param("id", id.value())
                .param(
                        "offices",
                        staff.officesInScope().stream()
                                .map(office -> office.code().value())
                                .toList())
                .query(LINK)
                .list();
    }

    private Optional<Sitting> sitting(SigningDocumentId id) {
        return jdbc.sql("""
                        SELECT b.id, b.started_at, b.mandate_number FROM signing_item i
                        JOIN signing_batch b ON b.id = i.batch_id
                        WHERE i.document_id = ? AND i.state = 'SIGNED'""").param(id.value()).query(SITTING).optional();
    }

    /**
     * The signed bytes, to be read on the screen; that somebody opened them stands in the audit trail.
     *
     * @return empty when there is no such signed document within reach
     * @throws id.dukcapil.portal.documents.DocumentUnavailable when the bytes are missing or damaged
     */
    @Transactional
    public Optional<byte[]> open(SigningDocumentId id) {
        return register.find(id).flatMap(document -> {
            SigningDocumentDetails.Signature signature = document.signature();
            if (signature == null) {
                return Optional.empty();
            }
            byte[] pdf = store.read(signature.digest());
            events.publishEvent(AuditEvent.of(
                            DocumentMoved.RECORD,
                            document.title() + " " + document.reference(),
                            "PDF bertanda tangan dibuka")
                    .at(document.office()));
            return Optional.of(pdf);
        });
    }
}
