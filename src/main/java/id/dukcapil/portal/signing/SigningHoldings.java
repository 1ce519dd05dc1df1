package id.dukcapil.portal.signing;

import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells others which documents of the store belong to the register: what the verifier saw, what was signed, and the signed. */
@Component
class SigningHoldings implements DocumentHolder {

    private final JdbcClient jdbc;

    SigningHoldings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean holds(ContentHash hash) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM signing_document WHERE verified_digest = :hash)
                          OR EXISTS (SELECT 1 FROM signing_document WHERE unsigned_digest = :hash)
                          OR EXISTS (SELECT 1 FROM signing_document WHERE signed_digest = :hash)
                          OR EXISTS (SELECT 1 FROM signing_item WHERE signed_digest = :hash)""").param("hash", hash.value()).query(Boolean.class).single();
    }
}
