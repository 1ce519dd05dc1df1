package id.dukcapil.portal.delivery;

/**
 * QR code and PIN for whoever gets them at the counter; they exist in clear here only and cannot be asked for again.
 *
 * @param qr what the QR code says
 * @param pin six digits
 */
public record Slip(String qr, String pin) {

    static Slip of(ReleaseSecret secret) {
        return new Slip(secret.code().text(), secret.pin().digits());
    }

    /** In groups of five, for typing. */
    public String groupedQr() {
        return new ReleaseCode(qr).grouped();
    }

    @Override
    public String toString() {
        return "Slip[••••••]";
    }
}
