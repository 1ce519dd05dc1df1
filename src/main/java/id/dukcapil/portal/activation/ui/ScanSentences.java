package id.dukcapil.portal.activation.ui;

import id.dukcapil.portal.activation.process.ActivationDecision;
import id.dukcapil.portal.activation.process.ScanDecision;
import id.dukcapil.portal.common.ui.Tone;

/**
 * What an officer is told about a scan or a NIK.
 *
 * @param outcome in two or three words
 */
record ScanSentences(String outcome, String sentence, Tone tone) {

    /** @param office name of the office where the activation is open, when it is */
    static ScanSentences of(ActivationDecision decision, String office) {
        return switch (decision) {
            case ActivationDecision.Accepted(var person) ->
                new ScanSentences(
                        person.purpose().isNew() ? "Dimulai" : person.purpose().label(),
                        "%s, %s.".formatted(person.name(), person.domicile()),
                        Tone.OK);
            case ActivationDecision.AlreadyOpen open ->
                new ScanSentences("Sedang dilayani", alreadyOpen(open, office), Tone.WARN);
            case ActivationDecision.NotEligible(var reason, var sentence) ->
                new ScanSentences(reason.label(), sentence, Tone.LATE);
        };
    }

    static ScanSentences of(ScanDecision decision) {
        return switch (decision) {
            case ScanDecision.Matched(var person) ->
                new ScanSentences(
                        "QR cocok", "%s, belum dipakai. Kode dikirim ke surelnya.".formatted(person.name()), Tone.OK);
            case ScanDecision.OtherOffice(var office, var officer) ->
                new ScanSentences(
                        "QR kantor lain",
                        "Aktivasi ini dimulai di %s oleh %s. Ambil alih bila pemohon dilayani di sini."
                                .formatted(office.name(), officer),
                        Tone.WARN);
            case ScanDecision.Used(var status) ->
                new ScanSentences(
                        "QR sudah dipakai",
                        "QR ini sudah pernah dipindai; aktivasinya sekarang \"%s\".".formatted(status.label()),
                        Tone.LATE);
            case ScanDecision.TooOld() ->
                new ScanSentences(
                        "QR terlalu lama",
                        "Ponsel sudah memperbarui QR-nya atau masa berlakunya habis. Pindai QR yang tampil sekarang.",
                        Tone.LATE);
            case ScanDecision.Unknown() ->
                new ScanSentences(
                        "QR tidak dikenal",
                        "Ini bukan QR aktivasi IKD. Minta pemohon membuka layar QR di aplikasi IKD.",
                        Tone.LATE);
        };
    }

    static String alreadyOpen(ActivationDecision.AlreadyOpen open, String office) {
        return "NIK ini sedang dilayani %s di %s (%s, %s)."
                .formatted(open.officer(), office, open.number(), open.status().label());
    }
}
