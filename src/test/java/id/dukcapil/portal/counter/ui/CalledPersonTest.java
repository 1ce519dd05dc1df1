package id.dukcapil.portal.counter.ui;

import static id.dukcapil.portal.counter.ServiceCode.AKTIVASI_IKD;
import static id.dukcapil.portal.counter.ServiceCode.KK;
import static id.dukcapil.portal.counter.ServiceCode.PEREKAMAN;
import static id.dukcapil.portal.counter.ServiceCode.REGISTRASI;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import id.dukcapil.portal.Screen;
import id.dukcapil.portal.activation.process.ActivationScenario;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.IdentityField;
import id.dukcapil.portal.common.ui.KeyHelp;
import id.dukcapil.portal.common.ui.ScanField;
import id.dukcapil.portal.counter.HallScenario;
import id.dukcapil.portal.counter.Ticket;
import id.dukcapil.portal.counter.TicketStatus;
import id.dukcapil.portal.recording.process.RecordingDetails;
import id.dukcapil.portal.recording.process.RecordingPhase;
import id.dukcapil.portal.recording.process.RecordingScenario;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

/** From the call of a number to the page on which its person is served. */
class CalledPersonTest extends Screen {

    private static final OfficeCode UKL = new OfficeCode("320437");
    private static final OfficeCode DINAS = new OfficeCode("DINAS");

    @Autowired
    HallScenario hall;

    @Autowired
    RecordingScenario recordings;

    @Autowired
    ActivationScenario activations;

    private void press(String key) {
        find(KeyHelp.class).all().getLast().press(key);
    }

    /** The only one who waits is called to that counter. */
    private Ticket called(OfficeCode office, int counter, Supplier<Ticket> arriving) {
        hall.nobodyWaitsAt(office);
        Ticket ticket = arriving.get();
        open(DeskView.class, Map.of());
        click("Buka Loket " + counter);
        clock.advance(Duration.ofMinutes(12));
        press("Enter");
        assertThat(hall.now(ticket).status()).as(page()).isEqualTo(TicketStatus.CALLED);
        return ticket;
    }

    @Test
    @WithUserDetails(RecordingScenario.REGISTRATION)
    @SuppressWarnings("unchecked")
    void aCalledRegistrationGoesOnAsARecordingWithTheFirstArrival() {
        Nik nik = recordings.somebody();
        Ticket registration = called(UKL, 1, () -> hall.of(UKL, REGISTRASI, nik));
        press("b");
        String number = address().replaceFirst(".*/", "");
        assertThat(number).startsWith("PRK-320437-");
        assertThat(page()).contains("Nomor " + registration.label(), "datang 09.00", "Menunggu");
        press("1");
        find(CheckboxGroup.class).single().setValue(RecordingScenario.papers());
        press("Enter");
        press("1");
        RecordingDetails forwarded = recordings.now(number);
        assertThat(forwarded.phase()).isEqualTo(RecordingPhase.FORWARDED);
        Ticket recording = hall.rows
                .find(Objects.requireNonNull(hall.now(registration).next()))
                .orElseThrow();
        assertThat(hall.now(registration).status()).isEqualTo(TicketStatus.CONTINUED);
        assertThat(recording)
                .returns(PEREKAMAN, Ticket::service)
                .returns(nik, Ticket::nik)
                .returns(registration.firstArrival(), Ticket::firstArrival)
                .returns(registration.due(), Ticket::due);
        assertThat(forwarded.ticket()).isEqualTo(recording.label()).startsWith("P-");
        assertThat(forwarded.arrivedAt()).isEqualTo(registration.firstArrival());
    }

    @Test
    @WithUserDetails("ikd")
    void aCallForTheDigitalIdentityLeadsToItsCounterWithTheNikInTheField() {
        Nik nik = activations.somebody();
        called(DINAS, 4, () -> hall.of(DINAS, AKTIVASI_IKD, nik));
        assertThat(page()).contains("Buka aktivasi IKD");
        press("b");
        assertThat(address()).startsWith("aktivasi-ikd").doesNotContain(nik.value());
        assertThat(find(ScanField.class).single().getValue()).isEqualTo(nik.value());
    }

    @Test
    @WithUserDetails("operator")
    void aCallForAFamilyCardLeadsToANewRequestOfThePerson() {
        Nik nik = activations.somebody();
        called(DINAS, 1, () -> hall.of(DINAS, KK, nik));
        press("b");
        assertThat(address()).startsWith("permohonan-baru").doesNotContain(nik.value());
        assertThat(find(IdentityField.class).all().stream().map(field -> field.getValue()))
                .contains(nik.value());
    }

    @Test
    @WithUserDetails("cetak")
    void aPageThatTheClerkMayNotOpenIsNotOffered() {
        called(DINAS, 4, () -> hall.of(DINAS, AKTIVASI_IKD, activations.somebody()));
        assertThat(page()).doesNotContain("Buka aktivasi IKD");
        press("b");
        assertThat(getCurrentView()).isInstanceOf(DeskView.class);
    }
}
