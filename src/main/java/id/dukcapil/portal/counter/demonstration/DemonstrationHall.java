package id.dukcapil.portal.counter.demonstration;

import static id.dukcapil.portal.counter.ServiceCode.AKTIVASI_IKD;
import static id.dukcapil.portal.counter.ServiceCode.CETAK_KTP;
import static id.dukcapil.portal.counter.ServiceCode.INFORMASI;
import static id.dukcapil.portal.counter.ServiceCode.KK;
import static id.dukcapil.portal.counter.ServiceCode.PENGAMBILAN;
import static id.dukcapil.portal.counter.ServiceCode.PEREKAMAN;
import static id.dukcapil.portal.counter.ServiceCode.REGISTRASI;

import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.SetUpStep;
import id.dukcapil.portal.common.Sha256;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.counter.Priority;
import id.dukcapil.portal.counter.ServiceCode;
import id.dukcapil.portal.counter.device.Device;
import id.dukcapil.portal.counter.hall.Hall;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The hall of three offices: counters, boards and number machines with published tokens, numbers of the last 30 days and
 * people who wait now. Entered once, into an empty table.
 */
@Component
@Order(64)
@ConditionalOnBooleanProperty({"portal.demonstration", "portal.counter.demonstration"})
class DemonstrationHall implements SetUpStep {

    private static final int DAYS = 30;
    private static final int SEED = 27_2026;
    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final int MINUTES_OF_A_DAY = 400;

    /** Services of the counters by number, and people a day. */
    private record Place(String office, List<List<ServiceCode>> counters, int people) {}

    private static final List<Place> PLACES = List.of(
            new Place(
                    "DINAS",
                    List.of(
                            List.of(KK, INFORMASI),
                            List.of(CETAK_KTP, REGISTRASI),
                            List.of(CETAK_KTP, PENGAMBILAN),
                            List.of(AKTIVASI_IKD),
                            List.of(PEREKAMAN)),
                    38),
            new Place("MPP", List.of(List.of(CETAK_KTP, KK), List.of(AKTIVASI_IKD, PENGAMBILAN)), 12),
            new Place("320437", List.of(List.of(REGISTRASI, CETAK_KTP), List.of(PEREKAMAN)), 10));

    private final HallWriter writer;
    private final Hall hall;
    private final Offices offices;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Random dice = new Random(SEED);

    DemonstrationHall(
            HallWriter writer,
            Hall hall,
            Offices offices,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.writer = writer;
        this.hall = hall;
        this.offices = offices;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void enter() {
        boolean used = jdbc.sql("SELECT EXISTS (SELECT 1 FROM counter_ticket)")
                .query(Boolean.class)
                .single();
        if (!used) {
            transaction.executeWithoutResult(status -> PLACES.forEach(this::invent));
        }
    }

    private void invent(Place place) {
        Office office = offices.find(new OfficeCode(place.office())).orElseThrow();
        hall.settings(office.code());
        counters(office.code(), place.counters());
        device(office.code(), Device.Kind.BOARD, "TV ruang tunggu", "contoh-papan");
        device(office.code(), Device.Kind.KIOSK, "Mesin nomor pintu masuk", "contoh-mesin");
        Map<ServiceCode, HallWriter.Counter> counters = writer.counters(office.code());
        LocalDate today = hall.today(office);
        for (LocalDate day = today.minusDays(DAYS); day.isBefore(today); day = day.plusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                day(office, place, day, counters);
            }
        }
        theQueueNow(office, place, counters);
        writer.flush();
    }

    private void counters(OfficeCode office, List<List<ServiceCode>> counters) {
        for (int i = 0; i < counters.size(); i++) {
            int number = i + 1;
            jdbc.sql("INSERT IGNORE INTO counter_desk VALUES (?, ?, ?, TRUE)")
                    .params(TimeOrderedId.at(clock.instant()), office.value(), number)
                    .update();
            jdbc.sql("""
                            DELETE s FROM counter_desk_service s JOIN counter_desk d ON d.id = s.desk_id
                            WHERE d.office_code = ? AND d.number = ?""").params(office.value(), number).update();
            counters.get(i)
                    .forEach(service -> jdbc.sql("""
                            INSERT INTO counter_desk_service SELECT id, ? FROM counter_desk
                            WHERE office_code = ? AND number = ?""")
                            .params(service.value(), office.value(), number)
                            .update());
        }
    }

    private void device(OfficeCode office, Device.Kind kind, String name, String token) {
        jdbc.sql("""
                        INSERT INTO counter_device (id, office_code, kind, name, token_hash, created_by, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        TimeOrderedId.at(clock.instant()),
                        office.value(),
                        kind.name(),
                        name,
                        Sha256.of((token + "-" + office).getBytes(StandardCharsets.UTF_8)),
                        "Data contoh",
                        UtcDateTime.of(clock.instant()))
                .update();
    }

    private void day(Office office, Place place, LocalDate day, Map<ServiceCode, HallWriter.Counter> counters) {
        List<ServiceCode> services = List.copyOf(counters.keySet());
        int people = place.people() + dice.nextInt(7) - 3;
        for (int i = 0; i < people; i++) {
            Instant arrival = day.atTime(OPENS.plusMinutes((long) i * MINUTES_OF_A_DAY / people))
                    .atZone(office.timeZone())
                    .toInstant();
            ServiceCode service = services.get(dice.nextInt(services.size()));
            int ahead = dice.nextInt(4);
            long waited = (ahead + 1L) * (150 + dice.nextInt(270));
            HallWriter.Story story = new HallWriter.Story(
                    service, Objects.requireNonNull(counters.get(service)), arrival, priority(i), ahead, waited, 15L + dice.nextInt(60));
            if (dice.nextInt(25) == 0) {
                writer.absent(office.code(), day, story);
            } else {
                writer.served(office.code(), day, story, 180L + dice.nextInt(600));
            }
        }
    }

    /** People who came in the last hour: some were served, most wait. */
    private void theQueueNow(Office office, Place place, Map<ServiceCode, HallWriter.Counter> counters) {
        Instant now = clock.instant();
        LocalDate today = hall.today(office);
        List<ServiceCode> services = List.copyOf(counters.keySet());
        int people = Math.max(6, place.people() / 2);
        for (int i = 0; i < people; i++) {
            ServiceCode service = services.get(i % services.size());
            Instant arrival = now.minus(Duration.ofSeconds(3_300L - i * 3_000L / people));
            var story = new HallWriter.Story(
                    service, Objects.requireNonNull(counters.get(service)), arrival, priority(i), i % 3, 240L + dice.nextInt(400), 25);
            if (i < people / 3) {
                writer.served(office.code(), today, story, 300L + dice.nextInt(400));
            } else {
                writer.waiting(office.code(), today, story);
            }
        }
    }

    private static @Nullable Priority priority(int i) {
        return i % 9 == 4 ? Priority.values()[i % Priority.values().length] : null;
    }
}
