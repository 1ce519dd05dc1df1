package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.Actor;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** By whose hand invented cases went: accounts of the demonstration, so that reports can name them. */
@Component
@Demonstration
public class DemonstrationStaff {

    private final JdbcClient jdbc;
    private final ConcurrentMap<String, Actor> known = new ConcurrentHashMap<>();

    DemonstrationStaff(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An account that the installation does not have acts under its user name. */
    public Actor actor(String username) {
        return known.computeIfAbsent(username, this::read);
    }

    private Actor read(String username) {
        return jdbc.sql("SELECT id, full_name FROM staff_account WHERE username = ?")
                .param(username)
                .query((row, number) -> new Actor(Actor.Kind.STAFF, row.getObject(1, UUID.class), row.getString(2)))
                .optional()
                .orElseGet(() -> new Actor(
                        Actor.Kind.STAFF,
                        UUID.nameUUIDFromBytes(username.getBytes(StandardCharsets.UTF_8)),
                        "Petugas " + username));
    }
}
