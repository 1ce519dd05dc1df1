package id.dukcapil.portal.signing.keystore;

import id.dukcapil.portal.signing.CertificateStatus;
import id.dukcapil.portal.signing.Passphrase;
import id.dukcapil.portal.signing.PdfToSign;
import id.dukcapil.portal.signing.ProviderAnswer;
import id.dukcapil.portal.signing.SignOutcome;
import id.dukcapil.portal.signing.SignOutcome.DocumentRejected;
import id.dukcapil.portal.signing.SignOutcome.Signed;
import id.dukcapil.portal.signing.SignOutcome.SignerCannotSign;
import id.dukcapil.portal.signing.SignOutcome.Unreachable;
import id.dukcapil.portal.signing.SignOutcome.WrongPassphrase;
import id.dukcapil.portal.signing.SignatoryLines;
import id.dukcapil.portal.signing.Signer;
import id.dukcapil.portal.signing.SignerStatus;
import id.dukcapil.portal.signing.TteAdapter;
import id.dukcapil.portal.signing.Verification;
import id.dukcapil.portal.signing.keystore.Standings.Standing;
import id.dukcapil.portal.signing.pades.PadesExamination;
import id.dukcapil.portal.signing.pades.PadesSigning;
import id.dukcapil.portal.signing.pades.PadesSigning.SourceUnavailable;
import id.dukcapil.portal.signing.pades.PadesSigning.UnsignablePdf;
import id.dukcapil.portal.signing.pades.SignerCertificate;
import id.dukcapil.portal.signing.pades.SigningKey;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Signs with keys that lie in the portal's home. A key is opened once per passphrase, that is once per batch, and
 * forgotten when the passphrase is closed; the certificate is looked at before every document, because it may end at
 * midnight in the middle of a batch.
 */
@Component
@ConditionalOnProperty(name = "portal.signing.provider", havingValue = "keystore")
class KeystoreProvider implements TteAdapter {

    private static final Logger log = LoggerFactory.getLogger(KeystoreProvider.class);

    private final KeyFiles files;
    private final Standings standings;
    private final PadesSigning signing;
    private final PadesExamination examination;
    private final boolean demonstration;
    private final Clock clock;
    private final Map<Passphrase, OpenKey> open = new ConcurrentHashMap<>();

    KeystoreProvider(
            KeyFiles files,
            Standings standings,
            PadesSigning signing,
            PadesExamination examination,
            Optional<DemonstrationAuthority> demonstration,
            Clock clock) {
        this.files = files;
        this.standings = standings;
        this.signing = signing;
        this.examination = examination;
        this.demonstration = demonstration.isPresent();
        this.clock = clock;
    }

    private record OpenKey(String nip, SigningKey key) {}

    @Override
    public String name() {
        return isDemonstration() ? "Keystore demonstrasi" : "Keystore portal";
    }

    @Override
    public boolean isDemonstration() {
        return demonstration;
    }

    /** Unless somebody else has a hand in it: who asks for time stamps or revocation meets the network. */
    @Override
    public boolean signsHere() {
        return signing.isAlone();
    }

    @Override
    public String probe() {
        return isDemonstration()
                ? "Keystore portal dengan sertifikat demonstrasi (%s); tanda tangannya tidak sah."
                        .formatted(signing.level())
                : "Keystore portal (%s); kunci ada di folder tte.".formatted(signing.level());
    }

    @Override
    public Optional<SignerCertificate> certificateOf(SignatoryLines signer) {
        return standings.certificateOf(signer);
    }

    @Override
    public SignerStatus status(Signer signer) {
        long begin = System.nanoTime();
        Standing standing = standings.of(signer);
        return new SignerStatus(
                standing.status(), standing.explanation(), standing.ends(), answer("status", begin, Map.of()));
    }

    @Override
    public SignOutcome sign(Signer signer, Passphrase passphrase, PdfToSign document) {
        long begin = System.nanoTime();
        Standing standing = standings.of(signer);
        String nip = standing.nip();
        if (nip == null || !standing.status().maySign()) {
            return new SignerCannotSign(standing.status(), standing.explanation(), answer("sign", begin, Map.of()));
        }
        try {
            SigningKey key = key(nip, passphrase);
            if (!key.certificate().equals(standing.certificate())) {
                return new SignerCannotSign(
                        CertificateStatus.NO_CERTIFICATE,
                        "Sertifikat di dalam kunci %s bukan yang ada di berkas .crt.".formatted(signer.fullName()),
                        answer("sign", begin, Map.of()));
            }
            return signed(document, signing.sign(document, key, clock.instant()), begin);
        } catch (KeyFiles.WrongPassword wrong) {
            return new WrongPassphrase("Passphrase salah.", answer("sign", begin, Map.of()));
        } catch (UnsignablePdf broken) {
            log.warn("A document could not be signed: {}", broken.toString());
            return new DocumentRejected(
                    "Dokumen ini rusak, terkunci, atau tidak punya tempat tanda tangan.",
                    answer("sign", begin, Map.of()));
        } catch (SourceUnavailable silent) {
            log.warn("Nothing was signed", silent);
            return new Unreachable(
                    "Otoritas penanda waktu atau sumber pencabutan sertifikat tidak menjawab; tidak ada yang"
                            + " ditandatangani.",
                    answer("sign", begin, Map.of()));
        } catch (IOException | GeneralSecurityException unusable) {
            log.error("The key of a signer cannot be used", unusable);
            return new SignerCannotSign(
                    CertificateStatus.NO_CERTIFICATE,
                    "Kunci %s rusak. Hubungi administrator.".formatted(signer.fullName()),
                    answer("sign", begin, Map.of()));
        }
    }

    private SigningKey key(String nip, Passphrase passphrase) throws IOException, KeyFiles.WrongPassword {
        OpenKey known = open.get(passphrase);
        if (known != null && known.nip().equals(nip)) {
            return known.key();
        }
        char[] characters = passphrase.characters();
        try {
            if (!demonstration && Arrays.equals(characters, DemonstrationAuthority.PASSPHRASE.toCharArray())) {
                throw new KeyFiles.WrongPassword();
            }
            SigningKey key = files.open(nip, characters);
            passphrase.whenClosed(() -> open.remove(passphrase));
            open.put(passphrase, new OpenKey(nip, key));
            return key;
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    private SignOutcome signed(PdfToSign document, byte[] pdf, long begin) {
        return new Signed(
                document.content().followedBy(pdf), null, answer("sign", begin, Map.of("level", signing.level())));
    }

    @Override
    public Verification verify(byte[] pdf) {
        return examination.examine(pdf);
    }

    private static ProviderAnswer answer(String call, long begin, Map<String, String> metadata) {
        return new ProviderAnswer(
                "keystore " + call, null, null, Duration.ofNanos(System.nanoTime() - begin), metadata);
    }
}
