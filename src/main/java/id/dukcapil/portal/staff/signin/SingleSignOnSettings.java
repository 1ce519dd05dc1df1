package id.dukcapil.portal.staff.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The single sign-on of the government (SPBE) or a Keycloak, under {@code portal.oidc}. Without an issuer there is none.
 *
 * @param issuer address of the provider, as it stands in its own tokens
 * @param clientId the portal's name at the provider
 * @param clientSecret the portal's secret at the provider
 * @param name what people call it, on the lock screen
 * @param label on the button of the login page
 * @param usernameClaim says which account a person has here; at the provider only its administrator may write it
 * @param nipClaim by which an account is looked for when no user name fits
 */
@ConfigurationProperties("portal.oidc")
public record SingleSignOnSettings(
        @Nullable String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("SSO pemerintah") String name,
        @DefaultValue("Masuk dengan SSO pemerintah") String label,
        @DefaultValue("preferred_username") String usernameClaim,
        @DefaultValue("nip") String nipClaim) {}
