package id.dukcapil.portal.recording.process;

import static java.util.stream.Collectors.toMap;

import id.dukcapil.portal.common.DayFigures;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The recordings of people who came on the day, as Papan hari ini counts them. */
@Component
@Order(20)
class RecordingDayFigures implements DayFigures {

    private final JdbcClient jdbc;

    RecordingDayFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String title() {
        return "Perekaman KTP-el";
    }

    @Override
    public List<Figure> of(OfficeCode office, LocalDate day, ZoneId zone) {
        Map<RecordingPhase, Integer> phases = jdbc
                .sql(RecordingDays.PHASES)
                .param("office", office.value())
                .param("from", UtcDateTime.of(day.atStartOfDay(zone).toInstant()))
                .param(
                        "until",
                        UtcDateTime.of(day.plusDays(1).atStartOfDay(zone).toInstant()))
                .query((row, number) -> Map.entry(RecordingPhase.valueOf(row.getString(1)), row.getInt(2)))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        var counted = new RecordingDays.RecordingDay(phases, Optional.empty(), List.of());
        return List.of(
                Figure.done("Datang merekam", counted.opened()),
                Figure.done("Berhasil direkam", counted.count(RecordingPhase::isRecorded)),
                Figure.done("Sudah pernah rekam", counted.count(phase -> phase == RecordingPhase.ALREADY_RECORDED)),
                Figure.done("Persyaratan tidak benar", counted.count(phase -> phase == RecordingPhase.RETURNED)));
    }
}
