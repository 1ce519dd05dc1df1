package id.dukcapil.portal;

import id.dukcapil.portal.platform.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** Like {@link IntegrationTest}, but behind real ports, for browsers and other callers from outside. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
@ActiveProfiles({"demo", "test"})
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
@Import({TestClockConfiguration.class, Scenarios.class})
public @interface ServerTest {}
