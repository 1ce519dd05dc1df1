package id.dukcapil.portal.staff.ui.signin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.spring.security.AuthenticationContext;
import id.dukcapil.portal.staff.signin.SignInProgress;
import id.dukcapil.portal.staff.signin.SignInStep;
import java.util.Optional;

/** A page between the password and the desk: what is asked for, and the way back. Whoever has no business here is sent on. */
@StyleSheet("context://styles/signin.css")
abstract class StepPage extends Main implements BeforeEnterObserver {

    private final transient SignInProgress progress;
    private final transient AuthenticationContext authentication;
    private final SignInStep step;
    private final Div sheet = new Div();

    StepPage(SignInStep step, SignInProgress progress, AuthenticationContext authentication) {
        this.step = step;
        this.progress = progress;
        this.authentication = authentication;
        addClassNames("plain-page", "sign-in-step");
        sheet.addClassNames("card", "pad", "stack");
        add(brand(), sheet);
    }

    private static Div brand() {
        var emblem = new Span("D");
        emblem.addClassName("emblem");
        emblem.getElement().setAttribute("aria-hidden", "true");
        var brand = new Div(emblem, new Div(new Span("Portal Dukcapil")));
        brand.addClassName("brand");
        return brand;
    }

    final void ask(String title, String explanation, Component... fields) {
        sheet.removeAll();
        var cancel = new Button("Batal dan keluar", click -> authentication.logout());
        cancel.addThemeVariants(ButtonVariant.TERTIARY);
        cancel.addClassName("cancel");
        sheet.add(new H1(title), new Paragraph(explanation));
        sheet.add(fields);
        sheet.add(cancel);
    }

    /** The whole page is loaded anew: nothing of what was shown to the half signed-in stays in the browser. */
    final void proceed() {
        follow(progress.proceed(VaadinServletRequest.getCurrent(), VaadinServletResponse.getCurrent()));
    }

    final void follow(String next) {
        UI.getCurrent().getPage().setLocation(next.isEmpty() ? "/" : "/" + next);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<SignInStep> now = progress.step();
        if (now.isEmpty()) {
            event.forwardTo("");
        } else if (now.get() != step) {
            event.forwardTo(now.get().route());
        }
    }
}
