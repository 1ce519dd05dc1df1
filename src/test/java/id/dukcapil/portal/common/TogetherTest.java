package id.dukcapil.portal.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TogetherTest {

    private final List<List<Integer>> rounds = new CopyOnWriteArrayList<>();

    @Test
    void aSingleCallerIsAnsweredAtOnceOnItsOwnThread() {
        Thread caller = Thread.currentThread();
        var together = new Together<>(10, work((List<Integer> asked) -> {
            assertThat(Thread.currentThread()).isSameAs(caller);
            return List.of("answer to " + asked.getFirst());
        }));
        assertThat(together.ask(7)).isEqualTo("answer to 7");
        assertThat(together.waiting()).isZero();
    }

    @Test
    void whoComesWhileSomebodyWorksIsServedInTheNextRoundWithAllOthersWhoCame() throws Exception {
        try (var crowd = new Crowd(10)) {
            crowd.comes(1);
            crowd.comesWhileWorking(2, 3, 4);
            crowd.finishesRounds(2);
            assertThat(crowd.answers()).containsExactly(10, 20, 30, 40);
        }
        assertThat(rounds).containsExactly(List.of(1), List.of(2, 3, 4));
    }

    @Test
    void noMoreThanTheMostAreServedTogetherAndTheOthersKeepTheirOrder() throws Exception {
        try (var crowd = new Crowd(2)) {
            crowd.comes(1);
            crowd.comesWhileWorking(2, 3, 4, 5, 6);
            crowd.finishesRounds(4);
            assertThat(crowd.answers()).containsExactly(10, 20, 30, 40, 50, 60);
        }
        assertThat(rounds).containsExactly(List.of(1), List.of(2, 3), List.of(4, 5), List.of(6));
    }

    @Test
    void aFailureReachesEverybodyOfItsRoundAndNobodyOfTheNext() throws Exception {
        var turn = new AtomicInteger();
        var entered = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var together = new Together<>(10, work((List<Integer> asked) -> {
            if (turn.getAndIncrement() == 0) {
                entered.countDown();
                await(goOn);
                throw new IllegalArgumentException("round failed");
            }
            return asked;
        }));
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<Integer> first = threads.submit(() -> together.ask(1));
            await(entered);
            Future<Integer> second = threads.submit(() -> together.ask(2));
            untilWaiting(together, 2);
            goOn.countDown();
            assertThatThrownBy(first::get).hasRootCauseMessage("round failed");
            assertThat(second.get()).isEqualTo(2);
        }
    }

    @Test
    void anErrorDoesNotLeaveAnybodyWaitingForEver() {
        var together = new Together<>(10, work((List<Integer> asked) -> {
            throw new StackOverflowError();
        }));
        assertThatThrownBy(() -> together.ask(1)).isInstanceOf(StackOverflowError.class);
        assertThatThrownBy(() -> together.ask(2)).isInstanceOf(StackOverflowError.class);
    }

    @Test
    void anAnswerThatIsMissingIsAFailureOfTheWorkAndNotASilence() {
        var together = new Together<>(10, work((List<Integer> asked) -> List.of()));
        assertThatThrownBy(() -> together.ask(1)).hasMessage("0 answers to 1 questions");
    }

    @Test
    void ofFiftyThousandQuestionsOfAHundredCallersEachIsAnsweredOnceAndRightAndOneWorksAtATime() throws Exception {
        var atWork = new AtomicInteger();
        var worked = new AtomicInteger();
        var together = new Together<>(64, work((List<Integer> asked) -> {
            assertThat(atWork.incrementAndGet()).isOne();
            worked.addAndGet(asked.size());
            List<Integer> answers = asked.stream().map(question -> -question).toList();
            atWork.decrementAndGet();
            return answers;
        }));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> callers = IntStream.range(0, 100)
                    .<Callable<Boolean>>mapToObj(caller -> () -> IntStream.range(0, 500)
                            .map(number -> caller * 500 + number)
                            .allMatch(question -> together.ask(question) == -question))
                    .toList();
            for (Future<Boolean> right : threads.invokeAll(callers)) {
                assertThat(right.get()).isTrue();
            }
        }
        assertThat(worked).hasValue(50_000);
        assertThat(together.waiting()).isZero();
    }

    @Test
    void theNextRoundIsPreparedMeanwhileAndTakesAllWhoCameByTheTimeItBegins() throws Exception {
        var preparations = new Semaphore(0);
        var atWork = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var together = new Together<Integer, Integer, Integer>(10, new Together.Work<>() {
            private final AtomicInteger prepared = new AtomicInteger();

            @Override
            public Integer prepare() {
                preparations.release();
                return prepared.incrementAndGet();
            }

            @Override
            public List<Integer> answer(Integer round, Supplier<List<Integer>> questions) {
                rounds.add(questions.get());
                atWork.countDown();
                await(goOn);
                assertThat(questions.get()).as("asked again").isEqualTo(rounds.getLast());
                return questions.get().stream().map(question -> round).toList();
            }
        });
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<Integer> first = threads.submit(() -> together.ask(1));
            await(atWork);
            preparations.acquire();
            Future<Integer> second = threads.submit(() -> together.ask(2));
            preparations.acquire();
            Future<Integer> third = threads.submit(() -> together.ask(3));
            untilWaiting(together, 3);
            goOn.countDown();
            assertThat(first.get()).isOne();
            assertThat(second.get()).isEqualTo(2);
            assertThat(third.get()).isEqualTo(2);
        }
        assertThat(rounds).containsExactly(List.of(1), List.of(2, 3));
    }

    @Test
    void whatFailsBeforeTheQuestionsAreAskedFailsThoseWhoWaitAndNobodyAfterThem() {
        var broken = new AtomicBoolean(true);
        var together = new Together<Integer, Integer, Boolean>(10, new Together.Work<>() {
            @Override
            public Boolean prepare() {
                if (broken.get()) {
                    throw new IllegalArgumentException("not prepared");
                }
                return true;
            }

            @Override
            public List<Integer> answer(Boolean prepared, Supplier<List<Integer>> questions) {
                return questions.get();
            }
        });
        assertThatThrownBy(() -> together.ask(1)).hasMessage("not prepared");
        assertThat(together.waiting()).isZero();
        broken.set(false);
        assertThat(together.ask(2)).isEqualTo(2);
    }

    private static <Q, A> Together.Work<Q, A, Boolean> work(Function<List<Q>, List<A>> answers) {
        return new Together.Work<>() {
            @Override
            public Boolean prepare() {
                return true;
            }

            @Override
            public List<A> answer(Boolean prepared, Supplier<List<Q>> questions) {
                return answers.apply(questions.get());
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void untilWaiting(Together<?, ?, ?> together, int callers) {
        while (together.waiting() < callers) {
            Thread.onSpinWait();
        }
    }

    /** Callers who come one after the other while each round waits for leave to end. */
    private final class Crowd implements AutoCloseable {

        private final ExecutorService threads = Executors.newCachedThreadPool();
        private final Semaphore entered = new Semaphore(0);
        private final Semaphore leave = new Semaphore(0);
        private final Together<Integer, Integer, Boolean> together;
        private final List<Future<Integer>> futures = new ArrayList<>();

        Crowd(int most) {
            together = new Together<>(most, TogetherTest.work(this::work));
        }

        private List<Integer> work(List<Integer> asked) {
            rounds.add(asked);
            entered.release();
            leave.acquireUninterruptibly();
            return asked.stream().map(question -> question * 10).toList();
        }

        void comes(int question) {
            futures.add(threads.submit(() -> together.ask(question)));
            entered.acquireUninterruptibly();
        }

        void comesWhileWorking(int... questions) {
            for (int question : questions) {
                futures.add(threads.submit(() -> together.ask(question)));
                untilWaiting(together, futures.size());
            }
        }

        void finishesRounds(int howMany) {
            leave.release(howMany);
        }

        List<Integer> answers() throws Exception {
            var answers = new ArrayList<Integer>();
            for (Future<Integer> future : futures) {
                answers.add(future.get());
            }
            return answers;
        }

        @Override
        public void close() {
            threads.shutdownNow();
        }
    }
}
