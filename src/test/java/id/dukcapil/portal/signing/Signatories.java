package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.StaffId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.util.unit.DataSize;

/** People who sign in tests, and the settings under which they do. */
public final class Signatories {

    public static final Signer HEAD = new Signer(
            new StaffId(UUID.fromString("0192f0c4-0000-7000-8000-000000000001")),
            new Nik("3204375708700001"),
            "Dra. Hj. Ratna Komala, M.Si.",
            "Kepala Dinas Kependudukan dan Pencatatan Sipil",
            "19700817 199503 2 001");

    public static final Signer DEPUTY = new Signer(
            new StaffId(UUID.fromString("0192f0c4-0000-7000-8000-000000000002")),
            new Nik("3204371402760002"),
            "Hendra Gunawan",
            "Plh. Kepala Dinas Kependudukan dan Pencatatan Sipil",
            "19760228 200212 1 003");

    private static final SigningSettings.Bsre NO_BSRE = new SigningSettings.Bsre(
            null,
            2,
            null,
            null,
            SigningSettings.Bsre.PlaceBy.LOWER_LEFT,
            "tag_koordinat",
            "#",
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            DataSize.ofMegabytes(8));

    private Signatories() {}

    public static SigningSettings settings(SigningSettings.Kind provider, SigningSettings.Keystore keystore) {
        return new SigningSettings(
                provider,
                "Ditandatangani secara elektronik. Pindai kode QR untuk memeriksa keasliannya.",
                List.of(),
                keystore,
                NO_BSRE);
    }

    public static SigningSettings keystore() {
        return settings(SigningSettings.Kind.KEYSTORE, new SigningSettings.Keystore(null, false));
    }

    /** @param patience for status and signature; a verification may take ten times as long */
    public static SigningSettings bsre(
            URI url, int version, SigningSettings.Bsre.PlaceBy placeBy, String tagField, Duration patience) {
        return new SigningSettings(
                SigningSettings.Kind.BSRE,
                "Ditandatangani secara elektronik.",
                List.of(new SigningSettings.KnownSigner(
                        "197008171995032001", HEAD.nik().value())),
                new SigningSettings.Keystore(null, false),
                new SigningSettings.Bsre(
                        url,
                        version,
                        "portal",
                        "kata-sandi-klien",
                        placeBy,
                        tagField,
                        "#",
                        Duration.ofSeconds(5),
                        patience,
                        patience,
                        patience.multipliedBy(10),
                        DataSize.ofMegabytes(1)));
    }
}
