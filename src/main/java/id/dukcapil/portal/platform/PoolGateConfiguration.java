package id.dukcapil.portal.platform;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Puts the {@link PoolGate} in front of the connection pool and {@link LazyAutocommit} beneath it, whichever database is configured. */
@Configuration(proxyBeanMethods = false)
class PoolGateConfiguration {

    @Bean
    static BeanPostProcessor poolGate(ConfigurableListableBeanFactory beans) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource pool ? between(pool, patience(beans)) : bean;
            }
        };
    }

    private static PoolGate between(HikariDataSource pool, Duration patience) {
        LazyAutocommit.beneath(pool);
        return new PoolGate(pool, patience);
    }

    private static Duration patience(ConfigurableListableBeanFactory beans) {
        return beans.getBean(Environment.class)
                .getProperty("portal.database.patience", Duration.class, Duration.ofSeconds(5));
    }
}
