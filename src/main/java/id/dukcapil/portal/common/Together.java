package id.dukcapil.portal.common;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers callers that come at the same time together, in the order in which they came. One of those who wait does the
 * work for all; meanwhile the first of those who came since prepares the next round, and begins it as soon as this one has
 * ended. So there is no thread of its own to keep, the work never stands still while somebody waits, and a single caller
 * waits for nobody.
 *
 * @param <Q> what a caller asks
 * @param <A> the answer
 * @param <P> what is prepared for a round
 */
public final class Together<Q, A, P> {

    /** The work of one round, on the thread of one of those who are answered in it. */
    public interface Work<Q, A, P> {

        /** What can be known before the round begins, whoever asks; the round before may still be at work. */
        P prepare();

        /**
         * Never runs twice at a time.
         *
         * @param questions of all who wait at the moment at which it is asked first, and the same ones later on; who comes
         *     after that moment is answered in the next round
         * @return one answer per question, in their order
         */
        List<A> answer(P prepared, Supplier<List<Q>> questions);
    }

    private final int most;
    private final Work<Q, A, P> work;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition workEnded = lock.newCondition();
    private final ArrayDeque<Place> waiting = new ArrayDeque<>();
    private boolean isPrepared;
    private boolean atWork;
    private int beingAnswered;

    /** @param most questions answered together */
    public Together(int most, Work<Q, A, P> work) {
        this.most = most;
        this.work = work;
    }

    /**
     * Waits for the answer.
     *
     * @throws RuntimeException what the work threw; everybody who was served together gets it
     */
    public A ask(Q question) {
        var place = new Place(question);
        if (lineUp(place) || place.isCalledToWork()) {
            new Round().run();
        }
        return place.answer();
    }

    /** How many wait or are being answered. */
    public int waiting() {
        lock.lock();
        try {
            return waiting.size() + beingAnswered;
        } finally {
            lock.unlock();
        }
    }

    /** @return whether nobody prepares the next round, so that this caller has to */
    private boolean lineUp(Place place) {
        lock.lock();
        try {
            waiting.add(place);
            boolean first = !isPrepared;
            isPrepared = true;
            return first;
        } finally {
            lock.unlock();
        }
    }

    /** One time that the work is done. */
    private final class Round {

        private List<Place> served = List.of();
        private boolean ended;

        private void run() {
            try {
                List<A> answers = answers();
                end();
                for (int i = 0; i < served.size(); i++) {
                    served.get(i).take(answers.get(i));
                }
            } catch (Throwable failure) {
                end();
                // An error too: somebody waits for each of these places
                served.forEach(place -> place.fail(failure));
            }
        }

        private List<A> answers() {
            P prepared;
            try {
                prepared = work.prepare();
            } finally {
                begin();
            }
            List<A> answers = work.answer(prepared, this::questions);
            if (answers.size() != served.size()) {
                throw new IllegalStateException("%d answers to %d questions".formatted(answers.size(), served.size()));
            }
            return answers;
        }

        private void begin() {
            lock.lock();
            try {
                while (atWork) {
                    workEnded.awaitUninterruptibly();
                }
                atWork = true;
            } finally {
                lock.unlock();
            }
        }

        private List<Q> questions() {
            if (served.isEmpty()) {
                takeAllWhoWait();
            }
            return served.stream().map(Place::question).toList();
        }

        private void takeAllWhoWait() {
            var first = new ArrayList<Place>();
            Place next;
            lock.lock();
            try {
                while (first.size() < most && !waiting.isEmpty()) {
                    first.add(waiting.remove());
                }
                beingAnswered = first.size();
                next = waiting.peek();
                isPrepared = next != null;
            } finally {
                lock.unlock();
            }
            served = first;
            if (next != null) {
                next.callToWork();
            }
        }

        /** Before anybody is answered: the next round need not wait until all have heard. */
        private void end() {
            if (ended) {
                return;
            }
            ended = true;
            if (served.isEmpty()) {
                // What fails before it asks for the questions fails those who would have been answered
                takeAllWhoWait();
            }
            lock.lock();
            try {
                beingAnswered = 0;
                atWork = false;
                workEnded.signal();
            } finally {
                lock.unlock();
            }
        }
    }

    /** One caller's place in the line. */
    private final class Place {

        private final Q question;
        private final CompletableFuture<Boolean> calledToWork = new CompletableFuture<>();
        private @Nullable A answer;
        private @Nullable Throwable failure;

        private Place(Q question) {
            this.question = question;
        }

        private Q question() {
            return question;
        }

        /** Waits, without listening to interruptions: the work is done or not done, and the caller has to know which. */
        private boolean isCalledToWork() {
            return calledToWork.join();
        }

        private void callToWork() {
            calledToWork.complete(true);
        }

        private void take(A given) {
            answer = given;
            calledToWork.complete(false);
        }

        private void fail(Throwable why) {
            failure = why;
            calledToWork.complete(false);
        }

        private A answer() {
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure instanceof RuntimeException exception) {
                throw exception;
            }
            if (answer == null) {
                throw new IllegalStateException("The work gave no answer", failure);
            }
            return answer;
        }
    }
}
