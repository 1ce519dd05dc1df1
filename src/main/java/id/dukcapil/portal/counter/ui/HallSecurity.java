package id.dukcapil.portal.counter.ui;

import id.dukcapil.portal.platform.pages.PublicPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The pages of the hall without an account: boards and number machines, which show the token of their device as a cookie that
 * no other site can send, and the page of one's own ticket, whose address is a secret.
 */
@Configuration(proxyBeanMethods = false)
class HallSecurity {

    @Bean
    PublicPages hallPages() {
        return PublicPages.at("/papan", "/antrean")
                .allowing("form-action 'self'; script-src 'self'; media-src 'self'; connect-src 'self'");
    }
}
