package id.dukcapil.portal.channel;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Requests invented from the OpenAPI description: what it asks for, what is just inside or outside of it, and what no
 * description thinks of. The same number gives the same request, so that a failure can be looked at again.
 */
final class ApiFuzz {

    private static final List<String> ODD_METHODS =
            List.of("PUT", "PATCH", "HEAD", "OPTIONS", "TRACE", "FOO", "DELETE");
    private static final List<String> ODD_IN_PATH = List.of(
            "%2F",
            "%5C",
            "%00",
            "%FF",
            "%C3%28",
            "%zz",
            "//",
            ";a=b",
            "/../",
            "/./",
            "%2e%2e",
            "%0d%0a",
            "\u0001",
            "\u00e9",
            "{",
            "\"",
            "%25",
            "%7F",
            "/",
            "%E2%80%AE");
    private static final List<String> ODD_RAW = List.of(
            "%FF",
            "%C3%28",
            "%ED%A0%80",
            "%zz",
            "%",
            "%00",
            "%0d%0aX:1",
            "\u00e9",
            "\u0001",
            "a;b",
            "=&=",
            "+",
            "%F0%9F%92%A9");
    private static final List<String> ODD_TEXTS = List.of(
            "",
            " ",
            "\u00e9",
            "\u0130\u0131\u00df\ufb03",
            "\ud83d\udca9",
            "\ud800",
            "\u0000",
            "a\u0000b",
            "\u001b[31m",
            "\u0085\u009f",
            "\u202e\u2066",
            "\ufeff",
            "\u0660\u0661",
            "' OR 1=1 --",
            "%s%n%x",
            "${jndi:ldap://127.0.0.1/a}",
            "<script>",
            "../../etc/passwd",
            "-1",
            "1e400",
            "NaN",
            "null",
            "9223372036854775808",
            "2026-02-30",
            "+999999999-01-01",
            "-2026-01-01",
            "0000-00-00",
            "2026-11-30T00:00:00Z",
            "3204371708910001",
            "0000000000000000",
            "DINAS ",
            "dinas",
            "a@b",
            "a\r\nBcc: b@c.id");
    private static final List<String> HEADER_ODDITIES = List.of(
            "\u0085",
            "a\u009fb",
            "\u00e9",
            "",
            " ",
            "a b",
            "x".repeat(64),
            "x".repeat(65),
            "\"",
            "a\u0001b",
            "%00",
            "\u00ff".repeat(200),
            "\t");
    private static final List<String> ODD_HEADERS = List.of(
            "Accept",
            "Content-Type",
            "X-Request-Id",
            "Waiting-Place",
            "Idempotency-Key",
            "Authorization",
            "Accept-Language",
            "Origin",
            "Range",
            "If-None-Match",
            "Transfer-Encoding",
            "Content-Encoding",
            "Expect",
            "X-HTTP-Method-Override",
            "X-Forwarded-For",
            "Cookie",
            "Content-Length");

    private final JsonNode description;
    private final List<Call> calls = new ArrayList<>();
    private final List<String> keys;
    private final long seed;

    private record Call(String path, String method, JsonNode operation) {}

    /** @param bytes as they go over the line */
    record Invented(String method, String target, byte[] bytes) {

        boolean isForTheApi() {
            return ApiErrorAnswers.isApi(target.split("\\?", 2)[0]);
        }

        @Override
        public String toString() {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            return text.length() > 700 ? text.substring(0, 700) + "…" : text;
        }
    }

    /** @param keys that may do everything */
    ApiFuzz(JsonNode description, List<String> keys, long seed) {
        this.description = description;
        this.keys = keys;
        this.seed = seed;
        description.path("paths").properties().stream()
                .filter(path -> path.getKey().startsWith("/api/v1"))
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> calls.add(new Call(
                                path.getKey(), operation.getKey().toUpperCase(Locale.ROOT), operation.getValue()))));
    }

    int calls() {
        return calls.size();
    }

    Invented request(int number) {
        return new Inventor(new Random(seed * 1_000_003 + number), calls.get(number % calls.size()), number).invent();
    }

    private final class Inventor {

        private final Random random;
        private final Call call;
        private final int number;
        private final List<String> headers = new ArrayList<>();
        private byte[] body = {};

        /** In some requests nothing is odd, in most one thing or two, in a few all: the first refusal hides what comes after. */
        private final double oddness;

        private Inventor(Random random, Call call, int number) {
            this.random = random;
            this.call = call;
            this.number = number;
            oddness = List.of(0.0, 0.05, 0.1, 0.1, 0.2, 0.6).get(random.nextInt(6));
        }

        private Invented invent() {
            String method = odd(0.3) ? one(ODD_METHODS) : call.method();
            String target = target();
            authorize();
            addHeaders();
            addBody();
            return new Invented(method, target, bytes(method, target));
        }

        private boolean odd(double share) {
            return random.nextDouble() < oddness * share;
        }

        private <T> T one(List<T> choice) {
            return choice.get(random.nextInt(choice.size()));
        }

        private String target() {
            String path = call.path();
            List<String> query = new ArrayList<>();
            for (JsonNode parameter : call.operation().path("parameters")) {
                String name = parameter.path("name").asString();
                switch (parameter.path("in").asString()) {
                    case "path" -> path = path.replace("{" + name + "}", inAddress(parameter));
                    case "query" -> {
                        if (!odd(0.5) && (parameter.path("required").asBoolean() || random.nextBoolean())) {
                            query.add(name + "=" + inAddress(parameter));
                        }
                    }
                    default -> {}
                }
            }
            if (odd(0.3)) {
                int at = 1 + random.nextInt(path.length() - 1);
                path = path.substring(0, at) + one(ODD_IN_PATH) + path.substring(at);
            }
            if (odd(0.3)) {
                query.add(one(ODD_RAW) + "=" + one(ODD_RAW));
            }
            return path + (query.isEmpty() ? "" : "?" + String.join("&", query));
        }

        private String inAddress(JsonNode parameter) {
            if (odd(0.4)) {
                return one(ODD_RAW);
            }
            String text = value(parameter.path("name").asString(), parameter.path("schema"))
                    .asText();
            return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        }

        private void authorize() {
            if (!odd(0.1)) {
                headers.add("Authorization: Bearer " + keys.get(number % keys.size()));
            }
        }

        private void addHeaders() {
            for (JsonNode parameter : call.operation().path("parameters")) {
                if (parameter.path("in").asString().equals("header")
                        && !odd(0.4)
                        && (parameter.path("required").asBoolean() || random.nextInt(4) == 0)) {
                    headers.add(parameter.path("name").asString() + ": "
                            + (odd(1) ? one(HEADER_ODDITIES) : "fuzz-" + seed + "-" + number));
                }
            }
            if (odd(0.6)) {
                headers.add(one(ODD_HEADERS) + ": "
                        + (random.nextBoolean()
                                ? one(HEADER_ODDITIES)
                                : one(List.of(
                                        "chunked",
                                        "gzip",
                                        "text/html",
                                        "*/*;q=x",
                                        "bytes=0-",
                                        "100-continue",
                                        "a/b"))));
            }
        }

        private void addBody() {
            JsonNode contents = call.operation().path("requestBody").path("content");
            if (contents.isMissingNode() && !odd(0.3)) {
                return;
            }
            if (contents.has("multipart/form-data")) {
                addParts(resolved(contents.path("multipart/form-data").path("schema")));
                return;
            }
            JsonNode schema = resolved(contents.path("application/json").path("schema"));
            String json = object(schema);
            if (odd(0.3)) {
                json = spoilt(json);
            }
            body = json.getBytes(odd(0.1) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
            if (odd(0.15) && body.length > 0) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }
            headers.add("Content-Type: "
                    + (odd(0.2)
                            ? one(List.of(
                                    "text/plain",
                                    "application/xml",
                                    "application/json;charset=latin1",
                                    "x",
                                    "multipart/form-data"))
                            : "application/json"));
        }

        private String spoilt(String json) {
            return switch (random.nextInt(9)) {
                case 0 -> "";
                case 1 -> json.substring(0, random.nextInt(json.length()));
                case 2 -> "[" + json + "]";
                case 3 -> json + json;
                case 4 -> "[".repeat(3_000);
                case 5 -> "{\"a\":".repeat(1_500);
                case 6 -> one(List.of("null", "1", "\"a\"", "true", "NaN", "\ufeff{}", "{\"\":1}", "{a:1}", "\u0000"));
                case 7 -> "{\"nik\": " + "9".repeat(2_000) + "}";
                default -> "x".repeat(random.nextInt(40) == 0 ? RequestBodies.LARGEST_BODY + 10 : 20_000);
            };
        }

        private String object(JsonNode schema) {
            return schema.path("properties").properties().stream()
                    .filter(property -> !odd(0.7))
                    .map(property -> "\"" + property.getKey() + "\": "
                            + (odd(0.3)
                                    ? wrongType()
                                    : value(property.getKey(), resolved(property.getValue()))
                                            .asJson()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }

        private String wrongType() {
            return one(List.of(
                    "null",
                    "true",
                    "[]",
                    "{}",
                    "[[1]]",
                    "{\"a\": {}}",
                    "0",
                    "-0.0",
                    "1e999",
                    "12345678901234567890123",
                    "[null]",
                    "\"\"",
                    "3204371708910001"));
        }

        private Value value(String name, JsonNode schema) {
            if (odd(1)) {
                return new Value(oddText());
            }
            JsonNode choice = schema.path("enum");
            if (!choice.isEmpty()) {
                return new Value(choice.get(random.nextInt(choice.size())).asString());
            }
            if (schema.path("format").asString().equals("date")) {
                return new Value("2026-%02d-%02d".formatted(11 + random.nextInt(2), 1 + random.nextInt(28)));
            }
            return new Value(usual(name));
        }

        private String usual(String name) {
            return switch (name) {
                case "nik", "applicantNik" ->
                    "32043717%02d91%04d".formatted(1 + random.nextInt(71), random.nextInt(10_000));
                case "familyCardNumber" -> "3204370101%06d".formatted(random.nextInt(1_000_000));
                case "office" -> one(List.of("DINAS", "MPP", "320437"));
                case "email" -> "pemohon@contoh.id";
                case "phone" -> "0812" + (10_000_000 + random.nextInt(80_000_000));
                case "type" -> "KK_PRINT";
                case "reasonCode" -> one(List.of("I.A.1", "I.A.3", "i.a.2", "II.A", "1"));
                case "kind" -> one(List.of("OLD_FAMILY_CARD", "KK", "BIRTH_CERTIFICATE"));
                case "code" -> "ABCD-%04d".formatted(random.nextInt(10_000));
                case "number" -> "KK-2026-%06d".formatted(random.nextInt(1_000));
                case "releaseId" -> "7c9e6679-7425-40de-944b-e07fc1f9%04x".formatted(random.nextInt(65_536));
                case "qr" -> "QR-" + random.nextLong();
                case "pin" -> "%06d".formatted(random.nextInt(1_000_000));
                case "outcome" -> one(List.of("PRINTED", "FAILED"));
                case "recordingStatus" -> "PRINT_READY_RECORD";
                case "minAge", "limit" -> Integer.toString(random.nextInt(30));
                default -> "Uji " + name;
            };
        }

        private String oddText() {
            return switch (random.nextInt(5)) {
                case 0 ->
                    one(List.of("a", "\u00e9", "9", "\ud83d\udca9", "\u0000", " "))
                            .repeat(1 + random.nextInt(400));
                case 1 -> "x".repeat(random.nextInt(30) == 0 ? 200_000 : 5_000);
                case 2 ->
                    random.ints(1 + random.nextInt(30), 0, 0x3000)
                            .mapToObj(Character::toString)
                            .collect(Collectors.joining());
                default -> one(ODD_TEXTS);
            };
        }

        private void addParts(JsonNode schema) {
            String boundary = odd(0.1) ? one(List.of("", "a b", "x".repeat(100))) : "batas";
            var parts = new ByteArrayOutputStream();
            schema.path("properties").properties().stream()
                    .filter(part -> !odd(0.5))
                    .forEach(part -> {
                        boolean file = part.getValue().path("format").asString().equals("binary");
                        String fileName = odd(0.5) ? oddText().replaceAll("[\r\n]", "") : "kk.pdf";
                        write(
                                parts,
                                "--batas\r\nContent-Disposition: form-data; name=\"" + part.getKey() + "\""
                                        + (file
                                                ? "; filename=\"" + fileName + "\"\r\nContent-Type: application/pdf"
                                                : "")
                                        + "\r\n\r\n");
                        write(
                                parts,
                                file
                                        ? file()
                                        : value(part.getKey(), resolved(part.getValue()))
                                                .asText());
                        write(parts, "\r\n");
                    });
            if (!odd(0.3)) {
                write(parts, "--batas--\r\n");
            }
            body = parts.toByteArray();
            headers.add("Content-Type: multipart/form-data; boundary=" + boundary);
        }

        private String file() {
            return odd(1)
                    ? oddText()
                    : one(List.of("%PDF-1.7\n%%EOF", "\u0089PNG\r\n\u001a\n", "\u00ff\u00d8\u00ff", "GIF89a"));
        }

        private static void write(ByteArrayOutputStream to, String text) {
            to.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        }

        private JsonNode resolved(JsonNode schema) {
            String reference = schema.path("$ref").asString("");
            return reference.isEmpty() ? schema : description.at(reference.substring(1));
        }

        private byte[] bytes(String method, String target) {
            var bytes = new ByteArrayOutputStream();
            var head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
            headers.forEach(header -> head.append(header).append("\r\n"));
            boolean framed = headers.stream()
                    .anyMatch(header -> header.startsWith("Transfer-Encoding") || header.startsWith("Content-Length"));
            if (framed) {
                // What the framing says is not what comes: nothing else can follow on this connection
                head.append("Connection: close\r\n");
            }
            if (body.length > 0 && !framed) {
                head.append("Content-Length: ").append(body.length).append("\r\n");
            }
            bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
            bytes.writeBytes(framed ? "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII) : body);
            return bytes.toByteArray();
        }
    }

    private record Value(String asText) {

        /** A lone surrogate stays what it is as an escape. */
        private String asJson() {
            var json = new StringBuilder("\"");
            asText.chars().forEach(c -> {
                if (c == '"' || c == '\\') {
                    json.append('\\').append((char) c);
                } else if (c < ' ' || Character.isSurrogate((char) c)) {
                    json.append("\\u%04x".formatted(c));
                } else {
                    json.append((char) c);
                }
            });
            return json.append('"').toString();
        }
    }
}
