package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.staff.CurrentStaff;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    public static final int COUNT_LIMIT = 10_000;

    private static final RowMapper<Integer> COUNT = (row, number) -> row.getInt(1);
    private static final RowMapper<Kind> KIND =
            (row, number) -> new Kind(row.getString("kind"), row.getString("title"));
    private static final RowMapper<KnownSigner> SIGNER = (row, number) ->
            new KnownSigner(new StaffId(row.getObject("signer_id", UUID.class)), row.getString("signer_name"));
    private static final RowMapper<SignedRow> ROW = (row, number) -> new SignedRow(
            new SigningDocumentId(row.getObject("id", UUID.class)),
            row.getString("title"),
            row.getString("reference"),
            row.getString("concerns"),
            new OfficeCode(row.getString("office_code")),
            SigningDocumentStatus.valueOf(row.getString("status")),
            row.getString("printed_name"),
            UtcDateTime.read(row, "signed_at"));

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

    /** The condition of a filter; only fixed text, every value is a parameter. */
    private record Condition(List<String> parts, Map<String, Object> parameters) {

        Condition() {
            this(new ArrayList<>(List.of("signed_at IS NOT NULL")), new HashMap<>());
        }

        Condition with(String part, String name, @Nullable Object value) {
            if (value != null) {
                parts.add(part);
                parameters.put(name, value);
            }
            return this;
        }

        String text() {
            return String.join(" AND ", parts);
        }
    }

    /**
     * The rows after a cursor, the last signed first.
     *
     * @param after the last row already seen, or null from the beginning
     */
    public List<SignedRow> page(SignedFilter filter, SignedRow.@Nullable Cursor after, int skip, int limit) {
        Condition condition = condition(filter);
        if (after != null) {
            condition
                    .with(
                            "signed_at <= :cursorTime AND (signed_at < :cursorTime OR id < :cursorId)",
                            "cursorTime",
                            UtcDateTime.of(after.signedAt()))
                    .parameters()
                    .put("cursorId", after.id().value());
        }
        return jdbc.sql("""
                        SELECT id, title, reference, concerns, office_code, status, printed_name, signed_at
                        FROM signing_document WHERE\s""" + condition.text() + " ORDER BY signed_at DESC, id DESC LIMIT :limit OFFSET :skip")
                .params(condition.parameters())
                .param("limit", limit)
                .param("skip", skip)
                .query(ROW)
                .list();
    }

    /** How many documents match, counted up to {@link #COUNT_LIMIT} + 1. */
    public int count(SignedFilter filter) {
        Condition condition = condition(filter);
        return jdbc.sql("SELECT COUNT(*) FROM (SELECT 1 FROM signing_document WHERE " + condition.text() + " LIMIT "
                        + (COUNT_LIMIT + 1) + ") counted")
                .params(condition.parameters())
                .query(COUNT)
                .single();
    }

    private Condition condition(SignedFilter filter) {
        SigningDocumentStatus status = filter.status();
        StaffId signer = filter.signer();
        return new Condition()
                .with("office_code IN (:offices)", "offices", offices(filter.office()))
                .with("kind = :kind", "kind", filter.kind())
                .with("status = :status", "status", status == null ? null : status.name())
                .with("signer_id = :signer", "signer", signer == null ? null : signer.value())
                .with("reference IN (:named)", "named", filter.isName() ? named(filter.text()) : null)
                .with("reference LIKE :reference", "reference", filter.isName() ? null : beginning(filter.text()))
                .with("signed_at >= :from", "from", UtcDateTime.ofNullable(filter.from()))
                .with("signed_at < :until", "until", UtcDateTime.ofNullable(filter.until()));
    }

    /** An empty list is no SQL; no document has an empty reference. */
    private List<String> named(String name) {
        List<String> references = names.references(name);
        return references.isEmpty() ? List.of("") : references;
    }

    private static @Nullable String beginning(String number) {
        return number.isEmpty() ? null : number.replaceAll("[%_\\\\]", "") + "%";
    }

    /** Those in scope, of which a filter can choose one; a foreign office matches nothing. */
    private List<String> offices(@Nullable OfficeCode chosen) {
        List<String> inScope = staff.officesInScope().stream()
                .map(office -> office.code().value())
                .filter(code -> chosen == null || chosen.value().equals(code))
                .toList();
        return inScope.isEmpty() ? List.of("") : inScope;
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
