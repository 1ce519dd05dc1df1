package id.dukcapil.portal.shell;

import com.vaadin.flow.server.menu.MenuEntry;
import id.dukcapil.portal.common.SearchSource;
import id.dukcapil.portal.common.SearchWords;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The rooms of the portal in the search box: typing "kuota" is as good as finding it in the menu. */
@Component
class MenuSearch implements SearchSource {

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

    @Override
    public List<Hit> find(String text, int limit) {
        var words = SearchWords.of(text);
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
