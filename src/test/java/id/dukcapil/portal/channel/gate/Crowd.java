package id.dukcapil.portal.channel.gate;

import id.dukcapil.portal.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Callers that come back when they are told to, and servers that finish so many of them a second. */
final class Crowd {

    private static final int STEP_MILLIS = 20;

    private static final class Caller {
        private final int rank;
        private final boolean comesBack;
        private @Nullable Place place;
        private long nextAt;
        private long toldAt;
        private double told = -1;

        private Caller(int rank, boolean comesBack) {
            this.rank = rank;
            this.comesBack = comesBack;
        }
    }

    private static final class Node {
        private final WaitingRoom room;
        private double credit;
        private int working;

        private Node(WaitingRoom room) {
            this.room = room;
        }
    }

    private final Random random = new Random(7);
    private final SettableClock clock;
    private final List<Node> nodes;
    private final PriorityQueue<Caller> outside =
            new PriorityQueue<>((one, other) -> Long.compare(one.nextAt, other.nextAt));
    private final List<Integer> served = new ArrayList<>();
    private final List<Double> errors = new ArrayList<>();
    private final int size;
    private final double returning;
    private double speed;
    private boolean endless;
    private long start;
    private int gone;

    Crowd(WaitingRoom room, SettableClock clock, int size, double speed, double returning) {
        this(List.of(room), clock, size, speed, returning);
    }

    /**
     * @param speed how many a process finishes a second
     * @param returning which part of those who are told to wait comes back
     */
    Crowd(List<WaitingRoom> rooms, SettableClock clock, int size, double speed, double returning) {
        this.nodes = rooms.stream().map(Node::new).toList();
        this.clock = clock;
        this.size = size;
        this.speed = speed;
        this.returning = returning;
    }

    /** Whoever is served comes again at once, for somebody else. */
    static Crowd withoutEnd(WaitingRoom room, SettableClock clock, int size, double speed) {
        var crowd = new Crowd(room, clock, size, speed, 1.0);
        crowd.endless = true;
        return crowd;
    }

    void setSpeed(double perSecond) {
        speed = perSecond;
    }

    /** Everybody comes for the first time within that time. */
    void arrive(Duration within) {
        start = clock.millis();
        for (int rank = 0; rank < size; rank++) {
            var caller = new Caller(rank, random.nextDouble() < returning);
            caller.nextAt = start + within.toMillis() * rank / size;
            outside.add(caller);
        }
    }

    Duration runUntilServed(Duration atMost) {
        long began = clock.millis();
        while (unserved() > 0 && clock.millis() - began < atMost.toMillis()) {
            step();
        }
        return Duration.ofMillis(clock.millis() - began);
    }

    void run(Duration time) {
        long end = clock.millis() + time.toMillis();
        while (clock.millis() < end) {
            step();
        }
    }

    private void step() {
        clock.advance(Duration.ofMillis(STEP_MILLIS));
        for (Node node : nodes) {
            node.credit = Math.min(node.working, node.credit + speed * STEP_MILLIS / 1_000);
            while (node.credit >= 1 && node.working > 0) {
                node.credit--;
                node.working--;
                node.room.leave(true);
                if (endless) {
                    comeAgain();
                }
            }
        }
        while (!outside.isEmpty() && outside.element().nextAt <= clock.millis()) {
            ask(outside.remove());
        }
    }

    private void comeAgain() {
        var caller = new Caller(size, true);
        caller.nextAt = clock.millis();
        outside.add(caller);
    }

    private void ask(Caller caller) {
        Node node = nodes.get(random.nextInt(nodes.size()));
        switch (node.room.ask(caller.place)) {
            case Turn.Now ignored -> {
                node.working++;
                served.add(caller.rank);
                if (caller.told > 3) {
                    double waited = (clock.millis() - caller.toldAt) / 1_000.0;
                    errors.add(Math.abs(caller.told - waited) / Math.max(waited, 1));
                }
            }
            case Turn.Later later -> wait(caller, later);
        }
    }

    private void wait(Caller caller, Turn.Later later) {
        if (!caller.comesBack) {
            gone++;
            return;
        }
        if (clock.millis() - start > 1_500 && caller.told < 0) {
            caller.told = later.estimatedSeconds();
            caller.toldAt = clock.millis();
        }
        caller.place = later.place();
        caller.nextAt = clock.millis() + 1_000 * later.comeBackSeconds();
        outside.add(caller);
    }

    int unserved() {
        return size - served.size() - gone;
    }

    double errorOfEstimates() {
        return errors.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    int served() {
        return served.size();
    }

    int judgedEstimates() {
        return errors.size();
    }

    double meanRankError() {
        double sum = 0;
        for (int i = 0; i < served.size(); i++) {
            sum += Math.abs(served.get(i) - i);
        }
        return sum / served.size();
    }
}
