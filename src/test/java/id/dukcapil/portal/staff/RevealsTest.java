package id.dukcapil.portal.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.AuditEvent.Change;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Purpose;
import id.dukcapil.portal.common.Revealed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** Deden Suryana of the registration desk opens masked data. */
@IntegrationTest
@RecordApplicationEvents
@WithUserDetails("registrasi")
class RevealsTest {

    private static final Nik NIK = new Nik("3204376501900001");
    private static final Purpose SERVING = new Purpose(Purpose.Kind.SERVING, "");
    private static final OfficeCode DINAS = new OfficeCode("DINAS");

    @Autowired
    Reveals reveals;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    ApplicationEvents events;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void anOpeningIsWrittenDownWithItsPurposeButWithoutTheData() {
        Revealed revealed = open("UJI-1", new Purpose(Purpose.Kind.COMPLAINT, "surat 7"));
        assertThat(revealed.values()).containsEntry("NIK", NIK.value());
        assertThat(revealed.shownFor()).isEqualTo(Duration.ofMinutes(5));
        assertThat(jdbc.sql("SELECT CONCAT_WS('|', full_name, office_code, record_kind, purpose) FROM staff_reveal"
                                + " WHERE reference = 'UJI-1'")
                        .query(String.class)
                        .single())
                .isEqualTo("Deden Suryana|320437|Uji|Menindaklanjuti pengaduan: surat 7");

        AuditEvent event = audited("Data pribadi dibuka").getFirst();
        assertThat(event.reference()).isEqualTo("UJI-1");
        assertThat(event.person()).isEqualTo(NIK);
        assertThat(event.office()).isEqualTo(DINAS);
        assertThat(event.reason()).isEqualTo("Menindaklanjuti pengaduan: surat 7");
        assertThat(event.changes()).containsExactly(new Change("Yang dibuka", null, "NIK"));
    }

    @Test
    void whatIsRolledBackLeavesNoTraceAndShowsNothing() {
        transaction.executeWithoutResult(status -> {
            reveals.open("Uji", "UJI-2", NIK, DINAS, SERVING, Map.of());
            status.setRollbackOnly();
        });
        assertThat(jdbc.sql("SELECT COUNT(*) FROM staff_reveal WHERE reference = 'UJI-2'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void nobodyOpensOutsideATransaction() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> reveals.open("Uji", "UJI-3", NIK, DINAS, SERVING, Map.of()));
    }

    @Test
    @WithUserDetails("perekaman")
    void moreThanThirtyInAnHourWarnAndAreNoticedOnce() {
        clock.advance(Duration.ofDays(400));
        List<Revealed> first =
                IntStream.range(0, 30).mapToObj(i -> open("UJI-4", SERVING)).toList();
        assertThat(first).allMatch(revealed -> revealed.warning() == null);
        assertThat(audited("Pembukaan data beruntun")).isEmpty();

        assertThat(open("UJI-4", SERVING).warning()).contains("data 31 orang dalam satu jam");
        assertThat(open("UJI-4", SERVING).warning()).contains("32 orang");
        assertThat(audited("Pembukaan data beruntun")).singleElement().satisfies(event -> {
            assertThat(event.reference()).isEqualTo("perekaman");
            assertThat(event.changes()).containsExactly(new Change("Pembukaan dalam satu jam", null, "31"));
        });

        clock.advance(Duration.ofMinutes(61));
        assertThat(open("UJI-4", SERVING).warning()).isNull();
    }

    @Test
    @WithUserDetails("manajer")
    void whoHasNoSuchPermissionOpensNothing() {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> open("UJI-5", SERVING));
    }

    private Revealed open(String reference, Purpose purpose) {
        return Objects.requireNonNull(transaction.execute(
                status -> reveals.open("Uji", reference, NIK, DINAS, purpose, Map.of("NIK", NIK.value()))));
    }

    private List<AuditEvent> audited(String action) {
        return events.stream(AuditEvent.class)
                .filter(event -> event.action().equals(action))
                .toList();
    }
}
