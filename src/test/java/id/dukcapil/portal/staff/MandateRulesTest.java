package id.dukcapil.portal.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.staff.Mandate.Kind;
import id.dukcapil.portal.staff.Organisation.Head;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The head is in office until the end of the year; after that the position is vacant. */
class MandateRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate LAST_DAY_OF_HEAD = LocalDate.of(2026, 12, 31);
    private static final Head HEAD =
            new Head("Dra. Hj. Ratna Komala", "197008171995032001", null, LocalDate.of(2024, 1, 2), LAST_DAY_OF_HEAD);

    @Test
    void aWholeMandateRaisesNoQuestion() {
        assertThat(check(plh("2026-12-01", "2026-12-05"))).isEmpty();
    }

    @Test
    void everythingThatTheLetterSaysIsRequired() {
        var empty = new NewMandate(Kind.PLH, null, null, null, " ", null, " ");
        assertThat(rules().findings(empty))
                .extracting(Finding::field)
                .containsExactly("deputy", "number", "issuedOn", "reason", "from", "until");
    }

    @Test
    void aMandateOfOneDayIsAMandate() {
        assertThat(check(plh("2026-12-01", "2026-12-01"))).isEmpty();
    }

    @Test
    void theLastDayDoesNotComeBeforeTheFirst() {
        assertThat(check(plh("2026-12-05", "2026-12-04")))
                .containsExactly("until: Tanggal selesai tidak boleh mendahului tanggal mulai.");
    }

    @Test
    void noMandateIsGivenAfterwards() {
        assertThat(check(plh("2026-11-16", "2026-11-22")))
                .singleElement()
                .asString()
                .contains("tidak berlaku surut");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-05, 2026-12-06, true",
        "2026-12-09, 2026-12-10, true",
        "2026-12-01, 2026-12-31, true",
        "2026-12-07, 2026-12-08, true",
        "2026-12-01, 2026-12-05, false",
        "2026-12-10, 2026-12-12, false"
    })
    void twoMandatesOfOnePositionNeverShareADay(LocalDate from, LocalDate until, boolean overlaps) {
        var rules = new MandateRules(
                TODAY, MandateRulesTest::headOn, List.of(given(LocalDate.of(2026, 12, 6), LocalDate.of(2026, 12, 9))));
        assertThat(rules.findings(plh(from.toString(), until.toString())).stream()
                        .anyMatch(finding -> finding.message().contains("Bertumpang tindih dengan mandat Plh. Hendra")))
                .isEqualTo(overlaps);
    }

    @Test
    void aPlhNeedsAHeadWhoIsAway() {
        assertThat(check(plh("2026-12-28", "2027-01-03")))
                .containsExactly(
                        "kind: Pada 3 Januari 2027 jabatan ini kosong, jadi yang ditunjuk adalah Plt. (pelaksana tugas).");
    }

    @Test
    void aPltNeedsAVacantPosition() {
        assertThat(check(mandate(Kind.PLT, "2026-12-28", "2027-01-03", "2026-11-20")))
                .singleElement()
                .asString()
                .contains("masih dipegang Dra. Hj. Ratna Komala", "pilih Plh.");
        assertThat(check(mandate(Kind.PLT, "2027-01-01", "2027-03-31", "2026-11-20")))
                .isEmpty();
    }

    @Test
    void whatIsUnusualWarnsAndDoesNotRefuse() {
        var late = mandate(Kind.PLH, "2026-11-20", "2026-11-27", "2026-11-21");
        assertThat(rules().findings(late))
                .extracting(Finding::isError, Finding::field)
                .containsExactly(tuple(false, "issuedOn"), tuple(false, "from"));
        assertThat(rules().findings(mandate(Kind.PLT, "2027-01-01", "2027-06-30", "2026-11-20")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.isError()).isFalse();
                    assertThat(finding.message()).contains("lebih dari tiga bulan");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "false, false, false, nonaktif",
        "true, true, false, diri sendiri",
        "true, false, true, sudah memegang",
        "true, false, false, "
    })
    void theDeputyIsSomebodyElseWhoCanSignIn(
            boolean enabled, boolean oneself, boolean holdsRole, @Nullable String problem) {
        List<Finding> findings = MandateRules.ofDeputy(enabled, oneself, holdsRole);
        if (problem == null) {
            assertThat(findings).isEmpty();
        } else {
            assertThat(findings)
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.message()).contains(problem));
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-12-05, COMING", "2026-12-06, VALID", "2026-12-09, VALID", "2026-12-10, EXPIRED"})
    void aMandateIsValidFromItsFirstToItsLastDay(LocalDate day, Mandate.State state) {
        assertThat(given(LocalDate.of(2026, 12, 6), LocalDate.of(2026, 12, 9)).stateOn(day))
                .isEqualTo(state);
    }

    private static List<String> check(NewMandate wanted) {
        return rules().findings(wanted).stream()
                .map(finding -> finding.field() + ": " + finding.message())
                .toList();
    }

    private static MandateRules rules() {
        return new MandateRules(TODAY, MandateRulesTest::headOn, List.of());
    }

    private static Optional<Head> headOn(LocalDate day) {
        return Optional.of(HEAD).filter(head -> head.holdsOfficeOn(day));
    }

    private static NewMandate plh(String from, String until) {
        return mandate(Kind.PLH, from, until, "2026-11-10");
    }

    private static NewMandate mandate(Kind kind, String from, String until, String issued) {
        return new NewMandate(
                kind,
                new StaffId(UUID.randomUUID()),
                LocalDate.parse(from),
                LocalDate.parse(until),
                "800/1/Disdukcapil",
                LocalDate.parse(issued),
                "dinas luar");
    }

    private static Mandate given(LocalDate from, LocalDate until) {
        return new Mandate(
                UUID.randomUUID(),
                Kind.PLH,
                "Kepala Dinas",
                new StaffId(UUID.randomUUID()),
                "Hendra Gunawan",
                from,
                until,
                "800/2/Disdukcapil",
                from,
                "cuti",
                Instant.EPOCH,
                "Wawan",
                null);
    }
}
