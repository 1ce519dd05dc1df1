package id.dukcapil.portal.signing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code portal.signing.batch}.
 *
 * @param threads how many documents of a batch are signed at the same time, once the passphrase has proved right
 * @param together how many documents a thread takes with it at a time, so that they share the commits of their notes, where
 *     a signature exists nowhere but in this process until it is stored; elsewhere it takes one
 * @param largest how many documents a batch can have
 * @param lease how long after its last sign of life a process that signs is taken for dead; longer than one signature takes
 * @param silencesInARow how often in a row the provider may fail to answer before the batch stops
 */
@ConfigurationProperties("portal.signing.batch")
public record BatchSettings(
        @DefaultValue("2") int threads,
        @DefaultValue("32") int together,
        @DefaultValue("2000") int largest,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("3") int silencesInARow) {

    /** @throws IllegalArgumentException when nothing could be signed with them */
    public BatchSettings {
        if (threads < 1
                || together < 1
                || largest < 1
                || silencesInARow < 1
                || lease.compareTo(Duration.ofSeconds(10)) < 0) {
            throw new IllegalArgumentException(
                    "portal.signing.batch: threads, together, largest and silences-in-a-row begin at 1, lease at 10 seconds");
        }
    }
}
