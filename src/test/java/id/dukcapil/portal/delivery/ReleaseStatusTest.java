package id.dukcapil.portal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseStatusTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "ISSUED   : SENT BOUNCED OPENED EXPIRED REISSUED LOCKED REVOKED",
                "REISSUED : SENT BOUNCED OPENED EXPIRED REISSUED LOCKED REVOKED",
                "SENT     : BOUNCED OPENED EXPIRED REISSUED LOCKED REVOKED",
                "BOUNCED  : SENT OPENED EXPIRED REISSUED LOCKED REVOKED",
                "OPENED   : PRINTED FAILED REISSUED REVOKED",
                "FAILED   : OPENED EXPIRED REISSUED LOCKED REVOKED",
                "EXPIRED  : REISSUED REVOKED",
                "LOCKED   : REISSUED REVOKED",
                "PRINTED  : ''",
                "REVOKED  : ''",
            })
    void whatMayFollow(ReleaseStatus status, String expected) {
        String following = Arrays.stream(ReleaseStatus.values())
                .filter(status::canBecome)
                .map(Enum::name)
                .collect(Collectors.joining(" "));
        assertThat(following.split(" ")).containsExactlyInAnyOrder(expected.split(" "));
    }

    @Test
    void whatIsSpentOrDeadNeverOpens() {
        assertThat(Arrays.stream(ReleaseStatus.values()).filter(status -> !status.isOpenable()))
                .containsExactly(
                        ReleaseStatus.OPENED,
                        ReleaseStatus.PRINTED,
                        ReleaseStatus.EXPIRED,
                        ReleaseStatus.LOCKED,
                        ReleaseStatus.REVOKED);
    }
}
