package id.dukcapil.portal;

import com.vaadin.browserless.internal.MockRequestCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.servletapi.SecurityContextHolderAwareRequestWrapper;

/**
 * Lets view tests see permissions as the portal does: Vaadin's own customizer puts "ROLE_" in front of every role and
 * ignores that we have none. It stands back for a bean of its name.
 */
@Configuration(proxyBeanMethods = false)
class BrowserlessPermissions {

    @Bean("com.vaadin.browserless.mocks.SpringSecurityRequestCustomizer")
    MockRequestCustomizer permissionsWithoutPrefix(SecurityContextHolderStrategy securityContext) {
        return request -> {
            var aware = new SecurityContextHolderAwareRequestWrapper(request, "");
            // This context's own: the static one belongs to whichever context of the test run was started last
            aware.setSecurityContextHolderStrategy(securityContext);
            request.principalProvider(aware::getUserPrincipal);
            request.roleChecker((principal, role) -> aware.isUserInRole(role));
        };
    }
}
