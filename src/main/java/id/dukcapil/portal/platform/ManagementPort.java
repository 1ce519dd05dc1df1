package id.dukcapil.portal.platform;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Without {@code MANAGEMENT_PORT} health and metrics are one port above the portal, so that two portals on a machine do not collide. */
public final class ManagementPort implements EnvironmentPostProcessor {

    private static final String NEXT = "portal.next-port";
    private static final int HIGHEST = 65_535;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        int port = environment.getProperty("server.port", Integer.class, 8080);
        if (port > 0 && port < HIGHEST) {
            environment.getPropertySources().addLast(new MapPropertySource(NEXT, Map.of(NEXT, port + 1)));
        }
    }
}
