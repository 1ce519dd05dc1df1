package id.dukcapil.portal.signing;

import static id.dukcapil.portal.signing.SomeDocuments.NOW;
import static id.dukcapil.portal.signing.SomeDocuments.OPERATOR;
import static id.dukcapil.portal.signing.SomeDocuments.PLACE;
import static id.dukcapil.portal.signing.SomeDocuments.VERIFIER;
import static id.dukcapil.portal.signing.SomeDocuments.act;
import static id.dukcapil.portal.signing.SomeDocuments.digestOf;
import static id.dukcapil.portal.signing.SomeDocuments.verified;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.common.procedure.StepTaken;
import id.dukcapil.portal.documents.ContentHash;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of a document in the register, on the document alone. */
class SigningDocumentTest {

    private static final StaffId RATNA = new StaffId(UUID.randomUUID());
    private static final ActedBy BY_RATNA = act(RATNA, "Dra. Hj. Ratna Komala, M.Si.");
    private static final ContentHash UNSIGNED = digestOf("as the verifier saw it");
    private static final ContentHash PRINTED_ANEW = digestOf("with the deputy's name");
    private static final ContentHash SIGNED = digestOf("signed");
    private static final SignatoryLines DEPUTY =
            new SignatoryLines("Plh. Kepala Dinas Kependudukan dan Pencatatan Sipil", "Hendra Gunawan", null);

    /** Every verb but REGISTER, which makes the document. */
    private static final Map<SigningDocumentAction, Consumer<SigningDocument>> VERBS = Map.of(
            SigningDocumentAction.REPRINT,
            document -> document.reprint(PRINTED_ANEW, PLACE, new Imprint(DEPUTY, NOW, true), BY_RATNA),
            SigningDocumentAction.ENTER_BATCH,
            document -> document.enterBatch(RATNA, BY_RATNA),
            SigningDocumentAction.LEAVE_BATCH,
            document -> document.leaveBatch("Sesi dihentikan", BY_RATNA),
            SigningDocumentAction.SIGN,
            document -> document.sign(SIGNED, RATNA, BY_RATNA),
            SigningDocumentAction.REFUSE,
            document -> document.refuse("Alamat keliru", BY_RATNA),
            SigningDocumentAction.WITHDRAW,
            document -> document.withdraw("Permohonan dibatalkan", BY_RATNA),
            SigningDocumentAction.SUPERSEDE,
            document -> document.supersede(aDocument("UJI-2"), BY_RATNA),
            SigningDocumentAction.REVOKE,
            document -> document.revoke("Diterbitkan dengan data palsu", BY_RATNA));

    private static final Map<SigningDocumentStatus, Set<SigningDocumentAction>> LEGAL = Map.of(
            SigningDocumentStatus.AWAITING,
            Set.of(
                    SigningDocumentAction.REPRINT,
                    SigningDocumentAction.ENTER_BATCH,
                    SigningDocumentAction.REFUSE,
                    SigningDocumentAction.WITHDRAW),
            SigningDocumentStatus.IN_BATCH,
            Set.of(SigningDocumentAction.LEAVE_BATCH, SigningDocumentAction.SIGN),
            SigningDocumentStatus.SIGNED,
            Set.of(SigningDocumentAction.SUPERSEDE, SigningDocumentAction.REVOKE),
            SigningDocumentStatus.REFUSED,
            Set.of(),
            SigningDocumentStatus.WITHDRAWN,
            Set.of(),
            SigningDocumentStatus.SUPERSEDED,
            Set.of(),
            SigningDocumentStatus.REVOKED,
            Set.of());

    static Stream<Arguments> everyStatusAndVerb() {
        return Stream.of(SigningDocumentStatus.values())
                .flatMap(status -> Stream.of(SigningDocumentAction.values())
                        .filter(verb -> verb != SigningDocumentAction.REGISTER)
                        .map(verb -> Arguments.of(status, verb)));
    }

    @ParameterizedTest(name = "{1} on a document that is {0}")
    @MethodSource("everyStatusAndVerb")
    void aVerbWorksExactlyInTheStatusesThatAllowIt(SigningDocumentStatus status, SigningDocumentAction verb) {
        SigningDocument document = aDocumentThatIs(status);
        SigningDocumentDetails before = document.details();
        if (!Objects.requireNonNull(LEGAL.get(status)).contains(verb)) {
            assertThatExceptionOfType(IllegalMove.class)
                    .isThrownBy(() -> perform(verb, document))
                    .withMessageContaining(status.label())
                    .withMessageContaining("tidak dapat " + verb.passive());
            assertThat(document.details()).isEqualTo(before);
            return;
        }
        perform(verb, document);
        List<StepTaken<SigningDocumentStatus, SigningDocumentAction>> after =
                document.details().history();
        assertThat(after)
                .hasSize(before.history().size() + 1)
                .startsWith(before.history().toArray(StepTaken[]::new));
        assertThat(after.getLast().action()).isEqualTo(verb);
        assertThat(after.getLast().from()).isEqualTo(status);
        assertThat(after.getLast().to()).isEqualTo(document.status());
        assertThat(document.moved().step()).isEqualTo(after.getLast());
    }

    @ParameterizedTest
    @EnumSource(SigningDocumentStatus.class)
    void onlyWhatWasSignedHasASignature(SigningDocumentStatus status) {
        SigningDocumentDetails details = aDocumentThatIs(status).details();
        assertThat(details.signature() != null).isEqualTo(status.isSigned());
        assertThat(status.canBecome(status)).isFalse();
    }

    @Test
    void theSignatureNamesWhoseLinesArePrinted() {
        SigningDocument document = aDocument("UJI-1");
        document.reprint(PRINTED_ANEW, PLACE, new Imprint(DEPUTY, NOW, true), BY_RATNA);
        document.enterBatch(RATNA, BY_RATNA);
        document.sign(SIGNED, RATNA, BY_RATNA);
        assertThat(document.details().signature()).isEqualTo(new SigningDocumentDetails.Signature(SIGNED, DEPUTY, NOW));
        assertThat(document.details().verified())
                .as("what the verifier saw stays known")
                .isEqualTo(UNSIGNED);
        assertThat(document.unsigned()).isEqualTo(PRINTED_ANEW);
    }

    @Test
    void whoOperatedOrVerifiedDoesNotSign() {
        for (StaffId involved : List.of(OPERATOR, VERIFIER)) {
            SigningDocument document = aDocument("UJI-1");
            assertThatExceptionOfType(SignerTookPart.class)
                    .isThrownBy(() -> document.enterBatch(involved, BY_RATNA))
                    .withMessageContaining("tidak dapat menandatanganinya");
            assertThat(document.status()).isEqualTo(SigningDocumentStatus.AWAITING);
            document.enterBatch(RATNA, BY_RATNA);
            assertThatExceptionOfType(SignerTookPart.class).isThrownBy(() -> document.sign(SIGNED, involved, BY_RATNA));
            assertThat(document.status()).isEqualTo(SigningDocumentStatus.IN_BATCH);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void nothingIsSentBackOrRevokedWithoutAReason(String nothing) {
        SigningDocument waiting = aDocument("UJI-1");
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> waiting.refuse(nothing, BY_RATNA));
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> waiting.withdraw(nothing, BY_RATNA));
        SigningDocument signed = aDocumentThatIs(SigningDocumentStatus.SIGNED);
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> signed.revoke(nothing, BY_RATNA));
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> signed.revoke("x".repeat(501), BY_RATNA));
        assertThat(signed.status()).isEqualTo(SigningDocumentStatus.SIGNED);
    }

    @Test
    void theRegisterTakesNoNumberOfAResident() {
        assertThatIllegalArgumentException().isThrownBy(() -> verified("KK 3204052811900003", null, UNSIGNED));
        assertThatIllegalArgumentException().isThrownBy(() -> verified("UJI-1", "3204051203110007", UNSIGNED));
    }

    @Test
    void codesAreLongDifferentAndFitIntoAnAddress() {
        List<String> codes = Stream.generate(VerificationCode::random)
                .limit(1_000)
                .map(VerificationCode::value)
                .toList();
        assertThat(codes).doesNotHaveDuplicates().allMatch(code -> code.matches("[A-Za-z0-9_-]{24}"));
        assertThat(VerificationCode.read(codes.getFirst())).contains(new VerificationCode(codes.getFirst()));
        assertThat(VerificationCode.read("../" + codes.getFirst())).isEmpty();
        assertThat(VerificationCode.read("")).isEmpty();
    }

    private static SigningDocument aDocument(String reference) {
        return new SigningDocument(verified(reference, null, UNSIGNED), BY_RATNA);
    }

    private static SigningDocument aDocumentThatIs(SigningDocumentStatus status) {
        SigningDocument document = aDocument("UJI-1");
        List<SigningDocumentAction> path = switch (status) {
            case AWAITING -> List.of();
            case IN_BATCH -> List.of(SigningDocumentAction.ENTER_BATCH);
            case SIGNED -> List.of(SigningDocumentAction.ENTER_BATCH, SigningDocumentAction.SIGN);
            case REFUSED -> List.of(SigningDocumentAction.REFUSE);
            case WITHDRAWN -> List.of(SigningDocumentAction.WITHDRAW);
            case SUPERSEDED ->
                List.of(SigningDocumentAction.ENTER_BATCH, SigningDocumentAction.SIGN, SigningDocumentAction.SUPERSEDE);
            case REVOKED ->
                List.of(SigningDocumentAction.ENTER_BATCH, SigningDocumentAction.SIGN, SigningDocumentAction.REVOKE);
        };
        path.forEach(verb -> perform(verb, document));
        assertThat(document.status()).isEqualTo(status);
        return document;
    }

    private static void perform(SigningDocumentAction verb, SigningDocument document) {
        Objects.requireNonNull(VERBS.get(verb)).accept(document);
    }
}
