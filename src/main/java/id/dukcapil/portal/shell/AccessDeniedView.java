package id.dukcapil.portal.shell;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** The view exists, but this account may not open it. People who are not signed in never get here: they are sent to the login. */
@PageTitle(AccessDeniedView.TITLE)
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class AccessDeniedView extends ErrorPage implements HasErrorParameter<AccessDeniedException> {

    static final String TITLE = "Tidak berwenang";

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        return refuse(this);
    }

    static int refuse(ErrorPage page) {
        page.say(
                "Halaman ini bukan untuk peran Anda",
                "Akun Anda tidak berwenang membukanya. Bila menurut Anda seharusnya boleh, mintalah kepada administrator.");
        return HttpStatusCode.FORBIDDEN.getCode();
    }
}
