package id.dukcapil.portal.visits.ui;

import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.Desk;
import id.dukcapil.portal.common.ui.parts.DeskContribution;
import id.dukcapil.portal.common.ui.parts.FigureLink;
import id.dukcapil.portal.common.ui.parts.Sheet;
import id.dukcapil.portal.common.ui.parts.UrgentWork;
import id.dukcapil.portal.common.ui.parts.UrgentWork.Urgency;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.visits.visit.VisitLists;
import id.dukcapil.portal.visits.visit.VisitLists.VisitRow;
import id.dukcapil.portal.visits.visit.VisitStatus;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The next visit to a school, and visits that are near and not settled yet. */
@Component
@Order(50)
class VisitsDesk implements DeskContribution {

    private static final int AHEAD = 60;
    private static final int NEAR = 14;

    private final VisitLists lists;
    private final CurrentStaff staff;
    private final Organisation organisation;
    private final Clock clock;

    VisitsDesk(VisitLists lists, CurrentStaff staff, Organisation organisation, Clock clock) {
        this.lists = lists;
        this.staff = staff;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Override
    public void fill(Desk desk) {
        if (!staff.may(Permission.VISIT_READ)) {
            return;
        }
        LocalDate today = organisation.today(clock);
        List<VisitRow> ahead = lists.between(today, today.plusDays(AHEAD)).stream()
                .filter(visit -> visit.status().isOpen())
                .sorted(Comparator.comparing(VisitRow::firstDay))
                .toList();
        ahead.stream().findFirst().ifPresent(next -> desk.drawing(sheet(next)));
        List<VisitRow> unsettled = ahead.stream()
                .filter(visit -> visit.status() != VisitStatus.PUBLISHED
                        && visit.firstDay().isBefore(today.plusDays(NEAR)))
                .toList();
        if (staff.may(Permission.VISIT_PLAN) && !unsettled.isEmpty()) {
            desk.urgent(work(unsettled));
        }
    }

    private static Sheet sheet(VisitRow next) {
        String crew = next.crew() == null ? "regu belum ditetapkan" : "regu " + next.crew();
        return new Sheet("Kunjungan berikutnya")
                .beside(new FigureLink(Formats.shortDate(next.firstDay()), VisitNavigation.visit(next.number())))
                .padded(new Span("%s, %s · %s siswa, %d alat · %s · %s"
                        .formatted(
                                next.schoolName(),
                                Formats.longDate(next.firstDay()),
                                Formats.number(next.expected()),
                                next.setCodes().size(),
                                crew,
                                next.status().label())));
    }

    /** One line, however many there are; it leads to the nearest. */
    private static UrgentWork work(List<VisitRow> unsettled) {
        VisitRow nearest = unsettled.getFirst();
        return new UrgentWork(
                Urgency.LATER,
                null,
                "%s kunjungan dalam dua minggu belum terbit".formatted(Formats.number(unsettled.size())),
                "terdekat %s, %s"
                        .formatted(
                                nearest.schoolName(), nearest.status().label().toLowerCase(Formats.INDONESIAN)),
                Formats.shortDate(nearest.firstDay()),
                Tone.NEUTRAL,
                "Buka kunjungan",
                VisitNavigation.visit(nearest.number()));
    }
}
