package id.dukcapil.portal.signing;

import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.upload.ShownPdf;
import id.dukcapil.portal.signing.ShownFile.Examined;
import id.dukcapil.portal.signing.ShownFile.NotExamined;
import id.dukcapil.portal.signing.ShownFile.Reason;
import id.dukcapil.portal.signing.Verification.Conclusion;
import id.dukcapil.portal.signing.pades.ForeignExamination.TooComplex;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/**
 * Looks at files that strangers show and forgets them: two at a time on threads of their own, a few more waiting, each for
 * a bounded time. What nobody knows is only opened when it unpacks to a bounded size (docs/decisions/0062).
 */
@Component
class ShownFiles implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ShownFiles.class);

    private static final int AT_ONCE = 2;
    private static final int WAITING = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Each signature has the whole file read again. Packed ones are counted when the file is judged. */
    private static final int MOST_SIGNATURES = 10;

    private static final byte[] SIGNED_RANGE = "/ByteRange".getBytes(StandardCharsets.US_ASCII);

    private final SigningRegister register;
    private final SigningEquipment equipment;
    private final Duration patience;
    private final ThreadPoolExecutor places = new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("shown-file-", 0).daemon().factory());

    @Autowired
    ShownFiles(SigningRegister register, SigningEquipment equipment) {
        this(register, equipment, PATIENCE);
    }

    ShownFiles(SigningRegister register, SigningEquipment equipment, Duration patience) {
        this.register = register;
        this.equipment = equipment;
        this.patience = patience;
    }

    @Override
    public void destroy() {
        places.shutdownNow();
    }

    /** @param file read when its turn has come, so that those that wait stay on the disk */
    ShownFile look(InputStreamSource file) {
        Future<ShownFile> look;
        try {
            look = places.submit(() -> read(file));
        } catch (RejectedExecutionException full) {
            return new NotExamined(Reason.BUSY);
        }
        try {
            return look.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            look.cancel(true);
            log.warn("A file that was shown could not be looked at within {}", patience);
            return new NotExamined(Reason.TOO_LONG);
        } catch (InterruptedException e) {
            look.cancel(true);
            Thread.currentThread().interrupt();
            return new NotExamined(Reason.BUSY);
        } catch (ExecutionException failed) {
            return notExamined(Objects.requireNonNullElse(failed.getCause(), failed));
        }
    }

    /** A file that makes its reader run out of stack or memory has only harmed its own look. */
    private static ShownFile notExamined(Throwable cause) {
        if (cause instanceof StackOverflowError || cause instanceof OutOfMemoryError || cause instanceof TooComplex) {
            log.warn("A file that was shown was too much for its reader: {}", cause.toString());
            return new NotExamined(Reason.TOO_COMPLEX);
        }
        throw cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }

    private ShownFile read(InputStreamSource file) throws IOException {
        byte[] content;
        try (InputStream source = file.getInputStream()) {
            content = source.readAllBytes();
        }
        if (content.length == 0) {
            return new NotExamined(Reason.EMPTY);
        }
        Optional<IssuedDocument> issued =
                register.signedAs(ContentHash.of(content)).flatMap(IssuedDocument::of);
        return issued.isPresent() ? new Examined(issued, equipment.examine(content)) : foreign(content);
    }

    private ShownFile foreign(byte[] content) {
        Optional<Reason> obstacle = switch (ShownPdf.of(content)) {
            case FIT -> Optional.empty();
            case NO_PDF -> Optional.of(Reason.NO_PDF);
            case PRECEDED -> Optional.of(Reason.PRECEDED);
            case LOCKED -> Optional.of(Reason.LOCKED);
            case TOO_MUCH -> Optional.of(Reason.TOO_COMPLEX);
        };
        int signatures = signedRanges(content);
        if (obstacle.isPresent() || signatures > MOST_SIGNATURES) {
            return new NotExamined(obstacle.orElse(Reason.TOO_COMPLEX));
        }
        Verification found = equipment.judge(content);
        if (!found.signatures().isEmpty()) {
            return new Examined(Optional.empty(), found);
        }
        if (signatures > 0) {
            return new NotExamined(Reason.BROKEN_SIGNATURE);
        }
        return found.conclusion() == Conclusion.NO_SIGNATURE
                ? new Examined(Optional.empty(), found)
                : new NotExamined(Reason.DAMAGED);
    }

    /** How often the bytes speak of a signature, readable or not. */
    private static int signedRanges(byte[] content) {
        int found = 0;
        for (int at = 0; at <= content.length - SIGNED_RANGE.length; at++) {
            int same = 0;
            while (same < SIGNED_RANGE.length && content[at + same] == SIGNED_RANGE[same]) {
                same++;
            }
            if (same == SIGNED_RANGE.length) {
                found++;
            }
        }
        return found;
    }
}
