package id.dukcapil.portal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.dukcapil.portal.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@IntegrationTest
class BrowserSecurityTest {

    @Autowired
    MockMvc mvc;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/offices", "/swagger-ui/index.html", "/v3/api-docs"})
    void everyAnswerSaysWhatABrowserMayDoWithIt(String address) throws Exception {
        mvc.perform(get(address).secure(true))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("X-Frame-Options", "DENY"))
                .andExpect(header().string("Referrer-Policy", "same-origin"))
                .andExpect(header().string("Cross-Origin-Opener-Policy", "same-origin"))
                .andExpect(header().string("Cross-Origin-Resource-Policy", "same-origin"))
                .andExpect(header().string("Strict-Transport-Security", "max-age=31536000"))
                .andExpect(header().string("Permissions-Policy", startsWith("camera=(self)")))
                .andExpect(header().string(
                                "Content-Security-Policy",
                                allOf(
                                        containsString("script-src 'self';"),
                                        containsString("frame-ancestors 'none'"),
                                        containsString("object-src 'none'"))));
    }

    @ParameterizedTest
    @CsvSource({
        "/jadwal, form-action 'self'",
        "/pembatalan/tidakada, form-action 'self'",
        "/verifikasi, form-action 'self'",
        "/survei/DINAS, form-action 'self'",
        "/sekolah/tautan/tidakada, form-action 'self'",
        "/status/tidakada, form-action 'none'",
        "/papan/DINAS, script-src 'self'",
        "/antrean/DINAS, script-src 'self'"
    })
    void aPublicPageAllowsOnlyWhatItsRoomNeedsAndNamesItsAddressNowhere(String address, String needed)
            throws Exception {
        mvc.perform(get(address))
                .andExpect(header().string("Referrer-Policy", "no-referrer"))
                .andExpect(header().string("Permissions-Policy", startsWith("camera=()")))
                .andExpect(header().string("X-Frame-Options", "DENY"))
                .andExpect(header().doesNotExist("Set-Cookie"))
                .andExpect(header().stringValues(
                                "Content-Security-Policy",
                                contains(allOf(startsWith("default-src 'none'"), containsString(needed)))));
    }

    @Test
    void strictTransportIsOnlyPromisedWhereItIsUsed() throws Exception {
        mvc.perform(get("/")).andExpect(header().doesNotExist("Strict-Transport-Security"));
    }

    @Test
    void thePageOfVaadinRunsNoInlineScriptWithoutItsNumber() {
        assertThat(BrowserSecurity.policyOfAPage("abc"))
                .contains("script-src 'self' 'unsafe-eval' 'nonce-abc';")
                .doesNotContain("script-src 'self' 'unsafe-inline'");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Origin, https://jahat.example",
        "Origin, null",
        "Origin, http://localhost:9999"
    })
    void whatAnotherSiteMakesTheBrowserSendIsRefused(String header, String value) throws Exception {
        mvc.perform(post("/login")
                        .header("Host", "localhost")
                        .header(header, value)
                        .param("username", "operator")
                        .param("password", "demo"))
                .andExpect(status().isForbidden());
        mvc.perform(post("/?v-r=uidl&v-uiId=0")
                        .header("Host", "localhost")
                        .header(header, value)
                        .content("{}"))
                .andExpect(status().isForbidden());
    }

    @ParameterizedTest
    @CsvSource({"Sec-Fetch-Site, same-origin", "Origin, http://localhost"})
    void whatThePortalsOwnPageSendsIsNot(String header, String value) throws Exception {
        mvc.perform(post("/login")
                        .header("Host", "localhost")
                        .header(header, value)
                        .param("username", "tidak-ada-" + value)
                        .param("password", "salah"))
                .andExpect(redirectedUrl("/login?error"));
    }
}
