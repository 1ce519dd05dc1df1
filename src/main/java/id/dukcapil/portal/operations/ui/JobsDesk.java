package id.dukcapil.portal.operations.ui;

import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.DeskCard;
import id.dukcapil.portal.common.ui.DeskContribution;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.operations.Jobs;
import id.dukcapil.portal.staff.CurrentStaff;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells administrators on their desk whether the portal's own work needs them. */
@Component
class JobsDesk implements DeskContribution {

    private final Jobs jobs;
    private final CurrentStaff staff;

    JobsDesk(Jobs jobs, CurrentStaff staff) {
        this.jobs = jobs;
        this.staff = staff;
    }

    @Override
    public List<DeskCard> cards() {
        if (!staff.may(Permission.SYSTEM_READ)) {
            return List.of();
        }
        long trouble =
                jobs.all().stream().filter(status -> status.state().isTrouble()).count();
        return List.of(new DeskCard(
                "Pekerjaan latar bermasalah",
                Formats.number(trouble),
                trouble == 0 ? "semua berjalan baik" : "gagal, sebagian gagal, terlambat atau macet",
                trouble == 0 ? Tone.NEUTRAL : Tone.LATE,
                JobsView.ROUTE,
                80));
    }
}
