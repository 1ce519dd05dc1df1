package id.dukcapil.portal.staff;

import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What the office calls its roles, for the page on which nobody has signed in yet. Only the demonstration offers accounts
 * there; a real office tells no stranger how its work is divided.
 */
@Component
@Demonstration
public class DemonstrationRoles {

    private final RoleRecords records;

    DemonstrationRoles(RoleRecords records) {
        this.records = records;
    }

    /** Code: label, as an administrator may have changed it. */
    public Map<String, String> labels() {
        return records.labels();
    }
}
