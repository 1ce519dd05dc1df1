package id.dukcapil.portal.staff.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.dukcapil.portal.common.StaffId;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** A member of staff of the test's own, with an address and, when it has one, the cookie of a device. */
final class Newcomer {

    static final String OPENED = "opened";
    static final String PASSWORD = "hujan turun di atap seng";

    final StaffId id = new StaffId(UUID.randomUUID());
    final String username = "uji-" + id.value().toString().substring(0, 8);
    private final JdbcClient jdbc;
    private final MockMvc mvc;
    String address = "10.1." + (int) (Math.random() * 250) + "." + (int) (Math.random() * 250);

    @Nullable
    Cookie device;

    Newcomer(JdbcClient jdbc, PasswordEncoder passwords, MockMvc mvc, String role) {
        this.jdbc = jdbc;
        this.mvc = mvc;
        jdbc.sql("""
                        INSERT INTO staff_account (id, username, password_hash, full_name, office_code, enabled, created_at)
                        VALUES (?, ?, ?, 'Percobaan Masuk', 'DINAS', TRUE, ?)""")
                .params(id.value(), username, passwords.encode(PASSWORD), LocalDateTime.parse("2026-01-02T03:04:05"))
                .update();
        alsoIs(role);
    }

    void alsoIs(String role) {
        jdbc.sql("INSERT INTO staff_account_role (account_id, role_code) VALUES (?, ?)")
                .params(id.value(), role)
                .update();
    }

    MvcResult signsIn() throws Exception {
        return signsIn(username, PASSWORD, new MockHttpSession());
    }

    MvcResult signsIn(String password) throws Exception {
        return signsIn(username, password, new MockHttpSession());
    }

    MvcResult signsIn(String name, String password, MockHttpSession session) throws Exception {
        var request = post("/login")
                .param("username", name)
                .param("password", password)
                .session(session)
                .header("User-Agent", "Mozilla/5.0 (Windows NT 10.0) Chrome/140 Safari/537.36")
                .with(csrf())
                .with(from -> {
                    from.setRemoteAddr(address);
                    return from;
                });
        if (device != null) {
            request.cookie(device);
        }
        MvcResult answer = mvc.perform(request).andReturn();
        Cookie remembered = answer.getResponse().getCookie(KnownDevices.COOKIE);
        if (remembered != null) {
            device = remembered;
        }
        return answer;
    }

    /** @return where the portal sends the browser instead, or {@link #OPENED} */
    String opens(String path, MvcResult signedIn) throws Exception {
        try {
            return answer(meets(path, signedIn));
        } catch (ServletException beyondTheDoor) {
            // There is no servlet of Vaadin here, only everything that stands before it
            assertThat(beyondTheDoor).hasMessageContaining("springServlet");
            return OPENED;
        }
    }

    MvcResult meets(String path, MvcResult signedIn) throws Exception {
        return mvc.perform(get(path).accept(MediaType.TEXT_HTML).session(sessionOf(signedIn)))
                .andReturn();
    }

    static MockHttpSession sessionOf(MvcResult signedIn) {
        return (MockHttpSession) Objects.requireNonNull(signedIn.getRequest().getSession());
    }

    static String answer(MvcResult result) {
        String redirect = result.getResponse().getRedirectedUrl();
        return redirect == null ? String.valueOf(result.getResponse().getStatus()) : redirect;
    }

    void with(String assignment) {
        jdbc.sql("UPDATE staff_account SET " + assignment + " WHERE id = ?")
                .param(id.value())
                .update();
    }
}
