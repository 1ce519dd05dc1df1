package id.dukcapil.portal.activation.ui;

import id.dukcapil.portal.activation.campaign.Campaign;
import id.dukcapil.portal.activation.campaign.Campaigns;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Organisation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a member of staff can have a report of. */
@Component
record ReportScopes(CurrentStaff staff, Campaigns campaigns, Organisation organisation) {

    static final String EVENT = "acara";
    private static final String REGENCY = "semua";

    /** An office, an event of that office, or with neither the regency. */
    record Scope(
            String name, @Nullable Office office, @Nullable Campaign event) {

        /** As the address names the office. */
        String place() {
            return office == null ? REGENCY : office.code().value();
        }
    }

    /** The offices in scope, their events of the day, and the regency for those whose scope spans it. */
    List<Scope> on(LocalDate day) {
        var choices = new ArrayList<Scope>();
        if (staff.may(Permission.OFFICE_SPAN)) {
            choices.add(new Scope(organisation.regency(), null, null));
        }
        staff.officesInScope().forEach(office -> {
            choices.add(new Scope(office.name(), office, null));
            campaigns
                    .on(office.code(), day)
                    .forEach(event -> choices.add(new Scope("Jemput bola " + event.place(), office, event)));
        });
        return choices;
    }

    /** The one of the address; without, or with one out of scope, the widest or the own office. */
    Scope chosen(List<Scope> choices, String place, String event) {
        String wanted = !place.isEmpty()
                ? place
                : staff.may(Permission.OFFICE_SPAN)
                        ? REGENCY
                        : staff.require().office().value();
        return choices.stream()
                .filter(choice -> choice.event() == null
                        ? event.isEmpty() && choice.place().equals(wanted)
                        : choice.event().id().toString().equals(event))
                .findFirst()
                .orElseGet(choices::getFirst);
    }
}
