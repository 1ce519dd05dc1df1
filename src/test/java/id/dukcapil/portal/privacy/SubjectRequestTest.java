package id.dukcapil.portal.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.IllegalMove;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SubjectRequestTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final ActedBy OFFICER = officer(NOW);
    private static final Nik NIK = new Nik("3204376501900001");

    static Stream<Arguments> everyStatusAndAction() {
        return Arrays.stream(RequestStatus.values())
                .flatMap(status -> Arrays.stream(RequestAction.values())
                        .filter(action -> action != RequestAction.REGISTER)
                        .map(action -> Arguments.of(status, action)));
    }

    @ParameterizedTest(name = "{1} on a request that is {0}")
    @MethodSource("everyStatusAndAction")
    void aVerbWorksExactlyInTheStatusesThatAllowIt(RequestStatus status, RequestAction action) {
        SubjectRequest request = aRequestThatIs(status);
        boolean offered = request.details().allowed().contains(action);
        assertThat(offered).isEqualTo(mayHappen(status, action));
        int before = request.details().history().size();
        if (offered) {
            act(request, action);
            assertThat(request.status()).isEqualTo(endOf(action));
            assertThat(request.details().history()).hasSize(before + 1);
        } else {
            assertThatExceptionOfType(IllegalMove.class)
                    .isThrownBy(() -> act(request, action))
                    .withMessageContaining("berstatus \"%s\"".formatted(status.label()));
            assertThat(request.status()).isEqualTo(status);
            assertThat(request.details().history()).hasSize(before);
        }
    }

    private static boolean mayHappen(RequestStatus status, RequestAction action) {
        return switch (status) {
            case RECEIVED ->
                Set.of(RequestAction.BEGIN, RequestAction.ANSWER, RequestAction.WITHDRAW)
                        .contains(action);
            case IN_PROGRESS ->
                Set.of(RequestAction.ANSWER, RequestAction.WITHDRAW).contains(action);
            case ANSWERED -> Set.of(RequestAction.FINISH, RequestAction.REOPEN).contains(action);
            case DONE, WITHDRAWN -> false;
        };
    }

    private static RequestStatus endOf(RequestAction action) {
        return switch (action) {
            case REGISTER -> RequestStatus.RECEIVED;
            case BEGIN, REOPEN -> RequestStatus.IN_PROGRESS;
            case ANSWER -> RequestStatus.ANSWERED;
            case FINISH -> RequestStatus.DONE;
            case WITHDRAW -> RequestStatus.WITHDRAWN;
        };
    }

    @ParameterizedTest
    @EnumSource(Decision.class)
    void whoHasNotProvenWhoTheyAreCanOnlyBeRefused(Decision decision) {
        SubjectRequest request = aRequestThatIs(RequestStatus.RECEIVED);
        if (decision == Decision.REFUSED) {
            request.answer(OFFICER, decision, "Identitas tidak terbukti");
            assertThat(request.identityIsChecked()).isFalse();
        } else {
            assertThatExceptionOfType(InvalidInput.class)
                    .isThrownBy(() -> request.answer(OFFICER, decision, "Salinan diberikan"))
                    .withMessageContaining("belum diperiksa");
            assertThat(request.status()).isEqualTo(RequestStatus.RECEIVED);
        }
    }

    @Test
    void onlyACorrectionIsForwardedToSiak() {
        SubjectRequest access = aRequestThatIs(RequestStatus.IN_PROGRESS);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> access.answer(OFFICER, Decision.FORWARDED, "ke SIAK"));
        SubjectRequest correction = new SubjectRequest("PD-2026-0002", correction("akta"), NIK, OFFICER);
        correction.begin(OFFICER, "KTP-el");
        correction.answer(OFFICER, Decision.FORWARDED, "ke SIAK");
        assertThat(correction.details().decision()).isEqualTo(Decision.FORWARDED);
    }

    @Test
    void theClockRunsFromTheReceiptAndStopsWithTheAnswer() {
        Instant received = NOW.minus(Duration.ofHours(50));
        var request = new SubjectRequest(
                "PD-2026-0001",
                new NewRequest(RequestKind.ACCESS, "", "Siti", "-", "salinan", null, received),
                NIK,
                OFFICER);
        assertThat(request.details().deadline().due()).isEqualTo(received.plus(Duration.ofHours(72)));
        request.begin(OFFICER, "KTP-el");
        request.answer(officer(NOW.plus(Duration.ofHours(23))), Decision.GRANTED, "terlampir");
        assertThat(request.details().deadline().at(NOW.plus(Duration.ofDays(9))))
                .isEqualTo(Deadline.State.MISSED);
    }

    @Test
    void anAnswerThatIsTakenUpAgainLetsTheOldClockRunOn() {
        SubjectRequest request = aRequestThatIs(RequestStatus.ANSWERED);
        assertThat(request.details().deadline().at(NOW)).isEqualTo(Deadline.State.KEPT);
        request.reopen(OFFICER, "lampiran tertinggal");
        RequestDetails details = request.details();
        assertThat(details.deadline().met()).isNull();
        assertThat(details.deadline().due()).isEqualTo(NOW.plus(Deadline.LENGTH));
        assertThat(details.answer()).isNull();
        assertThat(details.decision()).isNull();
    }

    @Test
    void everythingThatIsWrongWithARequestIsSaidAtOnce() {
        var nothing = new NewRequest(null, "12", " ", "", "", null, NOW.plusSeconds(60));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> nothing.checked(NOW))
                .satisfies(wrong -> assertThat(wrong.findings())
                        .extracting(Finding::field)
                        .contains("kind", "nik", "fullName", "contact", "wording", "receivedAt"));
    }

    @Test
    void aCorrectionSaysWhatIsWrongWhatIsRightAndWhatProvesIt() {
        assertThat(correction("kutipan akta").checked(NOW)).isEqualTo(NIK);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> correction(" ").checked(NOW))
                .withMessageContaining("buktinya");
    }

    private static NewRequest correction(String evidence) {
        return new NewRequest(
                RequestKind.CORRECTION,
                NIK.value(),
                "Siti Rahmawati",
                "siti@contoh.id",
                "Tanggal lahir saya keliru",
                new NewRequest.Wrong("Tanggal lahir", "25 Januari 1990", "26 Januari 1990", evidence),
                null);
    }

    private static void act(SubjectRequest request, RequestAction action) {
        switch (action) {
            case REGISTER -> throw new IllegalArgumentException("A request is registered by its constructor");
            case BEGIN -> request.begin(OFFICER, "KTP-el asli");
            case ANSWER -> request.answer(OFFICER, Decision.REFUSED, "bukan wewenang");
            case REOPEN -> request.reopen(OFFICER, "keliru");
            case FINISH -> request.finish(OFFICER, "e-mail");
            case WITHDRAW -> request.withdraw(OFFICER, "tidak jadi");
        }
    }

    private static SubjectRequest aRequestThatIs(RequestStatus status) {
        var request = new SubjectRequest(
                "PD-2026-0001",
                new NewRequest(
                        RequestKind.ACCESS, NIK.value(), "Siti Rahmawati", "siti@contoh.id", "salinan", null, null),
                NIK,
                OFFICER);
        switch (status) {
            case RECEIVED -> {}
            case IN_PROGRESS -> act(request, RequestAction.BEGIN);
            case ANSWERED -> {
                act(request, RequestAction.BEGIN);
                act(request, RequestAction.ANSWER);
            }
            case DONE -> {
                act(request, RequestAction.BEGIN);
                act(request, RequestAction.ANSWER);
                act(request, RequestAction.FINISH);
            }
            case WITHDRAWN -> act(request, RequestAction.WITHDRAW);
        }
        return request;
    }

    private static ActedBy officer(Instant at) {
        return new ActedBy(new Actor(Actor.Kind.STAFF, null, "Sri Lestari"), "", at);
    }
}
