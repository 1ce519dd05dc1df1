package id.dukcapil.portal.signing.bsre;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.signing.Passphrase;
import id.dukcapil.portal.signing.PdfToSign;
import id.dukcapil.portal.signing.PdfToSign.Appearance;
import id.dukcapil.portal.signing.Signer;
import id.dukcapil.portal.signing.SigningSettings.Bsre;
import id.dukcapil.portal.signing.Verification.Conclusion;
import id.dukcapil.portal.signing.Verification.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Version 2: JSON, documents in base64. */
final class JsonVersion implements BsreVersion {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TYPE = "application/json";
    private static final int ROOM_FOR_NAMES = 1024;
    /** A control character becomes six bytes in JSON. */
    private static final int WORST_ESCAPE = 6;

    private final Bsre settings;

    JsonVersion(Bsre settings) {
        this.settings = settings;
    }

    @Override
    public Call status(Nik nik) {
        var body = new SecretBytes(ROOM_FOR_NAMES).append("{\"nik\":\"" + nik.value() + "\"}");
        return Call.post("/api/v2/user/check/status", TYPE, body, settings.statusTimeout());
    }

    @Override
    public Call sign(Signer signer, Passphrase passphrase, PdfToSign document) {
        byte[] file = Base64.getEncoder().encode(document.pdf());
        byte[] properties = JSON.writeValueAsBytes(properties(document));
        byte[] secret = passphrase.utf8();
        try {
            var body = new SecretBytes(file.length + properties.length + secret.length * WORST_ESCAPE + ROOM_FOR_NAMES);
            body.append("{\"nik\":\"" + signer.nik().value() + "\",\"passphrase\":\"")
                    .appendInJson(secret)
                    .append("\",\"signatureProperties\":[")
                    .append(properties)
                    .append("],\"file\":[\"")
                    .append(file)
                    .append("\"]}");
            return Call.post("/api/v2/sign/pdf", TYPE, body, settings.signTimeout());
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private Map<String, Object> properties(PdfToSign document) {
        var properties = new LinkedHashMap<String, Object>();
        Appearance appearance = document.appearance();
        properties.put("tampilan", appearance == null ? "INVISIBLE" : "VISIBLE");
        if (appearance != null) {
            properties.put("imageBase64", Base64.getEncoder().encodeToString(appearance.stamp()));
            if (settings.placeBy() == Bsre.PlaceBy.TAG) {
                properties.put(settings.tagField(), settings.tag());
                properties.put("width", appearance.place().width());
                properties.put("height", appearance.place().height());
            } else {
                properties.put("page", appearance.place().page());
                properties.put("originX", appearance.place().x());
                properties.put("originY", StampOrigin.y(settings, document));
                properties.put("width", appearance.place().width());
                properties.put("height", appearance.place().height());
            }
        }
        properties.put("location", document.location());
        properties.put("reason", document.reason());
        return properties;
    }

    @Override
    public Call verify(byte[] pdf) {
        byte[] file = Base64.getEncoder().encode(pdf);
        var body = new SecretBytes(file.length + ROOM_FOR_NAMES)
                .append("{\"file\":\"")
                .append(file)
                .append("\"}");
        return Call.post("/api/v2/verify/pdf", TYPE, body, settings.verifyTimeout());
    }

    @Override
    public Optional<Call> download(String documentId) {
        return Optional.empty();
    }

    @Override
    public Optional<byte[]> signedDocument(Reply reply) {
        return reply.json()
                .map(json -> json.get("file"))
                .filter(JsonNode::isArray)
                .flatMap(files -> {
                    if (files.size() != 1 || !files.get(0).isString()) {
                        return Optional.empty();
                    }
                    try {
                        return Optional.of(
                                Base64.getMimeDecoder().decode(files.get(0).asString()));
                    } catch (IllegalArgumentException cutOff) {
                        return Optional.empty();
                    }
                });
    }

    @Override
    public Optional<Opinion> opinion(JsonNode answer) {
        var signatures = new ArrayList<Signature>();
        for (JsonNode information : answer.path("signatureInformations")) {
            signatures.add(signature(information));
        }
        int count = answer.path("signatureCount").asInt(signatures.size());
        return conclusion(answer, count, signatures)
                .map(found -> new Opinion(found, answer.path("description").asString(""), signatures));
    }

    /** The worse counts where the parts of an answer contradict each other. */
    private static Optional<Conclusion> conclusion(JsonNode answer, int count, List<Signature> signatures) {
        return switch (answer.path("conclusion").asString("")) {
            case "NO_SIGNATURE" -> Optional.of(Conclusion.NO_SIGNATURE);
            case "INVALID" -> Optional.of(Conclusion.INVALID);
            case "VALID" -> {
                if (count == 0) {
                    yield Optional.of(Conclusion.NO_SIGNATURE);
                }
                boolean sound = count == signatures.size()
                        && signatures.stream().allMatch(one -> one.intact() && one.trusted());
                yield Optional.of(sound ? Conclusion.VALID : Conclusion.INVALID);
            }
            default -> Optional.empty();
        };
    }

    private static Signature signature(JsonNode information) {
        JsonNode certificate = information.path("certificateDetails").path(0);
        return new Signature(
                information.path("signerName").asString(""),
                AnswerText.orNull(certificate, "issuerName"),
                AnswerText.moment(information, "signatureDate"),
                AnswerText.orNull(information, "signatureFormat"),
                AnswerText.orNull(information, "reason"),
                information.path("integrityValid").asBoolean(false),
                information.path("certificateTrusted").asBoolean(false),
                information.path("lastSignature").asBoolean(false)
                        && !information.path("modified").asBoolean(false));
    }
}
