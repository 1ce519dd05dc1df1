package id.dukcapil.portal.population;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.procedure.KeysetQuery;
import id.dukcapil.portal.common.procedure.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Residents whose card has certain statuses, the longest waiting first. */
@Service
@PreAuthorize("hasAuthority('RECORDING_READ')")
@Transactional(readOnly = true)
public class WaitingCards {

    public static final int COUNT_LIMIT = KeysetQuery.COUNT_LIMIT;

    private static final KeysetQuery<WaitingCard> LIST =
            new KeysetQuery<>("*", "population_person", "waiting_since, id", WaitingCards::row);

    private final JdbcClient jdbc;

    WaitingCards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param since when the card reached its status; null when it is not known */
    public record WaitingCard(
            PersonId id,
            Nik nik,
            String name,
            LocalDate birthDate,
            RecordingStatus status,
            @Nullable Instant since) {

        public Cursor cursor() {
            return new Cursor(since == null ? Instant.EPOCH : since, id);
        }

        /** Where a page ends. */
        public record Cursor(Instant since, PersonId id) {}
    }

    /** The rows after a cursor. @param after null from the beginning */
    public List<WaitingCard> page(
            Collection<RecordingStatus> statuses, WaitingCard.@Nullable Cursor after, int skip, int limit) {
        Where where = matching(statuses);
        if (after != null) {
            where.and(
                            "waiting_since >= :cursor AND (waiting_since > :cursor OR id > :cursor_id)",
                            "cursor",
                            UtcDateTime.of(after.since()))
                    .parameter("cursor_id", after.id().value());
        }
        return LIST.page(jdbc, where, skip, limit);
    }

    public int count(Collection<RecordingStatus> statuses) {
        return LIST.count(jdbc, matching(statuses));
    }

    public Optional<WaitingCard> find(PersonId id) {
        return LIST.page(jdbc, new Where().is("id", id.value()), 0, 1).stream().findFirst();
    }

    private static Where matching(Collection<RecordingStatus> statuses) {
        return new Where()
                .in("recording_status", statuses.stream().map(Enum::name).toList());
    }

    private static WaitingCard row(ResultSet row, int number) throws SQLException {
        return new WaitingCard(
                new PersonId(row.getLong("id")),
                new Nik(row.getString("nik")),
                row.getString("full_name"),
                row.getObject("birth_date", LocalDate.class),
                RecordingStatus.valueOf(row.getString("recording_status")),
                UtcDateTime.readNullable(row, "recording_status_since"));
    }
}
