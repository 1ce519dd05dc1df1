package id.dukcapil.portal.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Transactional;

/** Every office entered here is gone again after its test. The clock stands at Monday 23 November 2026. */
@IntegrationTest
@Transactional
@RecordApplicationEvents
@WithUserDetails("admin")
class OfficeAdministrationTest {

    private static final OfficeFacts FACTS = new OfficeFacts(
            "UKL Kecamatan Uji", Office.Kind.UKL, ZoneId.of("Asia/Makassar"), " Jalan Uji 1 ", "(022) 123 456", null);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired
    OfficeAdministration administration;

    @Autowired
    Offices offices;

    @Autowired
    ApplicationEvents events;

    @Test
    void aNewOfficeStandsAtTheEndOfTheListWithItsFacts() {
        OfficeCode code = administration.open(" uji01 ", FACTS);

        Office last = offices.all().getLast();
        assertThat(last.code()).isEqualTo(code).isEqualTo(new OfficeCode("UJI01"));
        assertThat(last.address()).isEqualTo("Jalan Uji 1");
        assertThat(last.timeZone()).isEqualTo(ZoneId.of("Asia/Makassar"));
        assertThat(events.stream(AuditEvent.class))
                .anySatisfy(event ->
                        assertThat(event.reference() + " " + event.action()).isEqualTo("UJI01 Ditambahkan"));
    }

    @ParameterizedTest
    @CsvSource({
        "X, UKL, 2 sampai 16",
        "KANTOR BARU, UKL, 2 sampai 16",
        "TERLALUPANJANGSEKALI, UKL, 2 sampai 16",
        "320101, UKL, diawali 3204",
        "3204, UKL, diawali 3204",
        "320499, MPP, hanya untuk Unit Kerja Layanan",
        "DINAS, DINAS, sudah ada"
    })
    void aCodeThatCannotBeUsedIsRefused(String code, Office.Kind kind, String why) {
        var facts = new OfficeFacts("Kantor Uji", kind, ZoneId.of("Asia/Jakarta"), null, null, null);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> administration.open(code, facts))
                .withMessageContaining(why);
    }

    @Test
    void everyFieldThatIsWrongIsNamedAtOnce() {
        var facts = new OfficeFacts("X", Office.Kind.UKL, ZoneId.of("Europe/Paris"), "a".repeat(241), "abc", null);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> administration.open("UJI02", facts))
                .satisfies(refused -> assertThat(refused.findings())
                        .extracting("field")
                        .containsExactly("name", "address", "phone", "timeZone"));
    }

    @Test
    void whoeverSavesWhatSomebodyElseHasChangedIsToldByWhom() {
        Office seenByBoth = opened("UJI03");
        administration.change(seenByBoth, renamed("UKL Pertama"));

        assertThatExceptionOfType(ChangedMeanwhile.class)
                .isThrownBy(() -> administration.change(seenByBoth, renamed("UKL Kedua")))
                .withMessageContaining("Wawan Hermawan");
        assertThat(offices.find(seenByBoth.code()).orElseThrow().name()).isEqualTo("UKL Pertama");
    }

    @Test
    void anOfficeIsPutBehindAnotherOrAtTheHead() {
        Office office = opened("UJI04");
        administration.moveAfter(office.code(), new OfficeCode("DINAS"));
        assertThat(codes().subList(0, 3)).containsExactly("DINAS", "UJI04", "MPP");
        administration.moveAfter(office.code(), null);
        assertThat(codes().getFirst()).isEqualTo("UJI04");
    }

    @Test
    void aClosedOfficeStaysInTheRegisterAndLeavesTheOfficesInService() {
        Office office = opened("UJI05");
        administration.close(office, TODAY.plusDays(3), "Digabung");

        assertThat(codesInService(TODAY.plusDays(2))).contains("UJI05");
        assertThat(codesInService(TODAY.plusDays(3))).doesNotContain("UJI05");
        assertThat(codes()).contains("UJI05");

        administration.reopen(offices.find(office.code()).orElseThrow());
        assertThat(codesInService(TODAY.plusDays(3))).contains("UJI05");
    }

    @Test
    void anOfficeIsNotClosedInThePastNorWithoutAReason() {
        Office office = opened("UJI06");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> administration.close(office, TODAY.minusDays(1), "Digabung"));
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> administration.close(office, TODAY, "  "));
    }

    @Test
    @WithUserDetails("perencana")
    void whoeverMayOnlyReadOfficesCannotOpenOne() {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> administration.open("UJI07", FACTS));
    }

    private Office opened(String code) {
        return offices.find(administration.open(code, FACTS)).orElseThrow();
    }

    private static OfficeFacts renamed(String name) {
        return new OfficeFacts(name, Office.Kind.UKL, ZoneId.of("Asia/Jakarta"), null, null, null);
    }

    private List<String> codes() {
        return offices.all().stream().map(office -> office.code().value()).toList();
    }

    private List<String> codesInService(LocalDate date) {
        return offices.inServiceOn(date).stream()
                .map(office -> office.code().value())
                .toList();
    }
}
