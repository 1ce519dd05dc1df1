package id.dukcapil.portal.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** A view could not be shown for a reason nobody foresaw; the log has it under the number on the page. */
@PageTitle("Gangguan")
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class FailureView extends ErrorPage implements HasErrorParameter<Exception> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        if (Trouble.of(parameter.getCaughtException()) == Trouble.DATABASE_AWAY) {
            say(
                    "Portal sedang tidak dapat menghubungi basis data",
                    "Yang sudah tersimpan tidak hilang. Tunggu sebentar, lalu buka lagi halaman ini.");
        } else {
            say(
                    "Halaman ini sedang terganggu",
                    "Coba lagi sebentar lagi. Bila tetap begini, sampaikan nomor di bawah kepada administrator.");
        }
        showNumber(Incident.report(
                parameter.getCaughtException(), event.getNavigationTarget().getSimpleName()));
        return HttpStatusCode.INTERNAL_SERVER_ERROR.getCode();
    }
}
