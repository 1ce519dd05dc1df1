package id.dukcapil.portal.sla.ui;

import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Figure;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.Desk;
import id.dukcapil.portal.common.ui.parts.DeskContribution;
import id.dukcapil.portal.common.ui.parts.UrgentWork;
import id.dukcapil.portal.sla.report.Figures;
import id.dukcapil.portal.sla.survey.Satisfaction;
import id.dukcapil.portal.sla.survey.Surveys;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Organisation;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How satisfied people were this year, and comments that nobody has read. */
@Component
@Order(8)
class SurveyDesk implements DeskContribution {

    private final Surveys surveys;
    private final CurrentStaff staff;
    private final Organisation organisation;
    private final Clock clock;

    SurveyDesk(Surveys surveys, CurrentStaff staff, Organisation organisation, Clock clock) {
        this.surveys = surveys;
        this.staff = staff;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Override
    public void fill(Desk desk) {
        if (!staff.may(Permission.REPORT_READ)) {
            return;
        }
        LocalDate today = organisation.today(clock);
        LocalDate from = today.withDayOfYear(1);
        Satisfaction all = surveys.of(from, today, null);
        if (all.isShown()) {
            desk.figure(figure("Kepuasan masyarakat (IKM), tahun ini", all));
        }
        int unread = staff.may(Permission.SURVEY_MODERATE)
                ? surveys.comments(from, today, null, true).size()
                : 0;
        if (unread > 0) {
            desk.urgent(new UrgentWork(
                    UrgentWork.Urgency.LATER,
                    null,
                    "%s saran masyarakat belum dibaca".formatted(Formats.number(unread)),
                    "loloskan atau sembunyikan sebelum dibaca orang lain",
                    "",
                    Tone.NEUTRAL,
                    "Baca saran",
                    SurveyView.ROUTE));
        }
    }

    /** The index of a period with its grade and the number of answers it stands on. */
    static Figure figure(String caption, Satisfaction found) {
        return new Figure(
                caption,
                found.isShown() ? found.index().toPlainString().replace('.', ',') : Figures.NONE,
                found.isShown()
                        ? "%s, %s; %s jawaban"
                                .formatted(
                                        found.grade().name(),
                                        found.grade().label().toLowerCase(Formats.INDONESIAN),
                                        Formats.number(found.respondents()))
                        : "belum cukup jawaban",
                Tone.NEUTRAL,
                SurveyView.ROUTE);
    }
}
