package id.dukcapil.portal.recording.ui;

import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.recording.process.RecordingLists;
import id.dukcapil.portal.recording.process.RecordingLists.RecordingRow;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.staff.PermittedSearch;
import java.util.List;
import org.springframework.stereotype.Component;

/** Recordings in the search box: by number or whole NIK. */
@Component
class RecordingSearch extends PermittedSearch {

    private final RecordingLists lists;
    private final Organisation organisation;

    RecordingSearch(RecordingLists lists, CurrentStaff staff, Organisation organisation) {
        super("Perekaman KTP-el", 18, Permission.RECORDING_READ, staff);
        this.lists = lists;
        this.organisation = organisation;
    }

    @Override
    public List<Hit> find(String text, int limit) {
        return lists.lookUp(text, limit).stream().map(this::hit).toList();
    }

    private Hit hit(RecordingRow found) {
        return new Hit(
                "%s · %s".formatted(found.number(), found.name()),
                "%s · %s"
                        .formatted(
                                Formats.shortDateTime(found.createdAt(), organisation.timeZone()),
                                found.phase().label()),
                RecordingNavigation.recording(found.number()));
    }
}
