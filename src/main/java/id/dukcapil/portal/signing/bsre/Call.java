package id.dukcapil.portal.signing.bsre;

import java.time.Duration;

/**
 * A request to the service.
 *
 * @param path as sent, which may contain a NIK
 * @param shown for log and screens, without it: "/api/user/status/{nik}"
 * @param contentType of the body; empty for a call without one
 */
record Call(String method, String path, String shown, String contentType, SecretBytes body, Duration timeout)
        implements AutoCloseable {

    static Call get(String path, String shown, Duration timeout) {
        return new Call("GET", path, shown, "", new SecretBytes(0), timeout);
    }

    static Call post(String path, String contentType, SecretBytes body, Duration timeout) {
        return new Call("POST", path, path, contentType, body, timeout);
    }

    String name() {
        return method + " " + shown;
    }

    @Override
    public void close() {
        body.close();
    }

    @Override
    public String toString() {
        return name();
    }
}
