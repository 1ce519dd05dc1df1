package id.dukcapil.portal.shell;

import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The groups of the navigation. The order of a view's {@code @Menu} decides the group, and nothing else does. */
enum MenuGroup {
    /** Below 10: above all groups, without a heading. */
    TOP(null),
    /** 10 to 39. */
    SERVICE("Pelayanan"),
    /** 40 to 69. */
    DATA("Data"),
    /** 70 to 89. */
    CARDS("KTP-el"),
    /** 90 to 109. */
    REPORTS("Laporan & standar"),
    /** From 110. */
    ADMINISTRATION("Administrasi");

    private final @Nullable String heading;

    MenuGroup(@Nullable String heading) {
        this.heading = heading;
    }

    @Nullable
    String heading() {
        return heading;
    }

    static MenuGroup of(double order) {
        if (order < 10) {
            return TOP;
        }
        if (order < 40) {
            return SERVICE;
        }
        if (order < 70) {
            return DATA;
        }
        if (order < 90) {
            return CARDS;
        }
        return order < 110 ? REPORTS : ADMINISTRATION;
    }

    /** The views that the person who is signed in may open, by group; groups without any are left out. */
    static Map<MenuGroup, List<MenuEntry>> permittedViews() {
        return MenuConfiguration.getMenuEntries().stream()
                .sorted(Comparator.comparing(MenuGroup::orderOf))
                .collect(Collectors.groupingBy(
                        entry -> of(orderOf(entry)), () -> new EnumMap<>(MenuGroup.class), Collectors.toList()));
    }

    private static double orderOf(MenuEntry entry) {
        Double order = entry.order();
        return order == null ? Double.MAX_VALUE : order;
    }
}
