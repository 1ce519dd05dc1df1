package id.dukcapil.portal.platform;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Without {@code spring.datasource.url} the portal brings its own MariaDB; with it nothing embedded starts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PortalHome.class)
class EmbeddedDatabaseConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "embedded")
    static class WhenNoDatabaseIsConfigured {

        @Bean
        EmbeddedMariaDb embeddedMariaDb(PortalHome home) {
            return EmbeddedMariaDb.start(home);
        }

        @Bean
        JdbcConnectionDetails embeddedConnectionDetails(EmbeddedMariaDb server) {
            return new JdbcConnectionDetails() {
                @Override
                public String getUsername() {
                    return "root";
                }

                @Override
                public String getPassword() {
                    return "";
                }

                @Override
                public String getJdbcUrl() {
                    return server.jdbcUrl();
                }
            };
        }
    }
}
