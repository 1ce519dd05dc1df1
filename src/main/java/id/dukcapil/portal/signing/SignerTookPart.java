package id.dukcapil.portal.signing;

/** Whoever has worked on a document as operator or verifier does not sign it. */
public class SignerTookPart extends RuntimeException {

    SignerTookPart(String title, String reference) {
        super("Anda ikut memeriksa atau memverifikasi %s %s, sehingga tidak dapat menandatanganinya."
                .formatted(title, reference));
    }
}
