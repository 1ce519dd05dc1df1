package id.dukcapil.portal.common.ui.parts;

import com.vaadin.flow.component.Component;
import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import java.util.Optional;

/** What a module shows of an office's day on Papan hari ini; every bean of this type is asked when the board is shown anew. */
@FunctionalInterface
public interface DayBoardContribution {

    /** @return empty for people who may not see it */
    Optional<Component> of(OfficeCode office, LocalDate day);
}
