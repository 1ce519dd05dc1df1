package id.dukcapil.portal.staff.signin;

import id.dukcapil.portal.staff.signin.SignInRecords.Account;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Finds the account of somebody the provider vouches for. The first time by user name or NIP; from then on by the
 * provider's own immutable identifier, so that a name given to somebody else there opens nothing here.
 */
@Component
@ConditionalOnProperty("portal.oidc.issuer")
class StaffOfProvider implements OAuth2UserService<OidcUserRequest, OidcUser> {

    /** Values of the claim "amr" that speak of something beyond a password (RFC 8176). */
    private static final Set<String> SECOND_FACTORS = Set.of("mfa", "otp", "hwk", "swk", "sc");

    private final SingleSignOnSettings settings;
    private final SignInRecords records;
    private final LinkedIdentities identities;
    private final OidcUserService claims = new OidcUserService();

    StaffOfProvider(SingleSignOnSettings settings, SignInRecords records, LinkedIdentities identities) {
        this.settings = settings;
        this.records = records;
        this.identities = identities;
    }

    /** The provider's person together with the account here. */
    static final class Recognised extends DefaultOidcUser {

        private final UnfinishedSignIn unfinished;

        Recognised(OidcUser person, UnfinishedSignIn unfinished) {
            // No permission comes from the provider
            super(List.of(), person.getIdToken(), person.getUserInfo());
            this.unfinished = unfinished;
        }

        UnfinishedSignIn unfinished() {
            return unfinished;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return super.equals(other);
        }

        @Override
        public int hashCode() {
            return super.hashCode();
        }
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser person = claims.loadUser(request);
        String issuer = Objects.requireNonNull(person.getIssuer()).toString();
        String subject = Objects.requireNonNull(person.getSubject());
        Account account =
                identities.find(issuer, subject).map(records::get).orElseGet(() -> link(issuer, subject, person));
        if (!account.enabled()) {
            throw refused(SingleSignOnRefusal.DISABLED);
        }
        return new Recognised(
                person,
                new UnfinishedSignIn(
                        account.id(),
                        account.username(),
                        account.fullName(),
                        account.office(),
                        showedSecondFactor(person)
                                ? SignInMethod.SINGLE_SIGN_ON_AND_CODE
                                : SignInMethod.SINGLE_SIGN_ON));
    }

    private Account link(String issuer, String subject, OidcUser person) {
        Account account =
                byUsername(person).or(() -> byNip(person)).orElseThrow(() -> refused(SingleSignOnRefusal.UNKNOWN));
        if (!identities.link(issuer, subject, account)) {
            throw refused(SingleSignOnRefusal.OTHER_PERSON);
        }
        return account;
    }

    private Optional<Account> byUsername(OidcUser person) {
        return Optional.ofNullable(person.getClaimAsString(settings.usernameClaim()))
                .filter(name -> !name.isBlank())
                .flatMap(records::find);
    }

    private Optional<Account> byNip(OidcUser person) {
        return Optional.ofNullable(person.getClaimAsString(settings.nipClaim()))
                .map(nip -> nip.replaceAll("\\s", ""))
                .filter(nip -> nip.matches("\\d{18}"))
                .flatMap(records::findByNip);
    }

    private static boolean showedSecondFactor(OidcUser person) {
        List<String> methods = person.getIdToken().getAuthenticationMethods();
        return methods != null && !Collections.disjoint(methods, SECOND_FACTORS);
    }

    private static OAuth2AuthenticationException refused(SingleSignOnRefusal refusal) {
        return new OAuth2AuthenticationException(new OAuth2Error(refusal.code()));
    }
}
