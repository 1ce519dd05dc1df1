package id.dukcapil.portal.activation.report;

import id.dukcapil.portal.common.MailAttachment;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.staff.ActingSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A closed report as PDF and workbook, for the letter to the list. */
@Component
class ReportAttachment implements MailAttachment {

    static final String KIND = "activation-report";

    private final DailyReports reports;
    private final ReportPapers papers;
    private final ActingSystem acting;

    ReportAttachment(DailyReports reports, ReportPapers papers, ActingSystem acting) {
        this.reports = reports;
        this.papers = papers;
        this.acting = acting;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Content> of(String reference) {
        var files = new ArrayList<Content>();
        acting.with(
                Set.of(Permission.ACTIVATION_READ),
                () -> reports.closed(reference).ifPresent(closed -> {
                    String name = "laporan-ikd-%s-%s".formatted(closed.office(), closed.day());
                    files.add(new Content(name + ".pdf", "application/pdf", papers.pdf(closed.report(), closed)));
                    files.add(new Content(
                            name + ".xlsx",
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                            papers.xlsx(closed.report(), closed)));
                }));
        return List.copyOf(files);
    }
}
