package id.dukcapil.portal.channel;

import id.dukcapil.portal.common.EndedRows;
import id.dukcapil.portal.common.Retention;
import id.dukcapil.portal.platform.RecurringJob;
import id.dukcapil.portal.platform.Rhythm;
import id.dukcapil.portal.staff.Organisation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Clears away what nobody can ask for any more, in small steps that hold no lock for long. */
@Component
class Housekeeping {

    /** How long a repeated request still gets its first answer. */
    static final Duration ANSWERS_KEPT = Duration.ofDays(7);

    private static final Duration RATE_WINDOWS_KEPT = Duration.ofHours(1);

    private final Retention.Removal answers;
    private final Retention.Removal rateWindows;
    private final Clock clock;

    Housekeeping(JdbcClient jdbc, Clock clock) {
        answers = EndedRows.of(jdbc, "channel_idempotency", "created_at < :moment", "created_at")
                .delete();
        rateWindows = EndedRows.of(jdbc, "channel_rate_window", "starts_at < :moment", "starts_at")
                .delete();
        this.clock = clock;
    }

    void run() {
        Instant now = clock.instant();
        answers.removeAllEndedBefore(now.minus(ANSWERS_KEPT));
        rateWindows.removeAllEndedBefore(now.minus(RATE_WINDOWS_KEPT));
    }

    @Bean
    RecurringJob channelHousekeeping(Organisation organisation) {
        return new RecurringJob(
                "channel-housekeeping",
                "Membersihkan catatan permintaan API",
                Rhythm.daily(LocalTime.of(2, 30), organisation.timeZone()),
                this::run);
    }

    /** A booking code in an answer leads to a person. The description of the API promises the period. */
    @Bean
    Retention answerRetention() {
        return new Retention(
                        "channel-answers",
                        "Jawaban API yang disimpan untuk permintaan ulang",
                        "dihapus seluruhnya",
                        "Janji kepada klien API: permintaan yang diulang dalam tujuh hari mendapat jawaban yang sama",
                        Period.ofDays((int) ANSWERS_KEPT.toDays()),
                        answers)
                .promised();
    }
}
