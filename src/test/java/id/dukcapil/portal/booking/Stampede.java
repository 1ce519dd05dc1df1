package id.dukcapil.portal.booking;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.booking.BookingScenario.Someone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A night on which the quota opens: everybody asks once, one in twenty asks again for the same NIK, and one in twenty sends
 * the same request twice.
 */
final class Stampede {

    /** One request; a retried one has the key of the first. */
    record Call(String key, Someone someone) {

        /** What is sent for it to the API. */
        String asJson(Object office, LocalDate day) {
            return """
                    {"nik": "%s", "fullName": "%s", "email": "pemohon@contoh.id", "phone": "081234567890",
                     "office": "%s", "date": "%s"}""".formatted(someone.nik().value(), someone.name(), office, day);
        }
    }

    /**
     * What the caller was told.
     *
     * @param code of the booking; null for a refusal
     */
    record Reply(Call call, @Nullable String code, int number, long nanos) {}

    /** Asks once; throws when it gets no proper answer. */
    interface Door {
        Optional<BookedNumber> knock(Call call) throws Exception;
    }

    record BookedNumber(String code, int number) {}

    /** @param seconds until the last answer */
    record Night(List<Reply> replies, double seconds) {

        long booked() {
            return replies.stream()
                    .map(Reply::code)
                    .filter(Objects::nonNull)
                    .distinct()
                    .count();
        }

        double bookingsPerSecond() {
            return booked() / seconds;
        }

        double p99Millis() {
            long[] sorted = replies.stream().mapToLong(Reply::nanos).sorted().toArray();
            return sorted[(int) (sorted.length * 0.99)] / 1e6;
        }
    }

    private final List<Call> calls;

    /** @param token tells the keys of this night from those of others */
    Stampede(List<Someone> people, String token) {
        var all = new ArrayList<Call>();
        for (int i = 0; i < people.size(); i++) {
            all.add(new Call(token + "-" + i, people.get(i)));
        }
        int twentieth = people.size() / 20;
        for (int i = 0; i < twentieth; i++) {
            all.add(new Call(token + "-again-" + i, people.get(i)));
            all.add(all.get(twentieth + i));
        }
        Collections.shuffle(all, new Random(42));
        calls = List.copyOf(all);
    }

    /** So many callers at a time until everybody has had an answer. */
    Night through(Door door, int callers) throws Exception {
        var open = new ConcurrentLinkedQueue<>(calls);
        var replies = new ConcurrentLinkedQueue<Reply>();
        long start = System.nanoTime();
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = Collections.nCopies(callers, Executors.callable(() -> {
                for (Call call = open.poll(); call != null; call = open.poll()) {
                    replies.add(answered(door, call));
                }
            }));
            for (var caller : crowd.invokeAll(all)) {
                caller.get();
            }
        }
        return new Night(List.copyOf(replies), (System.nanoTime() - start) / 1e9);
    }

    /** The same without callers: so many at once, one round after the other, on this thread. */
    Night inRounds(int most, Function<List<Call>, List<Optional<BookedNumber>>> work) {
        var replies = new ArrayList<Reply>();
        long start = System.nanoTime();
        for (int from = 0; from < calls.size(); from += most) {
            List<Call> round = calls.subList(from, Math.min(from + most, calls.size()));
            long begun = System.nanoTime();
            List<Optional<BookedNumber>> booked = work.apply(round);
            for (int i = 0; i < round.size(); i++) {
                replies.add(reply(round.get(i), booked.get(i), System.nanoTime() - begun));
            }
        }
        return new Night(List.copyOf(replies), (System.nanoTime() - start) / 1e9);
    }

    private static Reply reply(Call call, Optional<BookedNumber> booked, long nanos) {
        return new Reply(
                call,
                booked.map(BookedNumber::code).orElse(null),
                booked.map(BookedNumber::number).orElse(0),
                nanos);
    }

    private static Reply answered(Door door, Call call) {
        long start = System.nanoTime();
        try {
            Optional<BookedNumber> booked = door.knock(call);
            return reply(call, booked, System.nanoTime() - start);
        } catch (Exception e) {
            throw new IllegalStateException("No answer to " + call.key(), e);
        }
    }

    /** What was promised to all of them together, as far as they can see it themselves. */
    static void assertPromises(Night night, int seats) {
        Map<String, List<Reply>> byKey = night.replies().stream()
                .collect(Collectors.groupingBy(reply -> reply.call().key()));
        assertThat(byKey.values())
                .as("the same request has the same answer")
                .allMatch(replies -> codes(replies).size() <= 1);
        Map<Someone, List<Reply>> byPerson = night.replies().stream()
                .collect(Collectors.groupingBy(reply -> reply.call().someone()));
        assertThat(byPerson.values())
                .as("one seat per person")
                .allMatch(replies -> codes(replies).size() <= 1);
        var numbers = new TreeMap<Integer, String>();
        night.replies().stream()
                .filter(reply -> reply.code() != null)
                .forEach(reply -> assertThat(numbers.merge(reply.number(), String.valueOf(reply.code()), (a, b) -> a))
                        .as("one holder per number")
                        .isEqualTo(reply.code()));
        assertThat(night.booked()).as("all seats are given").isEqualTo(Math.min(seats, byPerson.size()));
    }

    private static List<String> codes(List<Reply> replies) {
        return replies.stream()
                .map(Reply::code)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
