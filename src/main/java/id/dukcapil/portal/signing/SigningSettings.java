package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.Masking;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.Nip;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings under {@code portal.signing}.
 *
 * @param provider who makes the signatures
 * @param note the sentence about the electronic signature inside the stamp; offices word it differently
 * @param signers by which NIK the provider knows who may sign
 */
@ConfigurationProperties("portal.signing")
public record SigningSettings(
        @DefaultValue("none") Kind provider,

        @DefaultValue("Ditandatangani secara elektronik. Pindai kode QR untuk memeriksa keasliannya.")
        String note,

        @DefaultValue List<KnownSigner> signers,
        @DefaultValue Keystore keystore,
        @DefaultValue Bsre bsre) {

    /** @throws IllegalArgumentException when the chosen provider lacks something */
    public SigningSettings {
        signers = List.copyOf(signers);
        if (provider == Kind.BSRE) {
            bsre.requireComplete();
        }
    }

    public enum Kind {
        /** Nobody can sign, and screens say so. */
        NONE,
        /** PKCS#12 files in {@code PORTAL_HOME/tte}. */
        KEYSTORE,
        /** The e-sign client service of BSrE. */
        BSRE
    }

    /** @param nip with or without spaces; as in the staff account or of the head of the organisation */
    public record KnownSigner(String nip, String nik) {

        /** @throws IllegalArgumentException when one of them cannot be right; without repeating it */
        public KnownSigner {
            if (Nip.parse(nip).value().isEmpty() || Nik.parse(nik).value().isEmpty()) {
                throw new IllegalArgumentException("portal.signing.signers: an entry has an impossible NIP or NIK");
            }
        }

        @Override
        public String toString() {
            return "KnownSigner[nip=%s, nik=%s]".formatted(nip, Masking.identifier(nik));
        }
    }

    /** The NIK that belongs to a NIP, in whatever spelling. */
    public Optional<Nik> nikOf(@Nullable String nip) {
        Optional<Nip> wanted = nip == null ? Optional.empty() : Nip.parse(nip).value();
        return wanted.flatMap(known -> signers.stream()
                .filter(signer ->
                        Nip.parse(signer.nip()).value().filter(known::equals).isPresent())
                .findFirst()
                .flatMap(signer -> Nik.parse(signer.nik()).value()));
    }

    /**
     * @param timestampAuthority address of a TSA (RFC 3161); with it signatures are PAdES B-T
     * @param revocation ask the authorities of the certificates (OCSP, CRL) and embed what they say: PAdES B-LT; needs a TSA
     */
    public record Keystore(
            @Nullable URI timestampAuthority,
            @DefaultValue("false") boolean revocation) {

        /** @throws IllegalArgumentException when revocation is wanted without a time stamp, which no level has */
        public Keystore {
            if (revocation && timestampAuthority == null) {
                throw new IllegalArgumentException(
                        "portal.signing.keystore.revocation needs portal.signing.keystore.timestamp-authority");
            }
        }
    }

    /**
     * @param url address of the service, without {@code /api}
     * @param version of its interface: 1 (multipart) or 2 (JSON)
     * @param username of the client, given by BSrE or by whoever runs the service
     * @param placeBy whether the stamp is put by coordinates, and from which corner, or at a tag printed in the document
     * @param tagField {@code tag_koordinat} or {@code tag}, as the installed service spells it
     * @param tag the text in the document that marks the place, such as {@code #}
     * @param connectTimeout to open a connection
     * @param statusTimeout for the status of a signer
     * @param signTimeout for one signature, about 0.9 s as a rule
     * @param verifyTimeout for one verification; 4 MB with 8 signatures take about 40 s
     * @param largestAnswer answers are not read beyond so many bytes
     */
    public record Bsre(
            @Nullable URI url,
            @DefaultValue("2") int version,
            @Nullable String username,
            @Nullable String password,
            @DefaultValue("lower-left") PlaceBy placeBy,
            @DefaultValue("tag_koordinat") String tagField,
            @DefaultValue("#") String tag,
            @DefaultValue("5s") Duration connectTimeout,
            @DefaultValue("15s") Duration statusTimeout,
            @DefaultValue("60s") Duration signTimeout,
            @DefaultValue("180s") Duration verifyTimeout,
            @DefaultValue("64MB") DataSize largestAnswer) {

        /** The documents of the service do not say from which corner it measures. */
        public enum PlaceBy {
            LOWER_LEFT,
            UPPER_LEFT,
            TAG
        }

        void requireComplete() {
            if (url == null || username == null || username.isBlank() || password == null || password.isBlank()) {
                throw new IllegalArgumentException(
                        "portal.signing.bsre: url, username and password are required for this provider");
            }
            if (!List.of("http", "https")
                    .contains(String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("portal.signing.bsre.url must begin with http:// or https://");
            }
            if (version != 1 && version != 2) {
                throw new IllegalArgumentException("portal.signing.bsre.version must be 1 or 2");
            }
            if (!tagField.matches("[A-Za-z_]{1,40}")) {
                throw new IllegalArgumentException("portal.signing.bsre.tag-field must be the name of a field");
            }
            for (Duration timeout : List.of(connectTimeout, statusTimeout, signTimeout, verifyTimeout)) {
                if (!timeout.isPositive()) {
                    throw new IllegalArgumentException("portal.signing.bsre: time-outs must be positive");
                }
            }
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "Bsre[url=%s, version=%d, username=%s]".formatted(url, version, username);
        }
    }
}
