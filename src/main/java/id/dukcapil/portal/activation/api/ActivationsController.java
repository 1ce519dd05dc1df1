package id.dukcapil.portal.activation.api;

import id.dukcapil.portal.activation.process.ActivationDecision;
import id.dukcapil.portal.activation.process.ActivationDetails;
import id.dukcapil.portal.activation.process.ActivationPurpose;
import id.dukcapil.portal.activation.process.ChannelActivations;
import id.dukcapil.portal.activation.process.ConfirmDecision;
import id.dukcapil.portal.activation.process.Enrolment;
import id.dukcapil.portal.activation.process.Wish;
import id.dukcapil.portal.channel.Answer;
import id.dukcapil.portal.channel.Idempotency;
import id.dukcapil.portal.channel.IdempotentRequest;
import id.dukcapil.portal.channel.ProblemException;
import id.dukcapil.portal.channel.ProblemType;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.procedure.IllegalMove;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Activations of the IKD channel. An outside system sees only the activations it made itself. */
@RestController
@RequestMapping("/api/v1/activations")
@PreAuthorize("hasAuthority('SCOPE_activation')")
@Tag(name = "Aktivasi IKD", description = "Aktivasi Identitas Kependudukan Digital (SOP Bandung 28/2023)")
class ActivationsController {

    private static final String KEY = "Idempotency-Key";
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7E]{1,64}");

    private final Enrolment enrolment;
    private final ChannelActivations activations;
    private final Idempotency idempotency;

    ActivationsController(Enrolment enrolment, ChannelActivations activations, Idempotency idempotency) {
        this.enrolment = enrolment;
        this.activations = activations;
        this.idempotency = idempotency;
    }

    @Schema(requiredProperties = {"nik", "email", "phone"})
    record ActivationRequest(
            @Nullable String nik,
            @Nullable String email,
            @Nullable String phone,

            @Schema(description = "Kode kantor yang akan didatangi; kosong bila belum dipilih") @Nullable
            String office,

            @Schema(description = "NEW bila tidak disebut") @Nullable
            String purpose,

            @Nullable String reason,

            @Schema(description = "Nama menurut dokumen, untuk penduduk daerah lain") @Nullable
            String fullName,

            @Schema(description = "Kode kabupaten/kota domisili, untuk penduduk daerah lain") @Nullable
            String domicile) {

        Wish wish() {
            return new Wish(
                    Objects.requireNonNullElse(nik, ""),
                    fullName,
                    domicile,
                    knownPurpose(),
                    reason,
                    chosenOffice(),
                    null);
        }

        private ActivationPurpose knownPurpose() {
            return purpose == null
                    ? ActivationPurpose.NEW
                    : Arrays.stream(ActivationPurpose.values())
                            .filter(known -> known.name().equals(purpose) && known != ActivationPurpose.REPEATED)
                            .findFirst()
                            .orElseThrow(() -> new InvalidInput("purpose", "Tujuan aktivasi tidak dikenal."));
        }

        private @Nullable OfficeCode chosenOffice() {
            return office == null || office.isBlank()
                    ? null
                    : OfficeCode.read(office)
                            .orElseThrow(() -> new InvalidInput("office", "Kantor dengan kode ini tidak ada."));
        }

        @Override
        public String toString() {
            return "ActivationRequest[purpose=%s]".formatted(purpose);
        }
    }

    @Schema(requiredProperties = "outcome")
    record FaceRequest(
            @Schema(allowableValues = {"MATCH", "NO_MATCH"}) @Nullable
            String outcome,

            @Nullable Double score) {

        boolean matched() {
            return switch (Objects.requireNonNullElse(outcome, "")) {
                case "MATCH" -> true;
                case "NO_MATCH" -> false;
                default -> throw new InvalidInput("outcome", "Hasil harus MATCH atau NO_MATCH.");
            };
        }
    }

    @Schema(requiredProperties = "activationCode")
    record ConfirmRequest(@Nullable String activationCode) {

        @Override
        public String toString() {
            return "ConfirmRequest[]";
        }
    }

    record Receipt(String number, String status) {

        static Receipt of(ActivationDetails activation) {
            return new Receipt(activation.number(), activation.status().outward());
        }
    }

    record QrReceipt(
            String number,
            String status,
            @Nullable String qr,
            @Nullable Instant qrValidUntil) {

        static QrReceipt of(ChannelActivations.Shown shown) {
            ActivationDetails activation = shown.activation();
            return new QrReceipt(
                    activation.number(),
                    activation.status().outward(),
                    shown.qr(),
                    shown.qr() == null ? null : activation.qrValidUntil());
        }
    }

    record Step(Instant at, String step, @Nullable String note) {}

    record Progress(String number, String status, List<Step> timeline) {

        static Progress of(ActivationDetails activation) {
            return new Progress(
                    activation.number(),
                    activation.status().outward(),
                    activation.history().stream()
                            .map(act -> new Step(act.at(), act.action().label(), act.reason()))
                            .toList());
        }
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Mendaftarkan aktivasi IKD")
    ResponseEntity<Answer<Receipt>> register(@RequestBody ActivationRequest request, IdempotentRequest idempotent) {
        Wish wish = request.wish();
        try {
            return idempotency.once(idempotent, () -> {
                ActivationDetails activation = accepted(enrolment.register(wish, request.email(), request.phone()));
                return ResponseEntity.created(URI.create("/api/v1/activations/" + activation.number()))
                        .body(Receipt.of(activation));
            });
        } catch (NotEligible refusal) {
            enrolment.noteRefusal(wish, refusal.refused().reason());
            throw new ProblemException(
                    ProblemType.NOT_ELIGIBLE, refusal.refused().sentence());
        } catch (DataIntegrityViolationException faster) {
            throw problem(ProblemType.ACTIVATION_OPEN);
        }
    }

    /** Undoes what the request has begun; the refusal is counted in a transaction of its own. */
    private static final class NotEligible extends RuntimeException {

        private final transient ActivationDecision.NotEligible refused;

        NotEligible(ActivationDecision.NotEligible refused) {
            this.refused = refused;
        }

        ActivationDecision.NotEligible refused() {
            return refused;
        }
    }

    private static ActivationDetails accepted(ActivationDecision decision) {
        return switch (decision) {
            case ActivationDecision.Accepted accepted -> accepted.activation();
            case ActivationDecision.NotEligible refused -> throw new NotEligible(refused);
            case ActivationDecision.AlreadyOpen open -> throw problem(ProblemType.ACTIVATION_OPEN);
        };
    }

    @PostMapping(path = "/{number}/face-match", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Melaporkan hasil pemadanan wajah; bila cocok, jawabannya memuat QR untuk dipindai petugas")
    QrReceipt face(
            @PathVariable String number,
            @RequestBody FaceRequest request,
            @Parameter(description = "Agar pengiriman ulang tidak dihitung dua kali")
                    @RequestHeader(name = KEY, required = false)
                    @Nullable
                    String key) {
        boolean matched = request.matched();
        return QrReceipt.of(allowed(() -> activations.face(number, matched, request.score(), usable(key))));
    }

    @PostMapping("/{number}/qr")
    @Operation(summary = "Meminta QR baru; QR sebelumnya tidak berlaku lagi")
    QrReceipt qr(@PathVariable String number, @RequestHeader(name = KEY, required = false) @Nullable String key) {
        return QrReceipt.of(allowed(() -> activations.freshQr(number, usable(key))));
    }

    @PostMapping(path = "/{number}/confirm", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Mengaktifkan dengan kode dari surel")
    Receipt confirm(
            @PathVariable String number,
            @RequestBody ConfirmRequest request,
            @RequestHeader(name = KEY, required = false) @Nullable String key) {
        String code = Objects.requireNonNullElse(request.activationCode(), "").strip();
        if (code.isEmpty() || code.length() > 20) {
            throw new InvalidInput("activationCode", "Kode aktivasi harus disertakan: enam angka.");
        }
        return switch (allowed(() -> activations.confirm(number, code, usable(key)))) {
            case ConfirmDecision.Active active -> Receipt.of(active.activation());
            case ConfirmDecision.NotReady notReady ->
                throw new ProblemException(ProblemType.ACTIVATION_NOT_READY, notReady.sentence());
            case ConfirmDecision.Expired expired -> throw problem(ProblemType.CODE_EXPIRED);
            case ConfirmDecision.Wrong wrong ->
                throw new ProblemException(
                        ProblemType.WRONG_CODE,
                        "Kode aktivasi salah. Sisa percobaan: %d.".formatted(wrong.attemptsLeft()),
                        Map.of("attemptsLeft", wrong.attemptsLeft()));
        };
    }

    @GetMapping("/{number}")
    @Operation(summary = "Melihat kemajuan aktivasi")
    Progress find(@PathVariable String number) {
        return activations.find(number).map(Progress::of).orElseThrow(ActivationsController::notFound);
    }

    private static <T> T allowed(Supplier<Optional<T>> call) {
        try {
            return call.get().orElseThrow(ActivationsController::notFound);
        } catch (IllegalMove refusal) {
            throw new ProblemException(ProblemType.ACTIVATION_NOT_CHANGEABLE, String.valueOf(refusal.getMessage()));
        }
    }

    private static @Nullable String usable(@Nullable String key) {
        if (key != null && !VISIBLE.matcher(key).matches()) {
            throw problem(ProblemType.IDEMPOTENCY_KEY_MISSING);
        }
        return key;
    }

    private static ProblemException problem(ProblemType type) {
        return new ProblemException(type, type.advice());
    }

    private static ProblemException notFound() {
        return new ProblemException(ProblemType.NOT_FOUND, "Aktivasi dengan nomor ini tidak ada.");
    }
}
