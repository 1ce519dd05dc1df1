package id.dukcapil.portal.booking.ui;

import id.dukcapil.portal.booking.PublicSchedule.Day;
import id.dukcapil.portal.booking.PublicSchedule.OfficeSchedule;
import id.dukcapil.portal.booking.PublicSchedule.Schedule;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Organisation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Writes the pages of the schedule, each once for every reading of it, however many ask. */
@Component
class SchedulePress {

    private static final int NEXT_DAYS = 3;
    private static final String ALL = "";

    /**
     * A page as it goes out.
     *
     * @param tag changes exactly when the page does; weak, so that it may be sent compressed
     */
    record Page(byte[] html, String tag) {

        static Page of(String html) {
            byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
            return new Page(bytes, "W/\"" + ContentHash.of(bytes).value().substring(0, 32) + "\"");
        }
    }

    private record Edition(Schedule schedule, Map<String, Page> pages) {}

    private final PublicSheet sheet;
    private final Organisation organisation;
    private final AtomicReference<Edition> latest;

    SchedulePress(PublicSheet sheet, Organisation organisation) {
        this.sheet = sheet;
        this.organisation = organisation;
        latest = new AtomicReference<>(new Edition(new Schedule(Instant.EPOCH, List.of()), Map.of()));
    }

    Page overview(Schedule schedule) {
        return printed(schedule, ALL, () -> overviewOf(schedule));
    }

    Page office(Schedule schedule, OfficeSchedule office) {
        OfficeCode code = office.office().code();
        return printed(schedule, code.value(), () -> pageOf(schedule, office));
    }

    /** A page without a schedule on it. */
    byte[] plain(String headline, String sentence) {
        Map<String, Object> values = frame(headline);
        values.put("notice", List.of(Map.of("headline", headline, "sentence", sentence)));
        return sheet.schedule(values).getBytes(StandardCharsets.UTF_8);
    }

    private Page printed(Schedule schedule, String name, Supplier<String> html) {
        Edition edition = latest.updateAndGet(
                known -> known.schedule() == schedule ? known : new Edition(schedule, new ConcurrentHashMap<>()));
        return edition.pages().computeIfAbsent(name, page -> Page.of(html.get()));
    }

    private String overviewOf(Schedule schedule) {
        Map<String, Object> values = frame("Jadwal cetak KTP-el");
        values.put("readAt", Formats.dateTime(schedule.readAt(), organisation.timeZone()));
        values.put(
                "overview",
                List.of(Map.of(
                        "offices",
                        schedule.offices().stream().map(SchedulePress::card).toList())));
        return sheet.schedule(values);
    }

    private static Map<String, Object> card(OfficeSchedule schedule) {
        List<Day> free = schedule.free();
        Map<String, Object> card = place(schedule.office());
        card.put("next", free.stream().limit(NEXT_DAYS).map(SchedulePress::day).toList());
        card.put("more", free.size() > NEXT_DAYS ? "dan %d hari lain".formatted(free.size() - NEXT_DAYS) : "");
        card.put("none", free.isEmpty() ? noneUntil(schedule) : "");
        card.put("opens", free.isEmpty() ? opening(schedule) : "");
        return card;
    }

    private static String opening(OfficeSchedule schedule) {
        return Optional.ofNullable(schedule.next())
                .map(next -> "%s dapat dipesan mulai %s pukul %s %s."
                        .formatted(
                                Formats.longDate(next.date()),
                                Formats.longDate(LocalDate.ofInstant(
                                        next.at(), schedule.office().timeZone())),
                                Formats.time(next.at(), schedule.office().timeZone()),
                                Formats.zone(schedule.office().timeZone())))
                .orElse("");
    }

    private static String noneUntil(OfficeSchedule schedule) {
        return schedule.days().isEmpty()
                ? "Belum ada hari yang dapat dipesan."
                : "Tidak ada kursi sampai %s."
                        .formatted(Formats.date(schedule.days().getLast().date()));
    }

    private String pageOf(Schedule schedule, OfficeSchedule office) {
        Map<String, Object> values = frame(office.office().name());
        values.put("readAt", Formats.dateTime(schedule.readAt(), office.office().timeZone()));
        Map<String, Object> page = place(office.office());
        page.put("days", office.days().stream().map(SchedulePress::day).toList());
        page.put("none", office.free().isEmpty() ? noneUntil(office) : "");
        page.put("opens", opening(office));
        values.put("office", List.of(page));
        return sheet.schedule(values);
    }

    private static Map<String, Object> frame(String title) {
        var values = new HashMap<String, Object>();
        values.put("title", title);
        values.put("schedule", SchedulePages.PATH);
        values.put("readAt", "");
        values.put("notice", List.of());
        values.put("overview", List.of());
        values.put("office", List.of());
        return values;
    }

    private static Map<String, Object> place(Office office) {
        var values = new HashMap<String, Object>();
        values.put("name", office.name());
        values.put("place", Objects.requireNonNullElse(office.address(), ""));
        values.put("address", SchedulePages.PATH + "/" + office.code());
        return values;
    }

    private static Map<String, Object> day(Day day) {
        return Map.of(
                "iso", day.date().toString(),
                "short", Formats.shortDate(day.date()),
                "long", Formats.longDate(day.date()),
                "look", day.state().name().toLowerCase(Locale.ROOT),
                "seats", seats(day),
                "why", Objects.requireNonNullElse(day.closedBecause(), ""));
    }

    private static String seats(Day day) {
        return switch (day.state()) {
            case OPEN -> Formats.number(day.free()) + " kursi";
            case FULL, CLOSED -> day.state().label();
        };
    }
}
