package id.dukcapil.portal.staff.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * A small single sign-on provider that speaks OpenID Connect over HTTP: discovery, keys, tokens, and a page on which
 * anybody signs in by name.
 */
public final class OidcProvider implements AutoCloseable {

    public static final String CLIENT = "portal-dukcapil";

    private final HttpServer server;
    private final RSAKey key;
    private final RSAKey foreignKey;
    private final Map<String, Map<String, Object>> codes = new ConcurrentHashMap<>();
    private volatile Runnable whileAsked = () -> {};
    private volatile Clock clock = Clock.systemUTC();
    private volatile boolean away;
    private volatile boolean signsWithForeignKey;

    public OidcProvider() {
        try {
            key = new RSAKeyGenerator(2048).keyID("kunci").generate();
            foreignKey = new RSAKeyGenerator(2048).keyID("kunci").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException | JOSEException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, discovery()));
        server.createContext("/keys", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/authorize", this::askForTheName);
        server.createContext("/enter", this::sendBack);
        server.createContext("/token", exchange -> answer(exchange, token(exchange)));
        server.start();
    }

    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void away(boolean now) {
        away = now;
    }

    void signsWithForeignKey(boolean now) {
        signsWithForeignKey = now;
    }

    /** By which it says when somebody signed in. */
    public void tellsTheTimeBy(Clock other) {
        clock = other;
    }

    /** Happens here while the portal waits for its token. */
    void whileAsked(Runnable event) {
        whileAsked = event;
    }

    /** The person has signed in at the provider, which now sends the browser back with this code. */
    void accepted(String code, Map<String, Object> claims) {
        codes.put(code, claims);
    }

    private String discovery() {
        return """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/keys", "response_types_supported": ["code"], "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["RS256"]}""".formatted(issuer());
    }

    private void askForTheName(HttpExchange exchange) throws IOException {
        Map<String, String> asked = form(exchange.getRequestURI().getRawQuery());
        String page = """
                <!doctype html><html lang="id"><title>SSO pemerintah</title><link rel="icon" href="data:,"><form action="/enter"><h1>SSO pemerintah</h1>
                <label>Nama <input name="name" autofocus></label> <button>Lanjut</button>
                <input type="hidden" name="back" value="%s"><input type="hidden" name="state" value="%s">
                <input type="hidden" name="nonce" value="%s"></form></html>""".formatted(asked.get("redirect_uri"), asked.get("state"), asked.get("nonce"));
        try (exchange) {
            byte[] body = page.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private void sendBack(HttpExchange exchange) throws IOException {
        Map<String, String> entered = form(exchange.getRequestURI().getRawQuery());
        String name = entered.get("name");
        String code = UUID.randomUUID().toString();
        accepted(
                code,
                Map.of(
                        "sub",
                        "s-" + name,
                        "preferred_username",
                        name,
                        "nonce",
                        entered.get("nonce"),
                        "auth_time",
                        clock.instant().getEpochSecond()));
        try (exchange) {
            String state = URLEncoder.encode(entered.get("state"), StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Location", entered.get("back") + "?code=" + code + "&state=" + state);
            exchange.sendResponseHeaders(302, -1);
        }
    }

    private String token(HttpExchange exchange) throws IOException {
        Map<String, String> asked = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        whileAsked.run();
        Map<String, Object> claims = Objects.requireNonNull(codes.remove(asked.get("code")), "no such code");
        return """
                {"access_token": "tidak-dipakai", "token_type": "Bearer", "expires_in": 60, "id_token": "%s"}""".formatted(idToken(claims));
    }

    private String idToken(Map<String, Object> claims) {
        Instant now = Instant.now();
        var set = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)));
        claims.forEach(set::claim);
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("kunci").build(), set.build());
        try {
            jwt.sign(new RSASSASigner(signsWithForeignKey ? foreignKey : key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    private void answer(HttpExchange exchange, String json) {
        try (exchange) {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(away ? 503 : 200, body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, String> form(String encoded) {
        return Arrays.stream(encoded.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
