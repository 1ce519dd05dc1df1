package id.dukcapil.portal.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentHolders;
import id.dukcapil.portal.documents.DocumentStore;
import id.dukcapil.portal.signing.SigningEvent.DocumentRefused;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** The register of documents to be signed, in the database. */
@IntegrationTest
@RecordApplicationEvents
class SigningRegisterTest {

    @Autowired
    SigningRegister register;

    @Autowired
    SigningScenario given;

    @Autowired
    DocumentStore store;

    @Autowired
    DocumentHolders holders;

    @Autowired
    SettableClock clock;

    @Autowired
    ApplicationEvents events;

    @AfterEach
    void monday() {
        clock.reset();
    }

    @Test
    void aVerifiedDocumentWaitsWithTheDigestThatTheVerifierSaw() {
        SigningDocumentDetails waiting = given.details(given.awaiting("keluarga-1"));
        assertThat(waiting.status()).isEqualTo(SigningDocumentStatus.AWAITING);
        assertThat(waiting.unsigned()).isEqualTo(waiting.verified());
        assertThat(waiting.printedFor()).isEqualTo(SomeDocuments.HEAD);
        assertThat(waiting.place()).isEqualTo(SomeDocuments.PLACE);
        assertThat(waiting.history())
                .singleElement()
                .satisfies(step -> assertThat(step.actor()).isEqualTo("Neneng Aisyah"));
        assertThat(holders.hold(waiting.verified()))
                .as("nobody removes its bytes")
                .isTrue();
    }

    @Test
    void aCaseWaitsOnlyOnceAtATime() {
        SigningDocumentDetails first = given.details(given.awaiting(null));
        NewSigningDocument again = SomeDocuments.verified(first.reference(), null, first.verified());
        assertThatExceptionOfType(AlreadyAwaiting.class)
                .isThrownBy(() -> given.registered(again))
                .withMessageContaining("sudah menunggu tanda tangan");
        given.as("kadis", () -> register.refuse(first.id(), first.version(), "Nama ayah keliru"));
        clock.advance(Duration.ofSeconds(1));
        assertThat(given.details(given.registered(again)).status()).isEqualTo(SigningDocumentStatus.AWAITING);
        assertThat(given.as("verifikator", () -> register.of(SomeDocuments.KIND, first.reference())))
                .extracting(SigningDocumentDetails::status)
                .containsExactly(SigningDocumentStatus.REFUSED, SigningDocumentStatus.AWAITING);
    }

    @Test
    void whatIsNotInTheStoreIsNotRegistered() {
        ContentHash lost = SomeDocuments.digestOf("never stored " + SomeDocuments.aReference());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> given.registered(SomeDocuments.verified(SomeDocuments.aReference(), null, lost)));
    }

    @Test
    void theSignatorySendsADocumentBackAndItsSourceHearsOfIt() {
        SigningDocumentDetails waiting = given.details(given.awaiting(null));
        SigningDocumentDetails back = given.as(
                        "kadis", () -> register.refuse(waiting.id(), waiting.version(), " Alamat keliru "))
                .orElseThrow();
        assertThat(back.status()).isEqualTo(SigningDocumentStatus.REFUSED);
        assertThat(back.history().getLast().reason()).isEqualTo("Alamat keliru");
        assertThat(events.stream(DocumentRefused.class)).singleElement().satisfies(told -> {
            assertThat(told.document().reference()).isEqualTo(waiting.reference());
            assertThat(told.reason()).isEqualTo("Alamat keliru");
        });
        assertThat(events.stream(AuditEvent.class).filter(audit -> audit.kind().equals("Dokumen TTE")))
                .extracting(AuditEvent::action)
                .containsExactly("Didaftarkan untuk ditandatangani", "Dikembalikan ke verifikator");
    }

    @Test
    void whoDecidesUponAnOldVersionIsToldWhoWasFaster() {
        SigningDocumentDetails seen = given.details(given.awaiting(null));
        given.as("verifikator", () -> register.withdraw(seen.kind(), seen.reference(), "Permohonan dibatalkan"));
        assertThatExceptionOfType(ChangedMeanwhile.class)
                .isThrownBy(() -> given.as("kadis", () -> register.refuse(seen.id(), seen.version(), "Alamat keliru")))
                .withMessageContaining("Neneng Aisyah")
                .withMessageContaining("Ditarik");
    }

    @Test
    void aSourceTakesBackWhatWaitsAndNothingElse() {
        SigningDocumentDetails waiting = given.details(given.awaiting(null));
        assertThat(given.as("verifikator", () -> register.withdraw(waiting.kind(), waiting.reference(), "Dibatalkan")))
                .isTrue();
        assertThat(given.as("verifikator", () -> register.withdraw(waiting.kind(), waiting.reference(), "Dibatalkan")))
                .as("nothing waits any more")
                .isFalse();
    }

    @Test
    void strangersFindNothingThatWasNotSigned() {
        SigningDocumentDetails waiting = given.details(given.awaiting(null));
        assertThat(register.signedBy(waiting.code())).isEmpty();
        assertThat(register.signedAs(ContentHash.of("x".getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
    }

    @Test
    void onlyWhoMaySignSendsBackOrRevokes() {
        SigningDocumentDetails waiting = given.details(given.awaiting(null));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> given.as(
                        "verifikator", () -> register.refuse(waiting.id(), waiting.version(), "Alamat keliru")));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(
                        () -> given.as("manajer", () -> register.revoke(waiting.id(), waiting.version(), "Keliru")));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> given.as("operator", () -> register.find(waiting.id())));
    }
}
