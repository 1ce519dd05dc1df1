package id.dukcapil.portal.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.AuditEvent.Change;
import id.dukcapil.portal.common.ContactData.Correction;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.PersonalDataSource.Item;
import id.dukcapil.portal.common.Purpose;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** What an operator of the head office may open, and what the person behind the bookings may ask for. */
@IntegrationTest
@RecordApplicationEvents
@WithUserDetails("operator")
class HoldersTest {

    private static final OfficeCode DINAS = new OfficeCode("DINAS");
    private static final OfficeCode NAGREG = new OfficeCode("320426");
    private static final LocalDate DAY = LocalDate.of(2026, 12, 22);
    private static final Purpose SERVING = new Purpose(Purpose.Kind.SERVING, "");

    @Autowired
    Holders holders;

    @Autowired
    BookingsOfPerson ofPerson;

    @Autowired
    BookingService bookings;

    @Autowired
    BookingScenario given;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEvents events;

    @Test
    void theHolderOfABookingOfOnesOfficeIsOpened() {
        BookingDetails booking = given.booked(DINAS, DAY);
        assertThat(holders.reveal(booking.code(), SERVING).orElseThrow().values())
                .containsEntry("NIK", booking.nik().value())
                .containsEntry("E-mail", "pemohon@contoh.id")
                .containsEntry("Telepon", "081234567890");
        assertThat(events.stream(AuditEvent.class)
                        .filter(event -> event.action().equals("Data pribadi dibuka")))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.reference()).isEqualTo(booking.code().value());
                    assertThat(event.person()).isEqualTo(booking.nik());
                });
    }

    @Test
    void theHolderOfAnotherOfficesBookingIsNot() {
        BookingDetails elsewhere = given.booked(NAGREG, DAY);
        assertThat(holders.reveal(elsewhere.code(), SERVING)).isEmpty();
        assertThat(events.stream(AuditEvent.class)
                        .filter(event -> event.action().equals("Data pribadi dibuka")))
                .isEmpty();
    }

    @Test
    @WithUserDetails("cetak")
    void whoMayOnlyReadBookingsOpensNobody() {
        BookingDetails booking = given.booked(DINAS, DAY);
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> holders.reveal(booking.code(), SERVING));
    }

    @Test
    void aPersonIsToldOfEveryBookingAndWhatBecameOfIt() {
        var someone = given.somebodyReadyToPrint();
        BookingDetails first = given.booked(someone, DINAS, DAY);
        given.asBds(() -> bookings.cancel(first.code(), "berhalangan").orElseThrow());
        BookingDetails second = given.booked(someone, NAGREG, DAY.plusDays(1));
        List<Item> items = ofPerson.about(someone.nik());
        assertThat(items)
                .extracting(Item::title)
                .containsExactly("Pemesanan " + first.code(), "Pemesanan " + second.code());
        assertThat(items.getFirst().values())
                .containsEntry("NIK", someone.nik().value())
                .containsEntry("Status", "Dibatalkan")
                .containsEntry("Kantor", "Dinas Dukcapil, Soreang")
                .containsValue("oleh Uji BDS: berhalangan");
    }

    @Test
    void aWrongContactIsCorrectedInAllBookingsOfThePerson() {
        BookingDetails booking = given.booked(DINAS, DAY);
        int corrected = correct(booking.nik(), new Correction(" benar@contoh.id ", null));
        assertThat(corrected).isEqualTo(1);
        BookingDetails now = bookings.find(booking.code()).orElseThrow();
        assertThat(now.email()).isEqualTo("benar@contoh.id");
        assertThat(now.phone()).isEqualTo("081234567890");
        assertThat(events.stream(AuditEvent.class)
                        .filter(event -> event.action().equals("Data kontak diperbaiki")))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.changes())
                            .containsExactly(new Change("E-mail", "p•••@contoh.id", "b•••@contoh.id"));
                    assertThat(event.reason()).isEqualTo("Permintaan subjek data PD-2026-0001");
                });
    }

    @Test
    void aContactThatCannotBeRightChangesNothing() {
        BookingDetails booking = given.booked(DINAS, DAY);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> correct(booking.nik(), new Correction("benar@contoh.id", "12")))
                .withMessageContaining("8 sampai 15 angka");
        assertThat(bookings.find(booking.code()).orElseThrow().email()).isEqualTo("pemohon@contoh.id");
    }

    private int correct(Nik nik, Correction correction) {
        return Objects.requireNonNull(transaction.execute(status -> ofPerson.correct(nik, correction, "PD-2026-0001")));
    }
}
