package id.dukcapil.portal.operations;

import id.dukcapil.portal.common.OutsideSystem;
import id.dukcapil.portal.common.OutsideSystem.Answer;
import id.dukcapil.portal.common.OutsideSystem.State;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Asks the systems outside whether they answer, all at once and in the background, so that no page waits for them. */
@Service
@PreAuthorize("hasAuthority('SYSTEM_READ')")
public class OutsideSystems {

    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Logger log = LoggerFactory.getLogger(OutsideSystems.class);

    private final List<OutsideSystem> systems;
    private final ExecutorService probes = Executors.newVirtualThreadPerTaskExecutor();

    OutsideSystems(ObjectProvider<OutsideSystem> systems) {
        this.systems = systems.stream()
                .sorted(Comparator.comparing(OutsideSystem::name))
                .toList();
    }

    public List<String> names() {
        return systems.stream().map(OutsideSystem::name).toList();
    }

    /** @param answered is given the name and the answer of each system, on another thread and in any order */
    public void probe(BiConsumer<String, Answer> answered) {
        for (OutsideSystem system : systems) {
            CompletableFuture.supplyAsync(system::probe, probes)
                    .completeOnTimeout(
                            new Answer(State.SILENT, "Tidak menjawab dalam %d detik.".formatted(PATIENCE.toSeconds())),
                            PATIENCE.toMillis(),
                            TimeUnit.MILLISECONDS)
                    .exceptionally(failure -> {
                        log.warn("The probe of {} failed: {}", system.name(), failure.toString());
                        return new Answer(State.SILENT, "Pemeriksaan gagal; lihat catatan (log) portal.");
                    })
                    .thenAccept(answer -> answered.accept(system.name(), answer));
        }
    }

    @PreDestroy
    void stop() {
        probes.shutdownNow();
    }
}
