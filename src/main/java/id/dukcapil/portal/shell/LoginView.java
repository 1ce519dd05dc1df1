package id.dukcapil.portal.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.DemonstrationRoles;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.staff.signin.EndedSession;
import id.dukcapil.portal.staff.signin.SessionEnd;
import id.dukcapil.portal.staff.signin.SingleSignOn;
import id.dukcapil.portal.staff.signin.SingleSignOnRefusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;

/** The door: name and password, nothing else to read. The demonstration set-up also offers its accounts. */
@Route(value = LoginView.ROUTE, autoLayout = false)
@PageTitle("Masuk")
@AnonymousAllowed
class LoginView extends Main implements BeforeEnterObserver {

    static final String ROUTE = "login";

    private static final String WAIT = "tunggu";
    private static final String PROVIDER_REFUSED = "sso";

    private final LoginForm form = new LoginForm(Indonesian.login());
    private final Div notice = new Div();
    private final CurrentStaff currentStaff;

    LoginView(
            Organisation organisation,
            CurrentStaff currentStaff,
            ObjectProvider<SingleSignOn> provider,
            ObjectProvider<DemonstrationAccounts> demonstration,
            ObjectProvider<DemonstrationRoles> roles) {
        this.currentStaff = currentStaff;
        addClassName("login");
        form.setAction(ROUTE);
        form.setForgotPasswordButtonVisible(false);

        var sheet = new Div(new MainLayout.Brand(organisation.regency()), notice, form);
        provider.ifAvailable(singleSignOn -> sheet.add(secondDoor(singleSignOn)));
        sheet.addClassName("sheet");
        var content = new Div(sheet);
        content.addClassName("entry");
        demonstration.ifAvailable(
                accounts -> content.add(accountsOf(accounts, roles.getObject().labels())));
        add(office(organisation), content);
    }

    private static Anchor secondDoor(SingleSignOn provider) {
        var door = new Anchor(SingleSignOn.ADDRESS, provider.label());
        door.setRouterIgnore(true);
        door.addClassName("second-door");
        return door;
    }

    private static Div office(Organisation organisation) {
        var government = new Paragraph(organisation.government());
        government.addClassName("government");
        var address = new Div();
        address.addClassName("address");
        Stream.of(organisation.address(), organisation.phone(), organisation.website())
                .filter(Objects::nonNull)
                .forEach(line -> address.add(new Span(line)));
        var side = new Div(new Div(government, new H1(organisation.name())), address);
        side.addClassName("side");
        return side;
    }

    private Div accountsOf(DemonstrationAccounts demonstration, Map<String, String> roles) {
        var buttons = new Div();
        buttons.addClassName("accounts");
        demonstration
                .accounts()
                .forEach(account ->
                        buttons.add(button(account, roles.getOrDefault(account.role(), account.username()))));
        var explanation = new Paragraph(
                "Contoh dengan data rekaan. Pilih peran untuk mengisi formulir. Di luar peragaan, peran yang menandatangani atau mengelola wajib memakai langkah kedua.");
        explanation.addClassName("muted");
        var box = new Div(new H2("Akun peragaan"), explanation, buttons);
        box.addClassName("demonstration");
        return box;
    }

    private NativeButton button(DemonstrationAccounts.Account account, String roleLabel) {
        var role = new Span(roleLabel);
        role.addClassName("role");
        var name = new Span(new PersonName(account.fullName()).plain());
        name.addClassName("muted");
        var button = new NativeButton();
        button.add(role, name);
        button.addClickListener(click -> fill(account));
        return button;
    }

    private void fill(DemonstrationAccounts.Account account) {
        form.getElement().executeJs("""
                        this.querySelector('vaadin-text-field').value = $0;
                        this.querySelector('vaadin-password-field').value = $1;
                        this.querySelector('vaadin-button').focus();""", account.username(), account.password());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (currentStaff.find().isPresent()) {
            event.forwardTo(HomeView.class);
            return;
        }
        Map<String, List<String>> parameters =
                event.getLocation().getQueryParameters().getParameters();
        form.setError(parameters.containsKey("error") || parameters.containsKey(WAIT));
        seconds(parameters).ifPresent(this::askToWait);
        parameters.getOrDefault(PROVIDER_REFUSED, List.of()).stream()
                .map(SingleSignOnRefusal::of)
                .forEach(refusal -> notice.add(new Callout("Tidak dapat masuk", Tone.WARN, refusal.sentence())));
        ended().ifPresent(end -> notice.add(new Callout("Sesi berakhir", Tone.INFO, end.sentence())));
    }

    /** The answer is the same whether there is an account of that name or not. */
    private void askToWait(int seconds) {
        var texts = Indonesian.login();
        texts.getErrorMessage().setTitle("Terlalu banyak percobaan");
        texts.getErrorMessage()
                .setMessage("Tunggu %s, lalu coba lagi. Bila lupa kata sandi, hubungi administrator."
                        .formatted(seconds < 90 ? seconds + " detik" : (seconds + 59) / 60 + " menit"));
        form.setI18n(texts);
    }

    private static Optional<Integer> seconds(Map<String, List<String>> parameters) {
        return parameters.getOrDefault(WAIT, List.of()).stream()
                .filter(text -> text.matches("[1-9]\\d{0,4}"))
                .map(Integer::valueOf)
                .findFirst();
    }

    private static Optional<SessionEnd> ended() {
        return VaadinRequest.getCurrent() instanceof HttpServletRequest request
                ? EndedSession.take(request.getSession(false))
                : Optional.empty();
    }
}
