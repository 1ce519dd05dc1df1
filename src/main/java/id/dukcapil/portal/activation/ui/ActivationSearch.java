package id.dukcapil.portal.activation.ui;

import id.dukcapil.portal.activation.process.ActivationDetails;
import id.dukcapil.portal.activation.process.ActivationLists;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.staff.PermittedSearch;
import java.util.List;
import org.springframework.stereotype.Component;

/** Activations in the search box: by number or whole NIK. */
@Component
class ActivationSearch extends PermittedSearch {

    private final ActivationLists lists;
    private final Organisation organisation;

    ActivationSearch(ActivationLists lists, CurrentStaff staff, Organisation organisation) {
        super("Aktivasi IKD", 17, Permission.ACTIVATION_SERVE, staff);
        this.lists = lists;
        this.organisation = organisation;
    }

    @Override
    public List<Hit> find(String text, int limit) {
        return lists.lookUp(text, limit).stream().map(this::hit).toList();
    }

    private Hit hit(ActivationDetails found) {
        return new Hit(
                "%s · %s".formatted(found.number(), found.name()),
                "%s · %s · %s"
                        .formatted(
                                found.purpose().label(),
                                Formats.shortDateTime(found.createdAt(), organisation.timeZone()),
                                found.status().label()),
                ActivationNavigation.activation(found.number()));
    }
}
