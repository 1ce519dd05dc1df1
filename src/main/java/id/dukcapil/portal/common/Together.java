package id.dukcapil.portal.common;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers callers that come at the same time together, in the order in which they came. Whoever finds nobody at work does
 * the work for all who wait by then, and hands over to the first of those who came meanwhile; so there is no thread of its
 * own to keep, and a single caller waits for nobody.
 *
 * @param <Q> what a caller asks
 * @param <A> the answer
 */
public final class Together<Q, A> {

    private final int most;
    private final Function<List<Q>, List<A>> work;
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<Place> waiting = new ArrayDeque<>();
    private boolean atWork;

    /**
     * @param most questions answered together
     * @param work one answer per question, in their order; runs on the thread of one of the callers, never twice at a time
     */
    public Together(int most, Function<List<Q>, List<A>> work) {
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
        if (lineUp(place)) {
            // After a round everybody it served may be about to ask again; who is first lets them line up
            Thread.yield();
            workForAllWaiting();
        } else if (place.isCalledToWork()) {
            workForAllWaiting();
        }
        return place.answer();
    }

    /** How many wait or are being answered. */
    public int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** @return whether nobody is at work, so that this caller has to be */
    private boolean lineUp(Place place) {
        lock.lock();
        try {
            waiting.add(place);
            boolean first = !atWork;
            atWork = true;
            return first;
        } finally {
            lock.unlock();
        }
    }

    private void workForAllWaiting() {
        List<Place> served = firstWaiting();
        try {
            List<A> answers = work.apply(served.stream().map(Place::question).toList());
            for (int i = 0; i < served.size(); i++) {
                served.get(i).take(answers.get(i));
            }
        } catch (Throwable failure) {
            // An error too: somebody waits for each of these places
            served.forEach(place -> place.fail(failure));
        } finally {
            handOver(served.size());
        }
    }

    private List<Place> firstWaiting() {
        lock.lock();
        try {
            return waiting.stream().limit(most).toList();
        } finally {
            lock.unlock();
        }
    }

    private void handOver(int served) {
        Place next;
        lock.lock();
        try {
            for (int i = 0; i < served; i++) {
                waiting.remove();
            }
            next = waiting.peek();
            atWork = next != null;
        } finally {
            lock.unlock();
        }
        if (next != null) {
            next.callToWork();
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
