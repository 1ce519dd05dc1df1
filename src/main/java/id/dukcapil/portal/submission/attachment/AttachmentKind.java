package id.dukcapil.portal.submission.attachment;

import java.util.Arrays;
import java.util.Optional;

/** The sixteen attachments of form F-1.02, in its order; the names are part of the API. */
public enum AttachmentKind {
    OLD_FAMILY_CARD("KK lama/rusak"),
    PROOF_OF_CHANGE("Surat keterangan/bukti perubahan"),
    MARRIAGE_CERTIFICATE("Buku nikah/kutipan akta perkawinan"),
    MARRIAGE_STATEMENT("SPTJM perkawinan/perceraian belum tercatat"),
    DIVORCE_CERTIFICATE("Kutipan akta perceraian"),
    DEATH_CERTIFICATE("Kutipan akta kematian"),
    MOVE_CERTIFICATE("Surat keterangan pindah"),
    LOSS_STATEMENT("Surat pernyataan penyebab hilang/rusak"),
    OVERSEAS_MOVE_CERTIFICATE("Surat keterangan pindah luar negeri"),
    MISSION_CERTIFICATE("Surat keterangan pindah dari Perwakilan RI"),
    DAMAGED_IDENTITY_CARD("KTP-el rusak"),
    HOUSEHOLD_CONSENT("Surat pernyataan bersedia menerima sebagai anggota keluarga"),
    TRAVEL_DOCUMENT("Dokumen perjalanan"),
    CUSTODY_AUTHORITY("Surat kuasa pengasuhan anak"),
    POLICE_LOSS_REPORT("Surat keterangan hilang dari kepolisian"),
    STAY_PERMIT_CARD("Kartu izin tinggal tetap (KITAP)");

    private final String label;

    AttachmentKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static Optional<AttachmentKind> find(String code) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(code)).findFirst();
    }
}
