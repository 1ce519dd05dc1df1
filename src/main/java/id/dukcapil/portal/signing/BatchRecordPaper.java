package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentStore;
import id.dukcapil.portal.documents.DocumentUnavailable;
import id.dukcapil.portal.documents.PdfRenderer;
import id.dukcapil.portal.documents.Template;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.StaffMember;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The berita acara of a batch: who signed, with what, when, and what became of every document. It is made when it is asked
 * for, and as long as nothing more happens to the documents of the batch, it is the same to the byte.
 */
@Service
@PreAuthorize("hasAuthority('SIGNING_READ')")
public class BatchRecordPaper {

    private static final Template TEMPLATE = new Template("signing/batch-record");

    private final BatchLists lists;
    private final BatchRecords records;
    private final BatchRecordWording wording;
    private final SigningEquipment equipment;
    private final DocumentStore store;
    private final Offices offices;
    private final CurrentStaff staff;
    private final PdfRenderer pdf;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BatchRecordPaper(
            BatchLists lists,
            BatchRecords records,
            BatchRecordWording wording,
            SigningEquipment equipment,
            DocumentStore store,
            Offices offices,
            CurrentStaff staff,
            PdfRenderer pdf,
            ApplicationEventPublisher events,
            Clock clock) {
        this.lists = lists;
        this.records = records;
        this.wording = wording;
        this.equipment = equipment;
        this.store = store;
        this.offices = offices;
        this.staff = staff;
        this.pdf = pdf;
        this.events = events;
        this.clock = clock;
    }

    /** @param pdf PDF/A-2b */
    public record Printed(String number, byte[] pdf) {

        /** Without personal data: "berita-acara-400.12-1-BA-TTE-DINAS-2026.pdf". */
        public String fileName() {
            return "berita-acara-%s.pdf".formatted(number.replaceAll("[^A-Za-z0-9.-]", "-"));
        }
    }

    /**
     * @return nothing when there is no such batch within reach
     * @throws InvalidInput while the batch is being signed, or when it has documents out of reach
     */
    @Transactional
    public Optional<Printed> of(SigningBatchId id) {
        return lists.find(id).map(batch -> {
            Instant ended = batch.batch().endedAt();
            if (ended == null) {
                throw new InvalidInput("batch", "Sesi ini masih berjalan. Berita acara dibuat setelah selesai.");
            }
            if (!lists.isWhole(id)) {
                throw new InvalidInput("batch", "Sesi ini juga memuat dokumen kantor lain.");
            }
            List<BatchEntry> entries = lists.documents(id, null, 0, 0, Integer.MAX_VALUE);
            String number = number(id);
            events.publishEvent(AuditEvent.of("Sesi TTE", id.toString(), "Berita acara dicetak")
                    .changing("Nomor", null, number));
            byte[] paper = pdf.renderForArchive(
                    TEMPLATE,
                    wording.parameters(number, batch, certificate(entries)),
                    wording.rows(entries),
                    lastChange(entries, ended));
            return new Printed(number, paper);
        });
    }

    private String number(SigningBatchId id) {
        StaffMember member = staff.require();
        Office office = offices.find(member.office()).orElseThrow();
        return records.numberOf(id, office, member.fullName(), clock.instant());
    }

    /** What the first signed document says of the certificate that signed all of them. */
    private Optional<Verification.Signature> certificate(List<BatchEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.state() == ItemState.SIGNED)
                .flatMap(entry -> Stream.ofNullable(entry.signed()))
                .findFirst()
                .flatMap(this::signature);
    }

    private Optional<Verification.Signature> signature(ContentHash signed) {
        try {
            return equipment.examine(store.read(signed)).signatures().stream().findFirst();
        } catch (DocumentUnavailable | UncheckedIOException gone) {
            return Optional.empty();
        }
    }

    /** What was unknown is settled later, and the berita acara then tells of that time. */
    private static Instant lastChange(List<BatchEntry> entries, Instant ended) {
        return entries.stream()
                .map(BatchEntry::settledAt)
                .filter(Objects::nonNull)
                .filter(ended::isBefore)
                .max(Instant::compareTo)
                .orElse(ended);
    }
}
