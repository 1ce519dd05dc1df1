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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Version 1: multipart, the signed document as the body of the answer. */
final class MultipartVersion implements BsreVersion {

    private static final int ROOM_FOR_FIELDS = 8 * 1024;

    private final Bsre settings;

    MultipartVersion(Bsre settings) {
        this.settings = settings;
    }

    @Override
    public Call status(Nik nik) {
        return Call.get("/api/user/status/" + nik.value(), "/api/user/status/{nik}", settings.statusTimeout());
    }

    @Override
    public Call sign(Signer signer, Passphrase passphrase, PdfToSign document) {
        byte[] secret = passphrase.utf8();
        Appearance appearance = document.appearance();
        int stamp = appearance == null ? 0 : appearance.stamp().length;
        try {
            var form = new Multipart(document.pdf().length + stamp + secret.length + ROOM_FOR_FIELDS);
            form.file("file", "dokumen.pdf", "application/pdf", document.pdf());
            form.field("nik", signer.nik().value());
            form.field("passphrase", secret);
            form.field("tampilan", appearance == null ? "invisible" : "visible");
            if (appearance != null) {
                form.field("image", "true");
                form.file("imageTTD", "ttd.png", "image/png", appearance.stamp());
                place(form, document, appearance);
            }
            form.field("reason", document.reason());
            form.field("location", document.location());
            return Call.post("/api/sign/pdf", form.contentType(), form.end(), settings.signTimeout());
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private void place(Multipart form, PdfToSign document, Appearance appearance) {
        if (settings.placeBy() == Bsre.PlaceBy.TAG) {
            form.field(settings.tagField(), settings.tag());
        } else {
            form.field("page", Integer.toString(appearance.place().page()));
            form.field("xAxis", number(appearance.place().x()));
            form.field("yAxis", number(StampOrigin.y(settings, document)));
        }
        form.field("width", number(appearance.place().width()));
        form.field("height", number(appearance.place().height()));
    }

    private static String number(float points) {
        return Integer.toString(Math.round(points));
    }

    @Override
    public Call verify(byte[] pdf) {
        var form = new Multipart(pdf.length + ROOM_FOR_FIELDS);
        form.file("signed_file", "dokumen.pdf", "application/pdf", pdf);
        return Call.post("/api/sign/verify", form.contentType(), form.end(), settings.verifyTimeout());
    }

    @Override
    public Optional<Call> download(String documentId) {
        return Optional.of(Call.get(
                "/api/sign/download/" + documentId, "/api/sign/download/{id_dokumen}", settings.signTimeout()));
    }

    @Override
    public Optional<byte[]> signedDocument(Reply reply) {
        return reply.isPdf() ? Optional.of(reply.body()) : Optional.empty();
    }

    @Override
    public Optional<Opinion> opinion(JsonNode answer) {
        if (!answer.has("jumlah_signature") && !answer.has("summary")) {
            return Optional.empty();
        }
        var signatures = new ArrayList<Signature>();
        for (JsonNode detail : answer.path("details")) {
            signatures.add(signature(detail));
        }
        int count = answer.path("jumlah_signature").asInt(signatures.size());
        String explanation = Optional.ofNullable(AnswerText.orNull(answer, "notes"))
                .orElse(answer.path("summary").asString(""));
        return Optional.of(new Opinion(conclusion(answer, count, signatures), explanation, signatures));
    }

    /** The worse counts where the parts of an answer contradict each other. */
    private static Conclusion conclusion(JsonNode answer, int count, List<Signature> signatures) {
        if (count == 0) {
            return Conclusion.NO_SIGNATURE;
        }
        String summary = answer.path("summary").asString("").toUpperCase(Locale.ROOT);
        boolean said = summary.contains("VALID") && !summary.contains("NOT VALID") && !summary.contains("INVALID");
        boolean sound = count == signatures.size() && signatures.stream().allMatch(Signature::intact);
        return said && sound ? Conclusion.VALID : Conclusion.INVALID;
    }

    private static Signature signature(JsonNode detail) {
        JsonNode signer = detail.path("info_signer");
        JsonNode document = detail.path("signature_document");
        return new Signature(
                signer.path("signer_name").asString(""),
                AnswerText.orNull(signer, "issuer_dn"),
                AnswerText.moment(document, "signed_in"),
                null,
                AnswerText.orNull(document, "reason"),
                document.path("document_integrity").asBoolean(false),
                signer.path("cert_user_certified").asBoolean(false),
                false);
    }
}
