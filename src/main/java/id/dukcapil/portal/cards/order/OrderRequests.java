package id.dukcapil.portal.cards.order;

import id.dukcapil.portal.cards.PrintAnswer;
import id.dukcapil.portal.cards.PrintProgress;
import id.dukcapil.portal.cards.PrintReason;
import id.dukcapil.portal.cards.PrintRequest;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.UtcDateTime;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.common.procedure.CaseCommands;
import id.dukcapil.portal.documents.numbers.DocumentNumbers;
import id.dukcapil.portal.documents.numbers.NumberKind;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.population.Population;
import id.dukcapil.portal.population.RecordingStatus;
import id.dukcapil.portal.population.Standing;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Decides on requests for cards; {@link id.dukcapil.portal.cards.PrintOrders} lets procedures in. */
@Component
public class OrderRequests {

    private static final int LONGEST_LETTER = 60;

    private final OrderRecords records;
    private final CaseCommands cases;
    private final Population population;
    private final DocumentNumbers numbers;
    private final NumberKind printOrderNumbers;
    private final OrderSettings settings;
    private final Offices offices;
    private final JdbcClient jdbc;

    OrderRequests(
            OrderRecords records,
            CaseCommands cases,
            Population population,
            DocumentNumbers numbers,
            NumberKind printOrderNumbers,
            OrderSettings settings,
            Offices offices,
            JdbcClient jdbc) {
        this.records = records;
        this.cases = cases;
        this.population = population;
        this.numbers = numbers;
        this.printOrderNumbers = printOrderNumbers;
        this.settings = settings;
        this.offices = offices;
        this.jdbc = jdbc;
    }

    public PrintAnswer request(PrintRequest request) {
        String letter = request.letter().strip();
        if (letter.length() > LONGEST_LETTER || request.reason().needsLetter() && letter.isEmpty()) {
            throw new InvalidInput(
                    "letter",
                    "Isi nomor surat kehilangan dari kepolisian, paling banyak %d huruf.".formatted(LONGEST_LETTER));
        }
        return cases.inTransaction(() ->
                openOf(request.nik()).map(open -> joined(open, request)).orElseGet(() -> decide(request, letter)));
    }

    /** Two requests for one person meet at the unique key: one is repeated and finds the other's order. */
    private Optional<PrintOrder> openOf(Nik nik) {
        return jdbc.sql("SELECT number FROM card_order WHERE open_nik = ? FOR UPDATE")
                .param(nik.value())
                .query(String.class)
                .optional()
                .flatMap(records::lockByNumber);
    }

    private PrintAnswer joined(PrintOrder open, PrintRequest request) {
        int before = open.details().history().size();
        open.join(request.reference(), request.email(), cases.actor());
        if (open.details().history().size() > before) {
            cases.moved(open);
        }
        return new PrintAnswer.Ordered(open.details().number(), true);
    }

    private PrintAnswer decide(PrintRequest request, String letter) {
        Person person = population.find(request.nik()).orElse(null);
        String obstacle = obstacle(person, request.reason());
        if (person == null || obstacle != null) {
            return new PrintAnswer.Refused(String.valueOf(obstacle));
        }
        ActedBy by = cases.actor();
        Office office = offices.find(request.office()).orElseThrow();
        var order = new PrintOrder(
                new PrintOrder.Opening(
                        numbers.next(printOrderNumbers, office),
                        office.code(),
                        person.nik(),
                        person.fullName(),
                        person.birthDate().getYear(),
                        request.email(),
                        request.reason(),
                        letter.isEmpty() ? null : letter,
                        request.reference(),
                        heldUntil(person, LocalDate.ofInstant(by.at(), office.timeZone()))),
                by);
        try {
            cases.moved(records.save(order));
        } catch (DataIntegrityViolationException faster) {
            // Whoever opened the transaction repeats it, and then finds the order that was faster
            throw new PessimisticLockingFailureException("The person got an order at the same time", faster);
        }
        return new PrintAnswer.Ordered(order.details().number(), false);
    }

    /** A first card needs a record that is ready (PRR); a replacement one that was ready before. */
    private static @Nullable String obstacle(@Nullable Person person, PrintReason reason) {
        if (person == null) {
            return "NIK ini tidak ada dalam data penduduk.";
        }
        if (person.standing() != Standing.RESIDENT) {
            return person.standing().sentence();
        }
        RecordingStatus status = person.recordingStatus();
        boolean unique =
                status.readyToPrint() || !reason.isFirst() && status.compareTo(RecordingStatus.PRINT_READY_RECORD) > 0;
        return unique
                ? null
                : "Status KTP-el orang ini \"%s\"; %s dicetak hanya bila rekamannya siap cetak (PRR)."
                        .formatted(status.label(), reason.isFirst() ? "kartu pertama" : "kartu");
    }

    private @Nullable LocalDate heldUntil(Person person, LocalDate today) {
        LocalDate day = Person.seventeenthBirthday(person.birthDate()).plusDays(settings.daysAfterBirthday());
        return person.everMarried() || !today.isBefore(day) ? null : day;
    }

    public Optional<PrintProgress> ofReference(String reference) {
        return cases.inTransaction(() ->
                records.findFirstByReferenceOrderByCreatedAtDesc(reference).map(order -> progress(order.details())));
    }

    public Map<String, Instant> printed(Collection<String> orders) {
        var printed = new HashMap<String, Instant>();
        if (!orders.isEmpty()) {
            jdbc.sql("SELECT number, ready_at FROM card_order WHERE number IN (:orders) AND ready_at IS NOT NULL")
                    .param("orders", orders)
                    .query(row -> {
                        printed.put(row.getString(1), UtcDateTime.read(row, "ready_at"));
                    });
        }
        return printed;
    }

    public Optional<PrintProgress> waiting(Nik nik) {
        return cases.inTransaction(() -> records.findByPersonNikOrderByCreatedAt(nik.value()).stream()
                .filter(order -> order.status().isUncollected())
                .findFirst()
                .map(order -> progress(order.details())));
    }

    private static PrintProgress progress(OrderDetails order) {
        return new PrintProgress(order.number(), order.office(), order.status().label(), order.statusSince());
    }
}
