package id.dukcapil.portal.booking.ui;

import id.dukcapil.portal.booking.SelfService.Linked;
import id.dukcapil.portal.booking.SelfService.Standing;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What the page for cancelling says.
 *
 * @param linked the booking it is about; null when the link leads to none
 * @param retryAfter how long to wait; null unless that is the answer
 */
record CancellationAnswer(
        HttpStatus status,
        Tone tone,
        String sign,
        String headline,
        String sentence,
        @Nullable Linked linked,
        @Nullable Duration retryAfter) {

    private CancellationAnswer(Tone tone, String sign, String headline, String sentence, Linked linked) {
        this(HttpStatus.OK, tone, sign, headline, sentence, linked, null);
    }

    static CancellationAnswer of(Linked linked) {
        return switch (linked.standing()) {
            case OPEN ->
                new CancellationAnswer(
                        Tone.WARN,
                        "?",
                        "Batalkan pemesanan ini?",
                        "Nomor antrean gugur dan kursinya dapat dipakai orang lain. Pembatalan tidak dapat ditarik kembali.",
                        linked);
            case CANCELLED ->
                new CancellationAnswer(
                        Tone.OK,
                        "✓",
                        "Pemesanan sudah dibatalkan",
                        "Tiketnya tidak berlaku lagi. Anda dapat memesan hari lain.",
                        linked);
            case MOVED ->
                new CancellationAnswer(
                        Tone.INFO,
                        "→",
                        "Pemesanan sudah dipindahkan",
                        "Tautan ini untuk hari yang lama. Gunakan tautan pada surat terbaru dari kami.",
                        linked);
            case ARRIVED ->
                new CancellationAnswer(
                        Tone.INFO,
                        "i",
                        "Anda sudah dicatat hadir",
                        "Pemesanan ini tidak dapat dibatalkan lagi. Bila ada yang keliru, tanyakan di loket.",
                        linked);
            case GIVEN_AWAY ->
                new CancellationAnswer(
                        Tone.INFO,
                        "i",
                        "Kursi sudah diberikan kepada orang lain",
                        "Sampai jam pelepasan kursi Anda belum dicatat hadir. Tidak ada lagi yang perlu dibatalkan.",
                        linked);
            case OVER ->
                new CancellationAnswer(
                        Tone.NEUTRAL,
                        "i",
                        "Hari pemesanan sudah lewat",
                        "Tidak ada lagi yang perlu dibatalkan.",
                        linked);
        };
    }

    static CancellationAnswer unknown() {
        return of(
                HttpStatus.NOT_FOUND,
                "Tautan tidak dikenal",
                "Periksa apakah seluruh alamat pada surat tersalin. Tautan juga tidak berlaku lagi bila alamat e-mail"
                        + " pemesan sudah diubah. Bila tetap tidak terbuka, hubungi kantor dengan menyebut kode booking.");
    }

    static CancellationAnswer unreadable() {
        return of(HttpStatus.BAD_REQUEST, "Permintaan tidak dapat dibaca", "Buka kembali tautan pada surat.");
    }

    static CancellationAnswer tooMany(Duration wait) {
        return new CancellationAnswer(
                HttpStatus.TOO_MANY_REQUESTS,
                Tone.INFO,
                "i",
                "Terlalu banyak permintaan",
                "Coba lagi dalam %d detik. Pemesanan Anda tidak berubah.".formatted(seconds(wait)),
                null,
                wait);
    }

    private static CancellationAnswer of(HttpStatus status, String headline, String sentence) {
        return new CancellationAnswer(status, Tone.NEUTRAL, "i", headline, sentence, null, null);
    }

    static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    Map<String, Object> values() {
        var values = new HashMap<String, Object>();
        values.put("title", headline);
        values.put("tone", tone.cssClass());
        values.put("sign", sign);
        values.put("headline", headline);
        values.put("sentence", sentence);
        values.put("schedule", SchedulePages.PATH);
        Linked about = linked;
        values.put("booking", about == null ? List.of() : List.of(Map.of("rows", rows(about))));
        values.put("open", about != null && about.standing() == Standing.OPEN);
        return values;
    }

    private static List<Map<String, String>> rows(Linked booking) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("Tanggal", Formats.longDate(booking.date()));
        facts.put("Tempat", booking.office().name());
        facts.put("Nomor antrean", "%03d".formatted(booking.queueNumber()));
        Optional.ofNullable(booking.endedAt())
                .ifPresent(at -> facts.put(
                        "Dibatalkan pada", Formats.dateTime(at, booking.office().timeZone())));
        return facts.entrySet().stream()
                .map(fact -> Map.of("label", fact.getKey(), "value", fact.getValue()))
                .toList();
    }
}
