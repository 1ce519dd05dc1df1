package id.dukcapil.portal.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.spring.security.AuthenticationContext;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.HeaderContribution;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.staff.StaffMember;
import id.dukcapil.portal.staff.signin.SignInSettings;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * The frame of every view: the navigation with what this person may open, the office, and the person. Views never
 * mention it, they get it by themselves. Error pages use it too, also for people who are not signed in.
 */
@Layout
@AnonymousAllowed
class MainLayout extends AppLayout {

    private static final String CONTENT = "isi";

    private final Main content = new Main();
    private final Div navigation = new Div();
    private final Header topBar = new Header();
    private final CurrentStaff currentStaff;
    private Set<Permission> navigationFor = Set.of();

    MainLayout(
            Organisation organisation,
            CurrentStaff currentStaff,
            Offices offices,
            SignInSettings security,
            AuthenticationContext authentication,
            Search search,
            SearchMemory searched,
            List<HeaderContribution> header) {
        this.currentStaff = currentStaff;
        navigation.addClassName("navigation");
        setPrimarySection(Section.DRAWER);
        setI18n(new AppLayoutI18n().setDrawer("Menu"));
        addClassName("portal-layout");
        content.setId(CONTENT);
        content.getElement().setAttribute("tabindex", "-1");
        setContent(content);

        var drawer = new Nav(new Brand(organisation.regency()));
        drawer.addClassName("drawer-content");
        drawer.setAriaLabel("Menu portal");
        addToDrawer(drawer);
        topBar.addClassName("top-bar");
        topBar.add(skipLink(), toggle());
        addToNavbar(topBar);
        currentStaff.find().ifPresent(member -> {
            drawer.add(navigation);
            showNavigation(member);
            topBar.add(new SearchBox(search, searched));
            showPerson(member, offices, header, authentication);
            topBar.add(new IdleWatch(security));
            addAttachListener(attached -> LastSignInNotice.tellOnce(organisation.timeZone()));
        });
    }

    private void showPerson(
            StaffMember member,
            Offices offices,
            List<HeaderContribution> header,
            AuthenticationContext authentication) {
        String office = nameOfOffice(member, offices);
        var chip = new Span(office);
        chip.addClassName("office-chip");
        topBar.add(chip);
        header.forEach(contribution -> topBar.add(contribution.create()));
        topBar.add(new PersonMenu(member, office, authentication::logout));
    }

    /** The frame must stand without the database too, or there would be nothing around the page that says so. */
    private static String nameOfOffice(StaffMember member, Offices offices) {
        try {
            return offices.find(member.office())
                    .map(Office::name)
                    .orElse(member.office().value());
        } catch (DataAccessException away) {
            return member.office().value();
        }
    }

    /** Views go into the main landmark, where the skip link leads. */
    @Override
    public void showRouterLayoutContent(HasElement view) {
        content.getElement().removeAllChildren();
        content.getElement().appendChild(view.getElement());
        // A role can be given or taken while the window is open
        currentStaff
                .find()
                .filter(member -> !member.permissions().equals(navigationFor))
                .ifPresent(this::showNavigation);
    }

    @Override
    public void removeRouterLayoutContent(@Nullable HasElement old) {
        if (old != null) {
            old.getElement().removeFromParent();
        }
    }

    private Anchor skipLink() {
        var link = new Anchor("#" + CONTENT, "Lewati ke isi");
        link.addClassName("skip-link");
        link.setRouterIgnore(true);
        link.getElement()
                .executeJs(
                        "this.addEventListener('click', event => { event.preventDefault(); $0.focus(); })",
                        content.getElement());
        return link;
    }

    private static DrawerToggle toggle() {
        var toggle = new DrawerToggle();
        toggle.setAriaLabel("Buka atau tutup menu");
        return toggle;
    }

    private void showNavigation(StaffMember member) {
        navigationFor = member.permissions();
        navigation.removeAll();
        MenuGroup.permittedViews().forEach((group, views) -> navigation.add(section(group, views)));
    }

    private static SideNav section(MenuGroup group, List<MenuEntry> views) {
        String heading = group.heading();
        var section = heading == null ? new SideNav() : new SideNav(heading);
        if (heading == null) {
            section.getElement().setAttribute("aria-label", "Menu utama");
        }
        views.forEach(view -> section.addItem(item(view)));
        return section;
    }

    private static SideNavItem item(MenuEntry view) {
        var item = new SideNavItem(view.title(), view.path());
        item.setMatchNested(!view.path().replace("/", "").isEmpty());
        return item;
    }

    /** The placeholder of the emblem with the portal's and the regency's name. */
    static final class Brand extends Div {

        Brand(String regency) {
            addClassName("brand");
            var emblem = new Span("D");
            emblem.addClassName("emblem");
            emblem.getElement().setAttribute("aria-hidden", "true");
            var name = new Element("b").setText("Portal Dukcapil");
            var place = new Element("small").setText(regency);
            var text = new Div();
            text.getElement().appendChild(name, place);
            add(emblem, text);
        }
    }
}
