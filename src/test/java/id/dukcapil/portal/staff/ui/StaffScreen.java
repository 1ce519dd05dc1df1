package id.dukcapil.portal.staff.ui;

import id.dukcapil.portal.Screen;
import id.dukcapil.portal.staff.StaffScenario;
import org.springframework.beans.factory.annotation.Autowired;

/** A screen on which accounts can be prepared. */
abstract class StaffScreen extends Screen {

    @Autowired
    StaffScenario given;
}
