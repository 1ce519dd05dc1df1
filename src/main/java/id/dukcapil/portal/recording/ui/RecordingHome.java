package id.dukcapil.portal.recording.ui;

import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.Desk;
import id.dukcapil.portal.common.ui.parts.DeskContribution;
import id.dukcapil.portal.common.ui.parts.UrgentWork;
import id.dukcapil.portal.recording.process.RecordingLists;
import id.dukcapil.portal.recording.process.RecordingLists.Group;
import id.dukcapil.portal.recording.process.RecordingLists.RecordingFilter;
import id.dukcapil.portal.recording.process.RecordingLists.RecordingRow;
import id.dukcapil.portal.recording.process.RecordingPhase;
import id.dukcapil.portal.staff.CurrentStaff;
import java.time.Clock;
import java.time.Duration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What waits for the two operators: files to receive and record, and recordings that were not successful. */
@Component
@Order(24)
class RecordingHome implements DeskContribution {

    private static final int SHOWN = 20;

    private final RecordingLists lists;
    private final CurrentStaff staff;
    private final Clock clock;

    RecordingHome(RecordingLists lists, CurrentStaff staff, Clock clock) {
        this.lists = lists;
        this.staff = staff;
        this.clock = clock;
    }

    @Override
    public void fill(Desk desk) {
        boolean records = staff.may(Permission.RECORDING_RECORD);
        boolean registers = staff.may(Permission.RECORDING_REGISTER);
        if (!records && !registers) {
            return;
        }
        var filter = new RecordingFilter(Group.OPEN, staff.require().office(), "", null, null);
        for (RecordingRow row : lists.page(filter, null, 0, SHOWN)) {
            if (records && row.phase() == RecordingPhase.FORWARDED) {
                desk.urgent(work(row, "Berkas %s belum diterima", "menunggu operator perekaman", "Terima berkas"));
            } else if (registers && row.phase() == RecordingPhase.UNSUCCESSFUL) {
                desk.urgent(work(row, "Perekaman %s tidak berhasil", "rekam lagi atau akhiri", "Lihat berkas"));
            }
        }
    }

    private UrgentWork work(RecordingRow row, String title, String reason, String action) {
        return new UrgentWork(
                UrgentWork.Urgency.NOW,
                row.phaseSince(),
                title.formatted(row.number()),
                reason,
                Formats.duration(Duration.between(row.phaseSince(), clock.instant())),
                Tone.NEUTRAL,
                action,
                RecordingNavigation.recording(row.number()));
    }
}
