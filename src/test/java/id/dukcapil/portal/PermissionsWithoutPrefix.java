package id.dukcapil.portal;

import com.vaadin.browserless.internal.MockRequestCustomizer;
import com.vaadin.browserless.mocks.MockRequest;
import com.vaadin.browserless.mocks.SpringSecurityRequestCustomizer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * For tests of views without a browser (SpringBrowserlessTest together with {@link IntegrationTest}). The library asks for roles with Spring's prefix "ROLE_"; our
 * permissions have none, so they are asked for as they stand.
 */
@Component(PermissionsWithoutPrefix.LIBRARYS_OWN)
class PermissionsWithoutPrefix implements MockRequestCustomizer {

    /** The library leaves its own out when a bean of this name is there. */
    static final String LIBRARYS_OWN = "com.vaadin.browserless.mocks.SpringSecurityRequestCustomizer";

    @Override
    public void apply(MockRequest request) {
        new SpringSecurityRequestCustomizer().apply(request);
        request.roleChecker((person, permission) -> holds(permission));
    }

    private static boolean holds(String permission) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && authentication.getAuthorities().stream()
                        .anyMatch(authority -> permission.equals(authority.getAuthority()));
    }
}
