package badexample.portal.population.ui;

import com.vaadin.flow.component.html.Div;

public class ForeignView extends Div {}
