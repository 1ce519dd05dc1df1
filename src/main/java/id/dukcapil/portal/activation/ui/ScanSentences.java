package id.dukcapil.portal.activation.ui;

import id.dukcapil.portal.activation.process.ActivationDecision;

/** What an officer is told about a scan or a NIK. */
final class ScanSentences {

    static final String OTHER_OFFICE = "QR kantor lain";
    static final String USED = "QR sudah dipakai";
    static final String TOO_OLD = "QR terlalu lama";
    static final String UNKNOWN = "QR tidak dikenal";

    private ScanSentences() {}

    static String otherOffice(String office, String officer) {
        return "Aktivasi ini dimulai di %s oleh %s. Ambil alih bila pemohon dilayani di sini."
                .formatted(office, officer);
    }

    static String used(String status) {
        return "QR ini sudah pernah dipindai; aktivasinya sekarang \"%s\".".formatted(status);
    }

    static String tooOld() {
        return "Ponsel sudah memperbarui QR-nya atau masa berlakunya habis. Pindai QR yang tampil sekarang.";
    }

    static String unknown() {
        return "Ini bukan QR aktivasi IKD. Minta pemohon membuka layar QR di aplikasi IKD.";
    }

    static String alreadyOpen(ActivationDecision.AlreadyOpen open, String office) {
        return "NIK ini sedang dilayani %s di %s (%s, %s)."
                .formatted(open.officer(), office, open.number(), open.status().label());
    }
}
