package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.ActingParty;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.OfficeCode;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** A staff account as Spring Security sees it; its authorities are the permission names. */
final class StaffPrincipal implements UserDetails, CredentialsContainer, ActingParty {

    private final transient StaffMember member;
    private final transient AuthorityStamp stamp;
    private @Nullable String passwordHash;

    StaffPrincipal(StaffMember member, @Nullable String passwordHash, AuthorityStamp stamp) {
        this.member = member;
        this.passwordHash = passwordHash;
        this.stamp = stamp;
    }

    StaffMember member() {
        return member;
    }

    AuthorityStamp stamp() {
        return stamp;
    }

    @Override
    public Actor actor() {
        return new Actor(Actor.Kind.STAFF, member.id().value(), member.fullName());
    }

    @Override
    public OfficeCode workplace() {
        return member.office();
    }

    @Override
    public boolean reaches(OfficeCode office) {
        return member.mayActFor(office);
    }

    @Override
    public List<String> actingRoles() {
        return member.roles();
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        List<String> names =
                member.permissions().stream().map(Enum::name).sorted().toList();
        return names.stream().map(SimpleGrantedAuthority::new).toList();
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return member.username();
    }

    @Override
    public boolean isEnabled() {
        return stamp.enabled();
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }
}
