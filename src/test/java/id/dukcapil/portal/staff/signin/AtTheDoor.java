package id.dukcapil.portal.staff.signin;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;

/** What tests of signing in start from: people of their own before the door, on a Monday morning. */
@IntegrationTest
abstract class AtTheDoor {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    MockMvc mvc;

    @Autowired
    SettableClock clock;

    /** Somebody whom the portal has never seen. */
    Newcomer newcomer(String role) {
        return new Newcomer(jdbc, passwords, mvc, role);
    }

    @AfterEach
    void backToMondayMorning() {
        clock.reset();
    }
}
