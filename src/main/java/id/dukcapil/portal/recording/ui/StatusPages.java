package id.dukcapil.portal.recording.ui;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.population.RecordingStatus;
import id.dukcapil.portal.recording.process.PublicStatus;
import id.dukcapil.portal.recording.process.PublicStatus.Shown;
import id.dukcapil.portal.recording.process.RecordingCode;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Organisation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The public page behind the QR code of a receipt: plain HTML without script, session and personal data. */
@Controller
class StatusPages {

    static final String PATH = "/status";

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final PublicStatus statuses;
    private final Organisation organisation;
    private final Template page;

    StatusPages(PublicStatus statuses, Organisation organisation) {
        this.statuses = statuses;
        this.organisation = organisation;
        try {
            page = Mustache.compiler()
                    .escapeHTML(true)
                    .emptyStringIsFalse(true)
                    .compile(new ClassPathResource("pages/status.html").getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The template of the public page cannot be read", e);
        }
    }

    /** A verdict in words. */
    private record Verdict(Tone tone, String sign, String headline, String sentence) {}

    @GetMapping(PATH + "/{code}")
    ResponseEntity<String> look(@PathVariable String code, HttpServletRequest request) {
        Optional<Duration> wait = statuses.refusal(request.getRemoteAddr());
        if (wait.isPresent()) {
            long seconds = Math.max(1, wait.get().plusMillis(999).toSeconds());
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                    .contentType(HTML)
                    .body(html(
                            new Verdict(
                                    Tone.WARN, "!", "Terlalu sering", "Coba lagi dalam %d detik.".formatted(seconds)),
                            List.of()));
        }
        return RecordingCode.read(code)
                .flatMap(statuses::look)
                .map(shown -> ResponseEntity.ok().contentType(HTML).body(html(verdict(shown), facts(shown))))
                .orElseGet(this::unknown);
    }

    @GetMapping({PATH, PATH + "/", PATH + "/*/**"})
    ResponseEntity<String> elsewhere() {
        return unknown();
    }

    private ResponseEntity<String> unknown() {
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .contentType(HTML)
                .body(html(
                        new Verdict(
                                Tone.NEUTRAL,
                                "?",
                                "Kode tidak dikenal",
                                "Periksa kode pada tanda bukti perekaman, atau tanyakan di kantor tempat merekam."),
                        List.of()));
    }

    private static Verdict verdict(Shown shown) {
        Office fetchAt = shown.fetchAt();
        if (fetchAt != null) {
            return new Verdict(
                    Tone.OK,
                    "✓",
                    "Kartu siap diambil",
                    "Kartu ada di %s. Datang sendiri, kirim keluarga satu KK, atau orang lain dengan surat kuasa; bawa KTP lama bila ada."
                            .formatted(fetchAt.name()));
        }
        RecordingStatus card = shown.card();
        if (card != null) {
            return card(card);
        }
        return switch (shown.phase()) {
            case ARRIVED, CHECKING, BIOMETRIC_CHECK, FORWARDED, RECORDING, UNSUCCESSFUL ->
                new Verdict(Tone.INFO, "i", "Sedang dilayani", "Perekaman sedang berlangsung di kantor.");
            case RECORDED, FINISHED, ALREADY_RECORDED ->
                new Verdict(Tone.OK, "✓", "Sudah rekam", "Status kartu dapat ditanyakan di kantor tempat merekam.");
            case RETURNED ->
                new Verdict(Tone.WARN, "!", "Berkas dikembalikan", "Lengkapi persyaratan, lalu datang lagi sendiri.");
            case NOT_RECORDED, LEFT ->
                new Verdict(Tone.WARN, "!", "Belum direkam", "Datang lagi sendiri dengan membawa berkas.");
        };
    }

    private static Verdict card(RecordingStatus card) {
        if (card.needsNewRecording()) {
            return new Verdict(
                    Tone.WARN,
                    "!",
                    "Perlu rekam ulang",
                    "Rekaman tidak dapat dipakai pusat. Datang lagi untuk rekam ulang.");
        }
        if (card.isTrouble()) {
            return new Verdict(
                    Tone.INFO, "i", "Sedang diperiksa", "Rekaman diperiksa pusat; kantor menindaklanjutinya.");
        }
        return switch (card) {
            case PRINT_READY_RECORD ->
                new Verdict(Tone.OK, "✓", "Siap cetak", "Kartu dapat dicetak. Pesan hari cetak atau datang ke kantor.");
            case SENT_FOR_CARD_PRINTING, CARD_PRINTED, CARD_SHIPPED, CARD_ISSUED ->
                new Verdict(Tone.OK, "✓", card.label(), card.explanation());
            default -> new Verdict(Tone.INFO, "i", card.label(), "Rekaman menunggu penunggalan di pusat.");
        };
    }

    private static List<Map<String, String>> facts(Shown shown) {
        return List.of(
                Map.of("label", "Layanan", "value", "Perekaman KTP-el"),
                Map.of("label", "Kantor", "value", shown.office().name()),
                Map.of(
                        "label",
                        "Sejak",
                        "value",
                        Formats.date(LocalDate.ofInstant(
                                shown.since(), shown.office().timeZone()))));
    }

    private String html(Verdict verdict, List<Map<String, String>> rows) {
        return page.execute(Map.of(
                "organisation", organisation.name(),
                "government", organisation.government(),
                "tone", verdict.tone().cssClass(),
                "sign", verdict.sign(),
                "headline", verdict.headline(),
                "sentence", verdict.sentence(),
                "known", !rows.isEmpty(),
                "rows", rows));
    }
}
