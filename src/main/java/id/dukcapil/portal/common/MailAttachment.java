package id.dukcapil.portal.common;

import java.util.Optional;

/** Makes a document that goes with a mail. It is made when the mail is delivered, outside the business transaction. */
public interface MailAttachment {

    /** The name by which {@link MailRequested#attachment()} asks for it. */
    String kind();

    /** @return nothing when the record no longer has such a document; the mail then goes without */
    Optional<Content> of(String reference);

    record Content(String fileName, String mediaType, byte[] bytes) {}
}
