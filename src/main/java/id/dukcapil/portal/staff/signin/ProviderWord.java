package id.dukcapil.portal.staff.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Asks the provider who is there now, of somebody who is in already. The way back is that of the sign-in, which the
 * provider knows; the state tells the two apart, and an answer to one is worth nothing to the other.
 */
@Component
@ConditionalOnProperty("portal.oidc.issuer")
class ProviderWord {

    /** No state of the sign-in begins like this: those are Base64. */
    static final String MARK = "kunci.";

    private static final Logger log = LoggerFactory.getLogger(ProviderWord.class);

    /** What the protocol says when the provider is in trouble, not the person; the first also when nobody answers. */
    private static final Set<String> TROUBLE =
            Set.of("invalid_token_response", "server_error", "temporarily_unavailable");

    private final ProviderRegistration provider;
    private final StringKeyGenerator states =
            new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), 32);
    private final DefaultOAuth2AuthorizationRequestResolver questions;
    /** Looks at the token alone: who somebody is must not come from anything that is not signed. */
    private final OidcAuthorizationCodeAuthenticationProvider protocol =
            new OidcAuthorizationCodeAuthenticationProvider(
                    new RestClientAuthorizationCodeTokenResponseClient(),
                    answer -> new DefaultOidcUser(List.of(), answer.getIdToken()));

    ProviderWord(ProviderRegistration provider) {
        this.provider = provider;
        questions = new DefaultOAuth2AuthorizationRequestResolver(provider, ProviderDoor.PROVIDER);
        questions.setAuthorizationRequestCustomizer(
                question -> question.state(MARK + states.generateKey()).additionalParameters(parameters -> {
                    parameters.put("prompt", "login");
                    parameters.put("max_age", "0");
                }));
    }

    /**
     * Demands a new sign-in at the provider, whatever is open there.
     *
     * @throws UnlockRefused when the provider does not answer: better said here than by the browser
     */
    OAuth2AuthorizationRequest question(HttpServletRequest request) {
        try {
            provider.discover();
            return Objects.requireNonNull(questions.resolve(request));
        } catch (RuntimeException silent) {
            log.warn("The provider could not be asked: {}", silent.getClass().getSimpleName());
            throw new UnlockRefused(UnlockRefusal.UNREACHABLE, silent);
        }
    }

    /**
     * Fetches what the provider says and checks signature, issuer, receiver, time and nonce.
     *
     * @throws UnlockRefused when it does not say anything, or nothing that holds
     */
    OidcIdToken answer(OAuth2AuthorizationRequest question, String code) {
        OAuth2AuthorizationResponse answer = OAuth2AuthorizationResponse.success(code)
                .redirectUri(Objects.requireNonNull(question.getRedirectUri()))
                .state(Objects.requireNonNull(question.getState()))
                .build();
        try {
            ClientRegistration registration =
                    Objects.requireNonNull(provider.findByRegistrationId(ProviderRegistration.ID));
            var exchange = new OAuth2AuthorizationExchange(question, answer);
            var checked = Objects.requireNonNull(
                    protocol.authenticate(new OAuth2LoginAuthenticationToken(registration, exchange)));
            return ((OidcUser) Objects.requireNonNull(checked.getPrincipal())).getIdToken();
        } catch (OAuth2AuthenticationException refused) {
            String error = refused.getError().getErrorCode();
            log.warn("The provider's answer opens no lock: {}", error);
            throw new UnlockRefused(
                    TROUBLE.contains(error) ? UnlockRefusal.UNREACHABLE : UnlockRefusal.INVALID, refused);
        }
    }
}
