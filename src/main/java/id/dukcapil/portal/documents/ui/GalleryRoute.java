package id.dukcapil.portal.documents.ui;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import id.dukcapil.portal.staff.Demonstration;
import org.springframework.stereotype.Component;

/** Opens the gallery in the demonstration; elsewhere it has no address. */
@Demonstration
@Component
class GalleryRoute implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        RouteConfiguration.forRegistry(event.getSource().getRouter().getRegistry())
                .setAnnotatedRoute(GalleryView.class);
    }
}
