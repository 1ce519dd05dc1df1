package id.dukcapil.portal.submission.document;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the printed Kartu Keluarga says beside the facts.
 *
 * @param signatureNote the sentence at the foot about the electronic signature, where an office words it differently; by
 *     default it names who issues the certificates of the provider. A specimen always carries its own
 */
@ConfigurationProperties("portal.family-card")
public record FamilyCardSettings(@Nullable String signatureNote) {}
