package id.dukcapil.portal.population;

import static java.util.stream.Collectors.toMap;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.UtcDateTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads and advances the KTP-el status of residents, in the transaction of the caller. */
@Service
@PreAuthorize("hasAnyAuthority('RECORDING_RECORD', 'RECORDING_STATUS', 'CARDS_HAND_OVER')")
@Transactional(propagation = Propagation.MANDATORY)
public class CardStatuses {

    /** @param since null when it is not known */
    public record CardStatus(
            Nik nik, RecordingStatus status, @Nullable Instant since) {}

    private static final RowMapper<CardStatus> ROW = (row, number) -> new CardStatus(
            new Nik(row.getString("nik")),
            RecordingStatus.valueOf(row.getString("recording_status")),
            UtcDateTime.readNullable(row, "recording_status_since"));

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    CardStatuses(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** The statuses of those whom the register knows, locked until the transaction ends. */
    public Map<Nik, CardStatus> lock(Collection<Nik> niks) {
        if (niks.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql("""
                        SELECT nik, recording_status, recording_status_since FROM population_person
                        WHERE nik IN (:niks) ORDER BY nik FOR UPDATE""").param("niks", niks.stream().map(Nik::value).toList()).query(ROW).list().stream()
                .collect(toMap(CardStatus::nik, status -> status));
    }

    /** Stores statuses of residents that {@link #lock} has read. */
    public void store(List<CardStatus> statuses) {
        batches.batchUpdate(
                """
                UPDATE population_person SET recording_status = ?, recording_status_since = ?, updated_at = ?,
                  version = version + 1
                WHERE nik = ?""",
                statuses.stream()
                        .map(one -> new Object[] {
                            one.status().name(),
                            UtcDateTime.ofNullable(one.since()),
                            UtcDateTime.of(clock.instant()),
                            one.nik().value()
                        })
                        .toList());
    }
}
