package id.dukcapil.portal.channel;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands controllers their {@link IdempotentRequest}. */
@Component
class IdempotentRequestResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final SecurityContextHolderStrategy security;

    IdempotentRequestResolver(SecurityContextHolderStrategy security) {
        this.security = security;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == IdempotentRequest.class;
    }

    @Override
    public IdempotentRequest resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders)
            throws IOException {
        var request = Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class));
        return new IdempotentRequest(client(), key(request), RequestHash.of(request));
    }

    /** Empty for a key with control characters, which the firewall refuses to hand out. */
    private static String key(HttpServletRequest request) {
        try {
            return Objects.requireNonNullElse(request.getHeader(IdempotentRequest.HEADER), "");
        } catch (RequestRejectedException controlCharacters) {
            return "";
        }
    }

    private ApiClient client() {
        Authentication caller = security.getContext().getAuthentication();
        if (caller != null && caller.getPrincipal() instanceof ApiClient client) {
            return client;
        }
        throw new AuthenticationCredentialsNotFoundException("No API client");
    }
}
