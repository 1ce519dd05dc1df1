package id.dukcapil.portal.sla.archive;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.MailRequested;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.RecordRow;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.procedure.KeysetQuery;
import id.dukcapil.portal.common.procedure.Where;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentHolder;
import id.dukcapil.portal.documents.DocumentStore;
import id.dukcapil.portal.documents.frozen.FrozenContents;
import id.dukcapil.portal.documents.numbers.DocumentNumbers;
import id.dukcapil.portal.documents.numbers.NumberKind;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Keeps papers as they were made, each with its PDF, and sends them to the list. */
@Component
class PaperArchive implements DocumentHolder {

    static final String RECORD = "Laporan berkala";
    static final String WHOLE = "*";
    private static final String MAIL = "sla/paper";
    private static final String SEAL = "sla-paper";
    private static final RowMapper<ArchivedPaper.Row> ROW =
            RecordRow.of(ArchivedPaper.Row.class).from("office", "office_code");
    private static final KeysetQuery<ArchivedPaper.Row> LIST = new KeysetQuery<>(
            "id, number, kind, office_code, first_day, last_day, edition, made_at",
            "sla_paper",
            "last_day DESC, id DESC",
            ROW);

    private final JdbcClient jdbc;
    private final FrozenContents contents;
    private final DocumentStore documents;
    private final PaperPrint print;
    private final DocumentNumbers numbers;
    private final NumberKind periodicPapers;
    private final Offices offices;
    private final PaperSettings settings;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PaperArchive(
            JdbcClient jdbc,
            FrozenContents contents,
            DocumentStore documents,
            PaperPrint print,
            DocumentNumbers numbers,
            NumberKind periodicPapers,
            Offices offices,
            PaperSettings settings,
            JsonMapper json,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.contents = contents;
        this.documents = documents;
        this.print = print;
        this.numbers = numbers;
        this.periodicPapers = periodicPapers;
        this.offices = offices;
        this.settings = settings;
        this.json = json;
        this.events = events;
        this.clock = clock;
    }

    /** @param cause null for the first edition */
    record Edition(int number, @Nullable String cause) {
        static final Edition FIRST = new Edition(1, null);
    }

    /** Makes the paper final: number, hash, PDF, trail, letters. @param office null for the whole organisation */
    @Transactional(propagation = Propagation.MANDATORY)
    ArchivedPaper put(PaperKind kind, @Nullable Office office, PaperContent content, Edition edition, Instant at) {
        String number =
                numbers.next(periodicPapers, office == null ? offices.all().getFirst() : office);
        OfficeCode code = office == null ? null : office.code();
        var row = new ArchivedPaper.Row(
                TimeOrderedId.at(at), number, kind, code, content.first(), content.last(), edition.number(), at);
        String text = json.writeValueAsString(content);
        ContentHash pdf = documents.put(
                print.pdf(row, content, edition.cause(), ContentHash.of(text.getBytes(StandardCharsets.UTF_8))));
        FrozenContents.Frozen frozen = contents.freeze(SEAL, belongsTo(row, pdf), text);
        insert(row, edition.cause(), frozen, pdf);
        events.publishEvent(
                AuditEvent.of(RECORD, number, "Dibuat dan dikunci").at(code).changing("SHA-256", null, frozen.hash()));
        settings.recipientsOf(code).forEach(address -> events.publishEvent(letter(address, row, content)));
        return new ArchivedPaper(row, content, frozen.hash(), pdf, edition.cause(), true);
    }

    private void insert(ArchivedPaper.Row row, @Nullable String cause, FrozenContents.Frozen frozen, ContentHash pdf) {
        OfficeCode office = row.office();
        jdbc.sql("""
                        INSERT INTO sla_paper (id, number, kind, office_code, first_day, last_day, edition, cause, content, hash,
                          seal, pdf_hash, made_at)
                        VALUES (:id, :number, :kind, :office, :first, :last, :edition, :cause, :content, :hash, :seal, :pdf, :at)""")
                .param("id", row.id())
                .param("number", row.number())
                .param("kind", row.kind().name())
                .param("office", office == null ? null : office.value())
                .param("first", row.firstDay())
                .param("last", row.lastDay())
                .param("edition", row.edition())
                .param("cause", cause)
                .param("content", frozen.content())
                .param("hash", frozen.hash())
                .param("seal", frozen.seal())
                .param("pdf", pdf.value())
                .param("at", UtcDateTime.of(row.madeAt()))
                .update();
    }

    private static MailRequested letter(String address, ArchivedPaper.Row row, PaperContent content) {
        return new MailRequested(
                MAIL,
                address,
                "Penerima laporan",
                Map.of(
                        "title", row.kind().label(),
                        "scope", content.scope(),
                        "period", row.period(),
                        "number", row.number()),
                RECORD,
                row.number(),
                PaperAttachment.KIND);
    }

    boolean exists(PaperKind kind, @Nullable OfficeCode office, LocalDate first) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM sla_paper WHERE kind = ? AND scope = ? AND first_day = ?)")
                .params(kind.name(), scope(office), first)
                .query(Boolean.class)
                .single();
    }

    Optional<ArchivedPaper> find(String number) {
        return one("number = ?", number);
    }

    /** The latest edition of that day or period. */
    Optional<ArchivedPaper> latest(PaperKind kind, @Nullable OfficeCode office, LocalDate first) {
        return one(
                "kind = ? AND scope = ? AND first_day = ? ORDER BY edition DESC LIMIT 1",
                kind.name(),
                scope(office),
                first);
    }

    /** The one before, such as the summary of Friday on a Monday. */
    Optional<ArchivedPaper> before(PaperKind kind, @Nullable OfficeCode office, LocalDate first) {
        return one(
                "kind = ? AND scope = ? AND first_day < ? ORDER BY first_day DESC, edition DESC LIMIT 1",
                kind.name(),
                scope(office),
                first);
    }

    List<ArchivedPaper> ofDay(LocalDate day) {
        return jdbc.sql("SELECT * FROM sla_paper WHERE kind = 'DAY' AND first_day = ? AND office_code IS NOT NULL")
                .param(day)
                .query((row, number) -> opened(row))
                .list();
    }

    private Optional<ArchivedPaper> one(String condition, Object... values) {
        return jdbc.sql("SELECT * FROM sla_paper WHERE " + condition)
                .params(values)
                .query((row, number) -> opened(row))
                .optional();
    }

    List<ArchivedPaper.Row> page(Where where, int skip, int limit) {
        return LIST.page(jdbc, where, skip, limit);
    }

    int count(Where where) {
        return LIST.count(jdbc, where);
    }

    private ArchivedPaper opened(ResultSet stored) throws SQLException {
        ArchivedPaper.Row row = ROW.mapRow(stored, 0);
        var pdf = new ContentHash(stored.getString("pdf_hash"));
        var frozen = new FrozenContents.Frozen(
                stored.getString("content"), stored.getString("hash"), stored.getString("seal"));
        FrozenContents.Opened opened = contents.open(SEAL, belongsTo(row, pdf), frozen);
        if (!opened.intact() && stored.getObject("tampered_at") == null) {
            tell(row);
        }
        return new ArchivedPaper(
                row,
                json.readValue(opened.content().orElse(frozen.content()), PaperContent.class),
                frozen.hash(),
                pdf,
                stored.getString("cause"),
                opened.intact());
    }

    /** Once for each paper; the mark is no part of what is sealed. */
    private void tell(ArchivedPaper.Row row) {
        jdbc.sql("UPDATE sla_paper SET tampered_at = ? WHERE id = ?")
                .params(UtcDateTime.of(clock.instant()), row.id())
                .update();
        events.publishEvent(AuditEvent.of(RECORD, row.number(), "Perubahan di luar portal ditemukan")
                .at(row.office())
                .because("Baris tidak cocok dengan SHA-256 dan segel saat dibuat; bandingkan dengan PDF tersimpan"));
    }

    private static String belongsTo(ArchivedPaper.Row row, ContentHash pdf) {
        return "%s|%s|%s|%s|%s|%d|%s"
                .formatted(
                        row.number(),
                        row.kind(),
                        scope(row.office()),
                        row.firstDay(),
                        row.lastDay(),
                        row.edition(),
                        pdf.value());
    }

    static String scope(@Nullable OfficeCode office) {
        return office == null ? WHOLE : office.value();
    }

    @Override
    public boolean holds(ContentHash hash) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM sla_paper WHERE hash = :hash)"
                        + " OR EXISTS (SELECT 1 FROM sla_paper WHERE pdf_hash = :hash)")
                .param("hash", hash.value())
                .query(Boolean.class)
                .single();
    }
}
