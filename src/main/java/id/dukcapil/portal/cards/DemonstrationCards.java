package id.dukcapil.portal.cards;

import static java.util.stream.Collectors.groupingBy;

import id.dukcapil.portal.calendar.OfficeCalendar;
import id.dukcapil.portal.calendar.OfficeDay;
import id.dukcapil.portal.cards.LedgerRows.NewLine;
import id.dukcapil.portal.cards.LedgerRows.Stock;
import id.dukcapil.portal.cards.destruction.SpoiltCard;
import id.dukcapil.portal.cards.destruction.SpoiltCause;
import id.dukcapil.portal.common.InventedYear;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.SetUpStep;
import id.dukcapil.portal.common.TimeOrderedId;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A year of invented ledger for the offices whose bookings are invented too, with a delivery every month; in the last weeks the
 * stock runs low. Entered once, into empty tables, all or nothing.
 */
@Component
@Order(45)
@ConditionalOnBooleanProperty({"portal.demonstration", "portal.booking.demonstration"})
class DemonstrationCards implements SetUpStep {

    /**
     * @param usual cards printed on a usual day
     * @param delivery what came in the middle of the time
     * @param left the stock that is there this morning
     * @param sends cards that went on the way to another office on the last day
     */
    private record Story(String office, int usual, int delivery, int left, int safety, int sends) {}

    private static final List<Story> STORIES = List.of(
            new Story("DINAS", 78, 1000, 480, 40, 30),
            new Story("MPP", 31, 400, 150, 15, 0),
            new Story("320437", 13, 150, 38, 5, 0));

    private static final List<SpoiltCause> CAUSES = List.of(SpoiltCause.ENCODE_FAILED, SpoiltCause.PRINT_FAILED);
    private static final List<String> DISTRICTS = List.of("320412", "320413", "320427", "320437");
    private static final int DAYS_BACK = 46;
    private static final LocalTime ENTERED_AT = LocalTime.of(15, 30);
    private static final String BY = "Petugas (data contoh)";

    private final LedgerRows rows;
    private final OfficeCalendar calendar;
    private final Offices offices;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemonstrationCards(
            LedgerRows rows,
            OfficeCalendar calendar,
            Offices offices,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.calendar = calendar;
        this.offices = offices;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void enter() {
        boolean used = jdbc.sql("SELECT EXISTS (SELECT 1 FROM cards_entry)")
                .query((row, number) -> row.getBoolean(1))
                .single();
        if (!used) {
            transaction.executeWithoutResult(status -> STORIES.forEach(this::tell));
        }
    }

    private void tell(Story story) {
        Office office = offices.find(new OfficeCode(story.office())).orElseThrow();
        LocalDate today = LocalDate.ofInstant(clock.instant(), office.timeZone());
        var year = new InventedYear(today);
        List<NewLine> all = earlier(story, year, open(office, year.firstDay(), today.minusDays(DAYS_BACK + 1)));
        List<LocalDate> days = open(office, today.minusDays(DAYS_BACK), today.minusDays(1));
        List<NewLine> lines = lines(story, days);
        all.add(receipt(story.left() - sum(all) - sum(lines), days.getFirst(), "BAST-2026/10/0117"));
        all.addAll(lines);
        write(office, all);
        rows.setSafety(office.code(), story.safety());
    }

    private List<LocalDate> open(Office office, LocalDate first, LocalDate last) {
        return calendar.days(office.code(), first, last).stream()
                .filter(OfficeDay::isOpen)
                .map(OfficeDay::date)
                .toList();
    }

    private static int sum(List<NewLine> lines) {
        return lines.stream().mapToInt(NewLine::quantity).sum();
    }

    /** What a month uses up came on its first day; the first delivery of all brings a reserve that stays. */
    private static List<NewLine> earlier(Story story, InventedYear year, List<LocalDate> days) {
        var random = new Random(28_2025 + story.usual());
        var lines = new ArrayList<NewLine>();
        days.stream()
                .collect(groupingBy(YearMonth::from, TreeMap::new, Collectors.toList()))
                .forEach((month, some) -> {
                    var used = new ArrayList<NewLine>();
                    for (LocalDate day : some) {
                        double usual = story.usual() * year.demand(day) * (0.85 + random.nextDouble() * 0.3);
                        int printed = (int) (year.printerIsBroken(day) ? usual / 3 : usual);
                        used.add(line(CardEntryKind.USE, printed, day, null, null));
                        if (random.nextInt(3) == 1) {
                            used.add(spoilt(day, random));
                        }
                    }
                    int reserve = lines.isEmpty() ? 2 * story.safety() : 0;
                    lines.add(receipt(
                            reserve - sum(used), some.getFirst(), "BAST-%1$tY/%1$tm/0031".formatted(some.getFirst())));
                    lines.addAll(used);
                });
        return lines;
    }

    private static List<NewLine> lines(Story story, List<LocalDate> days) {
        var random = new Random(28_2024);
        var lines = new ArrayList<NewLine>();
        for (int i = 0; i < days.size(); i++) {
            LocalDate day = days.get(i);
            if (i == days.size() / 2) {
                lines.add(receipt(story.delivery(), day, "BAST-2026/11/0042"));
            }
            int printed = story.usual() - story.usual() / 8 + random.nextInt(1 + story.usual() / 4);
            lines.add(line(CardEntryKind.USE, printed, day, null, null));
            if (i % 3 == 1) {
                lines.add(spoilt(day, random));
            }
        }
        if (story.sends() > 0) {
            lines.add(line(CardEntryKind.TRANSFER_OUT, story.sends(), days.getLast(), "ST-CONTOH/DINAS/1", null));
        }
        return lines;
    }

    private static NewLine spoilt(LocalDate day, Random random) {
        SpoiltCause cause = CAUSES.get(random.nextInt(CAUSES.size()));
        String district = DISTRICTS.get(random.nextInt(DISTRICTS.size()));
        return new NewLine(
                CardEntryKind.MISPRINT,
                -1 - random.nextInt(2),
                day,
                null,
                cause.label(),
                null,
                UUID.randomUUID(),
                new SpoiltCard(cause, district));
    }

    private static NewLine receipt(int cards, LocalDate day, String reference) {
        return line(CardEntryKind.RECEIPT, cards, day, reference, null);
    }

    private static NewLine line(
            CardEntryKind kind, int cards, LocalDate day, @Nullable String reference, @Nullable String reason) {
        return new NewLine(kind, kind.signed(cards), day, reference, reason, null, UUID.randomUUID());
    }

    private void write(Office office, List<NewLine> lines) {
        Stock stock = rows.lock(office.code());
        for (NewLine line : lines) {
            Instant at = line.happenedOn()
                    .atTime(ENTERED_AT)
                    .atZone(office.timeZone())
                    .toInstant();
            rows.add(stock, line, TimeOrderedId.at(at), new Entering(null, BY, at));
            stock = new Stock(office.code(), stock.cards() + line.quantity(), stock.safety(), stock.lastNumber() + 1);
        }
    }
}
