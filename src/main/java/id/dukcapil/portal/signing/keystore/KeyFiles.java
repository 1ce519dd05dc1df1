package id.dukcapil.portal.signing.keystore;

import id.dukcapil.portal.common.OwnerOnly;
import id.dukcapil.portal.platform.PortalHome;
import id.dukcapil.portal.signing.pades.SignerCertificate;
import id.dukcapil.portal.signing.pades.SigningKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Files in {@code PORTAL_HOME/tte}: {@code <name>.p12} holds a key, readable by the owner of the portal's process only,
 * and {@code <name>.crt} its certificate, so that its end is known before anybody types a passphrase. A signer's files
 * are named after the NIP.
 */
@Component
class KeyFiles {

    private static final String TYPE = "PKCS12";

    private final Path folder;

    KeyFiles(PortalHome home) {
        folder = home.folder("tte");
    }

    boolean holds(String name) {
        return Files.isRegularFile(keyFile(name));
    }

    /** @throws IOException when the file is no certificate */
    Optional<SignerCertificate> certificate(String name) throws IOException {
        Path file = certificateFile(name);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            var certificate = CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(file)));
            return Optional.of(new SignerCertificate((X509Certificate) certificate));
        } catch (GeneralSecurityException e) {
            throw new IOException("Not a certificate: " + file.getFileName(), e);
        }
    }

    /**
     * @throws WrongPassword when the password does not open it
     * @throws IOException when the file is damaged or holds no key
     */
    SigningKey open(String name, char[] password) throws IOException, WrongPassword {
        byte[] content = Files.readAllBytes(keyFile(name));
        try {
            KeyStore keys = KeyStore.getInstance(TYPE);
            keys.load(new ByteArrayInputStream(content), password);
            for (String alias : Collections.list(keys.aliases())) {
                if (keys.isKeyEntry(alias) && keys.getKey(alias, password) instanceof PrivateKey key) {
                    return new SigningKey(key, chain(keys.getCertificateChain(alias)));
                }
            }
            throw new IOException("Holds no key: " + name);
        } catch (UnrecoverableKeyException wrong) {
            throw new WrongPassword();
        } catch (IOException e) {
            if (e.getCause() instanceof UnrecoverableKeyException) {
                throw new WrongPassword();
            }
            throw e;
        } catch (GeneralSecurityException e) {
            throw new IOException("Cannot be opened: " + name, e);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    private static List<X509Certificate> chain(Certificate[] certificates) {
        return Arrays.stream(certificates).map(X509Certificate.class::cast).toList();
    }

    /** The certificate first, so that whoever sees the key also sees the certificate. */
    void store(String name, SigningKey key, char[] password) throws IOException {
        try {
            write(certificateFile(name), key.chain().getFirst().getEncoded());
            KeyStore keys = KeyStore.getInstance(TYPE);
            keys.load(null, null);
            keys.setKeyEntry(name, key.key(), password, key.chain().toArray(Certificate[]::new));
            var bytes = new ByteArrayOutputStream();
            keys.store(bytes, password);
            write(keyFile(name), bytes.toByteArray());
        } catch (GeneralSecurityException e) {
            throw new IOException("A key could not be stored", e);
        }
    }

    /** Whole or not at all, and never readable by others in between. */
    private void write(Path file, byte[] content) throws IOException {
        Path draft = Files.createFile(folder.resolve(UUID.randomUUID() + ".new"), OwnerOnly.file());
        try {
            Files.write(draft, content);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    Path certificateFile(String name) {
        return folder.resolve(name + ".crt");
    }

    Path keyFile(String name) {
        return folder.resolve(name + ".p12");
    }

    /** Says nothing more, so that nothing of the passphrase reaches a log. */
    static final class WrongPassword extends Exception {}
}
