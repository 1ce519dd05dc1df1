package id.dukcapil.portal.booking;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.booking.Stampede.BookedNumber;
import id.dukcapil.portal.booking.Stampede.Call;
import id.dukcapil.portal.booking.Stampede.Door;
import id.dukcapil.portal.channel.FirstAnswer;
import id.dukcapil.portal.channel.IdempotentRequest;
import id.dukcapil.portal.common.ActingAs;
import id.dukcapil.portal.common.OfficeCode;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ways along which a stampede is sent: the portal's service, its API, the plain service, and the two ceilings. */
@TestComponent
class WaysOfBooking {

    /** The office and the day that everybody wants. */
    record Place(OfficeCode office, LocalDate day) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = Booth.browser();
    private final BookingScenario given;
    private final ApplicationContext portal;
    private final PlainBookings plain;
    private final SeatBatch batch;
    private final QuotaRows quota;
    private final NewBookings newBookings;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    WaysOfBooking(
            BookingScenario given,
            ApplicationContext portal,
            PlainBookings plain,
            SeatBatch batch,
            QuotaRows quota,
            NewBookings newBookings,
            JdbcTemplate jdbc,
            TransactionTemplate transaction) {
        this.given = given;
        this.portal = portal;
        this.plain = plain;
        this.batch = batch;
        this.quota = quota;
        this.newBookings = newBookings;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    Door service(Place place) {
        return service(portal, place);
    }

    /** The service of another process on the same database. */
    Door service(ApplicationContext node, Place place) {
        var bookings = node.getBean(BookingService.class);
        var security = node.getBean(SecurityContextHolderStrategy.class);
        return call -> BookingScenario.asBds(security, () -> {
            KeyedDecision decision = bookings.book(
                    given.requestFor(call.someone(), place.office(), place.day()), keyOf(call), WaysOfBooking::created);
            return decision instanceof KeyedDecision.Answered answered
                    ? Optional.of(number(String.valueOf(answered.answer().body())))
                    : Optional.empty();
        });
    }

    Door plainService(Place place) {
        return call -> given.asBds(() -> {
            var answer = plain.book(given.requestFor(call.someone(), place.office(), place.day()), keyOf(call));
            return Optional.ofNullable(answer.getBody()).map(body -> number(body.json()));
        });
    }

    /** @param path beneath the API's */
    Door overHttp(int port, String path, Place place) {
        Booth booth = booth(port, path, place);
        return call -> {
            Booth.Reply reply = booth.ask(call);
            if (reply.status() == 201) {
                return Optional.of(reply.booked());
            }
            assertThat(reply.status()).as(reply.body()).isEqualTo(409);
            return Optional.empty();
        };
    }

    Booth booth(int port, String path, Place place) {
        return new Booth(http, port, path, place.office().value(), place.day());
    }

    /** The allocator itself, fed with full rounds by one thread, with nobody around it. */
    List<Optional<BookedNumber>> allocated(List<Call> calls, Place place) {
        return unlessACodeExists(() -> decided(calls, place));
    }

    /** The bare writing of bookings and their history. */
    Door rows(Place place) {
        var allocator = new BareAllocator(
                place.office(), place.day(), quota, newBookings, JdbcClient.create(jdbc), transaction);
        return call -> unlessACodeExists(() -> allocator.book(call.someone()));
    }

    /** Every other call through the other node. */
    static Door taking(Door one, Door other) {
        var turn = new AtomicInteger();
        return call -> (turn.getAndIncrement() % 2 == 0 ? one : other).knock(call);
    }

    /** Codes are drawn by lot, so that in a hundred thousand of them one may be drawn twice. */
    private static <T> T unlessACodeExists(Supplier<T> booked) {
        try {
            return booked.get();
        } catch (DuplicateKeyException drawnTwice) {
            return booked.get();
        }
    }

    private List<Optional<BookedNumber>> decided(List<Call> calls, Place place) {
        return given.asBds(() -> transaction.execute(status -> batch
                .decide(
                        batch.day(place.office(), place.day()),
                        () -> calls.stream()
                                .map(call -> seatRequest(call, place))
                                .toList())
                .stream()
                .map(WaysOfBooking::booked)
                .toList()));
    }

    private SeatRequest seatRequest(Call call, Place place) {
        NewBooking booking = given.requestFor(call.someone(), place.office(), place.day());
        return new SeatRequest(
                booking,
                call.someone().nik(),
                place.office(),
                place.day(),
                BookingScenario.BDS.actor(),
                ActingAs.current(portal.getBean(SecurityContextHolderStrategy.class)),
                new SeatRequest.UnderKey(keyOf(call), made -> FirstAnswer.of(keyOf(call), created(made), JSON)));
    }

    private static Optional<BookedNumber> booked(SeatAnswer answer) {
        return switch (answer) {
            case SeatAnswer.Decided(var ignored, FirstAnswer first)
            when first != null -> Optional.of(number(String.valueOf(first.body())));
            case SeatAnswer.Before before ->
                Optional.of(number(String.valueOf(before.answer().body())));
            default -> Optional.empty();
        };
    }

    private static ResponseEntity<PlainBookings.Made> created(BookingDetails booking) {
        return ResponseEntity.created(URI.create("/api/v1/bookings/" + booking.code()))
                .body(new PlainBookings.Made(booking.code().value(), booking.queueNumber()));
    }

    private static BookedNumber number(String json) {
        JsonNode node = JSON.readTree(json);
        return new BookedNumber(
                node.path("code").asString(), node.path("queueNumber").asInt());
    }

    private static IdempotentRequest keyOf(Call call) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(call.someone().nik().value().getBytes(StandardCharsets.US_ASCII));
            return new IdempotentRequest(BookingScenario.BDS, call.key(), hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
