package id.dukcapil.portal.shell;

import id.dukcapil.portal.channel.DemonstrationKey;
import id.dukcapil.portal.staff.Demonstration;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells whoever started the demonstration where the portal is and how to get in, once it answers. */
@Component
@Demonstration
class Welcome {

    private static final Logger log = LoggerFactory.getLogger(Welcome.class);

    private final DemonstrationAccounts demonstration;
    private final Environment environment;

    Welcome(DemonstrationAccounts demonstration, Environment environment) {
        this.demonstration = demonstration;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void sayWhereThePortalIs() {
        String port = environment.getProperty("local.server.port");
        if (port != null) {
            log.info(text("http://localhost:" + port));
        }
    }

    String text(String address) {
        String accounts = demonstration.accounts().stream()
                .map(account -> "    %-12s %s".formatted(account.username(), account.password()))
                .collect(Collectors.joining("\n"));
        String keys = DemonstrationKey.ALL.stream()
                .map(key -> "    %-12s %s".formatted(key.text(), key.client()))
                .collect(Collectors.joining("\n"));
        return """
                Portal siap.

                  Alamat       %s
                  API          %s/swagger-ui.html

                  Akun peragaan (nama, kata sandi)
                %s

                  Kunci API (kepala Authorization: Bearer …)
                %s

                  Ctrl-C menghentikan portal beserta basis datanya.
                """.formatted(address, address, accounts, keys);
    }
}
