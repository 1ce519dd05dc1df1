package id.dukcapil.portal.sla.archive;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.procedure.KeysetQuery;
import id.dukcapil.portal.common.procedure.Where;
import id.dukcapil.portal.documents.DocumentStore;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Offices;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The archive for who reads it: papers of the offices within reach; those of the whole organisation for who reaches all. */
@Service
@PreAuthorize("hasAuthority('REPORT_READ')")
@Transactional
public class Papers {

    public static final int COUNT_LIMIT = KeysetQuery.COUNT_LIMIT;

    private final PaperArchive archive;
    private final DocumentStore documents;
    private final CurrentStaff staff;
    private final Offices offices;

    Papers(PaperArchive archive, DocumentStore documents, CurrentStaff staff, Offices offices) {
        this.archive = archive;
        this.documents = documents;
        this.staff = staff;
        this.offices = offices;
    }

    /** @param kind null for all @param office null for all within reach @param from last day of the paper; null for none */
    public record Filter(
            @Nullable PaperKind kind,
            @Nullable OfficeCode office,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** Newest first. @param after null from the beginning */
    public List<ArchivedPaper.Row> page(Filter filter, ArchivedPaper.@Nullable Cursor after, int skip, int limit) {
        Where where = matching(filter);
        if (after != null) {
            where.olderThan("last_day", after.lastDay(), after.id());
        }
        return archive.page(where, skip, limit);
    }

    public int count(Filter filter) {
        return archive.count(matching(filter));
    }

    /** Empty for a paper that is out of reach, too. */
    public Optional<ArchivedPaper> find(String number) {
        return archive.find(number)
                .filter(paper ->
                        scopes(null).contains(PaperArchive.scope(paper.row().office())));
    }

    /** The PDF as it was made. */
    public byte[] pdf(String number) {
        return documents.read(find(number).orElseThrow().pdf());
    }

    private Where matching(Filter filter) {
        LocalDate to = filter.to();
        return new Where()
                .in("scope", scopes(filter.office()))
                .is("kind", filter.kind())
                .between("last_day", filter.from(), to == null ? null : to.plusDays(1));
    }

    private List<String> scopes(@Nullable OfficeCode office) {
        List<String> scopes = new ArrayList<>(staff.officesInScope(office));
        if (office == null && scopes.size() == offices.all().size()) {
            scopes.add(PaperArchive.WHOLE);
        }
        return scopes;
    }
}
