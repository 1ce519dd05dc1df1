package id.dukcapil.portal.staff.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.stereotype.Component;

/**
 * The second door, beside name and password: the provider says who somebody is (OpenID Connect, authorization code),
 * the portal which account that is and what it may do. Nobody gets an account by signing in.
 */
@Component
@ConditionalOnProperty("portal.oidc.issuer")
@EnableConfigurationProperties(SingleSignOnSettings.class)
public class SingleSignOn extends AbstractHttpConfigurer<SingleSignOn, HttpSecurity> {

    /** Begins the way to the provider. */
    public static final String ADDRESS = "oauth2/authorization/" + ProviderRegistration.ID;

    private static final Logger log = LoggerFactory.getLogger(SingleSignOn.class);

    private final SingleSignOnSettings settings;
    private final ProviderRegistration provider;
    private final StaffOfProvider staff;
    private final SignIns signIns;

    SingleSignOn(SingleSignOnSettings settings, ProviderRegistration provider, StaffOfProvider staff, SignIns signIns) {
        this.settings = settings;
        this.provider = provider;
        this.staff = staff;
        this.signIns = signIns;
    }

    /** What the button says. */
    public String label() {
        return settings.label();
    }

    @Override
    public void init(HttpSecurity http) {
        http.oauth2Login(login -> login.loginPage("/login")
                .clientRegistrationRepository(provider)
                .authorizedClientRepository(new NoTokensKept())
                .userInfoEndpoint(user -> user.oidcUserService(staff))
                .successHandler(this::entered)
                .failureHandler(SingleSignOn::refused)
                .addObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O way) {
                        way.setAuthenticationFailureHandler(SingleSignOn::refused);
                        return way;
                    }
                }));
    }

    private void entered(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        var recognised = (StaffOfProvider.Recognised) Objects.requireNonNull(authentication.getPrincipal());
        signIns.proceedFromDoor(recognised.unfinished(), authentication, request, response);
    }

    private static void refused(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        SingleSignOnRefusal refusal = refusal(reason);
        if (refusal == SingleSignOnRefusal.FAILED) {
            log.warn("Single sign-on failed: {}", causes(reason));
        }
        response.sendRedirect(request.getContextPath() + "/login?sso=" + refusal.code());
    }

    private static SingleSignOnRefusal refusal(AuthenticationException reason) {
        return reason instanceof OAuth2AuthenticationException told
                ? SingleSignOnRefusal.of(told.getError().getErrorCode())
                : SingleSignOnRefusal.FAILED;
    }

    /** What went wrong where, without the messages: they quote tokens and addresses with personal data. */
    private static String causes(Throwable reason) {
        var types = new StringBuilder();
        for (Throwable cause = reason; cause != null; cause = cause.getCause()) {
            types.append(types.isEmpty() ? "" : " by ").append(cause.getClass().getSimpleName());
            if (cause instanceof OAuth2AuthenticationException told) {
                types.append('(').append(told.getError().getErrorCode()).append(')');
            }
        }
        return types.toString();
    }
}
