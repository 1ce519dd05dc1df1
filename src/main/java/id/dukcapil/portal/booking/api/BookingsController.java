package id.dukcapil.portal.booking.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.OptBoolean;
import id.dukcapil.portal.booking.BookingCode;
import id.dukcapil.portal.booking.BookingDetails;
import id.dukcapil.portal.booking.BookingOrigin;
import id.dukcapil.portal.booking.BookingService;
import id.dukcapil.portal.booking.BookingStatus;
import id.dukcapil.portal.booking.KeyedDecision;
import id.dukcapil.portal.booking.NewBooking;
import id.dukcapil.portal.booking.Refusal;
import id.dukcapil.portal.booking.RefusalPace;
import id.dukcapil.portal.booking.Tickets;
import id.dukcapil.portal.channel.Answer;
import id.dukcapil.portal.channel.IdempotentRequest;
import id.dukcapil.portal.channel.ProblemException;
import id.dukcapil.portal.channel.ProblemType;
import id.dukcapil.portal.common.procedure.IllegalMove;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Bookings for the BDS app. An outside system sees and changes only the bookings it made itself. */
@RestController
@RequestMapping("/api/v1/bookings")
@PreAuthorize("hasAuthority('SCOPE_booking')")
@Tag(name = "Pemesanan", description = "Booking antrean cetak KTP-el (SOP Bandung 28/2024)")
class BookingsController {

    private static final String CANCELLED_BY_APPLICANT = "Dibatalkan pemohon melalui aplikasi";

    private final BookingService bookings;
    private final Tickets tickets;
    private final RefusalPace pace;

    BookingsController(BookingService bookings, Tickets tickets, RefusalPace pace) {
        this.bookings = bookings;
        this.tickets = tickets;
        this.pace = pace;
    }

    record BookingRequest(
            @Nullable String nik,
            @Nullable String fullName,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String office,

            @JsonFormat(lenient = OptBoolean.FALSE) @Nullable
            LocalDate date) {

        NewBooking unchecked() {
            return new NewBooking(nik, fullName, email, phone, office, date, BookingOrigin.CHANNEL, null);
        }
    }

    record BookingAnswer(
            String code,
            int queueNumber,
            LocalDate date,
            String office,
            String status,
            String ticketUrl,
            @Nullable String movedTo) {

        static BookingAnswer of(BookingDetails booking) {
            String code = booking.code().value();
            return new BookingAnswer(
                    code,
                    booking.queueNumber(),
                    booking.date(),
                    booking.office().value(),
                    booking.status().name(),
                    "/api/v1/bookings/" + code + "/ticket.pdf",
                    Optional.ofNullable(booking.successor())
                            .map(BookingCode::value)
                            .orElse(null));
        }
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Memesan satu kursi",
            description =
                    "Saat pemesan lebih banyak daripada yang dapat dikerjakan, jawabannya 503 waiting-room dengan position,"
                            + " estimatedSeconds, dan place. Ulangi permintaan yang sama dengan Idempotency-Key yang sama dan place"
                            + " pada header Waiting-Place setelah detik pada Retry-After: urutan kedatangan tetap. Tempat berlaku"
                            + " paling lama satu jam, hanya untuk kunci API dan Idempotency-Key itu.",
            parameters =
                    @Parameter(
                            in = ParameterIn.HEADER,
                            name = "Waiting-Place",
                            description =
                                    "Tempat dalam antrean dari jawaban 503 waiting-room; kosong pada permintaan pertama",
                            schema = @Schema(type = "string")))
    ResponseEntity<Answer<BookingAnswer>> book(@RequestBody BookingRequest request, IdempotentRequest idempotent) {
        UUID client = idempotent.client().id();
        pace.pause(client, request.nik()).ifPresent(BookingsController::slowDown);
        KeyedDecision decision = bookings.book(request.unchecked(), idempotent, BookingsController::created);
        pace.answered(client, String.valueOf(request.nik()), refusal(decision)).ifPresent(BookingsController::slowDown);
        return switch (decision) {
            case KeyedDecision.Answered answered -> answered.answer().to(idempotent);
            case KeyedDecision.Refused refused -> throw problem(refused.refusal());
        };
    }

    private static ResponseEntity<BookingAnswer> created(BookingDetails booking) {
        BookingAnswer answer = BookingAnswer.of(booking);
        return ResponseEntity.created(URI.create("/api/v1/bookings/" + answer.code()))
                .body(answer);
    }

    private static @Nullable Refusal refusal(KeyedDecision decision) {
        return decision instanceof KeyedDecision.Refused refused ? refused.refusal() : null;
    }

    @GetMapping("/{code}")
    @Operation(summary = "Melihat pemesanan")
    BookingAnswer find(@PathVariable String code) {
        return BookingAnswer.of(bookings.find(known(code)).orElseThrow(BookingsController::notFound));
    }

    @DeleteMapping("/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Membatalkan pemesanan; kursinya kembali")
    void cancel(@PathVariable String code) {
        BookingCode known = known(code);
        try {
            if (bookings.cancel(known, CANCELLED_BY_APPLICANT).isEmpty()) {
                throw notFound();
            }
        } catch (IllegalMove tooLate) {
            if (!isCancelled(known)) {
                throw new ProblemException(ProblemType.BOOKING_NOT_CHANGEABLE, String.valueOf(tooLate.getMessage()));
            }
        }
    }

    /** A repeated DELETE, also one that came at the same time, finds the seat already given back. */
    private boolean isCancelled(BookingCode code) {
        return bookings.find(code)
                .filter(booking -> booking.status() == BookingStatus.CANCELLED)
                .isPresent();
    }

    @GetMapping(path = "/{code}/ticket.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "Tiket sebagai PDF (A6) dengan Code 128 dan QR")
    ResponseEntity<byte[]> ticket(@PathVariable String code) {
        BookingCode known = known(code);
        byte[] pdf = tickets.pdf(known, Tickets.Format.A6).orElseThrow(BookingsController::notFound);
        return ResponseEntity.ok()
                .header("Content-Disposition", "inline; filename=\"tiket-" + known + ".pdf\"")
                .header("Cache-Control", "private, no-store")
                .contentType(MediaType.APPLICATION_PDF)
                .body(pdf);
    }

    /** A code that cannot be one is answered like one that nobody has: no hint for guessing. */
    private static BookingCode known(String code) {
        return BookingCode.parse(code).value().orElseThrow(BookingsController::notFound);
    }

    private static ProblemException notFound() {
        return new ProblemException(ProblemType.NOT_FOUND, "Pemesanan dengan kode ini tidak ada.");
    }

    /** The same sentence for whatever was tried too often, so that it tells nothing about a NIK. */
    private static void slowDown(Duration wait) {
        throw ProblemException.rateLimited(
                "Terlalu banyak percobaan yang ditolak. Periksa NIK dan tanggal, lalu coba lagi setelah jeda pada Retry-After.",
                wait);
    }

    private static ProblemException problem(Refusal refusal) {
        ProblemType type = switch (refusal.kind()) {
            case NOT_ELIGIBLE, UNKNOWN_PERSON -> ProblemType.NOT_ELIGIBLE;
            case ALREADY_BOOKED -> ProblemType.ALREADY_BOOKED;
            case DAY_CLOSED -> ProblemType.DAY_CLOSED;
            case QUOTA_FULL -> ProblemType.QUOTA_FULL;
            case LIMIT_REACHED -> ProblemType.BOOKING_LIMIT;
            case CHANNEL_FULL -> ProblemType.CHANNEL_FULL;
        };
        var members = new LinkedHashMap<String, Object>();
        if (!refusal.nextFreeDays().isEmpty()) {
            members.put("nextFreeDays", refusal.nextFreeDays());
        }
        Optional.ofNullable(refusal.until()).ifPresent(until -> members.put("possibleFrom", until));
        return new ProblemException(type, refusal.message(), members);
    }
}
