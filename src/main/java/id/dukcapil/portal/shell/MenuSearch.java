package id.dukcapil.portal.shell;

import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import id.dukcapil.portal.common.SearchSource;
import id.dukcapil.portal.common.SearchWords;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The rooms of the portal in the search box: typing "kuota" is as good as finding it in the menu. */
@Component
class MenuSearch implements SearchSource {

    /** Of all views. Which of them a person may open is checked only when a title matches: the check is slower than every query. */
    private final Supplier<List<String>> titles = SingletonSupplier.of(MenuSearch::titles);

    @Override
    public String heading() {
        return "Menu";
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public boolean available() {
        return true;
    }

    private static List<String> titles() {
        return RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
                .flatMap(route -> Stream.ofNullable(route.getNavigationTarget().getAnnotation(Menu.class)))
                .map(Menu::title)
                .toList();
    }

    @Override
    public List<Hit> find(String text, int limit) {
        var words = SearchWords.of(text);
        if (titles.get().stream().noneMatch(words::begin)) {
            return List.of();
        }
        return MenuGroup.permittedViews().entrySet().stream()
                .flatMap(group -> hits(group.getKey(), group.getValue().stream(), words))
                .limit(limit)
                .toList();
    }

    private static Stream<Hit> hits(MenuGroup group, Stream<MenuEntry> views, SearchWords words) {
        return views.filter(view -> words.begin(view.title()))
                .map(view -> new Hit(
                        view.title(),
                        Objects.requireNonNullElse(group.heading(), "Menu utama"),
                        view.path().replaceFirst("^/", "")));
    }
}
