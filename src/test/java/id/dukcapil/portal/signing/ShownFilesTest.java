package id.dukcapil.portal.signing;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.documents.SignaturePlace;
import id.dukcapil.portal.signing.ShownFile.NotExamined;
import id.dukcapil.portal.signing.ShownFile.Reason;
import id.dukcapil.portal.staff.Signatory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;

/** Files that are hard to look at, and many of them at once. */
@IntegrationTest
class ShownFilesTest {

    private static final ByteArrayResource FILE = new ByteArrayResource(Pdfs.page("Apa saja"));

    @Autowired
    SigningRegister register;

    @Test
    void aLookThatDoesNotEndIsGivenUp() {
        var never = new CountDownLatch(1);
        ShownFiles files = files(Duration.ofMillis(50), pdf -> waitFor(never));
        assertThat(files.look(FILE)).isEqualTo(new NotExamined(Reason.TOO_LONG));
        files.destroy();
    }

    @Test
    void whatUsesUpTheStackHarmsOnlyItself() {
        ShownFiles files = files(Duration.ofSeconds(20), pdf -> {
            throw new StackOverflowError();
        });
        assertThat(files.look(FILE)).isEqualTo(new NotExamined(Reason.TOO_COMPLEX));
        files.destroy();
    }

    @Test
    void whoFindsNoPlaceIsToldAtOnce() throws Exception {
        var opened = new CountDownLatch(1);
        ShownFiles files = files(Duration.ofSeconds(20), pdf -> waitFor(opened));
        try (var visitors = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<ShownFile>> looks = new ArrayList<>();
            for (int visitor = 0; visitor < 11; visitor++) {
                looks.add(visitors.submit(() -> files.look(FILE)));
            }
            while (looks.stream().noneMatch(Future::isDone)) {
                Thread.onSpinWait();
            }
            assertThat(looks.stream().filter(Future::isDone).toList())
                    .singleElement()
                    .satisfies(turned -> assertThat(turned.resultNow()).isEqualTo(new NotExamined(Reason.BUSY)));
            opened.countDown();
            for (Future<ShownFile> look : looks) {
                look.get();
            }
        }
        files.destroy();
    }

    @Test
    void aFileFullOfSignaturesIsNotBegun() {
        byte[] many = ("%PDF-1.7\n" + "/ByteRange [0 1 2 3]\n".repeat(21)).getBytes(StandardCharsets.US_ASCII);
        ShownFiles files = files(Duration.ofSeconds(20), pdf -> {
            throw new AssertionError("looked at");
        });
        assertThat(files.look(new ByteArrayResource(many))).isEqualTo(new NotExamined(Reason.TOO_COMPLEX));
        files.destroy();
    }

    private ShownFiles files(Duration patience, Function<byte[], Verification> examination) {
        return new ShownFiles(register, new Looking(examination), patience);
    }

    private static Verification waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException given) {
            Thread.currentThread().interrupt();
        }
        return new Verification(Verification.Conclusion.NO_SIGNATURE, "", List.of(), SigningRig.answer());
    }

    private record Looking(Function<byte[], Verification> examination) implements SigningEquipment {

        @Override
        public TteProvider provider() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Signer> signer(Signatory signatory) {
            throw new UnsupportedOperationException();
        }

        @Override
        public PdfToSign.Appearance appearance(Signer signer, VerificationCode code, SignaturePlace place) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Verification examine(byte[] pdf) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Verification judge(byte[] pdf) {
            return examination.apply(pdf);
        }
    }
}
