package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import id.dukcapil.portal.common.CalendarYears;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Filter and selection as they stand in the address, so that back, bookmark and reload bring them back. It never
 * changes: {@link #with} gives another one. Never put personal data into it.
 */
public final class UrlState {

    private final Map<String, String> values = new LinkedHashMap<>();

    public static UrlState of(Location location) {
        var state = new UrlState();
        location.getQueryParameters()
                .getParameters()
                .forEach((name, values) -> state.values.put(name, values.isEmpty() ? "" : values.getFirst()));
        return state;
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public Optional<LocalDate> date(String name) {
        return parsed(name, LocalDate::parse).filter(CalendarYears::include);
    }

    public Optional<YearMonth> month(String name) {
        return parsed(name, YearMonth::parse).filter(CalendarYears::include);
    }

    public Optional<Integer> number(String name) {
        return parsed(name, Integer::valueOf);
    }

    /** The constant of that name. */
    public <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return parsed(name, text -> Enum.valueOf(type, text));
    }

    /** What somebody typed into the address can be anything; what cannot be read counts as absent. */
    private <T> Optional<T> parsed(String name, Function<String, T> parser) {
        try {
            return text(name).map(parser);
        } catch (DateTimeException | IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }

    /** @param value none takes the parameter away; an empty one stays and means "none" where there is a default */
    public UrlState with(String name, @Nullable Object value) {
        var changed = new UrlState();
        changed.values.putAll(values);
        if (value == null) {
            changed.values.remove(name);
        } else {
            changed.values.put(name, value.toString());
        }
        return changed;
    }

    /** Goes to the route with these parameters. */
    public void open(UI ui, String route) {
        ui.navigate(route, QueryParameters.simple(values));
    }
}
