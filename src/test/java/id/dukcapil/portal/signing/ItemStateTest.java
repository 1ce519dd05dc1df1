package id.dukcapil.portal.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a document of a batch can become. */
class ItemStateTest {

    private static final Map<ItemState, Set<ItemState>> LEGAL = Map.of(
            ItemState.WAITING, EnumSet.of(ItemState.SENT, ItemState.FAILED, ItemState.NOT_DONE),
            ItemState.SENT, EnumSet.of(ItemState.SIGNED, ItemState.FAILED, ItemState.UNKNOWN, ItemState.NOT_DONE),
            ItemState.UNKNOWN, EnumSet.of(ItemState.SIGNED, ItemState.FAILED, ItemState.NOT_DONE),
            ItemState.SIGNED, EnumSet.noneOf(ItemState.class),
            ItemState.FAILED, EnumSet.noneOf(ItemState.class),
            ItemState.NOT_DONE, EnumSet.noneOf(ItemState.class));

    @ParameterizedTest
    @EnumSource(ItemState.class)
    void whatWasSentIsNeverSentAgainInTheSameBatch(ItemState state) {
        for (ItemState next : ItemState.values()) {
            assertThat(state.canBecome(next))
                    .as("%s to %s", state, next)
                    .isEqualTo(LEGAL.getOrDefault(state, Set.of()).contains(next));
        }
        assertThat(state.isOpen())
                .isEqualTo(!LEGAL.getOrDefault(state, Set.of()).isEmpty());
    }
}
