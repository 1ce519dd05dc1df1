package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.StaffId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What an administrator enters from the letter that gives a mandate; blanks around texts do not count. */
public record NewMandate(
        Mandate.Kind kind,
        @Nullable StaffId deputy,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        String number,
        @Nullable LocalDate issuedOn,
        String reason) {

    public NewMandate {
        number = number.strip();
        reason = reason.strip();
    }
}
