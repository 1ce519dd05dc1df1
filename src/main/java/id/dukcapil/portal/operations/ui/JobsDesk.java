package id.dukcapil.portal.operations.ui;

import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.Desk;
import id.dukcapil.portal.common.ui.parts.DeskContribution;
import id.dukcapil.portal.common.ui.parts.UrgentWork;
import id.dukcapil.portal.common.ui.parts.UrgentWork.Urgency;
import id.dukcapil.portal.operations.Jobs;
import id.dukcapil.portal.staff.CurrentStaff;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells administrators on their desk whether the portal's own work needs them. */
@Component
@Order(80)
class JobsDesk implements DeskContribution {

    private final Jobs jobs;
    private final CurrentStaff staff;

    JobsDesk(Jobs jobs, CurrentStaff staff) {
        this.jobs = jobs;
        this.staff = staff;
    }

    @Override
    public void fill(Desk desk) {
        if (!staff.may(Permission.SYSTEM_READ)) {
            return;
        }
        long trouble =
                jobs.all().stream().filter(status -> status.state().isTrouble()).count();
        if (trouble > 0) {
            desk.urgent(new UrgentWork(
                    Urgency.LATE,
                    null,
                    Formats.number(trouble) + " pekerjaan latar bermasalah",
                    "gagal, sebagian gagal, terlambat atau macet",
                    "",
                    Tone.LATE,
                    "Periksa",
                    JobsView.ROUTE));
        }
    }
}
