package id.dukcapil.portal.submission.attachment;

import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells others which documents of the store are papers of requests. */
@Component
class HeldAttachments implements DocumentHolder {

    private final JdbcClient jdbc;

    HeldAttachments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean holds(ContentHash hash) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM submission_attachment_content WHERE content_hash = ?)")
                .param(hash.value())
                .query(Boolean.class)
                .single();
    }
}
