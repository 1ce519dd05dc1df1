package id.dukcapil.portal.signing.ui;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Counts what the public page has answered; neither who asked nor what about. */
@Component
class VerificationMetrics {

    /** How somebody asks. */
    enum Way {
        CODE,
        UPLOAD
    }

    private final MeterRegistry registry;

    VerificationMetrics(MeterRegistry registry) {
        this.registry = registry;
        // At zero from the beginning, so that the first of a kind is an increase
        for (Verdict verdict : Verdict.values()) {
            counter(Way.CODE, verdict);
            counter(Way.UPLOAD, verdict);
        }
    }

    void count(Way way, VerificationAnswer answer) {
        Verdict verdict = answer.verdict();
        if (verdict != null) {
            counter(way, verdict).increment();
        }
    }

    private Counter counter(Way way, Verdict verdict) {
        return Counter.builder("portal.verifications")
                .description("Answers of the public verification page")
                .tag("way", label(way))
                .tag("verdict", label(verdict))
                .register(registry);
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
