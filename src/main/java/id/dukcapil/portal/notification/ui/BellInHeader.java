package id.dukcapil.portal.notification.ui;

import id.dukcapil.portal.common.ui.HeaderContribution;
import id.dukcapil.portal.common.ui.Pulse;
import id.dukcapil.portal.notification.StaffNotices;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Organisation;
import org.springframework.stereotype.Component;

/** Hangs the bell at the top of every page. */
@Component
class BellInHeader implements HeaderContribution {

    private final StaffNotices notices;
    private final CurrentStaff staff;
    private final Pulse pulse;
    private final Organisation organisation;

    BellInHeader(StaffNotices notices, CurrentStaff staff, Pulse pulse, Organisation organisation) {
        this.notices = notices;
        this.staff = staff;
        this.pulse = pulse;
        this.organisation = organisation;
    }

    @Override
    public NoticeBell create() {
        return new NoticeBell(notices, staff, pulse, organisation.timeZone());
    }
}
