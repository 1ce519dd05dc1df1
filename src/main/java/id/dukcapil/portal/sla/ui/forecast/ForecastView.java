package id.dukcapil.portal.sla.ui.forecast;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.SupplyForecast.Supply;
import id.dukcapil.portal.common.ui.AddressedPage;
import id.dukcapil.portal.common.ui.EmptyState;
import id.dukcapil.portal.common.ui.Figure;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.ListFilters;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.BarTable;
import id.dukcapil.portal.common.ui.parts.FigureLink;
import id.dukcapil.portal.common.ui.parts.Sheet;
import id.dukcapil.portal.sla.ServiceStandards;
import id.dukcapil.portal.sla.forecast.Forecast;
import id.dukcapil.portal.sla.forecast.Forecasts;
import id.dukcapil.portal.sla.report.StandardNames;
import id.dukcapil.portal.sla.ui.DataTable;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the next two weeks bring: people, hours of work, and until when the blanks last. */
@Route(ForecastView.ROUTE)
@PageTitle("Perkiraan")
@Menu(title = "Perkiraan", order = 90.7)
@RolesAllowed(Permission.Name.REPORT_READ)
class ForecastView extends AddressedPage {

    static final String ROUTE = "perkiraan";

    private static final String NONE = "–";

    private static final int WEEK = 7;

    private final transient Forecasts forecasts;
    private final transient ServiceStandards standards;
    private final transient List<Office> offices;
    private final ListFilters filters = new ListFilters(next -> {
        go(next);
        refresh();
    });
    private final Div content = new Div();

    ForecastView(Forecasts forecasts, ServiceStandards standards, CurrentStaff staff) {
        super("Perkiraan", ROUTE);
        this.forecasts = forecasts;
        this.standards = standards;
        offices = staff.officesInScope();
        filters.office(offices);
        content.addClassName("stack");
        add(filters, content);
    }

    @Override
    protected void refresh() {
        filters.show(url());
        OfficeCode office =
                url().text(ListFilters.OFFICE).flatMap(OfficeCode::read).orElse(null);
        Forecast found = forecasts.of(office);
        List<Supply> supplies = forecasts.supplies().stream()
                .filter(supply -> office == null || supply.office().equals(office))
                .toList();
        setSubtitle("Dua minggu ke depan menurut pola hari yang sama dan booking, %s – %s"
                .formatted(
                        Formats.date(found.days().getFirst()),
                        Formats.date(found.days().getLast())));
        content.removeAll();
        content.add(figures(found, supplies));
        if (found.procedures().isEmpty()) {
            content.add(new EmptyState(
                    "Belum ada berkas yang dapat menjadi dasar",
                    "Perkiraan muncul sesudah kantor ini melayani beberapa minggu."));
        } else {
            content.add(hours(found), procedures(found), days(found));
        }
        content.add(stock(supplies));
    }

    private static Div figures(Forecast found, List<Supply> supplies) {
        LocalDate first = supplies.isEmpty() ? null : supplies.getFirst().runsOutOn();
        return Figure.row(
                new Figure("Berkas", rounded(found.cases()), "dalam dua minggu, semua prosedur"),
                new Figure(
                        "Jam kerja petugas",
                        rounded(found.hours()),
                        "biasanya %s per hari layanan".formatted(Formats.decimal(found.usualHours()))),
                new Figure(
                        "Sudah booking",
                        Formats.number(found.booked().stream()
                                .mapToInt(Integer::intValue)
                                .sum()),
                        "orang dalam dua minggu"),
                new Figure(
                        "Blangko habis paling cepat",
                        first == null ? NONE : Formats.shortDate(first),
                        first == null ? "cukup untuk empat bulan" : Formats.longDate(first),
                        first != null && first.isBefore(found.days().getLast()) ? Tone.WARN : Tone.NEUTRAL,
                        null));
    }

    private static Sheet hours(Forecast found) {
        List<BarTable.Bar> bars = IntStream.range(0, found.days().size())
                .mapToObj(day -> new BarTable.Bar(
                        Formats.shortDate(found.days().get(day)),
                        found.hoursOn(day),
                        found.usualHours(),
                        Formats.decimal(found.hoursOn(day)),
                        null,
                        found.hoursOn(day) > found.usualHours() * 1.25 ? Tone.WARN : Tone.NEUTRAL))
                .toList();
        return new Sheet(
                "Jam kerja yang dibutuhkan",
                new BarTable("Hari", "Jam", bars)
                        .note(
                                "Garis: rata-rata harian delapan minggu terakhir. Jam = perkiraan berkas × rata-rata waktu"
                                        + " kerja kantor per berkas; hari libur kosong."));
    }

    private Sheet procedures(Forecast found) {
        var names = new StandardNames(standards);
        var table = new DataTable(
                "Perkiraan menurut prosedur",
                "Prosedur",
                "7 hari pertama",
                "7 hari kedua",
                "Jam kerja",
                "Galat 8 minggu");
        found.procedures()
                .forEach(line -> table.row(
                        new Span(names.of(line.standard())),
                        text(rounded(line.sum(0, WEEK))),
                        text(rounded(line.sum(WEEK, Forecasts.DAYS))),
                        text(Formats.decimal(line.hours())),
                        text(error(line.error()))));
        return new Sheet(
                "Menurut prosedur",
                table.note(
                        "Galat (WAPE): jumlah selisih perkiraan dan kenyataan dibagi jumlah berkas, dari perkiraan yang"
                                + " dibuat dengan cara yang sama pada awal tiap minggu dari delapan minggu terakhir."));
    }

    private Sheet days(Forecast found) {
        var names = new StandardNames(standards);
        var heads = new ArrayList<String>(List.of("Hari"));
        found.procedures().forEach(line -> heads.add(names.of(line.standard())));
        heads.add("Sudah booking");
        var table = new DataTable("Perkiraan menurut hari", heads.toArray(String[]::new));
        for (int i = 0; i < found.days().size(); i++) {
            int day = i;
            Stream<Component> cells = found.procedures().stream()
                    .map(line -> text(rounded(line.cases().get(day))));
            table.row(
                    new Span(Formats.shortDate(found.days().get(day))),
                    Stream.concat(
                                    cells,
                                    Stream.of(text(Formats.number(found.booked().get(day)))))
                            .toArray(Component[]::new));
        }
        return new Sheet(
                "Menurut hari",
                table.note("Rata-rata empat hari terakhir dari hari yang sama ketika kantor buka;"
                        + " untuk antrean cetak tidak kurang dari yang sudah booking."));
    }

    private Sheet stock(List<Supply> supplies) {
        Map<OfficeCode, String> names = offices.stream().collect(Collectors.toMap(Office::code, Office::name));
        if (supplies.isEmpty()) {
            return new Sheet("Blangko").padded(new Span("Belum ada buku blangko."));
        }
        var table = new DataTable("Sampai kapan blangko cukup", "Kantor", "Stok", "Habis");
        supplies.forEach(supply -> {
            LocalDate end = supply.runsOutOn();
            table.row(
                    new Span(names.getOrDefault(supply.office(), supply.office().value())),
                    new FigureLink(supply.left(), supply.link()),
                    text(end == null ? "lebih dari empat bulan" : Formats.longDate(end)));
        });
        return new Sheet("Blangko", table);
    }

    private static Component text(String words) {
        return new Span(words);
    }

    private static String rounded(double number) {
        return Formats.number(Math.round(number));
    }

    private static String error(@Nullable Double error) {
        return error == null ? NONE : Formats.percent(error);
    }
}
