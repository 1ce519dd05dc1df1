package id.dukcapil.portal.cards.handover;

import id.dukcapil.portal.cards.CardLedger;
import id.dukcapil.portal.cards.PrintReason;
import id.dukcapil.portal.cards.destruction.SpoiltCard;
import id.dukcapil.portal.cards.destruction.SpoiltCause;
import id.dukcapil.portal.cards.order.OrderDetails;
import id.dukcapil.portal.cards.order.OrderLists;
import id.dukcapil.portal.cards.order.OrderRecords;
import id.dukcapil.portal.cards.order.PrintOrder;
import id.dukcapil.portal.common.Finding;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.SignatureStrokes;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.CaseCommands;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentStore;
import id.dukcapil.portal.documents.numbers.DocumentNumbers;
import id.dukcapil.portal.documents.numbers.NumberKind;
import id.dukcapil.portal.documents.upload.SafeFile;
import id.dukcapil.portal.population.CardStatuses;
import id.dukcapil.portal.population.CardStatuses.CardStatus;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.population.Population;
import id.dukcapil.portal.population.RecordingStatus;
import id.dukcapil.portal.population.Standing;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Gives printed cards away: only the card of the order, only to its holder or whom the holder sent, and never without saying
 * what became of the old one. Other procedures learn of it by {@link id.dukcapil.portal.cards.CardHandedOver}.
 */
@Service
@PreAuthorize("hasAuthority('CARDS_HAND_OVER')")
public class Handovers {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_TEXT = 60;
    private static final int LATEST = 12;

    private final OrderRecords records;
    private final OrderLists lists;
    private final HandoverRows rows;
    private final CaseCommands cases;
    private final Population population;
    private final CardStatuses statuses;
    private final CardLedger ledger;
    private final DocumentStore documents;
    private final DocumentNumbers numbers;
    private final NumberKind handoverNumbers;
    private final CurrentStaff staff;
    private final Offices offices;
    private final Clock clock;

    Handovers(
            OrderRecords records,
            OrderLists lists,
            HandoverRows rows,
            CaseCommands cases,
            Population population,
            CardStatuses statuses,
            CardLedger ledger,
            DocumentStore documents,
            DocumentNumbers numbers,
            NumberKind handoverNumbers,
            CurrentStaff staff,
            Offices offices,
            Clock clock) {
        this.records = records;
        this.lists = lists;
        this.rows = rows;
        this.cases = cases;
        this.population = population;
        this.statuses = statuses;
        this.ledger = ledger;
        this.documents = documents;
        this.numbers = numbers;
        this.handoverNumbers = handoverNumbers;
        this.staff = staff;
        this.offices = offices;
        this.clock = clock;
    }

    /** The adults of the holder's family card who may take the card. */
    public List<Person> family(String number) {
        return lists.find(number)
                .flatMap(order -> population.find(order.nik()))
                .map(this::adultsBeside)
                .orElse(List.of());
    }

    private List<Person> adultsBeside(Person holder) {
        LocalDate today = LocalDate.now(clock);
        return population
                .family(holder.familyCardNumber())
                .map(family -> family.members().stream()
                        .filter(member -> !member.nik().equals(holder.nik()) && member.mayHoldCardOn(today))
                        .filter(member -> member.standing() == Standing.RESIDENT)
                        .toList())
                .orElse(List.of());
    }

    /**
     * Gives the card away. When the digits on the card are not those of the order, the card is somebody else's: that is noted,
     * and the card stays.
     *
     * @throws InvalidInput naming every field that is missing or does not fit
     */
    public Optional<OrderDetails> handOver(String number, long seen, GivenCard given) {
        OrderDetails order = lists.find(number).orElse(null);
        if (order == null) {
            return Optional.empty();
        }
        if (given.lastFour().matches("\\d{4}") && !order.nik().value().endsWith(given.lastFour())) {
            holdBack(number, "Empat angka pada kartu bukan milik pesanan ini");
            throw new InvalidInput(
                    "lastFour", "Kartu ini bukan milik pesanan %s. Penyerahan ditahan dan dicatat.".formatted(number));
        }
        Person relative = given.kind() == ReceiverKind.FAMILY ? relative(number, given.relative()) : null;
        check(given, relative);
        return cases.change(() -> records.lockByNumber(number), seen, (locked, by) -> give(locked, given, relative, by))
                .map(PrintOrder::details);
    }

    /** The person at the counter is not the one of the card. */
    public Optional<OrderDetails> holdBack(String number, String why) {
        return cases.change(() -> records.lockByNumber(number), (order, by) -> order.holdBack(why, by))
                .map(PrintOrder::details);
    }

    private @Nullable Person relative(String number, @Nullable Nik chosen) {
        return family(number).stream()
                .filter(member -> member.nik().equals(chosen))
                .findFirst()
                .orElse(null);
    }

    private void check(GivenCard given, @Nullable Person relative) {
        var findings = new ArrayList<Finding>();
        if (!given.lastFour().matches("\\d{4}")) {
            findings.add(Finding.error("lastFour", "Isi empat angka terakhir NIK yang tertera di kartu."));
        }
        if (given.kind() == ReceiverKind.FAMILY && relative == null) {
            findings.add(Finding.error("relative", "Pilih anggota keluarga satu KK yang menerima."));
        }
        if (given.kind() == ReceiverKind.PROXY) {
            checkProxy(given, findings);
        }
        OldCard old = given.old();
        if (old == null) {
            findings.add(Finding.error("old", "Pilih apa yang terjadi dengan KTP lama."));
        } else if (given.oldNote().length() > LONGEST_NAME
                || old.needsNote() && given.oldNote().isBlank()) {
            findings.add(Finding.error("oldNote", old.note() + " harus diisi."));
        }
        if (given.strokes().isEmpty() && !given.onPaper()) {
            findings.add(Finding.error("signature", "Penerima menandatangani di layar, atau di kertas."));
        }
        if (!findings.isEmpty()) {
            throw new InvalidInput(findings);
        }
    }

    private void checkProxy(GivenCard given, List<Finding> findings) {
        if (given.name().isBlank() || given.name().length() > LONGEST_NAME) {
            findings.add(Finding.error("name", "Isi nama penerima kuasa."));
        }
        if (given.relation().isBlank() || given.relation().length() > LONGEST_TEXT) {
            findings.add(Finding.error("relation", "Isi hubungannya dengan pemegang kartu."));
        }
        if (given.letter().isBlank() || given.letter().length() > LONGEST_TEXT) {
            findings.add(Finding.error("letter", "Tanpa surat kuasa kartu tidak diserahkan. Isi nomornya."));
        }
        LocalDate written = given.letterOn();
        if (written == null || written.isAfter(LocalDate.now(clock).plusDays(1))) {
            findings.add(Finding.error("letterOn", "Isi tanggal surat kuasa, tidak sesudah hari ini."));
        }
    }

    private void give(PrintOrder order, GivenCard given, @Nullable Person relative, ActedBy by) {
        String receipt = numbers.next(handoverNumbers, officeOf(order));
        give(order, handover(order.details(), given, relative, receipt, by), null, by);
    }

    /** One card of a packing that an institution took; in the transaction of the delivery, which tells of it. */
    void giveCollective(PrintOrder order, String receiver, Packing packing, ActedBy by) {
        OrderDetails now = order.details();
        give(
                order,
                new Handover(
                        now.number(),
                        now.name(),
                        now.office(),
                        numbers.next(handoverNumbers, officeOf(order)),
                        ReceiverKind.COLLECTIVE,
                        receiver,
                        null,
                        packing.number(),
                        LocalDate.ofInstant(by.at(), officeOf(order).timeZone()),
                        null,
                        null,
                        OldCard.NONE,
                        now.reason().label(),
                        null,
                        by.at(),
                        by.actor().name()),
                packing.packedAt(),
                by);
    }

    private Office officeOf(PrintOrder order) {
        return offices.find(order.details().office()).orElseThrow();
    }

    private void give(PrintOrder order, Handover handover, @Nullable Instant packedAt, ActedBy by) {
        OrderDetails now = order.details();
        population
                .find(now.nik())
                .filter(holder -> holder.standing() == Standing.DECEASED)
                .ifPresent(holder -> {
                    throw new InvalidInput(
                            "order",
                            "Pemegang kartu %s tercatat meninggal; kartunya tidak diserahkan. Batalkan pesanan agar kartu dimusnahkan."
                                    .formatted(now.number()));
                });
        LocalDate today = LocalDate.ofInstant(by.at(), officeOf(order).timeZone());
        order.handOver(words(handover), by);
        rows.add(now.id(), handover, today);
        if (handover.oldCard() == OldCard.RECEIVED) {
            box(now);
        }
        issued(now.nik(), by);
        cases.tell(order.handedOver(packedAt));
    }

    private Handover handover(
            OrderDetails order, GivenCard given, @Nullable Person relative, String receipt, ActedBy by) {
        boolean proxy = given.kind() == ReceiverKind.PROXY;
        String name = proxy ? given.name().strip() : relative == null ? order.name() : relative.fullName();
        SafeFile scan = proxy ? given.scan() : null;
        String relation = proxy
                ? given.relation().strip()
                : relative == null ? null : relative.relationship().label();
        return new Handover(
                order.number(),
                order.name(),
                order.office(),
                receipt,
                given.kind(),
                name,
                relation,
                proxy ? given.letter().strip() : null,
                proxy ? given.letterOn() : null,
                scan == null ? null : documents.put(scan.content()).value(),
                scan == null ? null : scan.kind(),
                Objects.requireNonNull(given.old()),
                given.oldNote().isBlank() ? null : given.oldNote().strip(),
                given.strokes().isEmpty()
                        ? null
                        : documents.put(SignatureStrokes.svg(given.strokes())).value(),
                by.at(),
                by.actor().name());
    }

    private static String words(Handover handover) {
        String relation = handover.relation();
        return "%s%s, KTP lama %s, %s"
                .formatted(
                        handover.receiver().label(),
                        relation == null ? "" : " (" + relation + ")",
                        handover.oldCard().label().toLowerCase(Locale.ROOT),
                        handover.receipt());
    }

    /** The old card waits to be destroyed. */
    private void box(OrderDetails order) {
        SpoiltCause cause = order.reason() == PrintReason.CHANGED_DATA ? SpoiltCause.CHANGED_DATA : SpoiltCause.DAMAGED;
        String district = population.find(order.nik()).map(Person::districtCode).orElse(null);
        ledger.takeBack(order.office(), new SpoiltCard(cause, district), order.number(), order.id());
    }

    private void issued(Nik nik, ActedBy by) {
        CardStatus before = statuses.lock(List.of(nik)).get(nik);
        if (before != null && before.status().canBecome(RecordingStatus.CARD_ISSUED)) {
            statuses.store(List.of(new CardStatus(nik, RecordingStatus.CARD_ISSUED, by.at())));
        }
    }

    /** The hand-over of an order within reach. */
    public Optional<Handover> find(String number) {
        return lists.find(number).flatMap(order -> rows.find(order.number()));
    }

    /** The scanned letter of a proxy. */
    public Optional<byte[]> letter(Handover handover) {
        staff.requireScope(handover.office());
        return Optional.ofNullable(handover.letterHash()).map(hash -> documents.read(new ContentHash(hash)));
    }

    /** The latest hand-overs of today. */
    public List<Handover> today(OfficeCode office) {
        staff.requireScope(office);
        return rows.ofDay(office, today(offices.find(office).orElseThrow()), LATEST);
    }

    public int countToday(OfficeCode office) {
        staff.requireScope(office);
        return rows.countOfDay(office, today(offices.find(office).orElseThrow()));
    }

    private LocalDate today(Office office) {
        return LocalDate.ofInstant(clock.instant(), office.timeZone());
    }
}
