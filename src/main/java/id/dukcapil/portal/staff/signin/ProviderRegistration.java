package id.dukcapil.portal.staff.signin;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.stereotype.Component;

/**
 * What the portal knows of the provider. Asked for when the first person wants in, not at start: an office must be able
 * to work with passwords while the provider is away.
 */
@Component
@ConditionalOnProperty("portal.oidc.issuer")
class ProviderRegistration implements ClientRegistrationRepository {

    static final String ID = "sso";

    private final SingleSignOnSettings settings;
    private volatile @Nullable ClientRegistration known;

    ProviderRegistration(SingleSignOnSettings settings) {
        this.settings = settings;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!ID.equals(id)) {
            return null;
        }
        ClientRegistration registration = known;
        if (registration == null) {
            registration = discover();
            known = registration;
        }
        return registration;
    }

    /** @throws RuntimeException when the provider does not answer as one does */
    ClientRegistration discover() {
        return ClientRegistrations.fromOidcIssuerLocation(Objects.requireNonNull(settings.issuer()))
                .registrationId(ID)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .scope(OidcScopes.OPENID, OidcScopes.PROFILE)
                .userNameAttributeName("sub")
                .build();
    }
}
