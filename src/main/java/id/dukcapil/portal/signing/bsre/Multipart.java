package id.dukcapil.portal.signing.bsre;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A form with files (RFC 7578) in one piece. */
final class Multipart {

    private final String boundary = "portal-" + UUID.randomUUID();
    private final SecretBytes body;

    /** @param capacity of the contents together with room for the names of the fields */
    Multipart(int capacity) {
        body = new SecretBytes(capacity);
    }

    void field(String name, String value) {
        field(name, value.getBytes(StandardCharsets.UTF_8));
    }

    void field(String name, byte[] value) {
        open("Content-Disposition: form-data; name=\"%s\"\r\n".formatted(name));
        body.append(value).append("\r\n");
    }

    void file(String name, String fileName, String type, byte[] content) {
        open("Content-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n"
                .formatted(name, fileName, type));
        body.append(content).append("\r\n");
    }

    private void open(String headers) {
        body.append("--" + boundary + "\r\n").append(headers).append("\r\n");
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    SecretBytes end() {
        return body.append("--" + boundary + "--\r\n");
    }
}
