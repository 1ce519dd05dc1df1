package id.dukcapil.portal.staff.ui;

import id.dukcapil.portal.Screen;
import id.dukcapil.portal.staff.StaffScenario;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A screen on which accounts can be prepared. */
@Import(StaffScenario.class)
abstract class StaffScreen extends Screen {

    @Autowired
    StaffScenario given;
}
