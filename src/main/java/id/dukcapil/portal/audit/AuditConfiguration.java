package id.dukcapil.portal.audit;

import id.dukcapil.portal.platform.PortalHome;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The keys and files of the trail, which lie outside the database. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditSettings.class)
class AuditConfiguration {

    private static Secrets secrets(AuditSettings settings, PortalHome home) {
        return new Secrets(Optional.ofNullable(settings.secrets()).orElseGet(() -> home.folder("secrets")));
    }

    @Bean
    PersonTokens personTokens(AuditSettings settings, PortalHome home) {
        return new PersonTokens(secrets(settings, home));
    }

    @Bean
    InboxProof inboxProof(AuditSettings settings, PortalHome home) {
        return new InboxProof(secrets(settings, home));
    }

    @Bean
    SealingKeys sealingKeys(AuditSettings settings, PortalHome home) {
        return new SealingKeys(secrets(settings, home));
    }

    @Bean
    BatchHashes batchHashes(AuditSettings settings, PortalHome home) {
        Path folder = Optional.ofNullable(settings.heads()).orElseGet(() -> home.folder("audit"));
        return new BatchHashes(folder);
    }
}
