package id.dukcapil.portal.recording.process;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.procedure.StepTaken;
import id.dukcapil.portal.recording.process.RecordingTimes.Printed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** Waiting, way and service of a recording, and the printed times. */
class RecordingTimesTest {

    private static final Instant NINE = Instant.parse("2026-11-24T02:00:00Z");

    @Test
    void theQueueIsWaitingAndTheStepsAreService() {
        RecordingTimes times = RecordingTimes.of(recording(), at(60));
        assertThat(times.waiting()).isEqualTo(Duration.ofMinutes(20 + 15));
        assertThat(times.way()).isEqualTo(Duration.ofMinutes(1));
        assertThat(times.steps())
                .containsExactly(
                        Duration.ofMinutes(2), Duration.ofMinutes(8), Duration.ofMinutes(7), Duration.ofMinutes(28));
        assertThat(times.service()).isEqualTo(Duration.ofMinutes(45));
    }

    @Test
    void thePrintedTimesAreThoseOfTheProcedureAsData() throws IOException {
        String procedure = new ClassPathResource("reference/sop/pesisir-selatan-039-2019.yml")
                .getContentAsString(StandardCharsets.UTF_8);
        List<Printed> printed = Pattern.compile("time: Paling lama (?:(\\d+)-)?(\\d+) menit")
                .matcher(procedure)
                .results()
                .map(time -> new Printed(
                        time.group(1) == null ? 0 : Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2))))
                .toList();
        assertThat(RecordingTimes.PRINTED).isEqualTo(printed);
        assertThat(RecordingTimes.WHOLE.max())
                .isEqualTo(printed.stream().mapToInt(Printed::max).sum());
        assertThat(new Printed(5, 10).isExceededBy(Duration.ofMinutes(11))).isTrue();
        assertThat(new Printed(0, 5).isExceededBy(Duration.ofMinutes(5))).isFalse();
    }

    /** Arrived 21 minutes before, called one minute before the counter; every number is minutes after nine. */
    private static RecordingDetails recording() {
        return new RecordingDetails(
                UUID.randomUUID(),
                "PRK-320437-2026-00001",
                new OfficeCode("320437"),
                new Nik("3204375509090001"),
                "YULIANTI SAFITRI",
                false,
                RecordingPhase.RECORDED,
                0,
                "TBP/1",
                RecordingCode.random(),
                null,
                "P-009",
                at(-21),
                at(-1),
                NINE,
                at(32),
                0,
                List.of(
                        step(null, RecordingPhase.ARRIVED, RecordingAction.OPEN, 0),
                        step(RecordingPhase.ARRIVED, RecordingPhase.CHECKING, RecordingAction.RECEIVE, 2),
                        step(RecordingPhase.CHECKING, RecordingPhase.BIOMETRIC_CHECK, RecordingAction.ACCEPT, 5),
                        step(RecordingPhase.BIOMETRIC_CHECK, RecordingPhase.FORWARDED, RecordingAction.NOT_YET, 10),
                        step(RecordingPhase.FORWARDED, RecordingPhase.RECORDING, RecordingAction.TAKE_OVER, 25),
                        step(RecordingPhase.RECORDING, RecordingPhase.RECORDED, RecordingAction.SUCCEED, 32)));
    }

    private static Instant at(int minutes) {
        return NINE.plus(Duration.ofMinutes(minutes));
    }

    private static StepTaken<RecordingPhase, RecordingAction> step(
            @Nullable RecordingPhase from, RecordingPhase to, RecordingAction action, int minutes) {
        return new StepTaken<>(from, to, action, Actor.Kind.STAFF, null, "Deden", "", at(minutes), null);
    }
}
