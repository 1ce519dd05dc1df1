package id.dukcapil.portal.common.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkAddressTest {

    @ParameterizedTest
    @CsvSource({
        "0:0:0:0:0:0:0:1, komputer ini (::1)",
        "::1, komputer ini (::1)",
        "127.0.0.1, komputer ini (127.0.0.1)",
        "10.2.3.4, 10.2.3.4",
        "2001:db8:0:0:0:0:0:7, 2001:db8::7",
        "2001:0db8:0000:0000:0001:0000:0000:0007, 2001:db8::1:0:0:7",
        "2001:db8:0:1:2:0:0:7, 2001:db8:0:1:2::7",
        "fe80:0:0:0:1:2:3:4, fe80::1:2:3:4",
        "2001:db8:1:2:3:4:0:0, 2001:db8:1:2:3:4::",
        "2001:db8:1:0:3:4:5:6, 2001:db8:1:0:3:4:5:6",
        "0:0:0:0:0:0:0:0, ::",
        "0:0:0:0:0:ffff:a02:304, 10.2.3.4",
    })
    void anAddressIsWrittenAsPeopleReadIt(String kept, String shown) {
        assertThat(NetworkAddress.shown(kept)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"tidak diketahui", "''", "loket-3.contoh.go.id", "1.2.3.4.5", "10.2.3.4 lewat 10.9.9.9"})
    void whatIsNoAddressStaysAsItIs(String kept) {
        assertThat(NetworkAddress.shown(kept)).isEqualTo(kept);
    }
}
