package id.dukcapil.portal.calendar.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import id.dukcapil.portal.calendar.Period;
import id.dukcapil.portal.calendar.ServiceHours;
import id.dukcapil.portal.calendar.ServiceWeek;
import id.dukcapil.portal.calendar.ServiceWeeks;
import id.dukcapil.portal.common.Appointments;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.FormDialog;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.staff.Office;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The week an office keeps: what holds, and a new one from a date on, shown as it will read before it is saved. */
class HoursDialog extends FormDialog {

    private final transient ServiceWeeks weeks;
    private final transient Office office;
    private final transient List<ServiceWeek> seen;
    private final transient Map<DayOfWeek, DayHoursFields> days = new EnumMap<>(DayOfWeek.class);
    private final Select<Period> period = Indonesian.select("Masa");
    private final DatePicker from = Indonesian.datePicker("Berlaku mulai");
    private final Div preview = new Div();

    HoursDialog(ServiceWeeks weeks, Office office, LocalDate today, Runnable changed) {
        super("Jam layanan · " + office.name(), "Simpan jam", changed);
        this.weeks = weeks;
        this.office = office;
        seen = weeks.of(office.code());
        setWidth("min(46rem, 96vw)");
        period.setItems(Period.values());
        period.setItemLabelGenerator(Period::label);
        period.setValue(Period.NORMAL);
        from.setMin(today);
        from.setValue(today.plusDays(1));
        var validity = new FormLayout(period, from);
        validity.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("22em", 2));
        preview.addClassName("hours-preview");
        addFields(existing(today), validity, week(), preview);
        findings().at("from", from);
        period.addValueChangeListener(change -> fill());
        from.addValueChangeListener(change -> forgetPreview());
        var statute = new Button("Kembali ke Perpres 21/2023", click -> perform(this::giveUp));
        statute.setEnabled(!seen.isEmpty());
        getFooter().addComponentAsFirst(statute);
        getFooter().addComponentAtIndex(2, new Button("Lihat akibatnya", click -> preview()));
        fill();
    }

    private Div existing(LocalDate today) {
        var list = new UnorderedList();
        list.addClassName("latest");
        seen.stream()
                .filter(week -> week.until() == null || !week.until().isBefore(today))
                .map(week -> new ListItem("%s, mulai %s%s: %s"
                        .formatted(
                                week.period().label(),
                                Formats.date(week.from()),
                                week.until() == null ? "" : " sampai " + Formats.date(week.until()),
                                String.join("; ", HoursText.week(week)))))
                .forEach(list::add);
        var title = new Span("Yang berlaku sekarang dan nanti");
        title.addClassName("label");
        return new Div(
                title,
                seen.isEmpty()
                        ? new Paragraph("Mengikuti Perpres 21/2023; kantor ini belum punya jam sendiri.")
                        : list);
    }

    private Div week() {
        var head =
                new Div(new Span("Hari"), new Span("Buka"), new Span("Tutup"), new Span("Istirahat"), new Span("s.d."));
        head.addClassNames("day-hours", "head", "label");
        var week = new Div(head);
        week.addClassName("week-hours");
        for (DayOfWeek day : DayOfWeek.values()) {
            var fields = new DayHoursFields(day, this::forgetPreview);
            days.put(day, fields);
            week.add(fields);
        }
        return week;
    }

    /** Starts from the latest week of that period, or from the statute. */
    private void fill() {
        ServiceWeek start = seen.stream()
                .filter(week -> week.period() == period.getValue())
                .max(Comparator.comparing(ServiceWeek::from))
                .orElseGet(() -> ServiceWeek.statutory(period.getValue(), firstDay()));
        days.forEach((day, fields) -> fields.show(start.hours().get(day)));
        forgetPreview();
    }

    private void forgetPreview() {
        preview.removeAll();
    }

    private void preview() {
        try {
            ServiceWeek week = read();
            forgetPreview();
            var list = new UnorderedList();
            list.addClassName("latest");
            HoursText.week(week).forEach(line -> list.add(new ListItem(line)));
            preview.add(
                    new Paragraph("Mulai %s: %s kerja seminggu (Perpres 21/2023: %s)."
                            .formatted(
                                    Formats.date(week.from()),
                                    inHours(week.workingTime()),
                                    inHours(ServiceWeek.statutory(week.period(), week.from())
                                            .workingTime()))),
                    list,
                    effect(weeks.lostDays(office.code(), week)));
        } catch (InvalidInput invalid) {
            findings().show(invalid);
        }
    }

    /** A working week is counted in hours, however many days that would be around the clock. */
    private static String inHours(Duration time) {
        return time.toHours() + " jam" + (time.toMinutesPart() == 0 ? "" : " " + time.toMinutesPart() + " mnt");
    }

    private static Callout effect(List<Appointments.Held> lost) {
        int people = lost.stream().mapToInt(Appointments.Held::people).sum();
        return people == 0
                ? new Callout("Pemesanan", Tone.OK, "Tidak ada pemesanan pada hari yang menjadi tutup.")
                : new Callout(
                        "Pemesanan",
                        Tone.WARN,
                        "%s pemesanan pada %d hari jatuh pada hari yang menjadi tutup, mulai %s. Pindahkan pemesanan itu."
                                .formatted(
                                        Formats.number(people),
                                        lost.size(),
                                        Formats.date(lost.getFirst().date())));
    }

    private ServiceWeek read() {
        var hours = new EnumMap<DayOfWeek, ServiceHours>(DayOfWeek.class);
        days.forEach((day, fields) -> fields.read().ifPresent(open -> hours.put(day, open)));
        return new ServiceWeek(period.getValue(), firstDay(), null, hours);
    }

    private LocalDate firstDay() {
        LocalDate date = from.getValue();
        if (date == null) {
            throw new InvalidInput("from", "Isi tanggal mulai berlakunya.");
        }
        return date;
    }

    @Override
    protected String act() {
        ServiceWeek week = read();
        weeks.enter(office.code(), week, seen);
        warn(weeks.lostDays(office.code(), week));
        return "Jam layanan %s mulai %s disimpan.".formatted(office.name(), Formats.date(week.from()));
    }

    private static void warn(List<Appointments.Held> lost) {
        if (!lost.isEmpty()) {
            Notify.warning("Ada pemesanan pada hari yang kini tutup; pindahkan pemesanan itu.");
        }
    }

    private String giveUp() {
        weeks.giveUp(office.code(), period.getValue(), firstDay(), seen);
        return "%s kembali mengikuti Perpres 21/2023 (%s) mulai %s."
                .formatted(
                        office.name(),
                        period.getValue().label().toLowerCase(Formats.INDONESIAN),
                        Formats.date(firstDay()));
    }
}
