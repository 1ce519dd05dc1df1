package id.dukcapil.portal.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailStatusTest {

    private static final Map<MailStatus, Set<MailStatus>> ALLOWED = Map.of(
            MailStatus.WAITING, EnumSet.of(MailStatus.IN_DELIVERY, MailStatus.CANCELLED),
            MailStatus.IN_DELIVERY, EnumSet.of(MailStatus.WAITING, MailStatus.SENT, MailStatus.FAILED),
            MailStatus.SENT, EnumSet.of(MailStatus.WAITING, MailStatus.BOUNCED),
            MailStatus.FAILED, EnumSet.of(MailStatus.WAITING, MailStatus.CANCELLED),
            MailStatus.BOUNCED, EnumSet.of(MailStatus.WAITING),
            MailStatus.HELD, EnumSet.of(MailStatus.WAITING, MailStatus.CANCELLED),
            MailStatus.CANCELLED, EnumSet.of(MailStatus.WAITING));

    @ParameterizedTest
    @EnumSource
    void onlyTheseMovesAreLegal(MailStatus from) {
        for (MailStatus to : MailStatus.values()) {
            assertThat(from.canBecome(to))
                    .as("%s to %s", from, to)
                    .isEqualTo(Objects.requireNonNull(ALLOWED.get(from)).contains(to));
        }
    }

    @Test
    void whatIsOnItsWayIsNotSentAgain() {
        assertThat(MailStatus.resendable()).containsExactlyInAnyOrder("SENT", "FAILED", "BOUNCED", "HELD", "CANCELLED");
        assertThat(MailStatus.before(MailStatus.BOUNCED)).containsExactly("SENT");
    }
}
