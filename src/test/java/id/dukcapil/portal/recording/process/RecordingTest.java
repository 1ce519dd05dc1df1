package id.dukcapil.portal.recording.process;

import static id.dukcapil.portal.recording.process.RecordingPhase.ALREADY_RECORDED;
import static id.dukcapil.portal.recording.process.RecordingPhase.ARRIVED;
import static id.dukcapil.portal.recording.process.RecordingPhase.BIOMETRIC_CHECK;
import static id.dukcapil.portal.recording.process.RecordingPhase.CHECKING;
import static id.dukcapil.portal.recording.process.RecordingPhase.FINISHED;
import static id.dukcapil.portal.recording.process.RecordingPhase.FORWARDED;
import static id.dukcapil.portal.recording.process.RecordingPhase.LEFT;
import static id.dukcapil.portal.recording.process.RecordingPhase.NOT_RECORDED;
import static id.dukcapil.portal.recording.process.RecordingPhase.RECORDED;
import static id.dukcapil.portal.recording.process.RecordingPhase.RECORDING;
import static id.dukcapil.portal.recording.process.RecordingPhase.RETURNED;
import static id.dukcapil.portal.recording.process.RecordingPhase.UNSUCCESSFUL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.CaseMoved;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.StaffNotice;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.IllegalMove;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The four steps of SOP Pesisir Selatan 800/039 with both forks, every phase with every verb. */
class RecordingTest {

    private static final Instant NINE = Instant.parse("2026-11-24T02:00:00Z");
    private static final UUID DEDEN = UUID.randomUUID();
    private static final UUID YAYAH = UUID.randomUUID();

    /** Each verb as its operator does it. */
    private static final Map<RecordingAction, Consumer<Recording>> VERBS = new EnumMap<>(RecordingAction.class);

    private static final Map<RecordingAction, Map<RecordingPhase, RecordingPhase>> LEGAL =
            new EnumMap<>(RecordingAction.class);

    static {
        verb(RecordingAction.RECEIVE, r -> r.receive("KTP lama", null, deden()), Map.of(ARRIVED, CHECKING));
        verb(RecordingAction.ACCEPT, r -> r.accept(adultPapers(), deden()), Map.of(CHECKING, BIOMETRIC_CHECK));
        verb(
                RecordingAction.GIVE_BACK,
                r -> r.giveBack(List.of(Requirement.FAMILY_CARD), "", deden()),
                Map.of(CHECKING, RETURNED, BIOMETRIC_CHECK, RETURNED));
        verb(RecordingAction.NOT_YET, r -> r.notYet(deden()), Map.of(BIOMETRIC_CHECK, FORWARDED));
        verb(
                RecordingAction.ALREADY,
                r -> r.already("Rekaman 2024 sudah siap cetak.", NextStop.PRINT, deden()),
                Map.of(BIOMETRIC_CHECK, ALREADY_RECORDED));
        verb(
                RecordingAction.TAKE_OVER,
                r -> r.takeOver(by(UUID.randomUUID(), "Operator lain")),
                Map.of(FORWARDED, RECORDING, RECORDING, RECORDING));
        verb(RecordingAction.SUCCEED, r -> r.succeed("TBP/1", yayah()), Map.of(RECORDING, RECORDED));
        verb(RecordingAction.FAIL, r -> r.fail(Failure.IRIS, "", yayah()), Map.of(RECORDING, UNSUCCESSFUL));
        verb(RecordingAction.AGAIN, r -> r.again(deden()), Map.of(UNSUCCESSFUL, FORWARDED));
        verb(RecordingAction.END, r -> r.end("Datang lagi besok", deden()), Map.of(UNSUCCESSFUL, NOT_RECORDED));
        verb(RecordingAction.FINISH, r -> r.finish(yayah()), Map.of(RECORDED, FINISHED));
        verb(
                RecordingAction.LEAVE,
                r -> r.leave("Pulang", deden()),
                Map.of(
                        ARRIVED, LEFT,
                        CHECKING, LEFT,
                        BIOMETRIC_CHECK, LEFT,
                        FORWARDED, LEFT,
                        RECORDING, LEFT,
                        UNSUCCESSFUL, LEFT));
        var stays = new EnumMap<RecordingPhase, RecordingPhase>(RecordingPhase.class);
        Arrays.stream(RecordingPhase.values()).filter(RecordingPhase::isOpen).forEach(p -> stays.put(p, p));
        verb(RecordingAction.TROUBLE, r -> r.trouble("Listrik padam", deden()), stays);
    }

    private static void verb(
            RecordingAction action, Consumer<Recording> act, Map<RecordingPhase, RecordingPhase> legal) {
        VERBS.put(action, act);
        LEGAL.put(action, legal);
    }

    private static void act(RecordingAction action, Recording recording) {
        Objects.requireNonNull(VERBS.get(action)).accept(recording);
    }

    private static ActedBy by(UUID person, String name) {
        return new ActedBy(new Actor(Actor.Kind.STAFF, person, name), "Operator", NINE);
    }

    private static ActedBy deden() {
        return by(DEDEN, "Deden Suryana");
    }

    private static ActedBy yayah() {
        return by(YAYAH, "Yayah Rokayah");
    }

    private static Set<Requirement> adultPapers() {
        return Set.of(Requirement.FAMILY_CARD, Requirement.AGE_BY_PAPER);
    }

    private static Recording opened(boolean underAge) {
        return new Recording(
                new Recording.Opening(
                        "PRK-320437-2026-00001",
                        new OfficeCode("320437"),
                        new Nik("3204375509090001"),
                        "YULIANTI SAFITRI",
                        underAge,
                        null,
                        null),
                RecordingCode.random(),
                deden());
    }

    /** Led there by the real verbs. */
    private static Recording in(RecordingPhase phase) {
        Recording recording = opened(false);
        switch (phase) {
            case ARRIVED -> {}
            case CHECKING -> recording.receive("KTP lama", null, deden());
            case BIOMETRIC_CHECK -> {
                recording.receive("KTP lama", null, deden());
                recording.accept(adultPapers(), deden());
            }
            case FORWARDED -> {
                recording = in(BIOMETRIC_CHECK);
                recording.notYet(deden());
            }
            case RECORDING -> {
                recording = in(FORWARDED);
                recording.takeOver(yayah());
            }
            case UNSUCCESSFUL -> {
                recording = in(RECORDING);
                recording.fail(Failure.FINGERPRINT, "", yayah());
            }
            case RECORDED -> {
                recording = in(RECORDING);
                recording.succeed("TBP/1", yayah());
            }
            case FINISHED -> {
                recording = in(RECORDED);
                recording.finish(yayah());
            }
            case RETURNED -> {
                recording = in(CHECKING);
                recording.giveBack(List.of(Requirement.FAMILY_CARD), "", deden());
            }
            case ALREADY_RECORDED -> {
                recording = in(BIOMETRIC_CHECK);
                recording.already("Sudah ada", NextStop.STATUS, deden());
            }
            case NOT_RECORDED -> {
                recording = in(UNSUCCESSFUL);
                recording.end("Besok", deden());
            }
            case LEFT -> recording.leave("Pulang", deden());
        }
        return recording;
    }

    static Stream<Arguments> everyPhaseWithEveryVerb() {
        return Arrays.stream(RecordingPhase.values())
                .flatMap(phase -> VERBS.keySet().stream().map(action -> Arguments.of(phase, action)));
    }

    @ParameterizedTest(name = "{1} at {0}")
    @MethodSource
    void everyPhaseWithEveryVerb(RecordingPhase phase, RecordingAction action) {
        Recording recording = in(phase);
        RecordingPhase next = LEGAL.getOrDefault(action, Map.of()).get(phase);
        if (next == null) {
            assertThatThrownBy(() -> act(action, recording))
                    .isInstanceOf(IllegalMove.class)
                    .hasMessageContaining("PRK-320437-2026-00001")
                    .hasMessageContaining(phase.label());
            assertThat(recording.status()).isEqualTo(phase);
        } else {
            act(action, recording);
            assertThat(recording.status()).isEqualTo(next);
            assertThat(recording.details().last().action()).isEqualTo(action);
        }
    }

    @Test
    void everyActionButTheOpeningIsAVerb() {
        assertThat(VERBS).hasSize(RecordingAction.values().length - 1);
    }

    @Test
    void aPersonWhoSendsSomebodyElseIsNotReceived() {
        Recording recording = in(ARRIVED);
        assertThatThrownBy(() -> recording.receive(" ", null, deden()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("tidak dapat diwakili");
        assertThat(recording.status()).isEqualTo(ARRIVED);
    }

    @Test
    void whoIsBelowSeventeenNeedsThePaperOfTheMarriage() {
        Recording recording = opened(true);
        recording.receive("Kartu pelajar", null, deden());
        assertThatThrownBy(() -> recording.accept(adultPapers(), deden()))
                .hasMessage("Belum ada: Buku nikah atau kutipan akta perkawinan.");
        recording.accept(Set.of(Requirement.FAMILY_CARD, Requirement.MARRIAGE_BY_PAPER), deden());
        assertThat(recording.status()).isEqualTo(BIOMETRIC_CHECK);
    }

    @Test
    void aFileGoesBackWithWhatIsMissing() {
        Recording recording = in(CHECKING);
        assertThatThrownBy(() -> recording.giveBack(List.of(), " ", deden())).isInstanceOf(InvalidInput.class);
        recording.giveBack(List.of(Requirement.FAMILY_CARD), "KK yang dibawa milik orang lain", deden());
        assertThat(recording.details().last().reason())
                .isEqualTo("Kurang: Kartu Keluarga; KK yang dibawa milik orang lain");
    }

    @Test
    void whoRegistersAPersonDoesNotRecordTheSamePerson() {
        Recording recording = in(FORWARDED);
        assertThatThrownBy(() -> recording.takeOver(deden()))
                .isInstanceOf(IllegalMove.class)
                .hasMessageContaining("dua petugas yang berbeda");
        Recording failed = in(UNSUCCESSFUL);
        assertThatThrownBy(() -> failed.again(yayah())).hasMessageContaining("direkam oleh Anda");
    }

    @Test
    void theOutcomeOfAFileIsToldByTheOperatorWhoHasIt() {
        Recording recording = in(RECORDING);
        ActedBy colleague = by(UUID.randomUUID(), "Ujang");
        assertThatThrownBy(() -> recording.succeed("TBP/9", colleague)).hasMessageContaining("dipegang Yayah Rokayah");
        assertThatThrownBy(() -> recording.takeOver(yayah())).hasMessageContaining("diterima dua kali");
        recording.takeOver(colleague);
        assertThatThrownBy(() -> recording.fail(Failure.FACE, "", yayah())).hasMessageContaining("dipegang Ujang");
        recording.succeed("TBP/9", colleague);
        assertThat(recording.details().receipt()).isEqualTo("TBP/9");
    }

    @Test
    void attemptsAreCountedOverSeveralRounds() {
        Recording recording = in(UNSUCCESSFUL);
        recording.again(deden());
        assertThat(recording.details().last().reason()).isEqualTo("Percobaan ke-2");
        recording.takeOver(yayah());
        recording.fail(Failure.DEVICE, "kamera mati", yayah());
        assertThat(recording.details().attempts()).isEqualTo(2);
        assertThat(recording.details().last().reason()).isEqualTo("Alat perekaman rusak: kamera mati");
    }

    @Test
    void theClockRestsInTheQueueAndDoesNotNoticeStepsWithinARow() {
        assertThat(clock(in(ARRIVED))).extracting(CaseMoved::begun).isEqualTo(1);
        assertThat(in(BIOMETRIC_CHECK).moved().clock()).isNull();
        CaseMoved queued = clock(in(FORWARDED));
        assertThat(queued).extracting(CaseMoved::begun).isEqualTo(3);
        assertThat(queued.waitingFor().label()).isEqualTo("Pemohon");
        assertThat(clock(in(RECORDING)).waitingFor().label()).isEqualTo("Kantor");
        assertThat(clock(in(FINISHED)).begun()).isNull();
        Recording troubled = in(RECORDING);
        troubled.trouble("Jaringan putus", yayah());
        assertThat(troubled.moved().clock()).isNull();
    }

    private static CaseMoved clock(Recording recording) {
        return (CaseMoved) Objects.requireNonNull(recording.moved().clock());
    }

    @Test
    void theBellTellsTheOtherOperatorWithoutNames() {
        StaffNotice forwarded = (StaffNotice) Objects.requireNonNull(in(FORWARDED).moved().notice());
        assertThat(forwarded.text()).isEqualTo("Berkas PRK-320437-2026-00001 menunggu diterima operator perekaman.");
        StaffNotice failed = (StaffNotice) Objects.requireNonNull(in(UNSUCCESSFUL).moved().notice());
        assertThat(failed.text()).doesNotContain("YULIANTI");
        assertThat(in(FINISHED).moved().notice()).isNull();
    }

    @Test
    void aCodeSurvivesBeingTyped() {
        RecordingCode code = RecordingCode.random();
        assertThat(RecordingCode.read(code.value().toLowerCase(Locale.ROOT).replace("-", " ")))
                .contains(code);
        assertThat(RecordingCode.read("0000000000")).isEmpty();
        assertThat(RecordingCode.read("")).isEmpty();
    }
}
