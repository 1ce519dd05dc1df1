package id.dukcapil.portal.documents.export;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.ExportId;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.StaffMember;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists as files, carried out in the background: ask for one, follow it, cancel it, try it again, download it. Everybody sees
 * only their own; the permission of the list is asked for each time.
 */
@Service
@PreAuthorize("isAuthenticated()")
public class Exports {

    private static final int LONGEST_WORDS = 2_000;

    private final ExportRecords records;
    private final ExportKinds kinds;
    private final ExportFiles files;
    private final ExportJob job;
    private final ExportSettings settings;
    private final CurrentStaff staff;
    private final Retry retry;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Exports(
            ExportRecords records,
            ExportKinds kinds,
            ExportFiles files,
            ExportJob job,
            ExportSettings settings,
            CurrentStaff staff,
            Retry retry,
            ApplicationEventPublisher events,
            Clock clock) {
        this.records = records;
        this.kinds = kinds;
        this.files = files;
        this.job = job;
        this.settings = settings;
        this.staff = staff;
        this.retry = retry;
        this.events = events;
        this.clock = clock;
    }

    /** A file that may be handed out now. */
    public record Download(String fileName, ExportFormat format, long size, Path file) {}

    /**
     * Asks for everything that matches. The same request once more while the first is under way is that first one.
     *
     * @param words the filter as it is printed on the sheet and kept in the audit trail; never a NIK
     * @param office when the list is of one office
     * @throws ExportRefused when this person has too many under way
     */
    public <F> ExportId ask(
            ExportKind<F, ?> kind, F filter, String words, @Nullable OfficeCode office, ExportFormat format) {
        StaffMember member = staff.require();
        requirePermission(member, kind.permission());
        String parameters = ExportRun.JSON.writeValueAsString(filter);
        var request = new ExportRecords.Request(
                member.id(),
                kind.key(),
                format,
                parameters,
                words.substring(0, Math.min(words.length(), LONGEST_WORDS)),
                office,
                key(member, kind, format, parameters));
        return retry.inTransaction(() -> records.open(request.key()).orElseGet(() -> enter(request, kind)));
    }

    private ExportId enter(ExportRecords.Request request, ExportKind<?, ?> kind) {
        requireRoom(request.person());
        var id = new ExportId(TimeOrderedId.at(clock.instant()));
        try {
            records.enter(id, request);
        } catch (DuplicateKeyException atTheSameTime) {
            return records.open(request.key()).orElseThrow(Exports::justEnded);
        }
        job.schedule(id, 0);
        events.publishEvent(AuditEvent.of(kind.record(), act(request.format()), "Ekspor diminta")
                .at(request.office())
                .changing("Saringan", null, request.words()));
        return id;
    }

    private static ExportRefused justEnded() {
        return new ExportRefused("Ekspor yang sama baru saja selesai; lihat halaman Unduhan.");
    }

    private void requireRoom(StaffId person) {
        if (records.openOf(person) >= settings.openPerPerson()) {
            throw new ExportRefused(
                    "Masih ada %d ekspor Anda yang belum selesai. Tunggu salah satunya, atau batalkan di halaman Unduhan."
                            .formatted(settings.openPerPerson()));
        }
    }

    private static String key(StaffMember member, ExportKind<?, ?> kind, ExportFormat format, String parameters) {
        return ContentHash.of(String.join("\n", member.id().toString(), kind.key(), format.name(), parameters)
                        .getBytes(StandardCharsets.UTF_8))
                .value();
    }

    private static String act(ExportFormat format) {
        return "Ekspor " + format.label();
    }

    /** Nothing for what is not of this person. */
    @Transactional(readOnly = true)
    public Optional<ExportEntry> find(ExportId id) {
        return records.find(id).filter(this::isOwn);
    }

    private boolean isOwn(ExportEntry entry) {
        return entry.requestedBy().equals(staff.require().id());
    }

    /** This person's exports, newest first. */
    @Transactional(readOnly = true)
    public List<ExportEntry> page(@Nullable ExportId before, int skip, int limit) {
        return records.page(staff.require().id(), before, skip, limit);
    }

    @Transactional(readOnly = true)
    public int count() {
        return records.count(staff.require().id());
    }

    /** How many of this person wait or run. */
    @Transactional(readOnly = true)
    public int underWay() {
        return records.openOf(staff.require().id());
    }

    /** What was exported, "Pemesanan cetak KTP-el". */
    public String titleOf(ExportEntry entry) {
        return kinds.find(entry.kind()).<String>map(ExportKind::title).orElse(entry.kind());
    }

    /** @throws ExportRefused when it has ended in the meantime */
    @Transactional
    public void cancel(ExportId id) {
        require(id);
        if (!records.cancelBeforeStart(id) && !records.askToCancel(id)) {
            throw new ExportRefused("Ekspor ini sudah berakhir, sehingga tidak dapat dibatalkan.");
        }
    }

    /** @throws ExportRefused when it cannot be tried again */
    public void retry(ExportId id) {
        retry.inTransaction(() -> retryNow(id));
    }

    private void retryNow(ExportId id) {
        ExportEntry entry = require(id);
        requireRoom(entry.requestedBy());
        kinds.find(entry.kind()).ifPresentOrElse(kind -> requirePermission(staff.require(), kind.permission()), () -> {
            throw new ExportRefused("Daftar ini tidak lagi ada di portal.");
        });
        try {
            if (!records.queueAgain(id)) {
                throw new ExportRefused("Ekspor ini tidak dapat dicoba lagi; buat yang baru dari daftarnya.");
            }
        } catch (DuplicateKeyException another) {
            throw new ExportRefused("Ekspor yang sama sedang dibuat.");
        }
        job.schedule(id, entry.turn() + 1);
    }

    /** Takes the file and its line away. */
    @Transactional
    public void remove(ExportId id) {
        require(id);
        if (!records.remove(id)) {
            throw new ExportRefused("Ekspor ini masih dibuat. Batalkan dahulu.");
        }
        files.remove(id);
    }

    /**
     * Hands the file to whoever asked for it, and records that. Nothing when there is no such file of this person, any more
     * or yet.
     *
     * @throws AccessDeniedException when the permission was withdrawn, or the offices whose rows are in the file
     */
    @Transactional
    public Optional<Download> download(ExportId id) {
        Optional<ExportEntry> found = find(id).filter(entry -> entry.downloadable(clock.instant()));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        ExportEntry entry = found.get();
        ExportKind<?, ?> kind = kinds.find(entry.kind()).orElseThrow();
        requireAuthority(entry, kind);
        Path file = files.of(id, entry.attempt());
        if (entry.size() == null || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        records.countDownload(id);
        events.publishEvent(AuditEvent.of(kind.record(), act(entry.format()), "Ekspor diunduh")
                .at(entry.office())
                .changing("Saringan", null, entry.filterWords())
                .changing("Baris", null, entry.rows()));
        return Optional.of(new Download(entry.format().fileName(kind.fileName()), entry.format(), entry.size(), file));
    }

    private void requireAuthority(ExportEntry entry, ExportKind<?, ?> kind) {
        StaffMember member = staff.require();
        requirePermission(member, kind.permission());
        String scope = String.valueOf(entry.scope());
        boolean covered = scope.equals(ExportEntry.ALL_OFFICES)
                ? member.may(Permission.OFFICE_SPAN)
                : member.mayActFor(new OfficeCode(scope));
        if (!covered) {
            throw new AccessDeniedException("The file holds rows of offices outside the scope of this account");
        }
    }

    private static void requirePermission(StaffMember member, Permission permission) {
        if (!member.may(permission)) {
            throw new AccessDeniedException("The list may not be exported by this account");
        }
    }

    private ExportEntry require(ExportId id) {
        return find(id).orElseThrow(() -> new ExportRefused("Ekspor itu tidak ada lagi."));
    }
}
