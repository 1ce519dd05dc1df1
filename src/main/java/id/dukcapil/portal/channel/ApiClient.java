package id.dukcapil.portal.channel;

import id.dukcapil.portal.common.ActingParty;
import id.dukcapil.portal.common.Actor;
import java.util.UUID;

/**
 * An outside system that presented a valid key; the principal of every request under {@code /api}. Its authorities are
 * the {@link ApiScope#authority() scopes}.
 */
public record ApiClient(UUID id, String name) implements ActingParty {

    @Override
    public Actor actor() {
        return new Actor(Actor.Kind.CHANNEL, id, name);
    }
}
