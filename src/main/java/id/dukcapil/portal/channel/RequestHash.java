package id.dukcapil.portal.channel;

import id.dukcapil.portal.common.Sha256;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/**
 * What makes two requests the same: method, address and body. Of an upload the parts count and not the raw bytes,
 * because every attempt separates them by a new random boundary.
 */
final class RequestHash {

    private final MessageDigest digest = Sha256.digest();

    private RequestHash() {}

    static byte[] of(HttpServletRequest request) throws IOException {
        var hash = new RequestHash();
        hash.add(request.getMethod());
        hash.add(request.getRequestURI());
        hash.add(Objects.requireNonNullElse(request.getQueryString(), ""));
        var upload = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (upload != null) {
            hash.addParts(upload);
        } else {
            hash.add(bodyOf(request));
        }
        return hash.digest.digest();
    }

    private static byte[] bodyOf(HttpServletRequest request) {
        BufferedBody body = WebUtils.getNativeRequest(request, BufferedBody.class);
        if (body == null) {
            throw new IllegalStateException("The request did not come through the API's filters");
        }
        return body.bytes();
    }

    private void addParts(MultipartHttpServletRequest upload) throws IOException {
        for (var parameter : new TreeMap<>(upload.getParameterMap()).entrySet()) {
            add(parameter.getKey());
            Arrays.stream(parameter.getValue()).forEach(this::add);
        }
        for (var files : new TreeMap<>(upload.getMultiFileMap()).entrySet()) {
            for (MultipartFile file : files.getValue()) {
                add(files.getKey());
                addFile(file);
            }
        }
    }

    private void addFile(MultipartFile file) throws IOException {
        addLength(file.getSize());
        try (var content = file.getInputStream();
                var sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            content.transferTo(sink);
        }
    }

    private void add(String text) {
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** With its length in front, so that no two different lists of values run together. */
    private void add(byte[] value) {
        addLength(value.length);
        digest.update(value);
    }

    private void addLength(long length) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(length).array());
    }
}
