package id.dukcapil.portal.staff.ui.signin;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.spring.security.AuthenticationContext;
import id.dukcapil.portal.staff.signin.SecondFactor;
import id.dukcapil.portal.staff.signin.SecondFactor.Enrolment;
import id.dukcapil.portal.staff.signin.SignInProgress;
import id.dukcapil.portal.staff.signin.SignInStep;
import jakarta.annotation.security.PermitAll;

/** A role demands a second factor: without one it goes no further than here. */
@Route(value = "masuk/langkah-kedua", autoLayout = false)
@PageTitle("Pasang langkah kedua")
@PermitAll
class EnrolmentView extends StepPage {

    private final transient SignInProgress progress;
    private final transient SecondFactor factor;

    EnrolmentView(SignInProgress progress, SecondFactor factor, AuthenticationContext authentication) {
        super(SignInStep.ENROLMENT, progress, authentication);
        this.progress = progress;
        this.factor = factor;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        super.beforeEnter(event);
        if (!event.hasForwardTarget()) {
            ask(
                    "Pasang langkah kedua",
                    "Peran Anda mewajibkannya: selain kata sandi, portal menanyakan kode dari aplikasi di ponsel Anda.",
                    new EnrolmentPanel(factor, this::finish));
        }
    }

    private void finish(Enrolment enrolment) {
        follow(progress.enrolled(enrolment, VaadinServletRequest.getCurrent(), VaadinServletResponse.getCurrent()));
    }
}
