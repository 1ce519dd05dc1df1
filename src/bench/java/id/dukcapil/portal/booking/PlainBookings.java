package id.dukcapil.portal.booking;

import id.dukcapil.portal.booking.Booking.RequestMark;
import id.dukcapil.portal.booking.FairnessFacts.Asked;
import id.dukcapil.portal.channel.Answer;
import id.dukcapil.portal.channel.Idempotency;
import id.dukcapil.portal.channel.IdempotentRequest;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.population.Population;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.net.URI;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the portal is measured against: the usual service, which locks the day with SELECT … FOR UPDATE, checks and writes
 * one booking while it holds it, with the same checks, on the same tables and with the same trail and letters. A fair
 * semaphore as large as the pool keeps its callers from running into the time-out of the pool, which only helps it.
 */
@TestComponent
@RestController
@RequestMapping("/api/v1/bench/bookings")
@PreAuthorize("hasAuthority('SCOPE_booking')")
class PlainBookings {

    private static final int CONNECTIONS = 20;

    record Request(String nik, String fullName, String email, String phone, String office, LocalDate date) {

        NewBooking unchecked() {
            return new NewBooking(nik, fullName, email, phone, office, date, BookingOrigin.CHANNEL, null);
        }
    }

    record Made(String code, int queueNumber) {}

    private final Semaphore connections = new Semaphore(CONNECTIONS, true);
    private final Idempotency idempotency;
    private final QuotaRows quota;
    private final Population population;
    private final Refusals refusals;
    private final Bookings bookings;
    private final Admission admission;
    private final Offices offices;
    private final BookingReach reach;

    PlainBookings(
            Idempotency idempotency,
            QuotaRows quota,
            Population population,
            Refusals refusals,
            Bookings bookings,
            Admission admission,
            Offices offices,
            BookingReach reach) {
        this.idempotency = idempotency;
        this.quota = quota;
        this.population = population;
        this.refusals = refusals;
        this.bookings = bookings;
        this.admission = admission;
        this.offices = offices;
        this.reach = reach;
    }

    @PostMapping
    ResponseEntity<Answer<Made>> book(@RequestBody Request request, IdempotentRequest key) {
        return book(request.unchecked(), key);
    }

    ResponseEntity<Answer<Made>> book(NewBooking request, IdempotentRequest key) {
        connections.acquireUninterruptibly();
        try {
            return idempotency.once(key, () -> decide(request));
        } finally {
            connections.release();
        }
    }

    private ResponseEntity<Made> decide(NewBooking request) {
        Nik nik = request.checkedNik();
        Office office =
                offices.find(new OfficeCode(String.valueOf(request.office()))).orElseThrow();
        LocalDate date = Objects.requireNonNull(request.date());
        quota.lock(office.code(), date, QuotaRule.NONE);
        var person = population.find(nik);
        var by = reach.require(office.code());
        var asked =
                new Asked(nik, office.code(), date, request.origin(), by.actor().id(), null);
        if (refusals.ofPerson(person, office, asked).isPresent()
                || bookings.findActiveByNik(nik.value()).isPresent()) {
            return ResponseEntity.status(HttpStatus.CONFLICT).build();
        }
        var mark = new RequestMark(request.origin(), by.actor().id(), null);
        return admission
                .admit(office, date, request.holder(nik, person), mark, by)
                .map(booking -> ResponseEntity.created(URI.create("/api/v1/bookings/" + booking.code()))
                        .body(new Made(booking.code().value(), booking.queueNumber())))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.CONFLICT).build());
    }
}
