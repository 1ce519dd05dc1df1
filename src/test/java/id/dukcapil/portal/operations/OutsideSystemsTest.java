package id.dukcapil.portal.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import id.dukcapil.portal.common.OutsideSystem;
import id.dukcapil.portal.common.OutsideSystem.Answer;
import id.dukcapil.portal.common.OutsideSystem.State;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class OutsideSystemsTest {

    private record Fixed(String name, Answer probe) implements OutsideSystem {}

    private record Broken(String name) implements OutsideSystem {

        @Override
        public Answer probe() {
            throw new IllegalStateException("token rahasia");
        }
    }

    @Test
    void eachSystemIsAskedAndABrokenProbeCountsAsSilence() throws InterruptedException {
        var beans = new StaticListableBeanFactory(Map.of(
                "smtp", new Fixed("SMTP", new Answer(State.ANSWERS, "Menjawab.")),
                "oidc", new Broken("OIDC")));
        var systems = new OutsideSystems(beans.getBeanProvider(OutsideSystem.class));
        var answers = new ConcurrentHashMap<String, State>();
        var explanations = new ConcurrentHashMap<String, String>();
        var all = new CountDownLatch(2);

        systems.probe((name, answer) -> {
            answers.put(name, answer.state());
            explanations.put(name, answer.explanation());
            all.countDown();
        });

        assertThat(all.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(systems.names()).containsExactly("OIDC", "SMTP");
        assertThat(answers).containsOnly(entry("SMTP", State.ANSWERS), entry("OIDC", State.SILENT));
        assertThat(explanations.get("OIDC")).doesNotContain("rahasia");
        systems.stop();
    }
}
