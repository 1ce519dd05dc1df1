package id.dukcapil.portal.counter.device;

import id.dukcapil.portal.calendar.WorkingTime;
import id.dukcapil.portal.calendar.WorkingTimes;
import id.dukcapil.portal.common.AlertMeasure;
import id.dukcapil.portal.common.AlertMeasure.Reading;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.counter.device.Device.Kind;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** For how many minutes of service no board of an office has asked for its calls, for whoever wants to be told. */
@Configuration(proxyBeanMethods = false)
class SilentBoards {

    private static final int MINUTES = 10;

    private record Seen(OfficeCode office, Instant at) {}

    @Bean
    AlertMeasure silentBoardsOfHalls(JdbcClient jdbc, WorkingTimes times, Clock clock) {
        return new AlertMeasure(
                "board-silent",
                "Papan panggilan diam",
                "menit layanan",
                false,
                MINUTES,
                Permission.COUNTER_ARRANGE,
                Permission.COUNTER_SERVE,
                () -> seen(jdbc).stream()
                        .flatMap(board -> reading(board, times.of(board.office()), clock.instant()))
                        .toList());
    }

    /** Boards that have never asked are not put up yet. */
    private static List<Seen> seen(JdbcClient jdbc) {
        return jdbc.sql("""
                        SELECT office_code, MAX(seen_at) AS seen FROM counter_device
                        WHERE kind = ? AND revoked_at IS NULL AND seen_at IS NOT NULL GROUP BY office_code""")
                .param(Kind.BOARD.name())
                .query((row, number) -> new Seen(new OfficeCode(row.getString(1)), UtcDateTime.read(row, "seen")))
                .list();
    }

    /** Nothing while the office is closed. */
    private static Stream<Reading> reading(Seen board, WorkingTime time, Instant now) {
        if (!time.includes(now)) {
            return Stream.empty();
        }
        int minutes = (int) time.between(board.at(), now).toMinutes();
        return Stream.of(new Reading(
                board.office(),
                minutes,
                "papan panggilan tidak terhubung sejak %d menit layanan.".formatted(minutes),
                "layanan-loket?kantor=" + board.office()));
    }
}
