package id.dukcapil.portal.delivery.api;

import id.dukcapil.portal.channel.ProblemException;
import id.dukcapil.portal.channel.ProblemType;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.delivery.Kiosks;
import id.dukcapil.portal.delivery.Kiosks.Kiosk;
import id.dukcapil.portal.delivery.PrintDecision;
import id.dukcapil.portal.delivery.PrintDecision.PrintOutcome;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the ADM kiosks ask for: a document for a QR code and a PIN, and a word about how the printing went. */
@RestController
@RequestMapping("/api/v1/adm/releases")
@PreAuthorize("hasAuthority('SCOPE_adm')")
@Tag(name = "Anjungan ADM", description = "Mencetak dokumen bertanda tangan elektronik dengan QR dan PIN")
class AdmReleasesController {

    private static final String RELEASE_ID = "Release-Id";
    private static final String PDF = MediaType.APPLICATION_PDF_VALUE;
    private static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;
    private static final String PROBLEM_SCHEMA = "#/components/schemas/Problem";
    private static final int LONGEST_QR = 200;
    private static final int LONGEST_PIN = 20;
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7E]{1,64}");

    private final Kiosks kiosks;

    AdmReleasesController(Kiosks kiosks) {
        this.kiosks = kiosks;
    }

    @Schema(requiredProperties = {"qr", "pin", "kiosk"})
    record PrintRequest(
            @Schema(description = "Isi kode QR seperti dipindai atau diketik", maxLength = LONGEST_QR) @Nullable
            String qr,

            @Schema(description = "PIN enam angka", example = "042817") @Nullable
            String pin,

            @Schema(description = "Nama anjungan menurut pengelolanya", example = "ADM-SOREANG-01", maxLength = 64)
            @Nullable
            String kiosk) {

        /** What is written is never shown: it is as good as the document. */
        @Override
        public String toString() {
            return "PrintRequest[kiosk=%s]".formatted(kiosk);
        }
    }

    @Schema(requiredProperties = "outcome")
    record ReceiptRequest(
            @Schema(
                    description = "Hasil pencetakan",
                    allowableValues = {"PRINTED", "FAILED"})
            @Nullable
            String outcome,

            @Schema(description = "Keterangan mesin, misalnya \"kertas macet\"", maxLength = 300) @Nullable
            String detail) {}

    @PostMapping(
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = {PDF, PROBLEM})
    @Operation(
            summary = "Menukar QR dan PIN dengan dokumennya, satu kali",
            description =
                    "Header Idempotency-Key boleh disertakan: bila jawaban hilang di jalan, permintaan yang sama dari"
                            + " anjungan yang sama dengan kunci yang sama mendapat dokumen itu lagi selama belum ada laporan hasilnya.")
    @ApiResponse(
            responseCode = "200",
            description = "Dokumen untuk dicetak sekarang",
            headers =
                    @Header(
                            name = RELEASE_ID,
                            description = "Tanda penyerahan ini, untuk laporan hasil cetak",
                            schema = @Schema(type = "string", format = "uuid")),
            content = @Content(mediaType = PDF, schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(
            responseCode = "403",
            description = "wrong-pin: QR atau PIN tidak cocok, sisa percobaan pada attemptsLeft; atau forbidden: kunci"
                    + " tidak memiliki cakupan adm",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = PROBLEM_SCHEMA)))
    @ApiResponse(
            responseCode = "410",
            description = "release-used: sudah diserahkan; release-expired: masa berlaku habis atau dicabut",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = PROBLEM_SCHEMA)))
    @ApiResponse(
            responseCode = "423",
            description = "release-locked: PIN terlalu sering salah",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = PROBLEM_SCHEMA)))
    ResponseEntity<byte[]> open(
            @RequestBody PrintRequest request,
            @Parameter(description = "Kunci buatan pemanggil untuk mengulang permintaan yang jawabannya hilang")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable
                    String key) {
        String qr = textOf(request.qr());
        String pin = textOf(request.pin());
        Optional<Kiosk> kiosk = Kiosk.read(textOf(request.kiosk()), usable(key));
        List<Finding> findings = findings(qr, pin, kiosk);
        if (!findings.isEmpty()) {
            throw new InvalidInput(findings);
        }
        return answer(kiosks.open(qr, pin, kiosk.orElseThrow()));
    }

    private static List<Finding> findings(String qr, String pin, Optional<Kiosk> kiosk) {
        var findings = new ArrayList<Finding>();
        if (qr.isBlank() || qr.length() > LONGEST_QR) {
            findings.add(Finding.error("qr", "Isi kode QR harus disertakan, paling banyak 200 karakter."));
        }
        if (pin.isBlank() || pin.length() > LONGEST_PIN) {
            findings.add(Finding.error("pin", "PIN harus disertakan: enam angka."));
        }
        if (kiosk.isEmpty()) {
            findings.add(Finding.error(
                    "kiosk", "Nama anjungan harus disertakan: 1 sampai 64 huruf, angka, spasi, atau . _ / : -"));
        }
        return findings;
    }

    private static String textOf(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** @throws ProblemException for a key that cannot be one: better than not recognising it later */
    private static @Nullable String usable(@Nullable String key) {
        if (key != null && !VISIBLE.matcher(key).matches()) {
            throw new ProblemException(
                    ProblemType.IDEMPOTENCY_KEY_MISSING, ProblemType.IDEMPOTENCY_KEY_MISSING.advice());
        }
        return key;
    }

    private static ResponseEntity<byte[]> answer(PrintDecision decision) {
        return switch (decision) {
            case PrintDecision.Accepted accepted ->
                ResponseEntity.ok()
                        .header(RELEASE_ID, accepted.handout().toString())
                        .header("Content-Disposition", "inline; filename=\"dokumen.pdf\"")
                        .header("Cache-Control", "no-store")
                        .contentType(MediaType.APPLICATION_PDF)
                        .body(accepted.pdf());
            case PrintDecision.WrongPin wrong ->
                throw new ProblemException(
                        ProblemType.WRONG_PIN,
                        "QR atau PIN tidak cocok. Sisa percobaan: %d.".formatted(wrong.attemptsLeft()),
                        Map.of("attemptsLeft", wrong.attemptsLeft()));
            case PrintDecision.Locked locked -> throw refusal(ProblemType.RELEASE_LOCKED);
            case PrintDecision.Used used -> throw refusal(ProblemType.RELEASE_USED);
            case PrintDecision.Expired expired ->
                throw new ProblemException(
                        ProblemType.RELEASE_EXPIRED,
                        expired.withdrawn()
                                ? "Dokumen ini dicabut oleh dinas. Pemohon perlu menghubungi kantor pelayanan."
                                : "Masa berlaku QR dan PIN sudah lewat. Pemohon perlu menghubungi kantor pelayanan.");
            case PrintDecision.Unavailable unavailable ->
                throw new ProblemException(
                        ProblemType.INTERNAL_ERROR,
                        "Berkas dokumen tidak dapat dibaca. QR dan PIN tetap berlaku; ulangi beberapa saat lagi.");
        };
    }

    private static ProblemException refusal(ProblemType type) {
        return new ProblemException(type, type.advice());
    }

    @PostMapping(path = "/{releaseId}/receipt", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Melaporkan hasil pencetakan",
            description = "FAILED mengizinkan satu kali cetak lagi dengan QR dan PIN yang sama. Laporan yang sama boleh"
                    + " dikirim ulang.")
    @ApiResponse(
            responseCode = "404",
            description = "Tidak ada penyerahan dengan tanda ini, atau bukan kepada klien ini",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = PROBLEM_SCHEMA)))
    @ApiResponse(
            responseCode = "409",
            description = "receipt-contradicts: hasil lain sudah dilaporkan",
            content = @Content(mediaType = PROBLEM, schema = @Schema(ref = PROBLEM_SCHEMA)))
    void receipt(@PathVariable String releaseId, @RequestBody ReceiptRequest request) {
        PrintOutcome outcome = outcome(request.outcome());
        switch (kiosks.receipt(handout(releaseId), outcome, request.detail())) {
            case ACCEPTED -> {}
            case UNKNOWN -> throw notFound();
            case CONTRADICTED -> throw refusal(ProblemType.RECEIPT_CONTRADICTS);
        }
    }

    private static PrintOutcome outcome(@Nullable String outcome) {
        return switch (textOf(outcome)) {
            case "PRINTED" -> PrintOutcome.PRINTED;
            case "FAILED" -> PrintOutcome.FAILED;
            default -> throw new InvalidInput("outcome", "Hasil harus PRINTED atau FAILED.");
        };
    }

    private static UUID handout(String releaseId) {
        try {
            return UUID.fromString(releaseId);
        } catch (IllegalArgumentException notOne) {
            throw notFound();
        }
    }

    private static ProblemException notFound() {
        return new ProblemException(ProblemType.NOT_FOUND, "Tidak ada penyerahan dokumen dengan tanda ini.");
    }
}
