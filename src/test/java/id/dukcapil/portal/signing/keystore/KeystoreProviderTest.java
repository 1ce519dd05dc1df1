package id.dukcapil.portal.signing.keystore;

import static id.dukcapil.portal.signing.Signatories.DEPUTY;
import static id.dukcapil.portal.signing.Signatories.HEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.HashedContent;
import id.dukcapil.portal.documents.SignaturePlace;
import id.dukcapil.portal.platform.PortalHome;
import id.dukcapil.portal.signing.CertificateStatus;
import id.dukcapil.portal.signing.Passphrase;
import id.dukcapil.portal.signing.PdfToSign;
import id.dukcapil.portal.signing.Pdfs;
import id.dukcapil.portal.signing.SignOutcome;
import id.dukcapil.portal.signing.SignOutcome.DocumentRejected;
import id.dukcapil.portal.signing.SignOutcome.Signed;
import id.dukcapil.portal.signing.SignOutcome.SignerCannotSign;
import id.dukcapil.portal.signing.SignOutcome.WrongPassphrase;
import id.dukcapil.portal.signing.Signatories;
import id.dukcapil.portal.signing.Signer;
import id.dukcapil.portal.signing.Verification;
import id.dukcapil.portal.signing.pades.PadesExamination;
import id.dukcapil.portal.signing.pades.PadesSigning;
import id.dukcapil.portal.signing.pades.TrustedAuthorities;
import id.dukcapil.portal.staff.Organisation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeystoreProviderTest {

    private static final Organisation ORGANISATION = new Organisation(
            "Dinas Kependudukan dan Pencatatan Sipil",
            "Pemerintah Kabupaten Bandung",
            "Kabupaten Bandung",
            "3204",
            ZoneId.of("Asia/Jakarta"),
            null,
            null,
            null,
            null,
            null,
            List.of(new Organisation.Head(HEAD.fullName(), "19700817 199503 2 001", null, LocalDate.EPOCH, null)));

    /** Keys take long to make, so all tests start from copies of these. */
    @TempDir
    static Path firstStart;

    @TempDir
    Path home;

    private final SettableClock clock = new SettableClock();
    private KeystoreProvider provider;

    @BeforeAll
    static void theDemonstrationMakesItsCertificates() {
        var kept = new PortalHome(firstStart);
        var authority = new DemonstrationAuthority(
                new KeyFiles(kept), new TrustedAuthorities(kept), ORGANISATION, new SettableClock());
        authority.prepare();
        authority.issue("197602282002121003", DEPUTY.fullName());
    }

    @BeforeEach
    void start() throws IOException {
        try (Stream<Path> files = Files.walk(firstStart)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = home.resolve(firstStart.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        provider = provider(true);
    }

    private KeystoreProvider provider(boolean demonstration) {
        var kept = new PortalHome(home);
        var files = new KeyFiles(kept);
        var authorities = new TrustedAuthorities(kept);
        Optional<DemonstrationAuthority> authority = demonstration
                ? Optional.of(new DemonstrationAuthority(files, authorities, ORGANISATION, clock))
                : Optional.empty();
        return new KeystoreProvider(
                files,
                new Standings(files, authority, clock),
                new PadesSigning(Signatories.keystore(), authorities),
                new PadesExamination(authorities),
                authority,
                clock);
    }

    private static Passphrase passphrase(String text) {
        return Passphrase.of(text.toCharArray());
    }

    private static Passphrase right() {
        return passphrase("demo-tte");
    }

    @Test
    void aSignedDocumentIsTheSentOneWithAnIntactSignatureOverAllOfIt() {
        byte[] sent = Pdfs.page("Kartu Keluarga");

        var signed = (Signed) provider.sign(HEAD, right(), Pdfs.toSign(sent));

        assertThat(Arrays.mismatch(sent, signed.pdf().bytes())).isEqualTo(sent.length);
        assertThat(signed.pdf().hash()).isEqualTo(ContentHash.of(signed.pdf().bytes()));
        Verification found = provider.verify(signed.pdf().bytes());
        assertThat(found.conclusion()).isEqualTo(Verification.Conclusion.VALID);
        assertThat(found.signatures()).singleElement().satisfies(signature -> {
            assertThat(signature.signer()).isEqualTo(HEAD.fullName());
            assertThat(signature.signedAt()).isEqualTo(clock.instant());
            assertThat(signature.format()).isEqualTo("PAdES-BASELINE-B");
            assertThat(signature.reason()).isEqualTo("Penerbitan Kartu Keluarga");
            assertThat(signature.coversWholeDocument()).isTrue();
        });
    }

    @Test
    void eachByteThatIsChangedAfterwardsIsFound() {
        byte[] sent = Pdfs.page("Kartu Keluarga");
        byte[] signed =
                ((Signed) provider.sign(HEAD, right(), Pdfs.toSign(sent))).pdf().bytes();
        byte[] changed = signed.clone();
        int title = new String(sent, StandardCharsets.ISO_8859_1).indexOf("Kartu Keluarga");
        changed[title] = 'X';

        assertThat(provider.verify(changed).conclusion()).isEqualTo(Verification.Conclusion.INVALID);
        assertThat(provider.verify(changed).explanation()).contains("diubah");
    }

    @Test
    void whatIsAddedAfterTheSignatureIsFound() {
        byte[] signed = ((Signed) provider.sign(HEAD, right(), Pdfs.toSign(Pdfs.page("KK"))))
                .pdf()
                .bytes();
        byte[] longer = Arrays.copyOf(signed, signed.length + 10);
        Arrays.fill(longer, signed.length, longer.length, (byte) ' ');

        assertThat(provider.verify(longer).conclusion()).isEqualTo(Verification.Conclusion.INVALID);
    }

    @Test
    void aDocumentWithTwoSignaturesIsValidWhenTheLastCoversBoth() {
        byte[] once = ((Signed) provider.sign(HEAD, right(), Pdfs.toSign(Pdfs.page("KK"))))
                .pdf()
                .bytes();
        var again = new PdfToSign(HashedContent.of(once), ContentHash.of(once), null, "Paraf", "Soreang");
        byte[] twice = ((Signed) provider.sign(DEPUTY, right(), again)).pdf().bytes();

        Verification found = provider.verify(twice);

        assertThat(found.conclusion()).isEqualTo(Verification.Conclusion.VALID);
        assertThat(found.signatures())
                .extracting(Verification.Signature::signer, Verification.Signature::coversWholeDocument)
                .containsExactly(tuple(HEAD.fullName(), false), tuple(DEPUTY.fullName(), true));
    }

    @Test
    void aDocumentWithoutSignatureAndWhatIsNoDocumentAreToldApart() {
        assertThat(provider.verify(Pdfs.page("KK")).conclusion()).isEqualTo(Verification.Conclusion.NO_SIGNATURE);
        assertThat(provider.verify("bukan PDF".getBytes(StandardCharsets.UTF_8)).explanation())
                .contains("bukan PDF");
        assertThat(provider.verify(new byte[0]).conclusion()).isEqualTo(Verification.Conclusion.INVALID);
        assertThat(provider.verify(Pdfs.encrypted()).explanation()).contains("terkunci");
    }

    @Test
    void aWrongPassphraseSignsNothing() {
        assertThat(provider.sign(HEAD, passphrase("salah"), Pdfs.toSign(Pdfs.page("KK"))))
                .isInstanceOf(WrongPassphrase.class);
    }

    @Test
    void theKeyIsOpenedOncePerPassphraseAndForgottenWithIt() throws IOException {
        try (Passphrase batch = right()) {
            assertThat(provider.sign(HEAD, batch, Pdfs.toSign(Pdfs.page("KK 1"))))
                    .isInstanceOf(Signed.class);
            Files.delete(home.resolve("tte/197008171995032001.p12"));
            Files.createFile(home.resolve("tte/197008171995032001.p12"));

            assertThat(provider.sign(HEAD, batch, Pdfs.toSign(Pdfs.page("KK 2"))))
                    .isInstanceOf(Signed.class);
        }
        assertThat(provider.sign(HEAD, right(), Pdfs.toSign(Pdfs.page("KK 3")))).isInstanceOf(SignerCannotSign.class);
    }

    @Test
    void aPassphraseThatOpenedOneKeyOpensNoOther() {
        try (Passphrase batch = right()) {
            assertThat(provider.sign(HEAD, batch, Pdfs.toSign(Pdfs.page("KK 1"))))
                    .isInstanceOf(Signed.class);

            var signed = (Signed) provider.sign(DEPUTY, batch, Pdfs.toSign(Pdfs.page("KK 2")));

            assertThat(provider.verify(signed.pdf().bytes())
                            .signatures()
                            .getFirst()
                            .signer())
                    .isEqualTo(DEPUTY.fullName());
        }
    }

    @Test
    void aCertificateThatEndsAtMidnightInTheMiddleOfABatchSignsNoMore() {
        try (Passphrase batch = right()) {
            assertThat(provider.sign(HEAD, batch, Pdfs.toSign(Pdfs.page("KK 1"))))
                    .isInstanceOf(Signed.class);
            assertThat(provider.status(HEAD).certificateEnds()).isAfter(clock.instant());

            clock.advance(Duration.ofDays(731));

            assertThat(provider.sign(HEAD, batch, Pdfs.toSign(Pdfs.page("KK 2"))))
                    .isInstanceOfSatisfying(
                            SignerCannotSign.class,
                            refused -> assertThat(refused.status()).isEqualTo(CertificateStatus.EXPIRED));
            assertThat(provider.status(HEAD).status()).isEqualTo(CertificateStatus.EXPIRED);
        }
    }

    @Test
    void aCertificateThatIsNotInForceYetSignsNothing() {
        clock.advance(Duration.ofDays(-3));

        assertThat(provider.status(HEAD).status()).isEqualTo(CertificateStatus.NEW);
    }

    @Test
    void theCertificateOfSomebodyElseSignsNothing() throws IOException {
        replace("197602282002121003", "197008171995032001", ".crt", ".p12");

        assertThat(provider.status(HEAD).explanation()).contains("Hendra Gunawan", "bukan");
        assertThat(provider.sign(HEAD, right(), Pdfs.toSign(Pdfs.page("KK"))))
                .isInstanceOfSatisfying(
                        SignerCannotSign.class,
                        refused -> assertThat(refused.status()).isEqualTo(CertificateStatus.NO_CERTIFICATE));
    }

    @Test
    void theKeyOfSomebodyElseBehindTheRightCertificateSignsNothing() throws IOException {
        replace("197602282002121003", "197008171995032001", ".p12");

        assertThat(provider.sign(HEAD, right(), Pdfs.toSign(Pdfs.page("KK")))).isInstanceOf(SignerCannotSign.class);
    }

    @Test
    void aDamagedKeyIsNoWrongPassphrase() throws IOException {
        Path key = home.resolve("tte/197008171995032001.p12");
        byte[] content = Files.readAllBytes(key);
        Files.write(key, Arrays.copyOf(content, content.length / 2));

        SignOutcome outcome = provider.sign(HEAD, right(), Pdfs.toSign(Pdfs.page("KK")));

        assertThat(outcome).isInstanceOf(SignerCannotSign.class);
    }

    @Test
    void outsideTheDemonstrationNobodyIsGivenAKey() {
        Signer newcomer = new Signer(
                HEAD.account(),
                new Nik("3204371402760003"),
                "Sri Lestari",
                "Plt. Kepala Dinas",
                "19830517 200801 2 006");

        assertThat(provider(false).status(newcomer).status()).isEqualTo(CertificateStatus.NOT_REGISTERED);
        assertThat(provider(false).isDemonstration()).isFalse();
        assertThat(provider.status(newcomer).maySign()).isTrue();
        assertThat(provider.isDemonstration()).isTrue();
    }

    @Test
    void thePublishedPassphraseOpensNoKeyOutsideTheDemonstration() {
        assertThat(provider.sign(HEAD, right(), Pdfs.toSign(Pdfs.page("KK")))).isInstanceOf(Signed.class);
        assertThat(provider(false).sign(HEAD, right(), Pdfs.toSign(Pdfs.page("KK"))))
                .isInstanceOf(WrongPassphrase.class);
    }

    @Test
    void aSignerWithoutNipIsNotRegistered() {
        Signer unknown = new Signer(HEAD.account(), HEAD.nik(), HEAD.fullName(), HEAD.title(), null);

        assertThat(provider.status(unknown).status()).isEqualTo(CertificateStatus.NOT_REGISTERED);
        assertThat(provider.sign(unknown, right(), Pdfs.toSign(Pdfs.page("KK"))))
                .isInstanceOf(SignerCannotSign.class);
    }

    @Test
    void aDocumentThatCannotCarryASignatureFailsAlone() {
        byte[] broken = Arrays.copyOf(Pdfs.page("KK"), 60);
        try (Passphrase batch = right()) {
            assertThat(provider.sign(HEAD, batch, Pdfs.toSign(broken))).isInstanceOf(DocumentRejected.class);
            assertThat(provider.sign(HEAD, batch, Pdfs.toSign(Pdfs.encrypted())))
                    .isInstanceOf(DocumentRejected.class);
            assertThat(provider.sign(HEAD, batch, stampedAt(new SignaturePlace(4, 1, 1, 10, 10))))
                    .isInstanceOf(DocumentRejected.class);
            assertThat(provider.sign(HEAD, batch, stampedAt(new SignaturePlace(1, 800, 1, 150, 34))))
                    .isInstanceOf(DocumentRejected.class);
            assertThat(provider.sign(HEAD, batch, Pdfs.toSign(Pdfs.page("KK")))).isInstanceOf(Signed.class);
        }
    }

    @Test
    void keysAreReadableByTheirOwnerOnly() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("tte"))) {
            assertThat(files.filter(Files::isRegularFile).toList())
                    .hasSize(6)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void aRestartKeepsTheCertificates() throws IOException {
        byte[] before = Files.readAllBytes(home.resolve("tte/197008171995032001.p12"));

        new DemonstrationAuthority(
                        new KeyFiles(new PortalHome(home)),
                        new TrustedAuthorities(new PortalHome(home)),
                        ORGANISATION,
                        clock)
                .prepare();

        assertThat(Files.readAllBytes(home.resolve("tte/197008171995032001.p12")))
                .isEqualTo(before);
    }

    @Test
    void manyDocumentsAreSignedAtOnceWithOnePassphrase() throws Exception {
        try (Passphrase batch = right();
                var threads = Executors.newFixedThreadPool(4)) {
            var outcomes = threads.invokeAll(IntStream.range(0, 40)
                    .<Callable<SignOutcome>>mapToObj(
                            number -> () -> provider.sign(HEAD, batch, Pdfs.toSign(Pdfs.page("KK " + number))))
                    .toList());

            for (var outcome : outcomes) {
                assertThat(outcome.get()).isInstanceOf(Signed.class);
            }
        }
    }

    private static PdfToSign stampedAt(SignaturePlace place) {
        PdfToSign usual = Pdfs.toSign(Pdfs.page("KK"));
        return new PdfToSign(
                usual.content(),
                usual.digest(),
                new PdfToSign.Appearance(
                        place, Objects.requireNonNull(usual.appearance()).stamp()),
                usual.reason(),
                usual.location());
    }

    private void replace(String from, String to, String... endings) throws IOException {
        for (String ending : endings) {
            Files.copy(
                    home.resolve("tte/" + from + ending),
                    home.resolve("tte/" + to + ending),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
