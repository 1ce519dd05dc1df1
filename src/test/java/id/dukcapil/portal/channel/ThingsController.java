package id.dukcapil.portal.channel;

import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Stands in for the controllers of other modules: every way a call can go right or wrong, and nothing of their own. */
@RestController
@RequestMapping("/api/test-only")
class ThingsController {

    static final Consumer<NewThing> NOTHING_HAPPENS = thing -> {};

    private final Idempotency idempotency;
    private final JdbcClient jdbc;

    /** What happens after the row is written and before the transaction ends. */
    static volatile Consumer<NewThing> meanwhile = NOTHING_HAPPENS;

    ThingsController(Idempotency idempotency, JdbcClient jdbc) {
        this.idempotency = idempotency;
        this.jdbc = jdbc;
        jdbc.sql("CREATE TABLE IF NOT EXISTS test_thing (id UUID PRIMARY KEY, name VARCHAR(200))")
                .update();
    }

    enum Colour {
        MERAH,
        PUTIH
    }

    record NewThing(
            @Nullable @NotBlank(message = "Nama wajib diisi.")
            String name,

            @Nullable LocalDate date,
            @Nullable Colour colour,
            @Nullable Integer count,
            @Nullable String nik) {}

    record Thing(UUID id, String name) {}

    @PostMapping("/things")
    @PreAuthorize("hasAuthority('SCOPE_booking')")
    ResponseEntity<Answer<Thing>> create(IdempotentRequest request, @Valid @RequestBody NewThing thing) {
        return idempotency.once(request, () -> {
            if (thing.nik() != null) {
                Nik.parse(thing.nik()).orThrow();
            }
            var created = new Thing(UUID.randomUUID(), String.valueOf(thing.name()));
            jdbc.sql("INSERT INTO test_thing (id, name) VALUES (?, ?)")
                    .params(created.id(), created.name())
                    .update();
            meanwhile.accept(thing);
            return ResponseEntity.created(URI.create("/api/test-only/things/" + created.id()))
                    .body(created);
        });
    }

    @PostMapping("/uploads")
    ResponseEntity<Answer<Thing>> upload(
            IdempotentRequest request, @RequestParam MultipartFile file, @RequestParam String kind) {
        return idempotency.once(request, () -> ResponseEntity.status(201).body(new Thing(UUID.randomUUID(), kind)));
    }

    @GetMapping("/typed")
    Map<String, Object> typed(@RequestParam LocalDate date, @RequestParam(defaultValue = "MERAH") Colour colour) {
        return Map.of("date", date, "colour", colour);
    }

    @GetMapping("/adm")
    @PreAuthorize("hasAuthority('SCOPE_adm')")
    Map<String, String> forKiosks() {
        return Map.of();
    }

    @GetMapping("/problems/{type}")
    void refuse(@PathVariable String type) {
        throw new ProblemException(ProblemType.find(type).orElseThrow(), "Keterangan.", Map.of("attemptsLeft", 2));
    }

    @GetMapping("/failures/{kind}")
    void fail(@PathVariable String kind) throws Exception {
        throw switch (kind) {
            case "pool" -> new CannotGetJdbcConnectionException("x", new SQLTransientConnectionException("busy"));
            case "transaction" -> new CannotCreateTransactionException("x");
            case "transient" -> new SQLTransientConnectionException("busy");
            case "lock" -> new CannotAcquireLockException("x");
            case "nik" ->
                new InvalidInput(List.of(
                        Finding.error("applicantNik", "NIK harus 16 angka."), Finding.warning("date", "Hari Jumat.")));
            case "field" -> new InvalidInput("date", "Hari itu sudah lewat.");
            case "full" ->
                new UncategorizedSQLException("x", "x", new SQLException("The table is full", "HY000", 1114));
            case "sql" -> new DataIntegrityViolationException("Duplicate entry '3204371708910001' for siti@contoh.id");
            default -> new IllegalStateException("secret of " + kind);
        };
    }
}
