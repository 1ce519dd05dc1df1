package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.procedure.KeysetQuery;
import id.dukcapil.portal.common.procedure.Where;
import id.dukcapil.portal.staff.CurrentStaff;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The signed documents for lists and counts, in pages that stay fast at any depth; staff see those of their offices. */
@Service
@PreAuthorize("hasAuthority('SIGNING_READ')")
@Transactional(readOnly = true)
public class SignedLists {

    /** Counting stops here; a list then says "more than". */
    public static final int COUNT_LIMIT = KeysetQuery.COUNT_LIMIT;

    private static final RowMapper<Kind> KIND =
            (row, number) -> new Kind(row.getString("kind"), row.getString("title"));
    private static final RowMapper<KnownSigner> SIGNER = (row, number) ->
            new KnownSigner(new StaffId(row.getObject("signer_id", UUID.class)), row.getString("signer_name"));
    private static final RowMapper<SignedRow> ROW =
            RecordRow.of(SignedRow.class).from("signer", "printed_name");

    private static final KeysetQuery<SignedRow> LIST = new KeysetQuery<>(
            "id, title, reference, concerns, office_code, status, printed_name, signed_at",
            "signing_document",
            "signed_at DESC, id DESC",
            ROW);

    private final JdbcClient jdbc;
    private final RegisteredNames names;
    private final CurrentStaff staff;

    SignedLists(JdbcClient jdbc, RegisteredNames names, CurrentStaff staff) {
        this.jdbc = jdbc;
        this.names = names;
        this.staff = staff;
    }

    /** @param title as on the newest document of the kind: "Kartu Keluarga" */
    public record Kind(String code, String title) {}

    /** Somebody who has signed in this portal. */
    public record KnownSigner(StaffId id, String name) {}

    /**
     * The rows after a cursor, the last signed first.
     *
     * @param after the last row already seen, or null from the beginning
     */
    public List<SignedRow> page(SignedFilter filter, SignedRow.@Nullable Cursor after, int skip, int limit) {
        Where where = matching(filter);
        if (after != null) {
            where.olderThan(
                    "signed_at", UtcDateTime.of(after.signedAt()), after.id().value());
        }
        return LIST.page(jdbc, where, skip, limit);
    }

    /** How many documents match, counted up to {@link #COUNT_LIMIT} + 1. */
    public int count(SignedFilter filter) {
        return LIST.count(jdbc, matching(filter));
    }

    private Where matching(SignedFilter filter) {
        StaffId signer = filter.signer();
        Where where = new Where()
                .and("signed_at IS NOT NULL")
                .in("office_code", staff.officesInScope(filter.office()))
                .is("kind", filter.kind())
                .is("status", filter.status())
                .is("signer_id", signer == null ? null : signer.value())
                .between("signed_at", UtcDateTime.ofNullable(filter.from()), UtcDateTime.ofNullable(filter.until()));
        return filter.isName()
                ? where.in("reference", names.references(filter.text()))
                : where.beginsWith("reference", filter.text());
    }

    /** The kinds of documents that there are, from the ends of an index. */
    public List<Kind> kinds() {
        return jdbc.sql("""
                        SELECT k.kind, (SELECT d.title FROM signing_document d WHERE d.kind = k.kind LIMIT 1) AS title
                        FROM (SELECT DISTINCT kind FROM signing_document) k ORDER BY title""").query(KIND).list();
    }

    /** Everybody who has opened a batch, under the name of their last one. */
    public List<KnownSigner> signers() {
        return jdbc.sql("""
                        SELECT b.signer_id, b.signer_name FROM signing_batch b
                        JOIN (SELECT signer_id, MAX(id) AS id FROM signing_batch GROUP BY signer_id) newest ON newest.id = b.id
                        ORDER BY b.signer_name""").query(SIGNER).list();
    }
}
