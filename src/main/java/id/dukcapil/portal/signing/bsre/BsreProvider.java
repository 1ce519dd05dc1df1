package id.dukcapil.portal.signing.bsre;

import id.dukcapil.portal.common.Masking;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.documents.HashedContent;
import id.dukcapil.portal.signing.Passphrase;
import id.dukcapil.portal.signing.PdfToSign;
import id.dukcapil.portal.signing.ProviderAnswer;
import id.dukcapil.portal.signing.SignOutcome;
import id.dukcapil.portal.signing.SignOutcome.DocumentRejected;
import id.dukcapil.portal.signing.SignOutcome.Signed;
import id.dukcapil.portal.signing.SignOutcome.Unknown;
import id.dukcapil.portal.signing.SignOutcome.Unreachable;
import id.dukcapil.portal.signing.Signer;
import id.dukcapil.portal.signing.SignerStatus;
import id.dukcapil.portal.signing.SigningSettings;
import id.dukcapil.portal.signing.SigningSettings.Bsre;
import id.dukcapil.portal.signing.TteAdapter;
import id.dukcapil.portal.signing.TteUnavailable;
import id.dukcapil.portal.signing.Verification;
import id.dukcapil.portal.signing.bsre.BsreConnection.NoAnswer;
import id.dukcapil.portal.signing.bsre.BsreConnection.NotReached;
import id.dukcapil.portal.signing.pades.PadesExamination;
import jakarta.annotation.PreDestroy;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Signs with the e-sign client service of BSrE, which holds the keys. */
@Component
@ConditionalOnProperty(name = "portal.signing.provider", havingValue = "bsre")
class BsreProvider implements TteAdapter {

    private static final Logger log = LoggerFactory.getLogger(BsreProvider.class);

    private final Bsre settings;
    private final Optional<Nik> someSigner;
    private final BsreVersion version;
    private final BsreConnection connection;
    private final PadesExamination examination;

    BsreProvider(SigningSettings settings, PadesExamination examination) {
        this.settings = settings.bsre();
        someSigner = settings.signers().stream()
                .map(signer -> Nik.parse(signer.nik()).value())
                .flatMap(Optional::stream)
                .findFirst();
        this.examination = examination;
        version = this.settings.version() == 1 ? new MultipartVersion(this.settings) : new JsonVersion(this.settings);
        connection = new BsreConnection(this.settings);
    }

    @PreDestroy
    void stop() {
        connection.close();
    }

    @Override
    public String name() {
        return "BSrE (v%d)".formatted(settings.version());
    }

    @Override
    public Optional<String> certificateIssuer() {
        return Optional.of("Balai Sertifikasi Elektronik (BSrE), BSSN");
    }

    @Override
    public boolean isDemonstration() {
        return false;
    }

    @Override
    public SignerStatus status(Signer signer) {
        Answered answered = question(version.status(signer.nik()));
        return StatusReading.of(answered.json(), answered.answer())
                .orElseThrow(() -> new TteUnavailable("Jawaban BSrE tidak dapat dipahami.", answered.answer()));
    }

    @Override
    public String probe() {
        if (someSigner.isEmpty()) {
            throw new TteUnavailable(
                    "Belum ada penanda tangan (portal.signing.signers), sehingga layanan tidak dapat ditanya.",
                    new ProviderAnswer("-", null, null, Duration.ZERO, Map.of()));
        }
        // What is answered about the person does not matter here
        Answered answered = question(version.status(someSigner.get()));
        return "Layanan BSrE menjawab dalam %d ms."
                .formatted(answered.answer().took().toMillis());
    }

    @Override
    public SignOutcome sign(Signer signer, Passphrase passphrase, PdfToSign document) {
        try (Call call = version.sign(signer, passphrase, document)) {
            return sent(call, document);
        } catch (StampOrigin.UnreadablePdf broken) {
            return new DocumentRejected(
                    "Dokumen ini rusak, terkunci, atau tidak punya tempat tanda tangan.",
                    new ProviderAnswer("-", null, null, Duration.ZERO, Map.of()));
        }
    }

    private SignOutcome sent(Call call, PdfToSign document) {
        try {
            Reply reply = connection.ask(call);
            ProviderAnswer answer = answer(call, reply);
            if (!reply.isSuccess()
                    || reply.json().filter(json -> !json.has("file")).isPresent()) {
                return SignRefusal.of(reply, answer);
            }
            Optional<byte[]> signed = version.signedDocument(reply);
            if (signed.isEmpty()) {
                return rescued(document, reply.headers(), answer, "Jawaban BSrE tidak memuat satu PDF yang utuh.");
            }
            Optional<String> fault = examination.fault(document.pdf(), signed.get());
            return fault.isEmpty()
                    ? signed(document.content().followedBy(signed.get()), reply.headers(), answer)
                    : rescued(document, reply.headers(), answer, fault.get());
        } catch (NotReached away) {
            log.warn("BSrE was not reached: {}", String.valueOf(away.getCause()));
            return new Unreachable(
                    "Layanan BSrE tidak dapat dihubungi; tidak ada yang dikirim.",
                    new ProviderAnswer(call.name(), null, null, away.took(), Map.of()));
        } catch (NoAnswer broken) {
            log.warn("BSrE gave no whole answer to {}: {}", call.name(), broken.reason());
            return rescued(document, broken.headers(), answer(call, broken), "Jawaban BSrE tidak datang utuh.");
        }
    }

    private static Signed signed(HashedContent pdf, HttpHeaders headers, ProviderAnswer answer) {
        return new Signed(pdf, AnswerMetadata.documentId(headers).orElse(null), answer);
    }

    /** The signature may exist. When the service named it, what was signed can be fetched, once; nothing is signed again. */
    private SignOutcome rescued(PdfToSign document, HttpHeaders headers, ProviderAnswer answer, String problem) {
        Optional<Call> download = AnswerMetadata.documentId(headers).flatMap(version::download);
        if (download.isPresent() && !Thread.currentThread().isInterrupted()) {
            try (Call call = download.get()) {
                Reply fetched = connection.ask(call);
                Optional<byte[]> pdf = fetched.isSuccess() ? version.signedDocument(fetched) : Optional.empty();
                if (pdf.isPresent()
                        && examination.fault(document.pdf(), pdf.get()).isEmpty()) {
                    return signed(document.content().followedBy(pdf.get()), headers, with(answer, "download", "ok"));
                }
                return unknown(problem, with(answer, "download", Integer.toString(fetched.status())));
            } catch (NotReached | NoAnswer silent) {
                return unknown(problem, with(answer, "download", "failed"));
            }
        }
        return unknown(problem, answer);
    }

    private static Unknown unknown(String problem, ProviderAnswer answer) {
        return new Unknown(problem + " Dokumen mungkin sudah ditandatangani; periksa dahulu, jangan diulang.", answer);
    }

    @Override
    public Verification verify(byte[] pdf) {
        Answered answered = question(version.verify(pdf));
        return version.opinion(answered.json())
                .map(opinion -> VerificationReading.of(opinion, examination.examine(pdf), answered.answer()))
                .orElseThrow(() -> new TteUnavailable("Jawaban BSrE tidak dapat dipahami.", answered.answer()));
    }

    private record Answered(JsonNode json, ProviderAnswer answer) {}

    /** For what changes nothing: an answer that is an object, whatever its status, unless the door is closed. */
    private Answered question(Call asked) {
        try (Call call = asked) {
            Reply reply = connection.ask(call);
            ProviderAnswer answer = answer(call, reply);
            if (reply.status() == 401 || reply.status() == 403) {
                throw new TteUnavailable("BSrE menolak nama pengguna atau kata sandi klien.", answer);
            }
            boolean speaksOfThePerson = answer.code() != null;
            return reply.json()
                    .filter(json -> reply.isSuccess() || speaksOfThePerson)
                    .map(json -> new Answered(json, answer))
                    .orElseThrow(() -> new TteUnavailable(
                            "BSrE menjawab dengan status HTTP %d yang tidak dapat dipakai.".formatted(reply.status()),
                            answer));
        } catch (NotReached away) {
            throw new TteUnavailable(
                    "Layanan BSrE tidak dapat dihubungi.",
                    new ProviderAnswer(asked.name(), null, null, away.took(), Map.of()),
                    away);
        } catch (NoAnswer broken) {
            throw new TteUnavailable("Layanan BSrE tidak menjawab sampai selesai.", answer(asked, broken), broken);
        }
    }

    private static ProviderAnswer answer(Call call, Reply reply) {
        OptionalInt code = reply.json().map(ErrorCode::in).orElse(OptionalInt.empty());
        return new ProviderAnswer(call.name(), reply.status(), orNull(code), reply.took(), AnswerMetadata.of(reply));
    }

    private static ProviderAnswer answer(Call call, NoAnswer broken) {
        Map<String, String> metadata = AnswerMetadata.of(broken.headers());
        metadata.put("broken", Masking.text(broken.reason()));
        return new ProviderAnswer(call.name(), null, null, broken.took(), metadata);
    }

    private static ProviderAnswer with(ProviderAnswer answer, String name, String value) {
        var metadata = new LinkedHashMap<>(answer.metadata());
        metadata.put(name, value);
        return new ProviderAnswer(answer.call(), answer.httpStatus(), answer.code(), answer.took(), metadata);
    }

    private static @Nullable Integer orNull(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }
}
