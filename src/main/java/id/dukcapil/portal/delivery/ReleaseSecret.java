package id.dukcapil.portal.delivery;

/** QR code and PIN in clear: while they are made, while the letter with them is written, and nowhere else. */
record ReleaseSecret(ReleaseCode code, Pin pin) {

    static ReleaseSecret random() {
        return new ReleaseSecret(ReleaseCode.random(), Pin.random());
    }
}
