package id.dukcapil.portal.signing.ui;

import id.dukcapil.portal.channel.StrangerLimits;
import id.dukcapil.portal.signing.VerificationSettings;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How often one place in the network may look up codes and show files. */
@Component
class VerificationLimits {

    private final StrangerLimits limits;
    private final VerificationSettings settings;

    VerificationLimits(StrangerLimits limits, VerificationSettings settings) {
        this.limits = limits;
        this.settings = settings;
    }

    /** @return how long to wait, when this one is too many */
    Optional<Duration> refusalOfLook(String address) {
        return limits.refusal("verification/look", address, settings.looksPerMinute());
    }

    /** @return how long to wait, when this one is too many */
    Optional<Duration> refusalOfUpload(String address) {
        return limits.refusal("verification/upload", address, settings.uploadsPerMinute());
    }
}
