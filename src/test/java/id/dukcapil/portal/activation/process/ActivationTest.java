package id.dukcapil.portal.activation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.dukcapil.portal.activation.register.Applicant;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.IllegalMove;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The six steps and every way out of them, without a database. */
class ActivationTest {

    private static final Instant NINE = Instant.parse("2026-11-23T02:00:00Z");
    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final Actor OFFICER = new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "Fitri Handayani");

    /** What each verb may be done to; to anything else it throws. */
    private static final Map<ActivationAction, Set<ActivationStatus>> ALLOWED = Map.of(
            ActivationAction.INSTALL, EnumSet.of(ActivationStatus.STARTED),
            ActivationAction.REGISTER, EnumSet.of(ActivationStatus.STARTED, ActivationStatus.FILLING),
            ActivationAction.MATCH, EnumSet.of(ActivationStatus.REGISTERED, ActivationStatus.FACE_NOT_MATCHED),
            ActivationAction.MISMATCH, EnumSet.of(ActivationStatus.REGISTERED, ActivationStatus.FACE_NOT_MATCHED),
            ActivationAction.SCAN, EnumSet.of(ActivationStatus.FACE_MATCHED),
            ActivationAction.RESEND, EnumSet.of(ActivationStatus.CODE_SENT),
            ActivationAction.WRONG_CODE, EnumSet.of(ActivationStatus.CODE_SENT),
            ActivationAction.CONFIRM, EnumSet.of(ActivationStatus.CODE_SENT),
            ActivationAction.ARCHIVE, EnumSet.of(ActivationStatus.ACTIVE),
            ActivationAction.ABANDON,
                    EnumSet.of(
                            ActivationStatus.STARTED,
                            ActivationStatus.FILLING,
                            ActivationStatus.REGISTERED,
                            ActivationStatus.FACE_NOT_MATCHED,
                            ActivationStatus.FACE_MATCHED,
                            ActivationStatus.CODE_SENT));

    private static final Map<ActivationAction, BiConsumer<Activation, DatedAct>> VERBS = Map.of(
            ActivationAction.INSTALL, Activation::install,
            ActivationAction.REGISTER, (it, by) -> it.register("a@contoh.id", "0812", null, by),
            ActivationAction.MATCH, (it, by) -> it.match(LIFETIME, null, by),
            ActivationAction.MISMATCH, (it, by) -> it.mismatch(null, by),
            ActivationAction.SCAN, (it, by) -> it.scan(LIFETIME, null, by),
            ActivationAction.RESEND, (it, by) -> it.resend(LIFETIME, by),
            ActivationAction.WRONG_CODE, Activation::wrongCode,
            ActivationAction.CONFIRM, (it, by) -> it.confirm(null, by),
            ActivationAction.ARCHIVE, Activation::archive,
            ActivationAction.ABANDON, (it, by) -> it.abandon(DropOut.LEFT, null, by));

    static Stream<Arguments> everyStatusAndVerb() {
        return Arrays.stream(ActivationStatus.values())
                .flatMap(status -> VERBS.keySet().stream().map(verb -> Arguments.of(status, verb)));
    }

    @ParameterizedTest
    @MethodSource("everyStatusAndVerb")
    void aVerbIsPossibleInItsStatusesAndNamesTheStatusElsewhere(ActivationStatus status, ActivationAction verb) {
        Activation activation = in(status);
        int before = activation.details().history().size();
        if (ALLOWED.getOrDefault(verb, Set.of()).contains(status)) {
            tell(activation, verb, at(NINE.plusSeconds(60)));
            assertThat(activation.details().last().action()).isEqualTo(verb);
            assertThat(activation.details().history()).hasSize(before + 1);
        } else {
            assertThatThrownBy(() -> tell(activation, verb, at(NINE.plusSeconds(60))))
                    .isInstanceOf(IllegalMove.class)
                    .hasMessageContaining(status.label());
            assertThat(activation.details().history()).hasSize(before);
        }
    }

    @Test
    void eachStepTakesTheTimeSinceTheStepBeforeItHoweverOftenItIsRepeated() {
        Activation activation = in(ActivationStatus.REGISTERED);
        activation.mismatch("Cahaya kurang", at(NINE.plusSeconds(60)));
        activation.mismatch("Kacamata", at(NINE.plusSeconds(120)));
        activation.match(LIFETIME, null, at(NINE.plusSeconds(150)));
        activation.scan(LIFETIME, null, at(NINE.plusSeconds(190)));
        assertThat(activation.details().spentIn(3)).isEqualTo(Duration.ofSeconds(150));
        assertThat(activation.details().spentIn(4)).isEqualTo(Duration.ofSeconds(40));
        assertThat(activation.details().spentIn(2)).isNull();
        assertThat(activation.details().faceAttempts()).isEqualTo(2);
    }

    @Test
    void aNewCodeForgetsTheWrongOnes() {
        Activation activation = in(ActivationStatus.CODE_SENT);
        activation.wrongCode(at(NINE));
        activation.wrongCode(at(NINE));
        activation.resend(LIFETIME, at(NINE.plusSeconds(5)));
        assertThat(activation.code().wrongCodes()).isZero();
        assertThat(activation.code().generation()).isEqualTo(2);
        assertThat(activation.code().isOverAt(NINE.plusSeconds(5).plus(LIFETIME)))
                .isTrue();
    }

    @Test
    void aLetterThatComesBackAfterTheActivationChangesNothing() {
        Activation activation = in(ActivationStatus.ACTIVE);
        activation.bounced(MailState.BOUNCED, "550", at(NINE));
        assertThat(activation.details().last().action()).isEqualTo(ActivationAction.CONFIRM);
    }

    @Test
    void whoIsTakenOverIsCountedAtTheNewOfficeWithTheOldOneNamed() {
        Activation activation = in(ActivationStatus.FACE_MATCHED);
        activation.takeOver(new OfficeCode("MPP"), null, at(NINE));
        assertThat(activation.office()).isEqualTo(new OfficeCode("MPP"));
        assertThat(activation.details().last().reason()).isEqualTo("Dari kantor DINAS");
        assertThat(activation.status()).isEqualTo(ActivationStatus.FACE_MATCHED);
    }

    @Test
    void everyDropOutReasonThatAnOfficerChoosesBelongsToAStep() {
        assertThat(DropOut.at(1)).containsExactly(DropOut.UNSUITABLE_PHONE, DropOut.NO_SIGNAL, DropOut.LEFT);
        assertThat(DropOut.at(3)).contains(DropOut.FACE).doesNotContain(DropOut.MAIL_RETURNED, DropOut.LAPSED);
        assertThat(DropOut.at(2)).doesNotContain(DropOut.NOT_RECORDED, DropOut.UNDER_AGE);
        assertThat(DropOut.at(6)).isEmpty();
    }

    private static Activation in(ActivationStatus status) {
        DatedAct by = at(NINE);
        Activation registered = Activation.registered("IKD-UJI-1", wanted(), "a@contoh.id", "0812", by);
        return switch (status) {
            case STARTED -> Activation.begun("IKD-UJI-1", wanted(), by);
            case FILLING -> then(Activation.begun("IKD-UJI-1", wanted(), by), ActivationAction.INSTALL);
            case REGISTERED -> registered;
            case FACE_NOT_MATCHED -> then(registered, ActivationAction.MISMATCH);
            case FACE_MATCHED -> then(registered, ActivationAction.MATCH);
            case CODE_SENT -> then(registered, ActivationAction.MATCH, ActivationAction.SCAN);
            case ACTIVE -> then(registered, ActivationAction.MATCH, ActivationAction.SCAN, ActivationAction.CONFIRM);
            case ARCHIVED -> then(in(ActivationStatus.ACTIVE), ActivationAction.ARCHIVE);
            case REFUSED -> Activation.refused("IKD-UJI-1", wanted(), DropOut.UNDER_AGE, by);
            case ABANDONED -> then(registered, ActivationAction.ABANDON);
        };
    }

    private static void tell(Activation activation, ActivationAction verb, DatedAct by) {
        Objects.requireNonNull(VERBS.get(verb)).accept(activation, by);
    }

    private static Activation then(Activation activation, ActivationAction... verbs) {
        for (ActivationAction verb : verbs) {
            tell(activation, verb, at(NINE));
        }
        return activation;
    }

    private static NewActivation wanted() {
        return new NewActivation(
                new Applicant(new Nik("3204374101850001"), "SITI NURHASANAH", "3204372001", "Soreang", true),
                ActivationPurpose.NEW,
                null,
                new OfficeCode("DINAS"),
                true,
                null,
                null);
    }

    private static DatedAct at(Instant moment) {
        return new DatedAct(new ActedBy(OFFICER, "Petugas IKD", moment), LocalDate.ofInstant(moment, WIB));
    }
}
