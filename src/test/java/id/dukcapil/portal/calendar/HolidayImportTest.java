package id.dukcapil.portal.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.calendar.HolidayImport.Change;
import id.dukcapil.portal.calendar.HolidayImport.Effect;
import id.dukcapil.portal.calendar.HolidayImport.Plan;
import id.dukcapil.portal.calendar.HolidayImport.Refused;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.OfficeCode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.transaction.annotation.Transactional;

/** Holidays entered here are gone again after each test. */
@IntegrationTest
@Transactional
@WithUserDetails("admin")
class HolidayImportTest {

    private static final String DECREE = "SKB 3 Menteri No. 1 Tahun 2030";
    private static final OfficeCode SOREANG = new OfficeCode("320437");

    @Autowired
    HolidayImport imports;

    @Autowired
    HolidayEditing editing;

    @Autowired
    Holidays holidays;

    @Autowired
    OfficeCalendar calendar;

    @Test
    void aYearThatIsImportedTwiceChangesNothingTheSecondTime() {
        String list = """
                \uFEFFTanggal;Nama;Jenis
                2031-01-01;Tahun Baru;libur nasional
                17/8/2031;Hari Kemerdekaan;Libur Nasional

                26 Desember 2031;"Cuti; Natal";cuti bersama""";
        Plan first = imports.preview(2031, DECREE, list);
        assertThat(first.refused()).isEmpty();
        assertThat(imports.apply(first)).isEqualTo(3);
        assertThat(year(2031))
                .extracting(Holiday::date, Holiday::name, Holiday::kind)
                .containsExactly(
                        tuple(LocalDate.of(2031, 1, 1), "Tahun Baru", Holiday.Kind.NATIONAL),
                        tuple(LocalDate.of(2031, 8, 17), "Hari Kemerdekaan", Holiday.Kind.NATIONAL),
                        tuple(LocalDate.of(2031, 12, 26), "Cuti; Natal", Holiday.Kind.COLLECTIVE_LEAVE));

        Plan second = imports.preview(2031, DECREE, list);
        assertThat(second.changes()).extracting(Change::effect).containsOnly(Effect.SAME);
        assertThat(second.canBeApplied()).isFalse();
    }

    @Test
    void thePreviewTellsNewChangedRemovedAndSameApart() {
        imports.apply(imports.preview(2031, DECREE, """
                2031-01-01,Tahun Baru,nasional
                2031-05-01,Hari Buruh,nasional
                2031-06-01,Hari Pancasila,nasional"""));
        editing.add(local("Hari Jadi Kabupaten", LocalDate.of(2031, 4, 20), null));

        Plan plan = imports.preview(2031, DECREE, """
                2031-01-01,Tahun Baru,nasional
                2031-05-01,Hari Buruh Internasional,nasional
                2031-07-01,Libur Baru,cuti bersama""");

        assertThat(plan.changes())
                .extracting(Change::effect, change -> change.shown().name())
                .containsExactly(
                        tuple(Effect.SAME, "Tahun Baru"),
                        tuple(Effect.CHANGED, "Hari Buruh Internasional"),
                        tuple(Effect.REMOVED, "Hari Pancasila"),
                        tuple(Effect.NEW, "Libur Baru"));
        imports.apply(plan);
        assertThat(year(2031))
                .extracting(Holiday::name)
                .containsExactly("Tahun Baru", "Hari Jadi Kabupaten", "Hari Buruh Internasional", "Libur Baru");
    }

    @Test
    void israMikrajOnTwoDatesOfOneYearStaysTwoHolidays() {
        String list = year(2027).stream()
                .map(holiday -> "%s\t%s\t%s"
                        .formatted(
                                holiday.date(), holiday.name(), holiday.kind().label()))
                .collect(Collectors.joining("\n"));
        Plan plan = imports.preview(2027, DECREE, list);
        assertThat(plan.count(Effect.NEW) + plan.count(Effect.REMOVED)).isZero();
        assertThat(plan.changes())
                .filteredOn(change -> change.shown().name().startsWith("Isra Mikraj"))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2031-02-30;Tanggal Salah;libur nasional | tidak dikenal",
                "besok;Tanggal Salah;libur nasional | tidak dikenal",
                "2030-01-01;Tahun Lain;libur nasional | bukan dalam tahun 2031",
                "2031-01-02;Jenis Salah;hari besar | Jenis",
                "2031-01-02;;cuti bersama | Nama wajib",
                "2031-01-02;Tanpa Jenis | tiga kolom"
            })
    void aLineThatCannotBeUsedIsRefusedAndNothingIsApplied(String line, String why) {
        Plan plan = imports.preview(2031, DECREE, "2031-01-01;Tahun Baru;nasional\n" + line);
        assertThat(plan.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.line()).isEqualTo(2);
            assertThat(refused.why()).contains(why);
        });
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> imports.apply(plan));
        assertThat(year(2031)).isEmpty();
    }

    @Test
    void theSameLineTwiceIsRefused() {
        Plan plan = imports.preview(2031, DECREE, "2031-01-01;Tahun Baru;nasional\n1/1/2031;tahun baru;nasional");
        assertThat(plan.refused()).extracting(Refused::line).containsExactly(2);
    }

    @Test
    void whatSomebodyElseChangedSinceThePreviewStopsTheImport() {
        Plan plan = imports.preview(2031, DECREE, "2031-01-01;Tahun Baru;nasional");
        editing.add(new Holiday(
                LocalDate.of(2031, 8, 17),
                "Kemerdekaan",
                Holiday.Kind.NATIONAL,
                DECREE,
                "Uji",
                Holiday.CONFIRMED,
                null));
        assertThatExceptionOfType(ChangedMeanwhile.class).isThrownBy(() -> imports.apply(plan));
        assertThat(year(2031)).extracting(Holiday::name).containsExactly("Kemerdekaan");
    }

    @Test
    void aLocalHolidayClosesItsOfficeOnly() {
        LocalDate day = LocalDate.of(2026, 12, 8);
        editing.add(local("Hari Jadi Kecamatan", day, SOREANG));
        assertThat(calendar.day(SOREANG, day).closedBecause()).contains("Hari Jadi Kecamatan");
        assertThat(calendar.day(new OfficeCode("320405"), day).isOpen()).isTrue();
    }

    @Test
    void aHolidayIsChangedOrRemovedOnlyAsItWasSeen() {
        Holiday seenByBoth = local("Hari Jadi", LocalDate.of(2031, 4, 20), null);
        editing.add(seenByBoth);
        editing.change(seenByBoth, local("Hari Jadi Kabupaten", LocalDate.of(2031, 4, 21), null));
        assertThatExceptionOfType(ChangedMeanwhile.class).isThrownBy(() -> editing.remove(seenByBoth));
        assertThat(year(2031)).extracting(Holiday::date).containsExactly(LocalDate.of(2031, 4, 21));
    }

    @Test
    void everyFieldThatIsMissingIsNamed() {
        var nothing = new Holiday(LocalDate.of(2031, 1, 1), " ", Holiday.Kind.NATIONAL, "", "Uji", "", SOREANG);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> editing.add(nothing))
                .satisfies(refused ->
                        assertThat(refused.findings()).extracting("field").containsExactly("name", "basis", "office"));
    }

    @Test
    void aFastingMonthHas29Or30DaysAndMeetsNoOther() {
        var estimate = new Ramadan(LocalDate.of(2028, 1, 28), LocalDate.of(2028, 2, 25), "PERKIRAAN");
        editing.addRamadan(estimate);
        var confirmed = new Ramadan(LocalDate.of(2028, 1, 29), LocalDate.of(2028, 2, 26), Holiday.CONFIRMED);
        editing.changeRamadan(estimate, confirmed);
        assertThat(editing.ramadans()).contains(confirmed).doesNotContain(estimate);

        assertThatExceptionOfType(ChangedMeanwhile.class)
                .isThrownBy(() -> editing.changeRamadan(
                        new Ramadan(estimate.from(), confirmed.to(), "PERKIRAAN"),
                        new Ramadan(LocalDate.of(2029, 1, 16), LocalDate.of(2029, 2, 13), "PERKIRAAN")));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> editing.addRamadan(
                        new Ramadan(LocalDate.of(2028, 2, 20), LocalDate.of(2028, 3, 19), "PERKIRAAN")));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> editing.addRamadan(
                        new Ramadan(LocalDate.of(2029, 1, 16), LocalDate.of(2029, 2, 20), "PERKIRAAN")));
    }

    private static Holiday local(String name, LocalDate date, @Nullable OfficeCode office) {
        return new Holiday(date, name, Holiday.Kind.LOCAL, "Keputusan Bupati", "Uji", Holiday.CONFIRMED, office);
    }

    private List<Holiday> year(int year) {
        return holidays.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }
}
