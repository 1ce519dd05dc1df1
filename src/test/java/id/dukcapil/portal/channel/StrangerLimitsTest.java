package id.dukcapil.portal.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who counts as one visitor. */
class StrangerLimitsTest {

    @ParameterizedTest
    @CsvSource({
        "10.2.3.4, 10.2.3.4",
        "0:0:0:0:0:ffff:a02:304, 10.2.3.4",
        "2001:db8:1:2:3:4:5:6, 20010db800010002",
        "2001:db8:1:2::1, 20010db800010002",
        "fe80::1%eth0, fe80000000000000",
        "tidak diketahui, tidak diketahui"
    })
    void anAddressOfIpv6CountsWithItsNeighbours(String address, String subscriber) {
        assertThat(StrangerLimits.subscriber(address)).isEqualTo(subscriber);
    }
}
