package id.dukcapil.portal.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DatabaseAddressTest {

    @Test
    void theUsualAddressIsRead() {
        var address = DatabaseAddress.of("jdbc:mariadb://db.example:3307/portal?timezone=UTC", "u", "p");
        assertThat(address).hasToString("db.example:3307/portal");
        assertThat(address.options()).contains("port=3307", "skip-ssl");
    }

    @Test
    void ofSeveralHostsThePrimaryIsTakenAndTlsIsKept() {
        var address = DatabaseAddress.of("jdbc:mariadb:sequential://a,b/portal?sslMode=verify-full", "u", "p");
        assertThat(address).hasToString("a:3306/portal");
        assertThat(address.options()).contains("ssl-verify-server-cert").doesNotContain("skip-ssl");
    }

    @Test
    void aPasswordCannotAddOptions() {
        var address = DatabaseAddress.of("jdbc:mariadb://db/portal", "u", "a\"b\\c");
        assertThat(address.options()).contains("password=\"a\\\"b\\\\c\"");
    }

    @Test
    void anotherKindOfDatabaseIsRefused() {
        assertThatThrownBy(() -> DatabaseAddress.of("jdbc:postgresql://db/portal", "u", "p"))
                .isInstanceOf(BackupFailed.class);
    }
}
