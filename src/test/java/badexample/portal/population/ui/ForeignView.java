package badexample.portal.population.ui;

import badexample.portal.booking.Wrong;
import com.vaadin.flow.component.html.Div;

public class ForeignView extends Div {

    Wrong.PublicEntity aggregateOfAnotherModule;
}
