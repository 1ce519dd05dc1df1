package id.dukcapil.portal.activation.report;

import id.dukcapil.portal.calendar.OfficeCalendar;
import id.dukcapil.portal.calendar.OfficeDay;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.Organisation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * How many people of 17 and older live in each kecamatan and village. The ministry's counts by age give an estimate; the
 * official columns of the files are empty, and every report says so.
 */
@Component
class TargetTable {

    static final String SOURCE =
            "Penyebut: perkiraan penduduk 17 tahun ke atas, GIS Dukcapil Kemendagri semester 2024-2;"
                    + " angka resmi wajib KTP-el (DKB) belum tersedia.";

    private static final String SEMESTER = "2024-2";

    private final List<Row> districts = rows("wajib_ktp_%s_kecamatan.csv", 1);
    private final List<Row> villages = rows("wajib_ktp_%s_desa.csv", 3);
    private final DayRows active;
    private final OfficeCalendar calendar;
    private final Offices offices;
    private final Organisation organisation;
    private final ReportSettings settings;

    TargetTable(
            DayRows active,
            OfficeCalendar calendar,
            Offices offices,
            Organisation organisation,
            ReportSettings settings) {
        this.active = active;
        this.calendar = calendar;
        this.offices = offices;
        this.organisation = organisation;
        this.settings = settings;
    }

    private record Row(String code, String name, int people) {}

    /** Every kecamatan and, last, the regency; empty for a regency whose figures do not come with the portal. */
    List<DayReport.Target> districts(LocalDate day) {
        return isKnown() ? districts(active.activeResidents(6, day), workingDaysLeft(day)) : List.of();
    }

    private boolean isKnown() {
        return organisation.regencyCode().equals("3204");
    }

    private List<DayReport.Target> districts(Map<String, Integer> done, int left) {
        var targets = new ArrayList<>(targets(districts, done, left));
        int people = targets.stream().mapToInt(DayReport.Target::denominator).sum();
        int all = targets.stream().mapToInt(DayReport.Target::active).sum();
        targets.add(target(new Row(organisation.regencyCode(), organisation.regency(), people), all, left));
        return targets;
    }

    /** Of many days: acts and calendar are read once for all. */
    Map<LocalDate, List<DayReport.Target>> districts(SortedSet<LocalDate> days) {
        var reports = new HashMap<LocalDate, List<DayReport.Target>>();
        if (!isKnown()) {
            return reports;
        }
        List<LocalDate> open = openDays(days.first(), days.last());
        NavigableMap<LocalDate, Map<String, Integer>> fresh = active.newResidents(6);
        var done = new HashMap<String, Integer>();
        for (LocalDate day : days) {
            NavigableMap<LocalDate, Map<String, Integer>> until = fresh.headMap(day, true);
            until.values().forEach(some -> some.forEach((code, people) -> done.merge(code, people, Integer::sum)));
            until.clear();
            int left = (int) open.stream()
                    .filter(one -> one.isAfter(day) && one.getYear() == day.getYear())
                    .count();
            reports.put(day, districts(done, left));
        }
        return reports;
    }

    List<DayReport.Target> villages(String district, LocalDate day) {
        return targets(
                villages.stream().filter(row -> row.code().startsWith(district)).toList(),
                active.activeResidents(10, day),
                workingDaysLeft(day));
    }

    private List<DayReport.Target> targets(List<Row> rows, Map<String, Integer> done, int left) {
        return rows.stream()
                .map(row -> target(row, done.getOrDefault(row.code(), 0), left))
                .toList();
    }

    private DayReport.Target target(Row row, int done, int days) {
        int goal = Math.ceilDiv(row.people() * settings.targetPercent(), 100);
        int missing = Math.max(0, goal - done);
        return new DayReport.Target(
                row.code(), row.name(), row.people(), goal, done, days == 0 ? missing : Math.ceilDiv(missing, days));
    }

    /** Of the head office, until the end of the year. */
    int workingDaysLeft(LocalDate day) {
        return openDays(day.plusDays(1), day).size();
    }

    /** @param last until the end of its year */
    private List<LocalDate> openDays(LocalDate first, LocalDate last) {
        Office head = offices.all().getFirst();
        return calendar.days(head.code(), first, LocalDate.of(last.getYear(), 12, 31)).stream()
                .filter(OfficeDay::isOpen)
                .map(OfficeDay::date)
                .toList();
    }

    int percent() {
        return settings.targetPercent();
    }

    private static List<Row> rows(String file, int codeColumn) {
        var resource = new ClassPathResource("reference/" + file.formatted("3204"));
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(",", -1))
                    .filter(cells -> cells[0].equals(SEMESTER))
                    .map(cells -> new Row(
                            cells[codeColumn].replace(".", ""),
                            cells[codeColumn + 1],
                            Integer.parseInt(cells[cells.length - (codeColumn == 1 ? 3 : 4)])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
