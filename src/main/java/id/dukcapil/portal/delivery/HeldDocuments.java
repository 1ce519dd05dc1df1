package id.dukcapil.portal.delivery;

import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells others which documents of the store can still be printed by their owners. */
@Component
class HeldDocuments implements DocumentHolder {

    private final JdbcClient jdbc;

    HeldDocuments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean holds(ContentHash hash) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT 1 FROM delivery_release WHERE document_hash = ? AND anonymised_at IS NULL)")
                .param(hash.value())
                .query(Boolean.class)
                .single();
    }
}
