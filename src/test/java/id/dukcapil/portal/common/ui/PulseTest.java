package id.dukcapil.portal.common.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PulseTest {

    private final Pulse pulse = new Pulse();
    private final AtomicInteger looks = new AtomicInteger();

    @AfterEach
    void stopTheTimer() {
        pulse.destroy();
    }

    @Test
    void aPageThatCannotBeReachedStopsNoOtherAndIsAskedAgain() {
        var tries = new AtomicInteger();
        pulse.watch(
                page(look -> {
                    tries.incrementAndGet();
                    throw new IllegalStateException("Push failed");
                }),
                looks::incrementAndGet);
        pulse.watch(page(Command::execute), looks::incrementAndGet);
        assertThatCode(() -> {
                    pulse.beat();
                    pulse.beat();
                })
                .doesNotThrowAnyException();
        assertThat(looks).hasValueGreaterThanOrEqualTo(2);
        assertThat(tries).hasValueGreaterThanOrEqualTo(2);
    }

    private interface Access {
        void to(Command look);
    }

    private static UI page(Access access) {
        return new UI() {
            @Override
            public Future<Void> access(Command look) {
                access.to(look);
                return CompletableFuture.completedFuture(null);
            }
        };
    }
}
