package id.dukcapil.portal.documents;

import id.dukcapil.portal.common.OwnerOnly;
import id.dukcapil.portal.common.Sha256;
import id.dukcapil.portal.platform.PortalHome;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Documents as files {@code documents/ab/cd/abcd…} of PORTAL_HOME. A file is written under {@code incoming}, forced to
 * the disk and then renamed, so a reader meets either the whole document or none; a crash leaves at most a file in
 * {@code incoming}, which a later start removes.
 */
@Service
@PreAuthorize("permitAll()")
class FileDocumentStore implements DocumentStore {

    private static final Logger log = LoggerFactory.getLogger(FileDocumentStore.class);

    /** No upload takes this long; another process on the same folder may be in the middle of a younger file. */
    private static final Duration LEFTOVER_AGE = Duration.ofHours(1);

    /** Windows cannot open a folder to force it to the disk, and needs not. */
    private static final boolean FOLDERS_NEED_FORCE =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path root;
    private final Path incoming;

    FileDocumentStore(PortalHome home, Clock clock) {
        root = home.folder("documents");
        incoming = home.folder("documents/incoming");
        removeLeftovers(clock.instant().minus(LEFTOVER_AGE));
    }

    @Override
    public ContentHash put(byte[] content) {
        HashedContent hashed = HashedContent.of(content);
        ContentHash hash = hashed.hash();
        Path target = file(hash);
        try {
            if (!isIntact(hashed)) {
                Path folder = shard(target);
                move(write(content, true), target);
                force(folder);
            } else {
                // Whoever renamed it may not have come to this yet
                force(folderOf(target));
            }
            return hash;
        } catch (IOException e) {
            throw new UncheckedIOException("Document " + hash + " cannot be stored", e);
        }
    }

    /**
     * In the order of {@link #put}, each step for all of them before the next: what the disk is made to write for the first
     * one, it has written for the others as well.
     */
    @Override
    public void putAll(List<HashedContent> contents) {
        var written = new LinkedHashMap<ContentHash, Path>();
        try {
            for (HashedContent content : contents) {
                if (!written.containsKey(content.hash()) && !isIntact(content)) {
                    written.put(content.hash(), write(content.bytes(), false));
                }
            }
            for (Path file : written.values()) {
                forceFile(file);
            }
            for (ContentHash hash : written.keySet()) {
                OwnerOnly.folder(folderOf(file(hash)));
            }
            for (Map.Entry<ContentHash, Path> each : written.entrySet()) {
                move(each.getValue(), file(each.getKey()));
            }
            forceFoldersOf(contents.stream().map(HashedContent::hash).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("One of %d documents cannot be stored".formatted(contents.size()), e);
        } finally {
            written.values().forEach(FileDocumentStore::forget);
        }
    }

    private void forceFoldersOf(List<ContentHash> hashes) throws IOException {
        var folders = new LinkedHashSet<Path>();
        for (ContentHash hash : hashes) {
            Path inner = folderOf(file(hash));
            folders.addAll(List.of(inner, folderOf(inner)));
        }
        folders.add(root);
        for (Path folder : folders) {
            force(folder);
        }
    }

    /** What has not been moved to its place. */
    private static void forget(Path written) {
        try {
            Files.deleteIfExists(written);
        } catch (IOException later) {
            log.warn("{} is left for the next start to remove", written.getFileName());
        }
    }

    private static void move(Path written, Path target) throws IOException {
        Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void forceFile(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    @Override
    public ContentHash put(InputStream content) throws IOException {
        Path written = incoming.resolve(UUID.randomUUID().toString());
        try {
            MessageDigest digest = Sha256.digest();
            try (FileChannel channel = created(written)) {
                new DigestInputStream(content, digest).transferTo(Channels.newOutputStream(channel));
                channel.force(true);
            }
            ContentHash hash = ContentHash.of(digest);
            Path target = file(hash);
            Path folder = shard(target);
            move(written, target);
            force(folder);
            return hash;
        } finally {
            Files.deleteIfExists(written);
        }
    }

    @Override
    public void copy(ContentHash hash, OutputStream target) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream content = Files.newInputStream(file(hash))) {
            content.transferTo(new DigestOutputStream(target, digest));
        } catch (NoSuchFileException absent) {
            throw new DocumentUnavailable.Missing(hash);
        }
        if (!ContentHash.of(digest).equals(hash)) {
            throw new DocumentUnavailable.Damaged(hash);
        }
    }

    @Override
    public void remove(ContentHash hash) {
        try {
            Files.deleteIfExists(file(hash));
        } catch (IOException e) {
            throw new UncheckedIOException("Document " + hash + " cannot be removed", e);
        }
    }

    @Override
    public byte[] read(ContentHash hash) {
        return readHashed(hash).bytes();
    }

    @Override
    public HashedContent readHashed(ContentHash hash) {
        HashedContent content = HashedContent.of(stored(hash));
        if (!content.hash().equals(hash)) {
            throw new DocumentUnavailable.Damaged(hash);
        }
        return content;
    }

    @Override
    public void requireStored(HashedContent content) {
        if (!Arrays.equals(stored(content.hash()), content.bytes())) {
            throw new DocumentUnavailable.Damaged(content.hash());
        }
    }

    /** Whatever lies there. */
    private byte[] stored(ContentHash hash) {
        try {
            return Files.readAllBytes(file(hash));
        } catch (NoSuchFileException absent) {
            throw new DocumentUnavailable.Missing(hash);
        } catch (IOException e) {
            throw new UncheckedIOException("Document " + hash + " cannot be read", e);
        }
    }

    @Override
    public boolean contains(ContentHash hash) {
        return Files.isRegularFile(file(hash));
    }

    private boolean isIntact(HashedContent content) throws IOException {
        try {
            return Arrays.equals(Files.readAllBytes(file(content.hash())), content.bytes());
        } catch (NoSuchFileException absent) {
            return false;
        }
    }

    private Path write(byte[] content, boolean forced) throws IOException {
        Path file = incoming.resolve(UUID.randomUUID().toString());
        try (FileChannel channel = created(file)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            if (forced) {
                channel.force(true);
            }
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return file;
    }

    private static FileChannel created(Path file) throws IOException {
        return FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OwnerOnly.file());
    }

    /** The folder ab/cd of a document, its names forced to the disk as well when it is new. */
    private Path shard(Path target) throws IOException {
        Path inner = folderOf(target);
        if (!Files.isDirectory(inner)) {
            OwnerOnly.folder(inner);
            force(folderOf(inner));
            force(root);
        }
        return inner;
    }

    private static void force(Path folder) throws IOException {
        if (FOLDERS_NEED_FORCE) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private Path file(ContentHash hash) {
        String name = hash.value();
        return root.resolve(name.substring(0, 2)).resolve(name.substring(2, 4)).resolve(name);
    }

    private static Path folderOf(Path path) {
        return Objects.requireNonNull(path.getParent());
    }

    private void removeLeftovers(Instant youngest) {
        try (Stream<Path> files = Files.list(incoming)) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(youngest)) {
                    Files.deleteIfExists(file);
                    log.info("Removed {}, left behind by a crash", file.getFileName());
                }
            }
        } catch (IOException e) {
            log.warn("Leftovers of a crash cannot be removed from {}", incoming, e);
        }
    }
}
