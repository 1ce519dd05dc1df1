package id.dukcapil.portal.documents.export;

import id.dukcapil.portal.common.ExportId;
import id.dukcapil.portal.common.OwnerOnly;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.documents.Csv;
import id.dukcapil.portal.documents.FrontSheet;
import id.dukcapil.portal.documents.Listing;
import id.dukcapil.portal.documents.Spreadsheet;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.OnBehalf;
import id.dukcapil.portal.staff.StaffMember;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes one export from its first row to its last, on behalf of whoever asked. A file has no middle at which one could go on,
 * so after a crash or a restart it is written anew.
 */
@Component
class ExportRun {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Logger log = LoggerFactory.getLogger(ExportRun.class);
    private static final Duration PROGRESS_EVERY = Duration.ofMillis(400);
    private static final int PAGE = 1_000;

    /** After so many pages the right to the list is asked for again: every 2,000 rows. */
    private static final int PAGES_PER_CHECK = 2;

    private final ExportRecords records;
    private final ExportKinds kinds;
    private final ExportFiles files;
    private final Spreadsheet spreadsheet;
    private final Csv csv;
    private final OnBehalf onBehalf;
    private final CurrentStaff staff;
    private final Duration progressEvery;
    private final int pageSize;

    @Autowired
    ExportRun(
            ExportRecords records,
            ExportKinds kinds,
            ExportFiles files,
            Spreadsheet spreadsheet,
            Csv csv,
            OnBehalf onBehalf,
            CurrentStaff staff) {
        this(records, kinds, files, spreadsheet, csv, onBehalf, staff, PROGRESS_EVERY, PAGE);
    }

    ExportRun(
            ExportRecords records,
            ExportKinds kinds,
            ExportFiles files,
            Spreadsheet spreadsheet,
            Csv csv,
            OnBehalf onBehalf,
            CurrentStaff staff,
            Duration progressEvery,
            int pageSize) {
        this.records = records;
        this.kinds = kinds;
        this.files = files;
        this.spreadsheet = spreadsheet;
        this.csv = csv;
        this.onBehalf = onBehalf;
        this.staff = staff;
        this.progressEvery = progressEvery;
        this.pageSize = pageSize;
    }

    /** What is to be done with the task of the scheduler. */
    enum Result {
        /** Nothing more. */
        OVER,
        /** Come back when a place may be free. */
        NO_PLACE,
        /** This process is being stopped; somebody begins anew. */
        STOPPED
    }

    /** This attempt does not count any more, or this process is asked to stop. */
    private static final class Stopped extends RuntimeException {

        Stopped() {
            super("The export was stopped", null, false, false);
        }
    }

    /**
     * @param turn for which the scheduler's task was made
     * @param stopAsked whether this process is being stopped
     * @throws RuntimeException whatever the database or the disk had against it; it can be tried again
     */
    Result run(ExportId id, int turn, BooleanSupplier stopAsked) {
        return switch (records.begin(id, turn)) {
            case NO_PLACE -> Result.NO_PLACE;
            case OVER -> Result.OVER;
            case BEGUN -> carryOut(records.find(id).orElseThrow(), stopAsked);
        };
    }

    private Result carryOut(ExportEntry entry, BooleanSupplier stopAsked) {
        files.keepOnly(entry.id(), entry.attempt());
        try {
            onBehalf.of(
                    entry.requestedBy(),
                    () -> kinds.find(entry.kind()).ifPresentOrElse(kind -> write(kind, entry, stopAsked), () -> {
                        throw new AccessDeniedException("There is no such list any more");
                    }));
            return Result.OVER;
        } catch (AccessDeniedException withdrawn) {
            log.info("Export {} was refused: {}", entry.id(), withdrawn.getMessage());
            files.remove(entry.id());
            records.fail(entry.id(), "Anda tidak lagi berhak mengekspor daftar ini.");
            return Result.OVER;
        } catch (Stopped stopped) {
            return afterStop(entry, stopAsked);
        }
    }

    private Result afterStop(ExportEntry entry, BooleanSupplier stopAsked) {
        deleteOwn(entry);
        if (records.endIfCancelled(entry.id())) {
            return Result.OVER;
        }
        return stopAsked.getAsBoolean() ? Result.STOPPED : Result.OVER;
    }

    private void deleteOwn(ExportEntry entry) {
        try {
            Files.deleteIfExists(files.of(entry.id(), entry.attempt()));
        } catch (IOException e) {
            throw new UncheckedIOException("A file of an export cannot be deleted", e);
        }
    }

    private <F, R> void write(ExportKind<F, R> kind, ExportEntry entry, BooleanSupplier stopAsked) {
        StaffMember member = permitted(kind);
        F filter = JSON.readValue(records.parameters(entry.id()), kind.filterType());
        records.expect(entry, kind.count(filter));
        var progress = new Progress(entry, () -> requireStillPermitted(kind, entry, member), stopAsked);
        var listing = new Listing<>(kind.title(), entry.filterWords(), kind.columns());
        List<FrontSheet<?>> front = entry.format() == ExportFormat.XLSX ? kind.front(filter) : List.of();
        long size = store(entry, listing, front, rows(kind, filter, progress));
        requireStillPermitted(kind, entry, member);
        String scope = member.may(Permission.OFFICE_SPAN)
                ? ExportEntry.ALL_OFFICES
                : member.office().value();
        if (!records.finish(entry, progress.rows, size, scope)) {
            throw new Stopped();
        }
        log.info("Export {} of {} is ready: {} rows, {} bytes", entry.id(), entry.kind(), progress.rows, size);
    }

    private StaffMember permitted(ExportKind<?, ?> kind) {
        StaffMember member = staff.require();
        if (!member.may(kind.permission())) {
            throw new AccessDeniedException("The permission was withdrawn");
        }
        return member;
    }

    /**
     * Asks the account anew, since the export runs with what it could do when it began.
     *
     * @throws AccessDeniedException when the permission was withdrawn since, or the offices whose rows are being written
     */
    private void requireStillPermitted(ExportKind<?, ?> kind, ExportEntry entry, StaffMember begun) {
        onBehalf.of(entry.requestedBy(), () -> {
            StaffMember now = permitted(kind);
            if (begun.may(Permission.OFFICE_SPAN) ? !now.may(Permission.OFFICE_SPAN) : !now.mayActFor(begun.office())) {
                throw new AccessDeniedException("The offices were withdrawn");
            }
        });
    }

    /** One page after the other; never more than one is in memory. */
    private <F, R> Stream<R> rows(ExportKind<F, R> kind, F filter, Progress progress) {
        return Stream.iterate(
                        kind.page(filter, null, pageSize),
                        page -> !page.isEmpty(),
                        page -> kind.page(filter, page.getLast(), pageSize))
                .peek(page -> progress.add(page.size()))
                .flatMap(List::stream);
    }

    /** @return the size in bytes of the file, which is on the disk then */
    private <R> long store(ExportEntry entry, Listing<R> listing, List<FrontSheet<?>> front, Stream<R> rows) {
        Path file = files.of(entry.id(), entry.attempt());
        Set<StandardOpenOption> anew = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, anew, OwnerOnly.file())) {
            var out = Channels.newOutputStream(channel);
            switch (entry.format()) {
                case XLSX -> spreadsheet.write(listing, front, rows, out);
                case CSV -> csv.write(listing, rows, out);
            }
            channel.force(true);
            return channel.size();
        } catch (IOException e) {
            throw new UncheckedIOException("The file of an export cannot be written", e);
        }
    }

    /** Counts the rows, says now and then how many there are, and learns whether to stop or the right is gone. */
    private final class Progress {

        private final ExportEntry entry;
        private final Runnable requireRight;
        private final BooleanSupplier stopAsked;
        private int rows;
        private int pages;
        private long saidAt = System.nanoTime();

        Progress(ExportEntry entry, Runnable requireRight, BooleanSupplier stopAsked) {
            this.entry = entry;
            this.requireRight = requireRight;
            this.stopAsked = stopAsked;
        }

        void add(int more) {
            rows += more;
            pages++;
            if (pages % PAGES_PER_CHECK == 0) {
                requireRight.run();
            }
            if (System.nanoTime() - saidAt < progressEvery.toNanos()) {
                return;
            }
            if (stopAsked.getAsBoolean() || !records.progressed(entry, rows)) {
                throw new Stopped();
            }
            saidAt = System.nanoTime();
        }
    }
}
