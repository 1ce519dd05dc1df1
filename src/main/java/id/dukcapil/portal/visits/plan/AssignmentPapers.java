package id.dukcapil.portal.visits.plan;

import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.documents.paper.OfficialPaper;
import id.dukcapil.portal.documents.paper.OfficialPaper.PaperColumn;
import id.dukcapil.portal.documents.paper.OfficialPapers;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.visits.resource.Crew;
import id.dukcapil.portal.visits.resource.Crew.CrewMember;
import id.dukcapil.portal.visits.resource.Resources;
import id.dukcapil.portal.visits.visit.VisitAction;
import id.dukcapil.portal.visits.visit.VisitDetails;
import id.dukcapil.portal.visits.visit.Visits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Surat Tugas of the crew of a published visit, and the list by which its equipment goes out and comes back. */
@Service
@PreAuthorize("hasAuthority('VISIT_READ')")
public class AssignmentPapers {

    private final Visits visits;
    private final Resources resources;
    private final OfficialPapers papers;
    private final Organisation organisation;

    AssignmentPapers(Visits visits, Resources resources, OfficialPapers papers, Organisation organisation) {
        this.visits = visits;
        this.resources = resources;
        this.papers = papers;
        this.organisation = organisation;
    }

    /** The PDF; empty before the visit was published. */
    public Optional<byte[]> pdf(String number) {
        return visits.find(number)
                .filter(visit -> visit.assignmentNumber() != null)
                .map(visit -> papers.print(paper(visit)));
    }

    private OfficialPaper paper(VisitDetails visit) {
        LocalDate published = visit.history().reversed().stream()
                .filter(step -> step.action() == VisitAction.PUBLISH)
                .map(step -> LocalDate.ofInstant(step.at(), organisation.timeZone()))
                .findFirst()
                .orElse(visit.first());
        var paper = new OfficialPaper("Surat Tugas", String.valueOf(visit.assignmentNumber()))
                .paragraph("Kepala Dinas menugaskan:")
                .table(
                        List.of(
                                PaperColumn.text("Nama", 4),
                                PaperColumn.text("Tim", 2),
                                PaperColumn.text("Tugas", 3),
                                PaperColumn.text("Paraf", 2)),
                        people(visit),
                        List.of())
                .paragraph("untuk merekam data KTP-el siswa di sekolah berikut.")
                .fact("Sekolah", visit.schoolName())
                .fact(
                        "Hari",
                        visit.days() == 1
                                ? Formats.longDate(visit.first())
                                : "%s sampai %s"
                                        .formatted(Formats.longDate(visit.first()), Formats.longDate(visit.last())))
                .fact("Perkiraan siswa", Formats.number(visit.expected()))
                .fact("Kendaraan", vehicle(visit))
                .heading("Perlengkapan keluar dan kembali")
                .table(
                        List.of(
                                PaperColumn.text("Set", 2),
                                PaperColumn.text("Alat", 4),
                                PaperColumn.text("Nomor seri", 3),
                                PaperColumn.text("Keadaan", 3),
                                PaperColumn.text("Keluar", 2),
                                PaperColumn.text("Kembali", 2)),
                        equipment(visit),
                        List.of());
        return paper.signatures(
                "%s, %s".formatted(organisation.place(), Formats.date(published)),
                organisation.headOn(published).stream()
                        .map(head -> new OfficialPaper.Signer("Kepala Dinas,", head.name(), head.nip()))
                        .toList());
    }

    private List<List<String>> people(VisitDetails visit) {
        var people = new ArrayList<List<String>>();
        for (Crew crew : resources.crews(visit.first(), visit.last())) {
            boolean own = crew.code().equals(visit.crew());
            for (CrewMember one : crew.members()) {
                boolean away = crew.leave(one.id(), visit.first(), visit.last()).isPresent();
                if (own && !away || visit.helpers().contains(one.id())) {
                    people.add(List.of(one.fullName(), crew.name(), one.duty(), ""));
                }
            }
        }
        return people;
    }

    private String vehicle(VisitDetails visit) {
        return resources.vehicles().stream()
                .filter(car -> car.code().equals(visit.vehicle()))
                .map(car -> "%s (%s)".formatted(car.name(), car.plate()))
                .findFirst()
                .orElse("sendiri");
    }

    private List<List<String>> equipment(VisitDetails visit) {
        return resources.sets().stream()
                .filter(set -> visit.sets().contains(set.code()))
                .flatMap(set -> set.items().stream()
                        .map(item -> List.of(
                                set.name(),
                                item.kind(),
                                item.serial(),
                                item.brokenBecause() == null ? "baik" : item.brokenBecause(),
                                "",
                                "")))
                .toList();
    }
}
