package id.dukcapil.portal.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** There is no such page. */
@PageTitle("Halaman tidak ditemukan")
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class NotFoundView extends ErrorPage implements HasErrorParameter<NotFoundException> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        say(
                "Halaman tidak ditemukan",
                "Alamat ini tidak ada, atau datanya sudah dihapus. Periksa alamatnya, atau mulai lagi dari Beranda.");
        return HttpStatusCode.NOT_FOUND.getCode();
    }
}
