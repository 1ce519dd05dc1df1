package id.dukcapil.portal.common.ui;

import com.vaadin.flow.component.Component;

/** Something that a module shows at the top of every page, beside the person who is signed in. */
public interface HeaderContribution {

    /** A new one for every window. */
    Component create();
}
