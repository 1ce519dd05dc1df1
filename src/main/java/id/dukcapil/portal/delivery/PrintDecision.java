package id.dukcapil.portal.delivery;

import java.util.UUID;

/** What a kiosk gets for a QR code and a PIN. */
public sealed interface PrintDecision {

    /**
     * The document, to be printed now.
     *
     * @param handout to be named in the receipt
     */
    record Accepted(UUID handout, String title, byte[] pdf) implements PrintDecision {}

    /** Not this QR code with this PIN; says neither which of the two is wrong nor whether there is such a code. */
    record WrongPin(int attemptsLeft) implements PrintDecision {}

    /** Too many wrong PINs for that QR code. */
    record Locked() implements PrintDecision {}

    /** A kiosk has it already. */
    record Used() implements PrintDecision {}

    /** Its time is over, or the office has withdrawn it. */
    record Expired(boolean withdrawn) implements PrintDecision {}

    /** The document is not in the store or damaged; QR code and PIN stay usable. */
    record Unavailable() implements PrintDecision {}

    /** What a kiosk says became of a document that was handed to it. */
    public enum PrintOutcome {
        PRINTED("Tercetak"),
        FAILED("Gagal cetak");

        private final String label;

        PrintOutcome(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
