package id.dukcapil.portal.common;

import java.util.List;

/** Makes the documents that go with a mail. They are made when the mail is delivered, outside the business transaction. */
public interface MailAttachment {

    /** The name by which {@link MailRequested#attachment()} asks for it. */
    String kind();

    /** @return nothing when the record no longer has such documents; the mail then goes without */
    List<Content> of(String reference);

    /** @param mediaType with its parameters, when it has any */
    record Content(String fileName, String mediaType, byte[] bytes) {}
}
