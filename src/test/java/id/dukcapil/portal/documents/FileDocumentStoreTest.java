package id.dukcapil.portal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.platform.PortalHome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDocumentStoreTest {

    private static final byte[] CONTENT = "Kartu Keluarga".getBytes(StandardCharsets.UTF_8);

    private final SettableClock clock = new SettableClock();

    @TempDir
    Path home;

    private FileDocumentStore store;

    @BeforeEach
    void open() {
        store = new FileDocumentStore(new PortalHome(home), clock);
    }

    @Test
    void whatIsStoredIsReadUnderTheHashOfItsContent() {
        ContentHash hash = store.put(CONTENT);

        assertThat(hash.value()).isEqualTo("cf227913aef74686645832c94947a72969fff48fa3a3f91c392f33c4e03604e5");
        assertThat(store.read(hash)).isEqualTo(CONTENT);
        assertThat(store.contains(hash)).isTrue();
    }

    @Test
    void aDocumentLiesInTheFoldersOfItsFirstFourDigits() throws IOException {
        String name = store.put(CONTENT).value();

        assertThat(files())
                .containsExactly(home.resolve("documents")
                        .resolve(name.substring(0, 2))
                        .resolve(name.substring(2, 4))
                        .resolve(name));
    }

    @Test
    void theSameContentTwiceIsOneFile() throws IOException {
        assertThat(store.put(CONTENT)).isEqualTo(store.put(CONTENT.clone()));
        assertThat(files()).hasSize(1);
    }

    @Test
    void severalAreStoredAtOnceAndTheSameContentOnce() throws IOException {
        byte[] other = "Akta".getBytes(StandardCharsets.UTF_8);
        ContentHash known = store.put(other);
        byte[] third = "KTP-el".getBytes(StandardCharsets.UTF_8);

        store.putAll(
                Stream.of(CONTENT, other, third, CONTENT).map(HashedContent::of).toList());

        assertThat(store.read(ContentHash.of(CONTENT))).isEqualTo(CONTENT);
        assertThat(store.read(known)).isEqualTo(other);
        assertThat(store.read(ContentHash.of(third))).isEqualTo(third);
        assertThat(files()).hasSize(3);
    }

    @Test
    void ofSeveralThatCannotBeStoredNothingIsLeftHalfWritten() throws IOException {
        String name = ContentHash.of(CONTENT).value();
        Files.writeString(home.resolve("documents").resolve(name.substring(0, 2)), "no folder");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> store.putAll(
                        List.of(HashedContent.of("Akta".getBytes(StandardCharsets.UTF_8)), HashedContent.of(CONTENT))));

        assertThat(home.resolve("documents/incoming")).isEmptyDirectory();
    }

    @Test
    void manyThreadsMayStoreTheSameContentAtOnce() throws Exception {
        int writers = 8;
        var barrier = new CyclicBarrier(writers);
        Callable<ContentHash> put = () -> {
            barrier.await();
            return store.put(CONTENT);
        };

        try (var threads = Executors.newFixedThreadPool(writers)) {
            for (var outcome : threads.invokeAll(Collections.nCopies(writers, put))) {
                assertThat(store.read(outcome.get())).isEqualTo(CONTENT);
            }
        }

        assertThat(files()).hasSize(1);
    }

    @Test
    void aDamagedFileIsNoticedAndHealedWhenTheContentComesAgain() throws IOException {
        ContentHash hash = store.put(CONTENT);
        Files.writeString(files().getFirst(), "Kartu keluarga");

        assertThatExceptionOfType(DocumentUnavailable.Damaged.class)
                .isThrownBy(() -> store.read(hash))
                .satisfies(e -> assertThat(e.hash()).isEqualTo(hash));

        store.put(CONTENT);
        assertThat(store.read(hash)).isEqualTo(CONTENT);
    }

    @Test
    void whatIsReadBackMustBeByteForByteWhatWasStored() throws IOException {
        HashedContent content = HashedContent.of(CONTENT);
        store.putAll(List.of(content));
        store.requireStored(content);
        Path file = files().getFirst();

        for (String other : List.of("Kartu keluarga", "Kartu Keluarg", "Kartu Keluarga ", "")) {
            Files.writeString(file, other);
            assertThatExceptionOfType(DocumentUnavailable.Damaged.class)
                    .isThrownBy(() -> store.requireStored(content))
                    .satisfies(e -> assertThat(e.hash()).isEqualTo(content.hash()));
        }

        Files.delete(file);
        assertThatExceptionOfType(DocumentUnavailable.Missing.class).isThrownBy(() -> store.requireStored(content));
    }

    @Test
    void aDamagedFileIsReplacedWhenSeveralAreStoredAgain() throws IOException {
        HashedContent content = HashedContent.of(CONTENT);
        store.putAll(List.of(content));
        Files.writeString(files().getFirst(), "Kartu keluarga");

        store.putAll(List.of(content));

        store.requireStored(content);
    }

    @Test
    void aDocumentThatWasNeverStoredIsMissing() {
        ContentHash unknown = ContentHash.of(new byte[] {1, 2, 3});

        assertThat(store.contains(unknown)).isFalse();
        assertThatExceptionOfType(DocumentUnavailable.Missing.class).isThrownBy(() -> store.read(unknown));
    }

    @Test
    void aStreamIsStoredUnderTheSameHashAndCopiedBack() throws IOException {
        ContentHash hash = store.put(new ByteArrayInputStream(CONTENT));
        assertThat(hash).isEqualTo(store.put(CONTENT));
        assertThat(files()).hasSize(1);

        var copy = new ByteArrayOutputStream();
        store.copy(hash, copy);
        assertThat(copy.toByteArray()).isEqualTo(CONTENT);
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() throws IOException {
        var broken = new SequenceInputStream(new ByteArrayInputStream(CONTENT), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("No space left on device");
            }
        });
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> store.put(broken));
        assertThat(files()).isEmpty();
    }

    @Test
    void aDamagedFileIsNoticedWhileItIsCopied() throws IOException {
        ContentHash hash = store.put(CONTENT);
        Files.writeString(files().getFirst(), "Kartu keluarga");
        assertThatExceptionOfType(DocumentUnavailable.Damaged.class)
                .isThrownBy(() -> store.copy(hash, new ByteArrayOutputStream()));
    }

    @Test
    void whatIsRemovedIsGone() throws IOException {
        ContentHash hash = store.put(CONTENT);
        store.remove(hash);
        store.remove(hash);
        assertThat(files()).isEmpty();
        assertThatExceptionOfType(DocumentUnavailable.Missing.class)
                .isThrownBy(() -> store.copy(hash, new ByteArrayOutputStream()));
    }

    @Test
    void leftoversOfACrashAreIgnoredAndRemovedAtTheNextStart() throws IOException {
        Path old = leftover("old", Duration.ofHours(2));
        Path young = leftover("young", Duration.ofMinutes(5));
        ContentHash half = ContentHash.of("half".getBytes(StandardCharsets.UTF_8));

        assertThat(store.contains(half)).isFalse();

        new FileDocumentStore(new PortalHome(home), clock);
        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void aHashIs64SmallHexadecimalDigits() {
        for (String wrong : List.of("", "abc", "../../etc/passwd", "A".repeat(64), "g".repeat(64))) {
            assertThatIllegalArgumentException().isThrownBy(() -> new ContentHash(wrong));
        }
    }

    private Path leftover(String name, Duration age) throws IOException {
        Path file = home.resolve("documents/incoming").resolve(name);
        Files.writeString(file, "half");
        return Files.setLastModifiedTime(file, FileTime.from(clock.instant().minus(age)));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
