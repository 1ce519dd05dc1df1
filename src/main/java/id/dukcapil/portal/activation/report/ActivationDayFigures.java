package id.dukcapil.portal.activation.report;

import id.dukcapil.portal.common.DayFigures;
import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The head of the daily IKD report. */
@Component
@Order(50)
class ActivationDayFigures implements DayFigures {

    private final DayRows rows;

    ActivationDayFigures(DayRows rows) {
        this.rows = rows;
    }

    @Override
    public String title() {
        return "Aktivasi IKD";
    }

    @Override
    public List<Figure> of(OfficeCode office, LocalDate day, ZoneId zone) {
        DayReport report = DayCounting.of(office.value(), day, rows.of(office, day));
        return List.of(
                Figure.done("Dilayani", report.served()),
                Figure.done("Aktif baru", report.fresh()),
                Figure.done("Keluar sebelum aktif", report.dropOuts()));
    }
}
