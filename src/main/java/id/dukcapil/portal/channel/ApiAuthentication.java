package id.dukcapil.portal.channel;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A request whose key was accepted. The key itself is not kept. */
final class ApiAuthentication extends AbstractAuthenticationToken {

    private final transient ApiClient client;
    private final int requestsPerMinute;

    ApiAuthentication(ApiClient client, List<String> scopes, int requestsPerMinute) {
        super(scopes.stream()
                .map(scope -> new SimpleGrantedAuthority("SCOPE_" + scope))
                .toList());
        this.client = client;
        this.requestsPerMinute = requestsPerMinute;
        setAuthenticated(true);
    }

    int requestsPerMinute() {
        return requestsPerMinute;
    }

    @Override
    public ApiClient getPrincipal() {
        return client;
    }

    @Override
    public String getName() {
        return client.name();
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other)
                && other instanceof ApiAuthentication that
                && client.equals(that.client)
                && requestsPerMinute == that.requestsPerMinute;
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), client, requestsPerMinute);
    }
}
