package id.dukcapil.portal.signing;

import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentStore;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;

/** What the tests of signing start from: verified documents, somebody who acts. */
@TestComponent
class SigningScenario {

    private static final RowMapper<UUID> ID = (row, number) -> row.getObject(1, UUID.class);

    private final SigningRegister register;
    private final DocumentStore store;
    private final JdbcClient jdbc;
    private final SecurityContextHolderStrategy security;
    private final UserDetailsService accounts;

    SigningScenario(
            SigningRegister register,
            DocumentStore store,
            JdbcClient jdbc,
            SecurityContextHolderStrategy security,
            UserDetailsService accounts) {
        this.register = register;
        this.store = store;
        this.jdbc = jdbc;
        this.security = security;
        this.accounts = accounts;
    }

    /** A verified document that waits, with bytes of its own in the store. */
    SigningDocumentId awaiting(@Nullable String family) {
        String reference = SomeDocuments.aReference();
        ContentHash digest = store.put(("%PDF-1.7 " + reference).getBytes(StandardCharsets.UTF_8));
        return registered(SomeDocuments.verified(reference, family, digest));
    }

    SigningDocumentId registered(NewSigningDocument verified) {
        return as("verifikator", () -> register.register(verified));
    }

    SigningDocumentDetails details(SigningDocumentId id) {
        return as("kadis", () -> register.find(id).orElseThrow());
    }

    UUID account(String username) {
        return jdbc.sql("SELECT id FROM staff_account WHERE username = ?")
                .param(username)
                .query(ID)
                .single();
    }

    /** Runs as the member of staff with this demonstration account, on whichever thread. */
    <T> T as(String username, Supplier<T> work) {
        UserDetails account = accounts.loadUserByUsername(username);
        SecurityContext before = security.getContext();
        SecurityContext acting = security.createEmptyContext();
        acting.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities()));
        security.setContext(acting);
        try {
            return work.get();
        } finally {
            security.setContext(before);
        }
    }
}
