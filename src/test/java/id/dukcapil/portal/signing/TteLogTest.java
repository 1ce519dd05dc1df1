package id.dukcapil.portal.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.common.OutsideSystem;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.staff.Mandates;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The demonstration signs with the portal's keystore; every call leaves a line. */
@IntegrationTest
@WithMockUser(authorities = Permission.Name.AUDIT_READ)
class TteLogTest {

    @Autowired
    TteProvider provider;

    @Autowired
    TteLog processes;

    @Autowired
    Signers signers;

    @Autowired
    Mandates mandates;

    @Autowired
    List<OutsideSystem> systems;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void aSignatureLeavesWhoWhatAndTheDigestsBeforeAndAfter() {
        PdfToSign document = Pdfs.toSign(Pdfs.page("Tercatat"));

        var signed = (SignOutcome.Signed) sign(document, "demo-tte");

        assertThat(processes.about(document.digest())).singleElement().satisfies(line -> {
            assertThat(line.action()).isEqualTo(TteProcess.Action.SIGN);
            assertThat(line.outcome()).isEqualTo("SIGNED");
            assertThat(line.provider()).isEqualTo("Keystore demonstrasi");
            assertThat(line.signerName()).isEqualTo(head().fullName());
            assertThat(line.after()).isEqualTo(signed.pdf().hash());
            assertThat(line.finishedAt()).isNotNull();
            assertThat(line.answer()).contains("PAdES-BASELINE-B");
        });
    }

    @Test
    void aWrongPassphraseIsWrittenDownWithoutIt() {
        PdfToSign document = Pdfs.toSign(Pdfs.page("Salah"));

        sign(document, "bukan-passphrase-ini");

        assertThat(processes.about(document.digest())).singleElement().satisfies(line -> {
            assertThat(line.outcome()).isEqualTo("WRONG_PASSPHRASE");
            assertThat(line.toString())
                    .doesNotContain("bukan-passphrase-ini", head().nik().value());
        });
    }

    @Test
    void whatWasSentIsKnownEvenWhenThePortalEndsInTheMiddle() {
        ContentHash sent = ContentHash.of(Pdfs.page("Terputus"));

        processes.begin("BSrE (v2)", TteProcess.Action.SIGN, head(), sent);

        assertThat(processes.about(sent))
                .singleElement()
                .satisfies(line -> assertThat(line.finishedAt()).isNull());
    }

    @Test
    void statusAndVerificationAreProcessesToo() {
        byte[] pdf = Pdfs.page("Diperiksa");

        assertThat(provider.status(head()).maySign()).isTrue();
        assertThat(provider.verify(pdf).conclusion()).isEqualTo(Verification.Conclusion.NO_SIGNATURE);

        assertThat(processes.about(ContentHash.of(pdf)))
                .singleElement()
                .satisfies(line -> assertThat(line.outcome()).isEqualTo("NO_SIGNATURE"));
    }

    @Test
    void nobodySignsInsideATransaction() {
        PdfToSign document = Pdfs.toSign(Pdfs.page("Dalam transaksi"));

        assertThatIllegalStateException()
                .isThrownBy(() -> new TransactionTemplate(transactions)
                        .executeWithoutResult(transaction -> sign(document, "demo-tte")));
        assertThat(processes.about(document.digest())).isEmpty();
    }

    @Test
    @WithMockUser(authorities = Permission.Name.BOOKING_READ)
    void theLogIsForWhoeverMayReadTheTrail() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> processes.about(ContentHash.of(new byte[1])));
    }

    @Test
    @WithMockUser(authorities = Permission.Name.DOCUMENT_SIGN)
    void whoSignsLeavesALineWithoutBeingAllowedToReadTheLog() {
        PdfToSign document = Pdfs.toSign(Pdfs.page("Ditandatangani Kepala Dinas"));
        sign(document, "demo-tte");
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> processes.about(document.digest()));
        assertThat(jdbc.sql("SELECT outcome FROM tte_process WHERE digest_before = ?")
                        .param(document.digest().value())
                        .query(String.class)
                        .list())
                .containsExactly("SIGNED");
    }

    @Test
    void theSystemPageSaysWhoSigns() {
        assertThat(systems)
                .filteredOn(TteSystem.class::isInstance)
                .singleElement()
                .satisfies(system -> {
                    assertThat(system.probe().state()).isEqualTo(OutsideSystem.State.ANSWERS);
                    assertThat(system.probe().explanation()).contains("demonstrasi", "tidak sah");
                });
        assertThat(provider.isDemonstration()).isTrue();
    }

    @Test
    void withoutAProviderNobodySignsAndTheSystemPageSaysSo() {
        var none = new LoggedTteProvider(Optional.empty(), processes);
        try (Passphrase passphrase = Passphrase.of("demo-tte".toCharArray())) {
            assertThat(none.sign(head(), passphrase, Pdfs.toSign(Pdfs.page("Tanpa"))))
                    .isInstanceOf(SignOutcome.Unreachable.class);
        }
        assertThatExceptionOfType(TteUnavailable.class).isThrownBy(() -> none.status(head()));
        assertThat(new TteSystem(Optional.empty()).probe().state()).isEqualTo(OutsideSystem.State.NOT_CONFIGURED);
    }

    private SignOutcome sign(PdfToSign document, String typed) {
        try (Passphrase passphrase = Passphrase.of(typed.toCharArray())) {
            return provider.sign(head(), passphrase, document);
        }
    }

    private Signer head() {
        return mandates.signatoryOn(clock.instant()).flatMap(signers::of).orElseThrow();
    }
}
